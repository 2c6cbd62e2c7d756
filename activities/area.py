"""What activities shows to the rest of the office."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from activities import permissions
from activities.demo import build
from activities.enums import UPCOMING, ActivityStatus
from activities.figures import figures, headlines
from activities.models import Activity
from activities.selectors import activities_waiting, foresee_merge, open_to
from activities.services import settle_before_merge
from activities.wording import named
from unionoffice.areas import HITS, Area, BeforeMerge, CalendarEntry, MemberPanel, NavItem, SearchHit, Task
from unionoffice.precision import Precision

ICON = "ball-volleyball"
REMIND = timedelta(days=7)
"""How long before sign-up closes people are reminded on their desk."""

STEPS = (
    (
        permissions.may_submit & permissions.is_planner,
        _("送审"),
        "activities:activity-submit",
        _("%(title)s的方案还没有送审"),
    ),
    (permissions.may_approve, _("批准"), "activities:activity-approve", _("%(title)s的方案待批准")),
    (permissions.may_announce, _("发布"), "activities:activity-announce", _("%(title)s可以发布了")),
    (permissions.may_approve_cost, _("批准"), "activities:activity-approve-cost", _("%(title)s的支出待批准")),
    (permissions.may_settle, _("结算"), "activities:activity-settle", _("%(title)s可以结算了")),
    (permissions.may_pay, _("付款"), "activities:activity-pay", _("%(title)s待付款")),
)
"""What follows from the state alone, with the words for the desk."""

works_on_activities = permissions.plans_activities | permissions.pays_activities
"""Others have something to do only where they are named as in charge."""

OPEN = (
    ActivityStatus.DRAFT,
    ActivityStatus.SUBMITTED,
    ActivityStatus.APPROVED,
    *UPCOMING,
    ActivityStatus.HELD,
    ActivityStatus.PAYABLE,
)


def tasks(user: Any, on: date) -> Iterator[Task]:
    """Steps that are this user's to take, and sign-ups that close soon."""
    if works_on_activities.test(user) or is_in_charge_somewhere(user):
        for activity in activities_waiting(*OPEN):
            yield from _steps(user, activity, on)
    if user.member_id is not None:
        yield from _closing_soon(user, on)


def is_in_charge_somewhere(user: Any) -> bool:
    """Whether somebody without an office leads an activity that isn't settled yet."""
    return user.member_id is not None and Activity.objects.filter(status__in=OPEN, leader=user.member_id).exists()


def _steps(user: Any, activity: Activity, on: date) -> Iterator[Task]:
    words = {"title": named(activity)}
    for rule, button, url_name, sentence in STEPS:
        if rule.test(user, activity):
            yield Task(str(sentence) % words, str(button), reverse(url_name, args=[activity.pk]))
    overdue = activity.sign_up_until is not None and activity.sign_up_until < on
    if overdue and activity.starts_on >= on and permissions.may_close_sign_up.test(user, activity):
        sentence = str(_("%(title)s报名已到期，请截止报名")) % words
        yield Task(sentence, str(_("截止报名")), reverse("activities:activity-close", args=[activity.pk]))
    if activity.ends_on < on and permissions.may_hold.test(user, activity):
        sentence = str(_("%(title)s已经办完，请登记参加情况")) % words
        yield Task(sentence, str(_("登记举办")), reverse("activities:activity-hold", args=[activity.pk]))
    if (
        activity.actual_cost is None
        and not activity.recorded_late
        and permissions.may_tell_outcome.test(user, activity)
    ):
        sentence = str(_("%(title)s还没有登记支出")) % words
        yield Task(sentence, str(_("登记支出")), reverse("activities:activity-outcome", args=[activity.pk]))


def _closing_soon(user: Any, on: date) -> Iterator[Task]:
    for activity in open_to(user, Activity.objects.visible_to(user), on):
        if activity.sign_up_until is not None and activity.sign_up_until <= on + REMIND:
            yield Task(
                str(_("%(title)s即将截止报名")) % {"title": named(activity)},
                str(_("去报名")),
                reverse("activities:activity-sign-up", args=[activity.pk]),
                activity.sign_up_until,
            )


def calendar(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """Activities on their first day, as far as the user knows of them; those called off aren't shown."""
    known = Activity.objects.visible_to(user).filter(starts_on__range=(start, end), precision=Precision.DAY)
    for activity in known.exclude(status=ActivityStatus.CANCELLED).order_by("starts_on", "pk"):
        yield CalendarEntry(activity.starts_on, activity.title, activity.get_absolute_url(), ICON)


def search(user: Any, text: str) -> Iterator[SearchHit]:
    """Activities by their title, place or number."""
    for activity in Activity.objects.visible_to(user).matching(text).order_by("-starts_on")[:HITS]:
        detail = f"{activity.starts_on.isoformat()} · {activity.get_status_display()}"
        yield SearchHit(activity.title, detail, activity.get_absolute_url(), ICON)


area = Area(
    key="activities",
    label=_("活动"),
    navigation=(NavItem(_("活动"), "activities:activity-list", ICON, permissions.opens_activity_list, thumb=3),),
    figures=figures,
    headlines=headlines,
    member_panels=(MemberPanel(_("参加的活动"), "activities:member-activities", permissions.opens_activity),),
    tasks=tasks,
    search=search,
    calendar=calendar,
    before_merge=BeforeMerge(foresee_merge, settle_before_merge),
    demo=build,
)
