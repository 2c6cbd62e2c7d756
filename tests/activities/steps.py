"""The steps of an activity as tests take them."""

from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone

from activities import services
from activities.enums import ActivityKind
from activities.models import Activity, SignUp
from members.enums import AttendanceState
from members.services import mark_attendance
from tests.activities.factories import audience
from tests.conftest import TODAY
from unionoffice.audit import trail_of
from unionoffice.inbox import Notice

NOON = timezone.make_aware(datetime.combine(TODAY, time(12)))


def unsaved(**fields):
    """A trip in spring, for the union's money."""
    told = {
        "title": "春游",
        "kind": ActivityKind.TRIP,
        "audience": audience(),
        "starts_on": date(2026, 12, 6),
        "ends_on": date(2026, 12, 6),
        "place": "南湖湿地公园",
        "sign_up_until": date(2026, 11, 29),
        "capacity": 30,
        "budget": Decimal(6000),
        "cost_per_head": Decimal(200),
        "plan": "统一乘车，随队带急救包，负责人全程跟队。",
    }
    return Activity(**{**told, **fields})


def draft(by, **fields):
    return services.draft_activity(unsaved(**fields), by=by)


def come(activity, members, *, by):
    """Some people are noted as present."""
    gathering = services.open_attendance(activity, by=by, at=NOON)
    mark_attendance(gathering, members, AttendanceState.PRESENT, by=by, at=NOON)
    return gathering


def sign_up(activity, member, *, by=None, on=TODAY):
    return services.sign_up(activity, member, by=by or member.account, on=on)


def standing(activity):
    """Name and state of everyone on the list, in order."""
    rows = SignUp.objects.filter(activity=activity).standing().order_by("place").select_related("member")
    return [(row.member.name, row.status) for row in rows]


def verbs(record):
    return [(entry.actor_name, entry.verb) for entry in reversed(trail_of(record))]


def told(account):
    """What somebody finds in the inbox, the first first."""
    return list(Notice.objects.filter(account=account).order_by("pk").values_list("sentence", flat=True))


def stored(record):
    return type(record).objects.get(pk=record.pk)
