"""The surface of the lists of meetings, of their opinions and of their tasks."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from affairs.enums import MeetingKind, MeetingStatus, OpinionOutcome, TaskStatus
from affairs.models import Meeting, MeetingTask
from affairs.selectors import attendance_at, decisions_of, headcount_text, with_attendance
from members.models import Member
from unionoffice.figures import Measure, percentage
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

MEETING_TONES = {
    MeetingStatus.PLANNED: Tone.CLOSED,
    MeetingStatus.ANNOUNCED: Tone.ACTIVE,
    MeetingStatus.HELD: Tone.ACTIVE,
    MeetingStatus.DRAFTED: Tone.WAITS,
    MeetingStatus.CONFIRMED: Tone.DONE,
    MeetingStatus.CANCELLED: Tone.CLOSED,
}
TASK_TONES = {TaskStatus.OPEN: Tone.ACTIVE, TaskStatus.DONE: Tone.DONE, TaskStatus.DROPPED: Tone.CLOSED}
DECISIONS_KEY = "affairs.meetings.decisions"
"""The one figure that counts what meetings decided."""


def meeting_badge(meeting: Meeting) -> Badge:
    """Where the meeting stands."""
    return Badge(label_of(MeetingStatus, meeting.status), MEETING_TONES[MeetingStatus(meeting.status)])


def task_badge(task: MeetingTask, on: date | None = None) -> Badge:
    """How far it is; 逾期2天 where its day is past."""
    late = (on or timezone.localdate()) - task.due_on if task.due_on else None
    if task.status == TaskStatus.OPEN and late is not None and late.days > 0:
        return Badge(str(_("逾期%(days)s天")) % {"days": late.days}, Tone.OFFICIAL)
    return Badge(label_of(TaskStatus, task.status), TASK_TONES[TaskStatus(task.status)])


def _decided(rows: QuerySet[Any]) -> int:
    return decisions_of(rows).count()


def _came(row: Any) -> int | str:
    """How many came, as exactly as it is known; nothing before the meeting."""
    return (headcount_text(row) if row.qualifier else row.attended) if row.attended else ""


class MeetingTable(Table):
    """One line a meeting, the latest first."""

    columns = (
        Column(_("会议"), lambda row: row.title, order_by="title", primary=True),
        Column(_("日期"), lambda row: row.when_in_lists, order_by="held_on"),
        Column(_("时间"), lambda row: f"{row.starts_at:%H:%M}" if row.starts_at else ""),
        Column(_("类型"), lambda row: label_of(MeetingKind, row.kind), order_by="kind"),
        Column(_("次数"), lambda row: f"{row.year}年第{row.number}次" if row.number else ""),
        Column(_("地点"), lambda row: row.place),
        Column(_("主持人"), lambda row: row.chair.name if row.chair else ""),
        Column(_("到会人次"), _came),
        Column(_("状态"), meeting_badge, order_by="status"),
    )
    footers = (
        Footer(_("会议"), _("次")),
        Footer(_("到会人次"), _("人次"), Measure.COUNT, attendance_at),
        Footer(_("决定"), _("项"), Measure.COUNT, _decided, behind=DECISIONS_KEY),
    )
    empty = _("还没有会议。有会议通知时，这里会列出来。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With who leads it and how many came, without the minutes."""
        return with_attendance(rows).select_related("chair").defer("minutes", *Member.secrets_of("chair"))


class MeetingOpinionTable(Table):
    """One line an opinion, the latest meeting first."""

    columns = (
        Column(_("意见"), lambda row: row.text, primary=True),
        Column(_("会议"), lambda row: row.meeting.title),
        Column(_("日期"), lambda row: row.meeting.when_in_lists, order_by="meeting__held_on"),
        Column(_("提出"), lambda row: row.raised_by or _("不记名")),
        Column(_("处理"), lambda row: label_of(OpinionOutcome, row.outcome), order_by="outcome"),
        Column(_("答复"), lambda row: row.answer),
    )
    export_columns = (Column(_("答复人"), lambda row: row.answered_by),)
    footers = (
        Footer(_("意见"), _("条")),
        Footer(_("已答复"), _("条"), Measure.COUNT, lambda rows: rows.exclude(outcome="").count()),
    )
    empty = _("还没有会议意见。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With meeting and who spoke."""
        found = rows.select_related("meeting", "member", "group").defer("meeting__minutes")
        return found.defer(*Member.secrets_of("member")).order_by("-meeting__held_on", "pk")


def _done(rows: QuerySet[Any]) -> int:
    return rows.filter(status=TaskStatus.DONE).count()


def _share_done(rows: QuerySet[Any]) -> Decimal:
    return percentage(_done(rows), rows.exclude(status=TaskStatus.DROPPED).count())


class MeetingTaskTable(Table):
    """One line a task, the most urgent first."""

    columns = (
        Column(_("任务"), lambda row: row.text, primary=True),
        Column(_("责任人"), lambda row: row.responsible),
        Column(_("完成时限"), lambda row: row.due_on, order_by="due_on"),
        Column(_("会议"), lambda row: row.meeting.public_number),
        Column(_("会议日期"), lambda row: row.meeting.when_in_lists, order_by="meeting__held_on"),
        Column(_("办结日期"), lambda row: row.done_on, order_by="done_on"),
        Column(_("办理情况"), task_badge, order_by="status"),
    )
    footers = (
        Footer(_("任务"), _("项")),
        Footer(_("已办结"), _("项"), Measure.COUNT, _done),
        Footer(_("办结率"), "%", Measure.RATIO, _share_done),
    )
    empty = _("还没有会议任务。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With meeting and who is to do it."""
        found = rows.select_related("meeting", "member", "department").defer("meeting__minutes")
        return found.defer(*Member.secrets_of("member")).by_due_day()
