"""What the office is set up with, for tests."""

import io
from datetime import date

import factory
from PIL import Image

from unionoffice.profiles import SchoolProfile
from unionoffice.rules import RuleKind, RuleSetting
from unionoffice.school_calendar import DayKind, SchoolSpan, SpanKind, SpecialDay
from unionoffice.strokes import StrokeOrder


def picture(size: tuple[int, int] = (8, 8), kind: str = "PNG", **more: object) -> bytes:
    """A plain picture as somebody might send it."""
    kept = io.BytesIO()
    Image.new("RGB", size, "#0f766e").save(kept, format=kind, **more)
    return kept.getvalue()


PIXELS = picture()


class SchoolProfileFactory(factory.django.DjangoModelFactory):
    """A school with a logo."""

    class Meta:
        model = SchoolProfile

    name = "江城市明德中学"
    short_name = "明德中学"
    logo = PIXELS
    logo_name = "d" * 64


class SchoolSpanFactory(factory.django.DjangoModelFactory):
    """The first term."""

    class Meta:
        model = SchoolSpan

    kind = SpanKind.TERM
    name = "2026—2027学年第一学期"
    first_day = date(2026, 9, 1)
    last_day = date(2027, 1, 22)


class SpecialDayFactory(factory.django.DjangoModelFactory):
    """A day off."""

    class Meta:
        model = SpecialDay

    day = factory.Sequence(lambda n: date(2026, 11, 2 + n % 28))
    kind = DayKind.OFF
    label = "校运动会补休"
    source = "校历"


class RuleSettingFactory(factory.django.DjangoModelFactory):
    """A number of days; in force from next year."""

    class Meta:
        model = RuleSetting

    key = "tests.days"
    label = "答复期限"
    kind = RuleKind.DAYS
    unit = "个工作日"
    value = 30
    valid_from = date(2027, 1, 1)
    source = "实施办法"


class StrokeOrderFactory(factory.django.DjangoModelFactory):
    """A rare character."""

    class Meta:
        model = StrokeOrder

    character = "㛃"
    strokes = "531"
