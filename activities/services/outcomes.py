"""Every write about how an activity went and what it cost."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from activities.enums import UPCOMING, ActivityKind, ActivityStatus
from activities.models import Activity
from activities.selectors import attended, cost_findings, count_by_name
from activities.services.plans import check_plan, give_number
from finance.enums import SubjectCode
from finance.models import BankAccount
from finance.permissions import books
from finance.selectors import subject_of, three_people
from finance.services import pay_entry, post_expense
from members.models import Gathering
from members.selectors import gatherings_of
from members.services import open_gathering
from unionoffice import audit
from unionoffice.precision import Precision, span_of
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef
from unionoffice.states import lock, moving

SUBJECTS = {
    ActivityKind.CULTURE: SubjectCode.CULTURE,
    ActivityKind.FESTIVAL: SubjectCode.CULTURE,
    ActivityKind.TRIP: SubjectCode.CULTURE,
    ActivityKind.CONTEST: SubjectCode.CULTURE,
}
"""What an activity of a kind is booked under; the others are 其他活动."""


@transaction.atomic
def record_activity(activity: Activity, *, by: Any, on: date) -> Activity:
    """Enter an activity that was held without a plan in here (补登); its day may be known by month or year only.

    A cost in union money still waits for the chair's approval. Refuses days to come.
    """
    if activity.precision != Precision.DAY:
        span = span_of(activity.starts_on, Precision(activity.precision))
        activity.starts_on, activity.ends_on = span.start, span.end
    if activity.starts_on > on or (activity.precision == Precision.DAY and activity.ends_on > on):
        raise Refused(_("补登的活动应当已经办完，日期不能晚于今天。"))
    activity.planned_by, activity.recorded_late, activity.status = by, True, ActivityStatus.HELD
    check_plan(activity, by)
    _check_cost(activity, by, on)
    give_number(activity, on)
    with audit.deed("补登活动", by=by):
        activity.save()
    return activity


def hold_activity(activity: Activity, *, headcount: int | None, report: str, by: Any, on: date) -> Activity:
    """Note that it took place. Refused before its day, and where nobody is known to have come."""
    with moving(activity, to=ActivityStatus.HELD, by=by, verb="登记举办"):
        if activity.starts_on > on:
            raise Refused(_("活动还没有开始，请在活动当天或以后登记。"))
        _count(activity, headcount)
        activity.report = report
    return activity


@transaction.atomic
def open_attendance(activity: Activity, *, by: Any, at: datetime) -> Gathering:
    """The activity's attendance: begun now, or the one that was begun before.

    Whoever came without having signed up, or from outside the audience, is recorded as such. Refused beside a number
    without names: one and the same attendance isn't told twice.
    """
    lock(activity)
    if activity.status not in (*UPCOMING, ActivityStatus.HELD):
        raise Refused(_("现在不能登记签到。请刷新页面查看最新情况。"))
    if activity.headcount is not None:
        raise Refused(_("已经填写了参加人数。要改用签到名单，请先清空参加人数。"))
    begun = gatherings_of(activity).first()
    title = _("%(title)s签到") % {"title": activity.title}
    return begun or open_gathering(activity, title=title, on=activity.starts_on, by=by, at=at, admits_others=True)


@transaction.atomic
def tell_outcome(
    activity: Activity,
    *,
    headcount: int | None,
    report: str,
    actual_cost: Decimal | None,
    payee: str,
    by: Any,
    on: date,
) -> Activity:
    """Say how many came, how it went and what it cost, as long as nobody has signed for the cost."""
    lock(activity)
    if activity.status != ActivityStatus.HELD:
        raise Refused(_("只有已举办、还没有结算的活动可以登记结果。"))
    _count(activity, headcount)
    activity.report, activity.actual_cost, activity.payee = report, actual_cost, payee
    _check_cost(activity, by, on)
    with audit.deed("登记结果", by=by):
        activity.save()
    return activity


def approve_cost(activity: Activity, *, by: Any, on: date, over_reason: str = "") -> Activity:
    """The chair signs for what it cost the union: an approved entry in the ledger, which the cashier then pays.

    Refused to whoever claims it while the rule of three people holds; over budget or cap only with a reason.
    """
    with moving(activity, to=ActivityStatus.PAYABLE, by=by, verb="批准支出"):
        if not activity.costs_union_money:
            raise Refused(_("这次活动没有工会经费支出，不需要批准，可以直接结算。"))
        if by == activity.told_by and three_people(on):
            raise Refused(_("不能批准自己报的账。请由活动策划人或负责人登记支出。"))
        activity.finding = cost_findings(activity, attended(activity))
        if activity.finding and not over_reason.strip():
            raise Refused(_("超出预算或标准，请写明批准的理由。"))
        activity.over_reason = over_reason.strip() if activity.finding else ""
        activity.approved_by = by
        activity.entry = post_expense(
            subject=subject_of(SUBJECTS.get(ActivityKind(activity.kind), SubjectCode.OTHER_ACTIVITY)),
            amount=activity.actual_cost or Decimal(0),
            payee=activity.payee,
            purpose=_("活动支出（%(number)s）") % {"number": activity.public_number},
            source=SourceRef.to(activity),
            requested_by=activity.told_by,
            by=by,
            on=on,
        )
    return activity


def pay_activity(activity: Activity, *, account: BankAccount, by: Any, on: date) -> Activity:
    """The cashier pays; its entry then waits for booking."""
    with moving(activity, to=ActivityStatus.SETTLED, by=by, verb="付款结算"):
        if activity.entry is None:
            raise Refused(_("支出还没有经主席批准，不能付款。"))
        pay_entry(activity.entry, account=account, by=by, on=on, source=SourceRef.to(activity))
    return activity


def settle_activity(activity: Activity, *, by: Any) -> Activity:
    """Close the books of an activity that cost the union nothing: there is no entry."""
    with moving(activity, to=ActivityStatus.SETTLED, by=by, verb="结算"):
        if activity.actual_cost is None:
            raise Refused(_("请先登记实际支出；没有支出的填0。"))
        if activity.costs_union_money:
            raise Refused(_("这次活动用了工会经费，支出经主席批准、出纳付款后自动结算。"))
    return activity


def _count(activity: Activity, headcount: int | None) -> None:
    """Keep a number only where there are no names, and let nobody check in beside it.

    What was recorded afterwards may lack both: nobody counted.
    """
    if headcount is not None and gatherings_of(activity).filter(closed_at=None).exists():
        raise Refused(_("签到还没有结束。请先结束签到，再填写参加人数。"))
    names = count_by_name(activity)
    if names and headcount is not None:
        raise Refused(_("已有%(names)s人签到，人数按签到名单计算，请把参加人数留空。") % {"names": names})
    if not names and headcount is None and not activity.recorded_late:
        raise Refused(_("还没有人签到。请先登记签到，或者填写参加人数。"))
    activity.headcount = headcount


def _check_cost(activity: Activity, by: Any, on: date) -> None:
    if activity.costs_union_money:
        if not activity.payee.strip():
            raise Refused(_("有工会经费支出的，请填写收款方。"))
        if books.test(by) and three_people(on):
            raise Refused(_("申请、批准、记账须由三人分别办理，会计不能报账，请由活动策划人登记支出。"))
    activity.told_by = by if activity.actual_cost is not None else None
