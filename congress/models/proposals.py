"""Proposals and those who second them."""

from datetime import date
from typing import Any, ClassVar, Self

import rules
from django.db import models
from django.db.models import Case, Exists, ExpressionWrapper, F, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from affairs.models import DisclosureDraft
from congress.enums import (
    ANSWER_DUE,
    ENDED_UNFILED,
    PROPOSAL_MOVES,
    PUBLISHED,
    RATED,
    SHOWN_UNFILED,
    SIGNED_ONCE,
    UNFILED,
    UNFINISHED,
    WITH_DEPARTMENT,
    Category,
    DelegateKind,
    Grade,
    Outcome,
    ProposalStatus,
    Result,
)
from congress.models.constituencies import Delegation
from congress.models.delegates import Delegate
from congress.models.disclosing import disclosed_proposal
from congress.models.presidium import GroupSeat
from congress.models.sessions import Session
from congress.permissions import (
    follows_by_role,
    follows_proposals,
    is_delegate,
    is_staff,
    may_attach,
    oversees,
    reads_names,
)
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

        Delegates also see what seeks seconders, and what asks them, by name or with all of their unit, to take it up,
        until they say no.
        """
        if not is_staff.test(user):
            return self.none()
        seen = Q(pk__in=self.model.objects.concerning(user.member_id).values("pk")) | Q(status__in=PUBLISHED)
        if is_delegate.test(user):
            units = _units_of(user.member_id)
            seen |= Q(status=ProposalStatus.SECONDING)
            asked = Q(asked=user.member_id) | Q(asked=None) & (Q(unit__in=units) | Q(unit=None))
            seen |= Q(status=ProposalStatus.OFFERED) & asked & ~Q(refusals__member=user.member_id)
        if oversees.test(user):
            seen |= ~Q(number="")
        else:
            followed = ~Q(number="") & ~Q(status__in=WITHHELD)
            seen |= followed if follows_by_role.test(user) else followed & _is_reviewed_by(user)
        return self.filter(seen)

    def concerning(self, member_id: int) -> Self:
        """Proposals that somebody made, drafted, or answers for as the head of a department."""
        return self.filter(Q(originator=member_id) | Q(proposer=member_id) | _is_handled_by(member_id))

    def handled_by(self, member_id: int) -> Self:
        """Proposals that departments answer which somebody heads, in the lead or assisting."""
        return self.filter(pk__in=self.model.objects.filter(_is_handled_by(member_id)).order_by().values("pk"))

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

    def due_between(self, start: date, end: date) -> Self:
        """Proposals whose answer is still to come, by a day from `start` to `end`."""
        return self.filter(status__in=ANSWER_DUE, due_on__range=(start, end))


class Proposal(Titled, Versioned):
    """提案: one matter, from the draft to the rating of its answer.

    A draft may lack parts that are still to be written; `key` is that of the form which first kept it. `result`,
    `grade` and `answered_on` say what the signed answer and the proposer's rating of it said: they stay empty until
    then.
    """

    MOVES = PROPOSAL_MOVES
    LONGEST_TITLE: ClassVar = 60
    TEXT: ClassVar[tuple[str, ...]] = ("title", "category", "reason", "measures")
    """What delegates second: a change of it asks them again."""
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
        "delegation",
        "asked",
        "show_name",
        "filed_on",
        "outcome",
        "review",
        "merged_into",
        "lead",
        "due_on",
        "result",
        "grade",
        "expected_on",
        "fulfilment",
        "closed_on",
        "priority_on",
        "supervisor",
        "outstanding_on",
        "outstanding_by",
    )

    number = models.CharField(_("编号"), max_length=20, blank=True, editable=False)
    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, null=True, related_name="proposals", verbose_name=_("会议"), editable=False
    )
    status = models.CharField(
        _("状态"), max_length=10, choices=ProposalStatus, default=ProposalStatus.DRAFT, editable=False
    )
    category = models.CharField(_("类别"), max_length=12, choices=Category)
    title = models.CharField(_("案名"), max_length=LONGEST_TITLE)
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
    key = models.UUIDField(_("表单键"), null=True, unique=True, editable=False)
    asked = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("请谁领衔"), editable=False
    )
    delegation = models.ForeignKey(
        Delegation,
        on_delete=models.PROTECT,
        null=True,
        related_name="proposals",
        verbose_name=_("提案代表团"),
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
    expected_on = models.DateField(_("预计完成日期"), null=True, editable=False)
    fulfilment = models.CharField(_("落实情况"), max_length=500, blank=True, editable=False)
    closed_on = models.DateField(_("办结日期"), null=True, editable=False)
    priority_on = models.DateField(_("列为重点提案的日期"), null=True, editable=False)
    supervisor = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("督办领导"), editable=False
    )
    outstanding_on = models.DateField(_("评为优秀提案的日期"), null=True, editable=False)
    outstanding_by = models.CharField(_("评选决定"), max_length=100, blank=True, editable=False)

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
                condition=~Q(status__in=UNFILED) & (~Q(number="") | Q(status__in=ENDED_UNFILED))
                | Q(status__in=UNFILED, number=""),
                name="filed_beyond_seconding",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=SHOWN_UNFILED)
                | ~Q(title="") & ~Q(category="") & ~Q(reason="") & ~Q(measures=""),
                name="whole_when_shown",
            ),
            models.CheckConstraint(
                condition=Q(delegation__isnull=True) | Q(proposer__isnull=False), name="delegation_has_a_speaker"
            ),
            models.CheckConstraint(
                condition=Q(asked__isnull=True) | Q(status=ProposalStatus.OFFERED), name="asked_while_offered"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(*PUBLISHED, ProposalStatus.TURNED, ProposalStatus.REFUSED))
                | Q(status=ProposalStatus.TURNED, number="", outcome="")
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
            models.CheckConstraint(
                condition=Q(expected_on__isnull=True) | Q(result__in=UNFINISHED), name="expected_where_promised"
            ),
            models.CheckConstraint(
                condition=Q(priority_on__isnull=True, supervisor__isnull=True)
                | Q(priority_on__isnull=False, supervisor__isnull=False),
                name="priority_has_supervisor",
            ),
            models.CheckConstraint(
                condition=Q(outstanding_on__isnull=True, outstanding_by="")
                | Q(outstanding_on__isnull=False, status__in=RATED) & ~Q(outstanding_by=""),
                name="outstanding_once_rated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title or _('未命名的提案')}".strip()

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

    @property
    def lead_head(self) -> Member | None:
        """Who heads the department that answers."""
        return self.lead.head if self.lead is not None else None

    def rated_by(self, member_id: int | None) -> bool:
        """Somebody has rated the answer that was signed last."""
        last = self.answers.signed().last()
        return last is not None and last.ratings.filter(member=member_id).exists()

    def missing_parts(self) -> list[str]:
        """What must still be written before others are shown the text, by the names of its fields."""
        parts: dict[str, Any] = {name: self._meta.get_field(name) for name in self.TEXT}
        return [str(field.verbose_name) for name, field in parts.items() if not getattr(self, name)]

    def as_disclosure(self) -> DisclosureDraft:
        """提案办理情况: for the board, with the proposer's name as they chose."""
        return disclosed_proposal(self)

    def parties(self) -> set[Member]:
        """Originators and proposers, those of merged proposals too: all are informed and rate."""
        mine = [self, *self.merged.select_related("originator", "proposer")]
        return {person for one in mine for person in (one.originator, one.proposer) if person is not None}


class OfProposalQuerySet(models.QuerySet[Any]):
    """Rows that belong to a proposal."""

    def visible_to(self, user: Any) -> Self:
        """With their proposal, for those who know the names behind it."""
        if not follows_by_role.test(user):
            return self.none()
        return self.filter(proposal__in=Proposal.objects.visible_to(user))


def _is_reviewed_by(user: Any) -> Q:
    """True for who sits in the group that reviews proposals, asked in the query itself."""
    return Q(Exists(GroupSeat.objects.reviewing_on(timezone.localdate()).filter(member=user.member_id)))


def _is_handled_by(member_id: int) -> Q:
    """True for the departments' heads, from 交办 on; what several of them assist with may come several times."""
    heads = Q(lead__head=member_id) | Q(assistances__department__head=member_id)
    return heads & Q(status__in=WITH_DEPARTMENT)


def _named_to(user: Any) -> Q:
    """Whose proposer somebody may know who doesn't follow proposals."""
    mine = user.member_id
    return Q(show_name=True) | Q(originator=mine) | Q(proposer=mine) | Q(lead__head=mine, status__in=WITH_DEPARTMENT)


def _units_of(member_id: int) -> models.QuerySet[Any, Any]:
    """The union groups that somebody may speak for: of their delegacies, and their own."""
    sent_by = Delegate.objects.filter(member=member_id, to_on=None, kind=DelegateKind.VOTING, group__isnull=False)
    own = GroupPlace.objects.current().filter(member=member_id)
    units = UnionGroup.objects.filter(Q(pk__in=sent_by.values("group")) | Q(pk__in=own.values("group")))
    return units.values("pk")
