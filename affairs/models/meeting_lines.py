"""What stands in the record of a meeting: topics, what was said and decided on them, and who does what by when."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import TASK_MOVES, OpinionOutcome, TaskStatus
from affairs.models.meetings import Meeting
from affairs.permissions import keeps_all_meetings
from members.models import Department, Member, UnionGroup
from members.permissions import member_id_of
from unionoffice.sources import FromSource
from unionoffice.versions import Versioned


class MeetingLineQuerySet(models.QuerySet[Any]):
    """Questions asked of what was said and decided."""

    def visible_to(self, user: Any) -> Self:
        """For those who read the outcome of the meeting."""
        if keeps_all_meetings.test(user):
            return self
        return self.filter(meeting__in=Meeting.objects.told_to(user).order_by().values("pk"))


class MeetingLine(Versioned):
    """One line of the record of a meeting, as it was written down."""

    meeting: Any

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        """Its place on the page of the meeting."""
        return f"{self.meeting.get_absolute_url()}#lines"


class MeetingTopicQuerySet(models.QuerySet["MeetingTopic"]):
    """Questions asked of topics."""

    def visible_to(self, user: Any) -> Self:
        """The agenda is for everybody who knows of the meeting."""
        if keeps_all_meetings.test(user):
            return self
        return self.filter(meeting__in=Meeting.objects.visible_to(user).order_by().values("pk"))


class MeetingTopic(FromSource, MeetingLine):
    """议题, in the order of the agenda; perhaps about a record of any area."""

    AUDITED = ("meeting", "place", "title", "presenter", "text", "source_model", "source_key")
    SENSITIVE = ("outcome",)

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="topics", verbose_name=_("会议"))
    place = models.PositiveSmallIntegerField(_("第几项"), default=1)
    title = models.CharField(_("议题"), max_length=100)
    presenter = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("汇报人")
    )
    text = models.TextField(_("说明"), max_length=2000, blank=True)
    outcome = models.TextField(_("讨论情况"), max_length=2000, blank=True)

    objects = MeetingTopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("议题")
        verbose_name_plural = verbose_name
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return self.title


class OnTopic(MeetingLine):
    """A line on one of the topics, or on none."""

    topic = models.ForeignKey(
        MeetingTopic,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("议题"),
    )

    class Meta:
        abstract = True


class MeetingOpinion(OnTopic):
    """意见: what somebody said, by name, for a union group, or without any name, and what was answered.

    One without a name was spoken aloud and written down by the recorder: nothing here says who spoke.
    """

    AUDITED = ("meeting", "topic", "member", "group", "text", "outcome", "answered_by", "answered_on")
    SENSITIVE = ("answer",)

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="opinions", verbose_name=_("会议"))
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("提出人")
    )
    group = models.ForeignKey(
        UnionGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("提出小组")
    )
    text = models.TextField(_("意见"), max_length=1000)
    answer = models.TextField(_("答复"), max_length=1000, blank=True)
    outcome = models.CharField(_("处理"), max_length=10, choices=OpinionOutcome, blank=True)
    answered_by = models.CharField(_("答复人"), max_length=60, blank=True)
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)

    objects = MeetingLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("会议意见")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(member__isnull=True) | Q(group__isnull=True),
                name="opinion_of_one_side",
                violation_error_message=_("提出人和提出小组只填一项；不记名的都留空。"),
            ),
            models.CheckConstraint(
                condition=Q(outcome="", answer="", answered_by="", answered_on__isnull=True)
                | (~Q(outcome="") & ~Q(answer="") & Q(answered_on__isnull=False)),
                name="answered_with_words_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def raised_by(self) -> str:
        """林芳, 第一工会小组, or nobody by name."""
        return str(self.member or self.group or "")


class MeetingDecision(OnTopic):
    """决定, numbered within its meeting."""

    AUDITED = ("meeting", "topic", "number", "text")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("会议"))
    number = models.PositiveSmallIntegerField(_("序号"), editable=False)
    text = models.TextField(_("决定"), max_length=1000)

    objects = MeetingLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("会议决定")
        verbose_name_plural = verbose_name
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="one_decision_of_a_number")]

    def __str__(self) -> str:
        return self.text


class MeetingTaskQuerySet(models.QuerySet["MeetingTask"]):
    """Questions asked of what meetings asked for."""

    def visible_to(self, user: Any) -> Self:
        """For those who read the outcome of the meeting, and for those who are to do it."""
        if keeps_all_meetings.test(user):
            return self
        return self.filter(Q(meeting__in=Meeting.objects.told_to(user).order_by().values("pk")) | self._asked(user))

    def asked_of(self, user: Any) -> Self:
        """What this person is to do, or the department that they head."""
        return self.filter(self._asked(user))

    def open(self) -> Self:
        """What isn't done yet."""
        return self.filter(status=TaskStatus.OPEN)

    def done(self) -> Self:
        """What was done."""
        return self.filter(status=TaskStatus.DONE)

    def by_due_day(self) -> Self:
        """The most urgent first; what has no day last."""
        return self.order_by(models.F("due_on").asc(nulls_last=True), "pk")

    def _asked(self, user: Any) -> Q:
        mine = member_id_of(user)
        return Q(member=mine) | Q(department__head=mine) if mine is not None else Q(pk__in=[])


class MeetingTask(OnTopic):
    """会议任务: who does what by when."""

    MOVES = TASK_MOVES
    AUDITED = ("status", "meeting", "topic", "text", "member", "department", "due_on", "done_on", "note")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("会议"))
    status = models.CharField(
        _("办理情况"), max_length=10, choices=TaskStatus, default=TaskStatus.OPEN, editable=False
    )
    text = models.CharField(_("任务"), max_length=200)
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任人")
    )
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任部门")
    )
    due_on = models.DateField(_("完成时限"), null=True, blank=True)
    done_on = models.DateField(_("办结日期"), null=True, editable=False)
    note = models.CharField(_("办理说明"), max_length=200, blank=True, editable=False)

    objects = MeetingTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("会议任务")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        indexes = [models.Index(fields=["status", "due_on"], name="meeting_tasks_by_due_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(member__isnull=False) | Q(department__isnull=False),
                name="task_is_somebodys",
                violation_error_message=_("请选择责任人或责任部门。"),
            ),
            models.CheckConstraint(
                condition=Q(status=TaskStatus.DONE, done_on__isnull=False)
                | (~Q(status=TaskStatus.DONE) & Q(done_on__isnull=True)),
                name="task_done_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """The page of who is to do it."""
        return reverse("affairs:meeting-task", args=[self.pk])

    @property
    def public_number(self) -> str:
        """What is said of it to those who may not see it."""
        return str(_("会议任务"))

    @property
    def responsible(self) -> str:
        """林芳（总务处）, one of both, as they are asked."""
        if self.member is not None and self.department is not None:
            return f"{self.department}（{self.member}）"
        return str(self.member or self.department)


class MeetingNote(models.Model):
    """更正说明 under confirmed minutes, whose text nobody changes any more."""

    AUDITED = ("meeting", "text", "noted_on", "noted_by")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="notes", verbose_name=_("会议"))
    text = models.CharField(_("更正说明"), max_length=500)
    noted_on = models.DateField(_("日期"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("登记人")
    )

    objects = MeetingLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("纪要更正说明")
        verbose_name_plural = verbose_name
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
