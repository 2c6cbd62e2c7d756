"""Words of sittings, of leave, and of who is in the room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SittingKind(TextChoices):
    """Who meets, and so who is due."""

    SESSION = "session", _("大会全体会议")
    CONSTITUENCY = "constituency", _("选举单位会议")
    COMMITTEE = "committee", _("委员会会议")
    ALL_STAFF = "all_staff", _("全体教职工会议")
    ALL_MEMBERS = "all_members", _("全体会员会议")


class SittingStatus(TextChoices):
    """How far a sitting is. Once it has opened it stays open, whoever leaves."""

    PLANNED = "planned", _("待召开")
    OPENED = "opened", _("会议中")
    CLOSED = "closed", _("已结束")


SITTING_MOVES: dict[SittingStatus, frozenset[SittingStatus]] = {
    SittingStatus.PLANNED: frozenset({SittingStatus.OPENED}),
    SittingStatus.OPENED: frozenset({SittingStatus.CLOSED}),
    SittingStatus.CLOSED: frozenset(),
}


class LeaveStatus(TextChoices):
    """Whether somebody who can't come has leave."""

    ASKED = "asked", _("待审批")
    GRANTED = "granted", _("已准假")
    DECLINED = "declined", _("未准假")


LEAVE_MOVES: dict[LeaveStatus, frozenset[LeaveStatus]] = {
    LeaveStatus.ASKED: frozenset({LeaveStatus.GRANTED, LeaveStatus.DECLINED}),
    LeaveStatus.GRANTED: frozenset(),
    LeaveStatus.DECLINED: frozenset({LeaveStatus.ASKED, LeaveStatus.GRANTED}),
}
"""Who was declined may ask again with another reason; the secretary may think better of it."""


class Standing(TextChoices):
    """Where somebody is during a sitting, as its keeper sees it."""

    MISSING = "missing", _("未到")
    PRESENT = "present", _("在场")
    LEFT = "left", _("离场")
    ON_LEAVE = "on_leave", _("请假")
    ABSENT = "absent", _("缺席")
