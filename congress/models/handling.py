"""What departments say to a proposal, who signs it, and how it is rated."""

from typing import Any, ClassVar, Self

import rules
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from congress.enums import UNFINISHED, Grade, Result
from congress.models.proposals import OfProposalQuerySet, Proposal
from congress.permissions import follows_by_role, oversees, signs
from members.models import Department, Member
from members.permissions import member_id_of


class Assistance(models.Model):
    """协办: a department that is asked to help, with what it said: once, so the trail needs no copy of it."""

    AUDITED = ("proposal", "department", "due_on", "given_on")

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="assistances", verbose_name=_("提案")
    )
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+", verbose_name=_("协办部门"))
    due_on = models.DateField(_("意见期限"), null=True, editable=False)
    opinion = models.TextField(_("协办意见"), max_length=2000, blank=True)
    given_on = models.DateField(_("填写日期"), null=True, editable=False)

    objects = OfProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("协办")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "department"], name="assist_once"),
            models.CheckConstraint(
                condition=Q(opinion="", given_on__isnull=True) | ~Q(opinion="") & Q(given_on__isnull=False),
                name="opinion_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.department)

    @property
    def came_late(self) -> bool:
        """It was given after its day."""
        return self.given_on is not None and self.due_on is not None and self.given_on > self.due_on


class AnswerQuerySet(models.QuerySet["Answer"]):
    """Questions asked of answers."""

    def signed(self) -> Self:
        """Answers that the school stands behind."""
        return self.filter(signed_on__isnull=False)

    def visible_to(self, user: Any) -> Self:
        """Signed ones with their proposal; others for the department and the signers alone."""
        if signs.test(user):
            return self.filter(proposal__in=Proposal.objects.visible_to(user))
        own = Q(department__head=member_id_of(user), department__head__isnull=False)
        return self.filter(own | Q(signed_on__isnull=False), proposal__in=Proposal.objects.visible_to(user))


class Answer(models.Model):
    """答复: one text of the lead department. Each is kept: returned ones, and the one that left people unsatisfied.

    None is ever rewritten, so that the trail, which more people read, tells no text.
    """

    AUDITED = ("proposal", "department", "expected_on", "signed_on", "returned_on")

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="answers", verbose_name=_("提案"))
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+", verbose_name=_("主办部门"))
    result = models.CharField(_("答复结果"), max_length=1, choices=Result)
    text = models.TextField(_("答复内容"), max_length=4000)
    expected_on = models.DateField(_("预计完成日期"), null=True)
    without = models.CharField(_("缺少协办意见的说明"), max_length=200, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("答复人")
    )
    written_on = models.DateField(_("提交日期"))
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("签批人")
    )
    signed_on = models.DateField(_("签批日期"), null=True)
    returned_on = models.DateField(_("退回日期"), null=True)
    return_reason = models.CharField(_("退回意见"), max_length=500, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("答复")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True, signed_by__isnull=True)
                | Q(signed_on__isnull=False, signed_by__isnull=False),
                name="answer_signed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(returned_on__isnull=True), name="answer_signed_or_returned"
            ),
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True, return_reason="")
                | Q(returned_on__isnull=False) & ~Q(return_reason=""),
                name="answer_returned_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(expected_on__isnull=True) | Q(result__in=UNFINISHED), name="answer_promises_by_a_day"
            ),
            models.UniqueConstraint(
                fields=["proposal"],
                condition=Q(signed_on__isnull=True, returned_on__isnull=True),
                name="one_answer_waits_for_signature",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.department} {self.get_result_display()}"


class RatingQuerySet(models.QuerySet["Rating"]):
    """Questions asked of ratings."""

    def visible_to(self, user: Any) -> Self:
        """With their proposal, for those who know the names behind it."""
        if not follows_by_role.test(user):
            return self.none()
        return self.filter(answer__proposal__in=Proposal.objects.visible_to(user))


class Rating(models.Model):
    """评价: what somebody who asked makes of a signed answer. The proposer's decides what happens next."""

    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = ("answer", "member", "grade", "comment", "rated_on")

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="ratings", verbose_name=_("答复"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("评价人"))
    grade = models.CharField(_("满意度"), max_length=12, choices=Grade)
    comment = models.CharField(_("评价意见"), max_length=500, blank=True)
    rated_on = models.DateField(_("评价日期"))

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = _("评价")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "member"], name="rate_once"),
            models.CheckConstraint(
                condition=~Q(grade=Grade.UNSATISFIED) | ~Q(comment=""), name="unsatisfied_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.get_grade_display()}"
