"""The surface of the lists of sittings and of leave."""

from typing import Any

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from congress.enums import LeaveStatus, SittingKind, SittingStatus
from congress.models import Leave, Sitting
from members.models import Member
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

SITTING_TONES = {
    SittingStatus.PLANNED: Tone.WAITS,
    SittingStatus.OPENED: Tone.ACTIVE,
    SittingStatus.CLOSED: Tone.DONE,
}
LEAVE_TONES = {LeaveStatus.ASKED: Tone.WAITS, LeaveStatus.GRANTED: Tone.DONE, LeaveStatus.DECLINED: Tone.CLOSED}


def sitting_badge(sitting: Sitting) -> Badge:
    """How far it is."""
    return Badge(label_of(SittingStatus, sitting.status), SITTING_TONES[SittingStatus(sitting.status)])


def leave_badge(leave: Leave) -> Badge:
    """Whether it was granted."""
    return Badge(label_of(LeaveStatus, leave.status), LEAVE_TONES[LeaveStatus(leave.status)])


class SittingTable(Table):
    """One line a sitting, the latest first."""

    columns = (
        Column(_("会议"), lambda sitting: sitting.whole_title, primary=True),
        Column(_("会议类型"), lambda sitting: label_of(SittingKind, sitting.kind), order_by="kind"),
        Column(_("日期"), lambda sitting: sitting.day, order_by="day"),
        Column(_("时间"), lambda sitting: sitting.hours),
        Column(_("地点"), lambda sitting: sitting.place),
        Column(_("应到"), lambda sitting: sitting.due_count, order_by="due_count"),
        Column(_("开会时实到"), lambda sitting: sitting.present_count, order_by="present_count"),
        Column(_("状态"), sitting_badge, order_by="status"),
    )
    footers = (
        Footer(_("单元会议"), _("次")),
        Footer(_("应到"), _("人次"), of=lambda rows: rows.aggregate(sum=Sum("due_count"))["sum"] or 0),
        Footer(_("实到"), _("人次"), of=lambda rows: rows.aggregate(sum=Sum("present_count"))["sum"] or 0),
    )
    empty = _("还没有安排单元会议。请在大会的页面上安排。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The session, which the name needs, comes along."""
        return rows.select_related("session__term")


class LeaveTable(Table):
    """One line a leave, the latest first; why is on the page of the sitting."""

    columns = (
        Column(_("姓名"), lambda leave: leave.member.name, order_by="member__pinyin", primary=True),
        Column(_("会议"), lambda leave: leave.sitting.whole_title),
        Column(_("会议日期"), lambda leave: leave.sitting.day, order_by="sitting__day"),
        Column(_("申请日期"), lambda leave: leave.asked_on, order_by="asked_on"),
        Column(_("状态"), leave_badge, order_by="status"),
    )
    footers = (Footer(_("请假"), _("人次")),)
    empty = _("没有会议请假。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Person and sitting come along."""
        return rows.select_related("member", "sitting__session__term").defer(*Member.secrets_of("member"), "reason")
