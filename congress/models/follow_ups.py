"""What happens beside a proposal's way: more time for an answer, reminders, and whether promises are kept."""

from typing import Any, ClassVar, Self

import rules
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from congress.enums import DECIDED, ExtensionDecider, ExtensionStatus, ReminderStage
from congress.models.proposals import OfProposalQuerySet, Proposal
from congress.permissions import follows_by_role, oversees, reads_extensions, signs
from members.models import Department, Member
from members.permissions import member_id_of


class ExtensionQuerySet(models.QuerySet["Extension"]):
    """Questions asked of extensions."""

    def open(self) -> Self:
        """Those that nobody has decided on."""
        return self.filter(status=ExtensionStatus.ASKED)

    def granted(self) -> Self:
        """Those that gave more time."""
        return self.filter(status=ExtensionStatus.GRANTED)

    def visible_to(self, user: Any) -> Self:
        """Those of one's own department; all for leaders and those who oversee proposals."""
        if reads_extensions.test(user):
            return self.all()
        return self.filter(department__head=member_id_of(user), department__head__isnull=False)


class Extension(models.Model):
    """延期: a department asks for more time, with the day it had and the one it wants; who decides is the rule of
    the day on which it asked. Each is kept, whatever was decided.
    """

    READS_TRAIL: ClassVar[rules.Predicate] = oversees | signs
    AUDITED = ("proposal", "department", "due_was", "until", "decider", "status", "asked_on", "decided_on")

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="extensions", verbose_name=_("提案")
    )
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+", verbose_name=_("主办部门"))
    due_was = models.DateField(_("原期限"))
    until = models.DateField(_("延期至"))
    reason = models.CharField(_("延期理由"), max_length=500)
    decider = models.CharField(_("由谁审批"), max_length=10, choices=ExtensionDecider)
    status = models.CharField(
        _("审批结果"), max_length=10, choices=ExtensionStatus, default=ExtensionStatus.ASKED, editable=False
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("申请人")
    )
    asked_on = models.DateField(_("申请日期"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("审批人")
    )
    decided_on = models.DateField(_("审批日期"), null=True)
    remark = models.CharField(_("审批意见"), max_length=200, blank=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("延期申请")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal"], condition=Q(status=ExtensionStatus.ASKED), name="one_extension_asked_for"
            ),
            models.CheckConstraint(condition=Q(until__gt=F("due_was")), name="extension_gives_time"),
            models.CheckConstraint(
                condition=Q(status__in=DECIDED, decided_by__isnull=False, decided_on__isnull=False)
                | ~Q(status__in=DECIDED) & Q(decided_by__isnull=True, decided_on__isnull=True),
                name="extension_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status=ExtensionStatus.REFUSED) | ~Q(remark=""), name="extension_refused_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.department} {self.get_status_display()}"


class Reminder(models.Model):
    """提醒: that somebody was reminded of a day, at one stage, once: should the day move, everything begins anew."""

    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = ("proposal", "stage", "due_on", "round")

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="reminders", verbose_name=_("提案"))
    stage = models.CharField(_("事由"), max_length=14, choices=ReminderStage)
    due_on = models.DateField(_("期限"))
    round = models.PositiveSmallIntegerField(_("第几次"), default=1)
    sent_on = models.DateField(_("提醒日期"))

    objects = OfProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("提案提醒")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "stage", "due_on", "round"], name="remind_once"),
        ]

    def __str__(self) -> str:
        return str(self.get_stage_display())


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    """Questions asked of how far promises are."""

    def visible_to(self, user: Any) -> Self:
        """With their proposal."""
        return self.filter(proposal__in=Proposal.objects.visible_to(user))


class FollowUp(models.Model):
    """跟踪落实: how far a promise is on a day. For all staff, as the answer is that promised it."""

    AUDITED = ("proposal", "noted_on", "text", "expected_on")

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="follow_ups", verbose_name=_("提案")
    )
    noted_on = models.DateField(_("日期"))
    text = models.CharField(_("落实进展"), max_length=500)
    expected_on = models.DateField(_("预计完成日期"), null=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("登记人")
    )

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("落实进展")
        verbose_name_plural = verbose_name
        ordering = ["noted_on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="follow_up_says_something")]

    def __str__(self) -> str:
        return f"{self.noted_on} {self.text}"


class AcknowledgementQuerySet(models.QuerySet["Acknowledgement"]):
    """Questions asked of what people say to a promise that is said to be kept."""

    def visible_to(self, user: Any) -> Self:
        """With their proposal, for those who know the names behind it."""
        if not follows_by_role.test(user):
            return self.none()
        return self.filter(proposal__in=Proposal.objects.visible_to(user))


class Acknowledgement(models.Model):
    """落实反馈: whether, to one of those who asked, what was promised is really done, as it was told on a day."""

    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = ("proposal", "member", "told_on", "is_done", "comment")

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="acknowledgements", verbose_name=_("提案")
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("反馈人"))
    told_on = models.DateField(_("办结日期"))
    is_done = models.BooleanField(_("已经落实"))
    comment = models.CharField(_("反馈意见"), max_length=500, blank=True)
    given_on = models.DateField(_("反馈日期"))

    objects = AcknowledgementQuerySet.as_manager()

    class Meta:
        verbose_name = _("落实反馈")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "member", "told_on"], name="acknowledge_once"),
            models.CheckConstraint(condition=Q(is_done=True) | ~Q(comment=""), name="undone_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.member} {_('已经落实') if self.is_done else _('没有落实')}"
