"""The words and moves of meetings that have no powers of the congress."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingKind(TextChoices):
    """会议类型, in the order in which a summary tells them."""

    COMMITTEE = "committee", _("工会委员会议")
    AUDIT = "audit", _("经审委员会议")
    WOMEN = "women", _("女职工委员会议")
    JOINT = "joint", _("联席会议")
    ALL_STAFF = "all_staff", _("全体教职工会议")
    FORUM = "forum", _("座谈会")
    ADMINISTRATIVE = "administrative", _("行政办公会")
    LEADERSHIP = "leadership", _("党政工联席会")
    GROUP = "group", _("工会小组会")
    OTHER = "other", _("其他会议")


SCHOOLS_OWN = (MeetingKind.ALL_STAFF, MeetingKind.ADMINISTRATIVE, MeetingKind.LEADERSHIP)
"""Meetings of the school itself: the principal answers for them, for the others the union's chair."""

LEADERS_OWN = (MeetingKind.ADMINISTRATIVE, MeetingKind.LEADERSHIP)
"""Of those, the ones of which only those need to know who are meant."""


class MeetingStatus(TextChoices):
    """Where a meeting stands between its plan and its confirmed minutes."""

    PLANNED = "planned", _("筹备中")
    ANNOUNCED = "announced", _("已通知")
    HELD = "held", _("已召开")
    DRAFTED = "drafted", _("纪要待确认")
    CONFIRMED = "confirmed", _("纪要已确认")
    CANCELLED = "cancelled", _("已取消")


MEETING_MOVES: dict[MeetingStatus, frozenset[MeetingStatus]] = {
    MeetingStatus.PLANNED: frozenset({MeetingStatus.ANNOUNCED, MeetingStatus.HELD, MeetingStatus.CANCELLED}),
    MeetingStatus.ANNOUNCED: frozenset({MeetingStatus.HELD, MeetingStatus.CANCELLED}),
    MeetingStatus.HELD: frozenset({MeetingStatus.DRAFTED}),
    MeetingStatus.DRAFTED: frozenset({MeetingStatus.HELD, MeetingStatus.CONFIRMED}),
    MeetingStatus.CONFIRMED: frozenset(),
    MeetingStatus.CANCELLED: frozenset(),
}
"""A small meeting is called by word of mouth: it goes from planned straight to held. One that is recorded afterwards
(补录) begins as held.
"""

UPCOMING_MEETING = (MeetingStatus.PLANNED, MeetingStatus.ANNOUNCED)
"""States before the meeting."""

NOTED_MEETING = (*UPCOMING_MEETING, MeetingStatus.HELD)
"""States in which topics, opinions, decisions and tasks are written down."""

HELD_MEETING = (MeetingStatus.HELD, MeetingStatus.DRAFTED, MeetingStatus.CONFIRMED)
"""States in which a meeting took place: the ones that count."""


class Qualifier(TextChoices):
    """How exactly a number of people without names is known; it is printed as it is."""

    OVER = "over", _("余")
    NEARLY = "nearly", _("近")
    AT_LEAST = "at_least", _("至少")


class OpinionOutcome(TextChoices):
    """What was answered to an opinion."""

    ADOPTED = "adopted", _("采纳")
    PARTLY = "partly", _("部分采纳")
    DECLINED = "declined", _("未采纳")
    EXPLAINED = "explained", _("已说明")


class TaskStatus(TextChoices):
    """How far somebody is with what a meeting asked of them."""

    OPEN = "open", _("办理中")
    DONE = "done", _("已办结")
    DROPPED = "dropped", _("不再办理")


TASK_MOVES: dict[TaskStatus, frozenset[TaskStatus]] = {
    TaskStatus.OPEN: frozenset({TaskStatus.DONE, TaskStatus.DROPPED}),
    TaskStatus.DONE: frozenset({TaskStatus.OPEN}),
    TaskStatus.DROPPED: frozenset({TaskStatus.OPEN}),
}
