"""The demo school: fictional records that every area adds to, for a first look and for trying things out."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from unionoffice.areas import DemoAccount, areas
from unionoffice.audit import LogEntry
from unionoffice.profiles import SchoolProfile, UnionProfile
from unionoffice.refusal import Refused

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
    """What is done inside bears that day in its trail: so a demo record's history reads as it would have grown."""
    last = LogEntry.objects.aggregate(last=Max("pk"))["last"] or 0
    yield
    if day < timezone.localdate():
        moment = timezone.make_aware(datetime.combine(day, OFFICE_HOUR))
        LogEntry.objects.filter(pk__gt=last).update(timestamp=moment)


@transaction.atomic
def build_demo(on: date) -> list[DemoAccount]:
    """Make the demo school, or what of it is missing; returns one account for each role.

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
            legal_representative="周敏",
        )
    return [account for area in areas() if area.demo for account in area.demo(on)]
