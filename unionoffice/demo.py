"""The demo school: fictional records that every area adds to, for a first look and for trying things out."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from unionoffice.areas import DemoAccount, areas
from unionoffice.audit import LogEntry
from unionoffice.inbox import Notice
from unionoffice.periods import Period, school_year_of
from unionoffice.profiles import SchoolProfile, UnionProfile
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.school_calendar import DayKind, SchoolSpan, SpanKind, SpecialDay
from unionoffice.workdays import FRIDAY

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]", "testserver"})
OFFICE_HOUR = time(10, 30)


def is_demo() -> bool:
    """Whether the records are the demo school's own."""
    return SchoolProfile.objects.filter(is_demo=True).exists()


def is_empty() -> bool:
    """Whether no school was set up and no area has a record yet."""
    return not SchoolProfile.objects.exists() and not any(area.has_records() for area in areas() if area.has_records)


@contextmanager
def as_of(day: date) -> Iterator[None]:
    """What is done inside bears that day in its trail: so a demo record's history reads as it would have grown.

    What people were told then they have read since. What an inner `as_of` has dated keeps its own day.
    """
    begun = timezone.now()
    last = {model: model._default_manager.aggregate(last=Max("pk"))["last"] or 0 for model in (LogEntry, Notice)}
    yield
    if day < timezone.localdate():
        moment = timezone.make_aware(datetime.combine(day, OFFICE_HOUR))
        LogEntry.objects.filter(pk__gt=last[LogEntry], timestamp__gte=begun).update(timestamp=moment)
        Notice.objects.filter(pk__gt=last[Notice], made_at__gte=begun).update(made_at=moment, read_at=moment)


@transaction.atomic
def build_demo(on: date) -> list[DemoAccount]:
    """Make the demo school, or what of it is missing; returns one account for each role, in their order.

    Refused on data that isn't the demo's own, and where the office is reached from other machines: everybody
    knows the demo's passwords.
    """
    if far := sorted(set(settings.ALLOWED_HOSTS) - LOCAL_HOSTS):
        raise Refused(_("这台服务器对外提供服务（%(hosts)s），不能建立演示学校。") % {"hosts": "、".join(far)})
    if not is_demo():
        if not is_empty():
            raise Refused(_("数据库里已有真实数据，不能建立演示学校。"))
        SchoolProfile.objects.create(name="江城市明德中学", short_name="明德中学", is_demo=True)
        UnionProfile.objects.create(
            name="江城市明德中学工会委员会",
            upper_union="江城市教育工会",
            legal_id_no="工法证字第160012345号",
            founding_document="江教工组〔1998〕12号",
            legal_id_from=date(on.year - 4, 3, 1),
            legal_id_until=date(on.year + 1, 2, 28),
            legal_representative="周敏",
        )
        _set_school_year(school_year_of(on))
    told = [account for area in areas() if area.demo for account in area.demo(on)]
    order = [str(role.label) for role in Role]
    return sorted(told, key=lambda account: order.index(account.role))


def _set_school_year(year: Period) -> None:
    first, second = year.start.year, year.end.year
    for kind, name, start, end in (
        (SpanKind.TERM, f"{year.label}第一学期", date(first, 9, 1), date(second, 1, 22)),
        (SpanKind.VACATION, f"{second}年寒假", date(second, 1, 23), date(second, 2, 21)),
        (SpanKind.TERM, f"{year.label}第二学期", date(second, 2, 22), date(second, 7, 2)),
        (SpanKind.VACATION, f"{second}年暑假", date(second, 7, 3), date(second, 8, 31)),
    ):
        SchoolSpan.objects.create(kind=kind, name=name, first_day=start, last_day=end)
    ninth = date(first, 11, 9)
    sports_day = ninth + timedelta(days=(FRIDAY - ninth.weekday()) % 7)
    SpecialDay.objects.create(day=sports_day, kind=DayKind.OFF, label="校运动会", source=f"{year.label}校历")
