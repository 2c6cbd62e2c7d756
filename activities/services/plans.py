"""Every write to an activity before it is held."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from activities import notices
from activities.enums import UPCOMING, ActivityKind, ActivityStatus
from activities.models import Activity
from activities.permissions import organises
from activities.selectors import plan_findings
from activities.services.sign_ups import move_up
from finance.selectors import three_people
from unionoffice import audit
from unionoffice.attachments import remove_attachments
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused
from unionoffice.states import lock, moving

SERIES = "activities.activity"

AGREED = ("kind", "fund", "budget", "cost_per_head")
"""What the chair approved: after that it changes only by way of a new approval."""

TOLD = ("title", "starts_on", "ends_on", "starts_at", "ends_at", "place")
"""What people were told when the activity was announced: they are told of a change."""


@transaction.atomic
def draft_activity(activity: Activity, *, by: Any) -> Activity:
    """Begin planning. Only the planner and the organisers know of it; it has no number yet."""
    activity.planned_by = by
    check_plan(activity, by)
    with audit.deed("起草活动", by=by):
        activity.save()
    return activity


@transaction.atomic
def amend_activity(activity: Activity, *, changes: Mapping[str, Any], by: Any, on: date) -> Activity:
    """Correct a plan, or an announced activity: those who signed up are told of a new time or place.

    More places let the waiting list move up. Refuses fewer places than are taken, another budget once the chair has
    been asked for it, and anything once it was held.
    """
    lock(activity)
    if activity.status not in (ActivityStatus.DRAFT, ActivityStatus.SUBMITTED, ActivityStatus.APPROVED, *UPCOMING):
        raise Refused(_("活动已经举办或取消，不能再修改安排。"))
    before = {name: getattr(activity, name) for name in changes}
    changed = {name for name, value in changes.items() if before[name] != value}
    if activity.status != ActivityStatus.DRAFT and changed & set(AGREED):
        raise Refused(_("类别、经费来源、预算和人均费用已经送审，不能直接修改。请先退回草稿，修改后重新送审。"))
    for name, value in changes.items():
        setattr(activity, name, value)
    if activity.status != ActivityStatus.DRAFT and plan_findings(activity) != activity.finding:
        raise Refused(_("天数改变后人均费用超出或不再超出标准，请先退回草稿，修改后重新送审。"))
    check_plan(activity, by)
    _check_places(activity)
    with audit.deed("", by=by):
        activity.save()
    if activity.status in UPCOMING:
        move_up(activity, by=by, on=on)
        if changed & set(TOLD):
            notices.changed(activity)
    return activity


def submit_activity(activity: Activity, *, by: Any, on: date) -> Activity:
    """Ask the chair to approve plan and budget, where the budget is the union's money."""
    with moving(activity, to=ActivityStatus.SUBMITTED, by=by, verb="送审"):
        if not activity.plans_union_money:
            raise Refused(_("这次活动不用工会经费，不需要送审，可以直接发布。"))
        if not activity.plan.strip():
            raise Refused(_("请先填写方案与安全预案，再送审。"))
        if activity.kind == ActivityKind.TRIP and activity.cost_per_head is None:
            raise Refused(_("参观疗休养活动有人均费用标准，请先填写人均费用，再送审。"))
        activity.finding = plan_findings(activity)
        give_number(activity, on)
    return activity


def approve_activity(activity: Activity, *, by: Any, on: date, over_reason: str = "") -> Activity:
    """The chair approves plan and budget.

    Refused to who planned it while the rule of three people holds, and over the cap without a reason.
    """
    with moving(activity, to=ActivityStatus.APPROVED, by=by, verb="批准活动方案"):
        if by == activity.planned_by and three_people(on):
            raise Refused(_("不能批准自己策划的活动。请由文体委员或工会秘书起草后送审。"))
        if activity.finding and not over_reason.strip():
            raise Refused(_("超出标准，请写明批准的理由。"))
        activity.approved_by = by
        activity.over_reason = over_reason.strip() if activity.finding else ""
    return activity


def return_activity(activity: Activity, *, by: Any, reason: str) -> Activity:
    """Back to the draft, to be changed and submitted anew; an approval given before is void."""
    with moving(activity, to=ActivityStatus.DRAFT, by=by, verb="退回修改", note=reason):
        if not reason.strip():
            raise Refused(_("请写明退回的原因。"))
        activity.approved_by, activity.finding, activity.over_reason = None, "", ""
    return activity


def announce_activity(activity: Activity, *, by: Any, on: date) -> Activity:
    """Tell the audience.

    Refuses what costs the union money before the chair has approved it, and what has already begun.
    """
    with moving(activity, to=ActivityStatus.ANNOUNCED, by=by, verb="发布活动"):
        if activity.status == ActivityStatus.CLOSED:
            raise Refused(_("报名已经截止。要重新接受报名，请办理“重新开放报名”。"))
        if activity.plans_union_money and activity.status != ActivityStatus.APPROVED:
            raise Refused(_("使用工会经费的活动，方案和预算经主席批准后才能发布。请先送审。"))
        if activity.starts_on < on:
            raise Refused(_("活动日期已过。请修改日期；已经办完的活动请用“补登活动”。"))
        if activity.sign_up_until is not None and activity.sign_up_until < on:
            raise Refused(_("报名截止日期已过，请先修改。"))
        give_number(activity, on)
        activity.announced_on = on
        notices.announced(activity)
    return activity


def close_sign_up(activity: Activity, *, by: Any) -> Activity:
    """No more sign-ups: the list of those who come stands, and only the organisers change it."""
    with moving(activity, to=ActivityStatus.CLOSED, by=by, verb="截止报名"):
        if activity.sign_up_until is None:
            raise Refused(_("这次活动不用报名。"))
    return activity


def reopen_sign_up(activity: Activity, *, until: date, by: Any, on: date) -> Activity:
    """Take sign-ups again until a day."""
    with moving(activity, to=ActivityStatus.ANNOUNCED, by=by, verb="重新开放报名"):
        if activity.status != ActivityStatus.CLOSED:
            raise Refused(_("报名截止以后才能重新开放。"))
        if not on <= until <= activity.starts_on:
            raise Refused(_("报名截止日期不能早于今天，也不能晚于活动日期。"))
        activity.sign_up_until = until
    return activity


def cancel_activity(activity: Activity, *, by: Any, reason: str) -> Activity:
    """Call it off; whoever signed up, or was told where nobody signs up, is told why."""
    with moving(activity, to=ActivityStatus.CANCELLED, by=by, verb="取消活动", note=reason):
        if not reason.strip():
            raise Refused(_("请写明取消的原因。"))
        if activity.number is None:
            raise Refused(_("草稿还没有编号，不需要取消，可以直接删除。"))
        was_announced = activity.status in UPCOMING
        activity.cancelled_because = reason.strip()
        if was_announced:
            notices.cancelled(activity)
    return activity


@transaction.atomic
def delete_activity(activity: Activity, *, by: Any) -> None:
    """Throw a draft away. Refused once it has a number, which is never used again."""
    lock(activity)
    if activity.status != ActivityStatus.DRAFT or activity.number is not None:
        raise Refused(_("只有没送审过的草稿可以删除；其他活动请办理取消。"))
    remove_attachments(activity, by=by)
    with audit.deed("删除草稿", by=by):
        activity.delete()


def give_number(activity: Activity, on: date) -> None:
    """The year's next number, the first time the activity leaves its planner's desk."""
    if activity.number is None:
        activity.number = f"{on.year}-{next_number(SERIES, on.year):03}"


def check_plan(activity: Activity, by: Any) -> None:
    """What no activity may say of itself; raises Refused."""
    if not organises.test(by, activity):
        raise Refused(_("小组长只能办理本小组的活动，请把主办小组选为您的小组。"))
    if activity.ends_on < activity.starts_on:
        raise Refused(_("结束日期不能早于开始日期。"))
    if activity.sign_up_until is not None and activity.sign_up_until > activity.starts_on:
        raise Refused(_("报名截止日期不能晚于活动日期。"))
    if activity.capacity is not None and activity.sign_up_until is None:
        raise Refused(_("填写了名额，请同时填写报名截止日期；不用报名的活动两项都留空。"))
    one_day = activity.starts_on == activity.ends_on
    if one_day and activity.starts_at and activity.ends_at and activity.ends_at <= activity.starts_at:
        raise Refused(_("结束时间要晚于开始时间。"))
    if activity.cost_per_head is not None and not activity.plans_union_money:
        raise Refused(_("人均费用只在使用工会经费、有预算时填写，否则请留空。"))


def _check_places(activity: Activity) -> None:
    taken = activity.sign_ups.with_a_place().count()
    if activity.capacity is not None and activity.capacity < taken:
        raise Refused(_("已有%(taken)s人报名，名额不能少于这个数。请先办理代为取消。") % {"taken": taken})
    if activity.sign_up_until is None and activity.sign_ups.standing().exists():
        raise Refused(_("已经有人报名，报名截止日期不能留空。"))
