"""Terms, vacations and special days as the secretary enters them."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.members.trails import trail
from unionoffice.audit import LogEntry
from unionoffice.refusal import Refused
from unionoffice.school_calendar import (
    DayKind,
    SchoolSpan,
    SpanKind,
    SpecialDay,
    remove_span,
    remove_special_day,
    save_span,
    save_special_day,
)

pytestmark = pytest.mark.django_db


def span(first, last, *, kind=SpanKind.TERM, name="第一学期"):
    return SchoolSpan(kind=kind, name=name, first_day=first, last_day=last)


@pytest.fixture
def term(secretary):
    return save_span(span(date(2026, 9, 1), date(2027, 1, 22)), by=secretary)


def test_entered_term_stands_in_the_trail(term):
    assert (str(term), trail(term)) == ("第一学期", [("", "陈静", "")])


def test_term_may_be_corrected_within_its_own_days(term, secretary):
    term.last_day = date(2027, 1, 15)
    save_span(term, by=secretary)
    assert (SchoolSpan.objects.get().last_day, SchoolSpan.objects.get().version) == (date(2027, 1, 15), 2)


def test_vacation_may_lie_inside_a_term(term, secretary):
    save_span(span(date(2026, 11, 2), date(2026, 11, 6), kind=SpanKind.VACATION, name="秋假"), by=secretary)
    assert [found.name for found in SchoolSpan.objects.vacations()] == ["秋假"]


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (
            date(2027, 1, 22),
            date(2027, 7, 1),
            "与“第一学期”（2026-09-01至2027-01-22）的日期重叠，请核对。",
        ),
        (
            date(2026, 7, 1),
            date(2026, 9, 1),
            "与“第一学期”（2026-09-01至2027-01-22）的日期重叠，请核对。",
        ),
        (date(2027, 7, 1), date(2027, 6, 30), "最后一天不能早于第一天，请核对日期。"),
    ],
)
def test_term_that_does_not_fit_is_refused(term, secretary, first, last, sentence):
    with pytest.raises(Refused) as refusal:
        save_span(span(first, last), by=secretary)
    assert (str(refusal.value), SchoolSpan.objects.count()) == (sentence, 1)


@pytest.mark.parametrize(
    ("first", "last"), [(date(2027, 1, 23), date(2027, 1, 23)), (date(2026, 8, 31), date(2026, 8, 31))]
)
def test_term_may_begin_the_day_after_and_end_the_day_before_another(term, secretary, first, last):
    save_span(span(first, last, name="另一学期"), by=secretary)
    assert SchoolSpan.objects.count() == 2


def test_database_takes_no_span_that_runs_backwards():
    with pytest.raises(IntegrityError), transaction.atomic():
        span(date(2026, 9, 2), date(2026, 9, 1)).save()


def test_removed_term_is_gone_but_for_its_trail(term, secretary):
    remove_span(term, by=secretary)
    entry = LogEntry.objects.first()
    assert (SchoolSpan.objects.count(), entry.what, entry.object_repr, entry.actor_name) == (
        0,
        "删除",
        "第一学期",
        "陈静",
    )


def test_day_has_one_arrangement(secretary):
    day = date(2026, 11, 27)
    made = save_special_day(SpecialDay(day=day, kind=DayKind.OFF, label="补休", source="校历"), by=secretary)
    with pytest.raises(Refused, match=r"^2026-11-27 已经有安排，请先删除原来的那一条。$"):
        save_special_day(SpecialDay(day=day, kind=DayKind.WORKED, label="开放日", source="校历"), by=secretary)
    assert (list(SpecialDay.objects.all()), trail(made)) == ([made], [("", "陈静", "")])


def test_removed_special_day_is_gone_but_for_its_trail(secretary):
    special = SpecialDay(day=date(2026, 11, 27), kind=DayKind.OFF, label="补休", source="校历")
    remove_special_day(save_special_day(special, by=secretary), by=secretary)
    assert (SpecialDay.objects.count(), LogEntry.objects.first().object_repr) == (0, "2026-11-27 放假（补休）")
