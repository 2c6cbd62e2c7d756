"""Which periods are due between two days: none twice, none forgotten, whatever the school's calendar says."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affairs.enums import Interval, Stage
from affairs.selectors import periods_due, reckoned_on
from unionoffice.school_calendar import SchoolSpan, SpanKind

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
WIDE = (date(2026, 1, 1), date(2026, 12, 31))


def codes(interval, stage=Stage.AFTER, start=WIDE[0], end=WIDE[1], **kwargs):
    return [period.code for period in periods_due(interval, stage, start, end, **kwargs)]


def test_months_of_a_year_are_twelve():
    assert codes(Interval.MONTH) == [f"2026-{number:02}" for number in range(1, 13)]


@pytest.mark.parametrize(
    ("interval", "stage", "due"),
    [
        (Interval.QUARTER, Stage.AFTER, ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        (Interval.HALF, Stage.AFTER, ["2026-H1", "2026-H2"]),
        (Interval.TERM, Stage.AFTER, ["2025-2026-1", "2025-2026-2"]),
        (Interval.TERM, Stage.BEFORE, ["2025-2026-2", "2026-2027-1"]),
        (Interval.YEAR, Stage.AFTER, ["2026"]),
        (Interval.SCHOOL_YEAR, Stage.AFTER, ["2025-2026"]),
        (Interval.SCHOOL_YEAR, Stage.BEFORE, ["2026-2027"]),
    ],
)
def test_periods_that_end_in_the_year_are_its_own_and_before_the_fact_those_that_begin_in_it(interval, stage, due):
    assert codes(interval, stage) == due


def test_term_ends_when_the_school_calendar_says():
    held = SchoolSpan(kind=SpanKind.TERM, first_day=date(2026, 9, 7), last_day=date(2027, 1, 22))
    after = periods_due(Interval.TERM, Stage.AFTER, date(2027, 1, 1), date(2027, 1, 31), terms=[held])
    assert [(period.code, period.start, period.end) for period in after] == [
        ("2026-2027-1", date(2026, 9, 7), date(2027, 1, 22))
    ]
    assert codes(Interval.TERM, Stage.AFTER, date(2027, 1, 23), date(2027, 1, 31), terms=[held]) == []


def test_first_and_last_years_of_the_calendar_are_reckoned_too():
    assert codes(Interval.YEAR, start=date(9999, 1, 1), end=date(9999, 12, 31)) == []
    assert codes(Interval.YEAR, start=date(1, 1, 1), end=date(2, 12, 31)) == ["0001", "0002"]


@given(st.sampled_from(Interval), st.sampled_from(Stage), DAYS, st.integers(0, 1500), st.integers(0, 1500))
def test_two_stretches_of_days_have_the_periods_of_both_together(interval, stage, start, first, second):
    middle, end = start + timedelta(days=first), start + timedelta(days=first + second + 1)
    apart = codes(interval, stage, start, middle) + codes(interval, stage, middle + timedelta(days=1), end)
    assert codes(interval, stage, start, end) == apart


@given(st.sampled_from(Interval), st.sampled_from(Stage), DAYS, st.integers(0, 1500))
def test_periods_due_follow_each_other_without_a_gap(interval, stage, start, days):
    end = start + timedelta(days=days)
    due = periods_due(interval, stage, start, end)
    assert all(start <= reckoned_on(period, stage) <= end for period in due)
    assert all(one.end + timedelta(days=1) == other.start for one, other in pairwise(due))


@given(st.sampled_from(Interval), st.sampled_from(Stage), DAYS)
def test_every_day_is_the_day_of_reckoning_of_one_period_at_the_most(interval, stage, day):
    assert len(codes(interval, stage, day, day)) <= 1
