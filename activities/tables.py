"""The surface of the list of activities."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from activities.enums import ActivityKind, ActivityStatus, Occasion
from activities.figures import PEOPLE_KEY
from activities.models import Activity
from activities.selectors import attendance_total, cost_total, people_total, with_attendance, with_places_taken
from activities.wording import day_in_lists
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

TONES = {
    ActivityStatus.DRAFT: Tone.CLOSED,
    ActivityStatus.SUBMITTED: Tone.WAITS,
    ActivityStatus.APPROVED: Tone.WAITS,
    ActivityStatus.ANNOUNCED: Tone.ACTIVE,
    ActivityStatus.CLOSED: Tone.ACTIVE,
    ActivityStatus.HELD: Tone.DONE,
    ActivityStatus.PAYABLE: Tone.WAITS,
    ActivityStatus.SETTLED: Tone.DONE,
    ActivityStatus.CANCELLED: Tone.CLOSED,
}


def activity_badge(activity: Activity) -> Badge:
    """Where the activity stands."""
    return Badge(label_of(ActivityStatus, activity.status), TONES[ActivityStatus(activity.status)])


def places_taken(activity: Any) -> str:
    """23/30，候补2人: how full it is; empty where nobody signs up."""
    if activity.sign_up_until is None:
        return ""
    taken = f"{activity.taken}/{activity.capacity}" if activity.capacity else str(activity.taken)
    return f"{taken}{_('，候补')}{activity.waiting}" if activity.waiting else taken


class ActivityTable(Table):
    """One line an activity, the latest day first, as every member of staff may read it."""

    columns = (
        Column(_("活动"), lambda activity: activity.title, order_by="title", primary=True),
        Column(_("日期"), day_in_lists, order_by="starts_on"),
        Column(_("类别"), lambda activity: label_of(ActivityKind, activity.kind), order_by="kind"),
        Column(_("节庆"), lambda activity: label_of(Occasion, activity.occasion)),
        Column(_("主办"), lambda activity: activity.group.name if activity.group else _("校工会")),
        Column(_("参加范围"), lambda activity: activity.audience.name),
        Column(_("报名"), places_taken),
        Column(_("参加人次"), lambda activity: activity.attended),
        Column(_("状态"), activity_badge, order_by="status"),
    )
    footers = (
        Footer(_("场次"), _("场")),
        Footer(_("参加人次"), _("人次"), Measure.COUNT, attendance_total),
        Footer(_("参加人数"), _("人"), Measure.PEOPLE, people_total, behind=PEOPLE_KEY),
    )
    empty = _("还没有活动。有新活动时，这里会列出来。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With group and audience, and how many signed up and came."""
        return with_attendance(with_places_taken(rows)).select_related("group", "audience")


class ActivityMoneyTable(ActivityTable):
    """The same with what it cost, for those who plan, approve, book or audit it."""

    columns = (
        *ActivityTable.columns[:-1],
        Column(_("实际支出（元）"), lambda activity: activity.actual_cost, order_by="actual_cost"),
        ActivityTable.columns[-1],
    )
    footers = (*ActivityTable.footers, Footer(_("支出"), _("元"), Measure.SUM, cost_total))
