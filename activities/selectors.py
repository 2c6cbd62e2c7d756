"""Reads of activities that span several tables."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from activities.enums import HAPPENED, ActivityKind, ActivityStatus, SignUpStatus
from activities.models import Activity, SignUp
from finance.enums import Fund
from members.models import Account, Attendance, Member
from members.selectors import audience_members, gatherings_of, own_audiences
from unionoffice.areas import Foreseen, Scope
from unionoffice.dated import covering
from unionoffice.merging import twins
from unionoffice.money import NOTHING, cents, format_money
from unionoffice.periods import Period
from unionoffice.rules import RuleSetting, rule_setting

SOURCE = Activity._meta.label

TRIP_CAP = "activities.trip_cap_per_head_and_day"
"""The rule on how many 元 a trip may cost the union for one person and day."""


def people_meant(activity: Activity) -> QuerySet[Member]:
    """The audience on the activity's day."""
    return audience_members(activity.audience, activity.starts_on)


def is_meant(activity: Activity, member_id: int) -> bool:
    """Whether somebody belongs to the audience on the activity's day."""
    return people_meant(activity).filter(pk=member_id).exists()


def accounts_of(members: QuerySet[Member]) -> QuerySet[Account]:
    """Who of them can be told something in the office."""
    return Account.objects.filter(member__in=members.order_by().values("pk"), is_active=True)


def names_present() -> QuerySet[Attendance]:
    """Who came to the activity of the row outside, by name."""
    return Attendance.objects.present().filter(gathering__source_model=SOURCE, gathering__source_key=OuterRef("pk"))


def count_by_name(activity: Activity) -> int:
    """How many are known by name to have come."""
    return Attendance.objects.present().filter(gathering__in=gatherings_of(activity).values("pk")).count()


def attended(activity: Activity) -> int:
    """How many came: by name where anybody is known by name, else the number that was told."""
    return count_by_name(activity) or activity.headcount or 0


def with_attendance(activities: QuerySet[Activity], *, group_id: int | None = None) -> QuerySet[Any]:
    """Activities with `attended` (人次): the names where there are any, else the number that was told.

    With a group only those of its people are counted who are known by name. Rows that were counted before stay as
    they are: a list behind a figure of one group measures what the figure does.
    """
    if "attended" in activities.query.annotations:
        return activities
    names = names_present()
    if group_id is not None:
        names = names.filter(of_the_group(group_id))
    counted = names.order_by().values("gathering__source_key").annotate(n=Count("pk")).values("n")
    told = () if group_id is not None else (F("headcount"),)
    return activities.annotate(attended=Coalesce(Subquery(counted), *told, 0, output_field=IntegerField()))


def of_the_group(group_id: int) -> Q:
    """Attendance of people who belonged to the group on the day of the gathering."""
    held = Member.objects.filter(
        covering(OuterRef("gathering__on"), path="group_places__"),
        pk=OuterRef("member_id"),
        group_places__group_id=group_id,
    )
    return Q(Exists(held))


def attendance_total(activities: QuerySet[Activity]) -> int:
    """All attendance of some activities, in 人次."""
    return with_attendance(activities).order_by().aggregate(total=Sum("attended"))["total"] or 0


def people_total(activities: QuerySet[Activity]) -> int:
    """How many different people are known by name to have come to some activities."""
    keys = activities.order_by().values("pk")
    came = Attendance.objects.present().filter(gathering__source_model=SOURCE, gathering__source_key__in=keys)
    return came.people()


def cost_total(activities: QuerySet[Activity]) -> Decimal:
    """What some activities cost, in 元."""
    return cents(activities.order_by().aggregate(total=Sum("actual_cost"))["total"] or NOTHING)


def activities_held(period: Period, scope: Scope) -> QuerySet[Activity]:
    """Activities that took place in the period; of a group those that it held itself."""
    held = Activity.objects.held_in(period.start, period.end)
    return held if scope.group_id is None else held.filter(group=scope.group_id)


def joined_by_group(activities: QuerySet[Activity], group_id: int) -> QuerySet[Any]:
    """Activities of others to which people of the group came by name, with `attended` counting those alone."""
    came = Exists(names_present().filter(of_the_group(group_id)))
    others = activities.filter(came).exclude(group=group_id)
    return with_attendance(others, group_id=group_id)


def with_places_taken(activities: QuerySet[Activity]) -> QuerySet[Any]:
    """Activities with `taken` and `waiting`: how many have a place and how many wait for one."""
    taken, waiting = _signed(SignUp.objects.with_a_place()), _signed(SignUp.objects.waiting())
    return activities.annotate(taken=taken, waiting=waiting)


def _signed(sign_ups: QuerySet[SignUp]) -> Coalesce:
    rows = sign_ups.filter(activity=OuterRef("pk")).order_by().values("activity")
    return Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0)


def places(activity: Activity) -> tuple[int, int]:
    """How many have a place, and how many wait for one."""
    standing = activity.sign_ups.aggregate(
        taken=Count("pk", filter=Q(status=SignUpStatus.SIGNED_UP)),
        waiting=Count("pk", filter=Q(status=SignUpStatus.WAITING)),
    )
    return standing["taken"], standing["waiting"]


def own_sign_up(activity: Activity, member_id: int | None) -> SignUp | None:
    """Somebody's standing sign-up."""
    return None if member_id is None else activity.sign_ups.standing().filter(member=member_id).first()


def position_in_queue(sign_up: SignUp) -> int:
    """The how-manieth of the waiting list: 1 moves up next."""
    return sign_up.activity.sign_ups.waiting().filter(place__lte=sign_up.place).count()


def trip_rule(on: date) -> RuleSetting:
    """The cap of a trip in force on a day, with its source."""
    return rule_setting(TRIP_CAP, on=on)


def over_the_cap(activity: Activity, per_head: Decimal) -> str:
    """The sentence that a trip costs the union more for one person and day than the rule allows; empty otherwise."""
    if activity.kind != ActivityKind.TRIP or activity.fund != Fund.UNION:
        return ""
    cap = trip_rule(activity.starts_on)
    daily = cents(per_head / activity.days)
    if daily <= cap.value:
        return ""
    return _("每人每天%(daily)s元，超过“%(label)s”的%(cap)s元。依据：%(source)s") % {
        "daily": format_money(daily),
        "label": cap.label,
        "cap": format_money(Decimal(cap.value)),
        "source": cap.source,
    }


def plan_findings(activity: Activity) -> str:
    """What a plan exceeds, as the chair reads it before approving; empty where nothing."""
    return over_the_cap(activity, activity.cost_per_head) if activity.cost_per_head else ""


def cost_findings(activity: Activity, attended: int) -> str:
    """What the actual cost exceeds: the approved budget, or the cap of a trip; empty where nothing."""
    cost, findings = activity.actual_cost or NOTHING, []
    if cost > activity.budget:
        sentence = _("超出预算%(over)s元。") if activity.budget else _("没有编列预算，实际支出%(over)s元。")
        findings.append(sentence % {"over": format_money(cost - activity.budget)})
    if attended and (over := over_the_cap(activity, cost / attended)):
        findings.append(over)
    return "".join(findings)


def activities_waiting(*statuses: ActivityStatus) -> QuerySet[Activity]:
    """Activities at some steps, the earliest first."""
    return Activity.objects.filter(status__in=statuses).select_related("group").order_by("starts_on", "pk")


def open_to(user: Any, activities: QuerySet[Activity], on: date) -> Iterator[Activity]:
    """Those of `activities` for which somebody can still sign up, being meant today, and hasn't."""
    mine = SignUp.objects.standing().filter(member=user.member_id, activity=OuterRef("pk"))
    return iter(
        activities.filter(
            ~Exists(mine),
            status=ActivityStatus.ANNOUNCED,
            sign_up_until__gte=on,
            audience__in=own_audiences(user, on),
        ).order_by("sign_up_until", "pk")
    )


def taken_part(member: Member) -> QuerySet[Activity]:
    """Activities that somebody is known by name to have come to."""
    came = names_present().filter(member=member)
    return Activity.objects.filter(Exists(came), status__in=HAPPENED).order_by("-starts_on")


def sign_ups_shown(activity: Activity) -> QuerySet[SignUp]:
    """Who has a place and who waits, in order, with their names."""
    return activity.sign_ups.standing().select_related("member").order_by("status", "place")


def double_sign_ups(kept: Member, dropped: Member) -> list[tuple[SignUp, SignUp]]:
    """Sign-ups of two records of one person for one activity, where both stand."""
    return twins(SignUp.objects.standing().select_related("activity"), kept, dropped, "activity_id")


def foresee_merge(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    """Who signed up twice keeps one place."""
    if count := len(double_sign_ups(kept, dropped)):
        yield Foreseen(_("%(n)d个活动两份档案都报了名，各留一个名额，多出的名额由候补递补。") % {"n": count})
