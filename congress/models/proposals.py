"""Proposals and those who second them."""

from datetime import date
from typing import Any, ClassVar, Self

import rules
from django.db import models
from django.db.models import Case, ExpressionWrapper, F, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import (
    ANSWER_DUE,
    PROPOSAL_MOVES,
    PUBLISHED,
    SIGNED_ONCE,
    UNFILED,
    WITH_DEPARTMENT,
    Category,
    DelegateKind,
    Grade,
    Outcome,
    ProposalStatus,
    Result,
    SecondingStatus,
)
from congress.models.terms import Delegate, Session
from congress.permissions import follows_proposals, is_delegate, is_staff, may_attach, oversees, reads_names
from members.models import Department, GroupPlace, Member, UnionGroup
from unionoffice.attachments import AttachmentRules
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned

WITHHELD = (ProposalStatus.REFUSED, ProposalStatus.TURNED, ProposalStatus.WITHDRAWN)
"""What came to nothing is left to those who made it and those who oversee proposals."""


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Questions asked of proposals."""

    def matching(self, text: str) -> Self:
        """By title or its sound, or by number."""
        return self.filter(titled(text) | Q(number__contains=text.strip()))

    def visible_to(self, user: Any) -> Self:
        """From filing on for those who follow proposals, from 立案 on for all staff, before that for the authors.

        Delegates also see what seeks seconders, and what asks the delegates of their own unit to take it up.
        """
        if not is_staff.test(user):
            return self.none()
        seen = Q(pk__in=self.model.objects.concerning(user.member_id).values("pk")) | Q(status__in=PUBLISHED)
        if is_delegate.test(user):
            units = _units_of(user.member_id)
            seen |= Q(status=ProposalStatus.SECONDING)
            seen |= Q(status=ProposalStatus.OFFERED) & (Q(unit__in=units) | Q(unit=None))
        if oversees.test(user):
            seen |= ~Q(number="")
        elif follows_proposals.test(user):
            seen |= ~Q(number="") & ~Q(status__in=WITHHELD)
        return self.filter(seen)

    def concerning(self, member_id: int) -> Self:
        """Proposals that somebody made, drafted, or answers for as the head of a department."""
        return self.filter(
            Q(originator=member_id)
            | Q(proposer=member_id)
            | Q(lead__head=member_id, status__in=WITH_DEPARTMENT)
            | Q(assistances__department__head=member_id, status__in=WITH_DEPARTMENT)
        )

    def made_by(self, member_id: int | None) -> Self:
        """Proposals in somebody's name, or drafted by them."""
        return self.filter(Q(originator=member_id) | Q(proposer=member_id))

    def listed_for(self, user: Any, on: date) -> Any:
        """Annotates `is_late`, and `shown_proposer`: the proposer's name where `user` may know it, else nothing."""
        late = ExpressionWrapper(Q(status__in=ANSWER_DUE, due_on__lt=on), output_field=models.BooleanField())
        rows = self.annotate(is_late=late)
        if follows_proposals.test(user):
            return rows.annotate(shown_proposer=F("proposer__name"))
        return rows.annotate(shown_proposer=Case(When(_named_to(user), then=F("proposer__name")), default=Value("")))

    def named_to(self, user: Any) -> Self:
        """Proposals of which `user` may know who made them."""
        return self if follows_proposals.test(user) else self.filter(_named_to(user))

    def filed(self) -> Self:
        """Proposals that were filed, whatever became of them."""
        return self.exclude(number="")

    def overdue_on(self, on: date) -> Self:
        """Proposals whose answer is late."""
        return self.filter(status__in=ANSWER_DUE, due_on__lt=on)


class Proposal(Titled, Versioned):
    """提案: one matter, from the draft to the rating of its answer.

    `result`, `grade` and `answered_on` say what the signed answer and the proposer's rating of it said: they stay
    empty until then.
    """

    MOVES = PROPOSAL_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach, names_uploader=reads_names)
    # The history names its people: a proposer who doesn't show the name must not be found there.
    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = (
        "number",
        "session",
        "status",
        "category",
        "title",
        "reason",
        "measures",
        "originator",
        "proposer",
        "show_name",
        "filed_on",
        "outcome",
        "review",
        "merged_into",
        "lead",
        "due_on",
        "result",
        "grade",
        "fulfilment",
        "closed_on",
    )

    number = models.CharField(_("编号"), max_length=20, blank=True, editable=False)
    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, null=True, related_name="proposals", verbose_name=_("会议"), editable=False
    )
    status = models.CharField(
        _("状态"), max_length=10, choices=ProposalStatus, default=ProposalStatus.DRAFT, editable=False
    )
    category = models.CharField(_("类别"), max_length=12, choices=Category)
    title = models.CharField(_("案名"), max_length=60)
    reason = models.TextField(_("案由"), max_length=2000)
    measures = models.TextField(_("建议"), max_length=2000)
    show_name = models.BooleanField(_("公开提案人姓名"), default=True)
    originator = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("起草人"), editable=False
    )
    proposer = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        related_name="proposals",
        verbose_name=_("提案人"),
        editable=False,
    )
    unit = models.ForeignKey(
        UnionGroup, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("所属单位"), editable=False
    )
    filed_on = models.DateField(_("提交日期"), null=True, editable=False)
    outcome = models.CharField(
        _("审理结果"), max_length=10, choices=Outcome, default=Outcome.NONE, blank=True, editable=False
    )
    reviewed_on = models.DateField(_("审理日期"), null=True, editable=False)
    review = models.CharField(_("审理意见"), max_length=500, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="merged", verbose_name=_("并入提案"), editable=False
    )
    lead = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("主办部门"), editable=False
    )
    due_on = models.DateField(_("答复期限"), null=True, editable=False)
    answered_on = models.DateField(_("答复日期"), null=True, editable=False)
    result = models.CharField(_("答复结果"), max_length=1, choices=Result, blank=True, editable=False)
    grade = models.CharField(_("满意度"), max_length=12, choices=Grade, blank=True, editable=False)
    reworks = models.PositiveSmallIntegerField(_("重新办理次数"), default=0, editable=False)
    fulfilment = models.CharField(_("落实情况"), max_length=500, blank=True, editable=False)
    closed_on = models.DateField(_("办结日期"), null=True, editable=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("提案")
        verbose_name_plural = verbose_name
        # What isn't filed yet stands first, in every database.
        ordering = [F("filed_on").desc(nulls_first=True), "-pk"]
        indexes = [models.Index(fields=["status", "due_on"], name="proposals_by_due_day")]
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="one_proposal_of_a_number"),
            models.CheckConstraint(
                condition=Q(number="", filed_on__isnull=True)
                | ~Q(number="") & Q(filed_on__isnull=False, proposer__isnull=False),
                name="numbered_when_filed",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=UNFILED) & (~Q(number="") | Q(status=ProposalStatus.WITHDRAWN))
                | Q(status__in=UNFILED, number=""),
                name="filed_beyond_seconding",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(*PUBLISHED, ProposalStatus.TURNED, ProposalStatus.REFUSED))
                | ~Q(outcome="") & Q(reviewed_on__isnull=False),
                name="reviewed_has_outcome",
            ),
            models.CheckConstraint(
                condition=Q(status=ProposalStatus.MERGED, merged_into__isnull=False)
                | ~Q(status=ProposalStatus.MERGED) & Q(merged_into__isnull=True),
                name="merged_into_another",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=ANSWER_DUE) | Q(lead__isnull=False, due_on__isnull=False),
                name="due_from_a_department",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=SIGNED_ONCE) | ~Q(result="") & Q(answered_on__isnull=False),
                name="signed_has_result",
            ),
            models.CheckConstraint(
                condition=Q(status=ProposalStatus.CLOSED, closed_on__isnull=False)
                | ~Q(status=ProposalStatus.CLOSED) & Q(closed_on__isnull=True),
                name="closed_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    def get_absolute_url(self) -> str:
        """The proposal's page."""
        return reverse("congress:proposal-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """`提案 2026-014`: all that is said of it to those who may not see it."""
        return f"{_('提案')} {self.number}".strip()

    def is_overdue(self, on: date) -> bool:
        """The answer is late."""
        return self.status in ANSWER_DUE and self.due_on is not None and self.due_on < on

    def rated_by(self, member_id: int | None) -> bool:
        """Somebody has rated the answer that was signed last."""
        last = self.answers.signed().last()
        return last is not None and last.ratings.filter(member=member_id).exists()

    def parties(self) -> set[Member]:
        """Originators and proposers, those of merged proposals too: all are informed and rate."""
        mine = [self, *self.merged.select_related("originator", "proposer")]
        return {person for one in mine for person in (one.originator, one.proposer) if person is not None}


class OfProposalQuerySet(models.QuerySet[Any]):
    """Rows that belong to a proposal."""

    def visible_to(self, user: Any) -> Self:
        """With their proposal, for those who know the names behind it."""
        if not follows_proposals.test(user):
            return self.none()
        return self.filter(proposal__in=Proposal.objects.visible_to(user))


class Seconding(models.Model):
    """附议: a delegate who was asked to stand behind a proposal, or came by themselves."""

    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = ("proposal", "member", "status", "answered_on")

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="secondings", verbose_name=_("提案")
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("代表"))
    status = models.CharField(
        _("附议"), max_length=10, choices=SecondingStatus, default=SecondingStatus.INVITED, editable=False
    )
    answered_on = models.DateField(_("回复日期"), null=True, editable=False)

    objects = OfProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("附议")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "member"], name="second_once"),
            models.CheckConstraint(
                condition=Q(status=SecondingStatus.INVITED, answered_on__isnull=True)
                | ~Q(status=SecondingStatus.INVITED) & Q(answered_on__isnull=False),
                name="seconding_answered_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.get_status_display()}"


def _named_to(user: Any) -> Q:
    """Whose proposer somebody may know who doesn't follow proposals."""
    mine = user.member_id
    return Q(show_name=True) | Q(originator=mine) | Q(proposer=mine) | Q(lead__head=mine)


def _units_of(member_id: int) -> models.QuerySet[Any, Any]:
    """The union groups that somebody may speak for: of their delegacies, and their own."""
    sent_by = Delegate.objects.filter(member=member_id, to_on=None, kind=DelegateKind.VOTING, group__isnull=False)
    own = GroupPlace.objects.current().filter(member=member_id)
    units = UnionGroup.objects.filter(Q(pk__in=sent_by.values("group")) | Q(pk__in=own.values("group")))
    return units.values("pk")
