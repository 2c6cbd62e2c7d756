"""Periods: how they are written, that they cover a year without gap or overlap, and what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionoffice.periods import (
    Period,
    PeriodKind,
    calendar_year,
    half_year,
    month,
    quarter,
    school_year,
    school_year_of,
    term,
)
from unionoffice.refusal import Refused

YEARS = st.integers(1000, 9998)
DAYS = st.dates(date(1001, 1, 1), date(9998, 12, 31))
PERIODS = st.one_of(
    st.builds(calendar_year, YEARS),
    st.builds(half_year, YEARS, st.sampled_from([1, 2])),
    st.builds(quarter, YEARS, st.integers(1, 4)),
    st.builds(month, YEARS, st.integers(1, 12)),
    YEARS.map(lambda year: school_year(year, year + 1)),
    st.builds(lambda year, number: term(year, year + 1, number), YEARS, st.sampled_from([1, 2])),
)


def partitions(parts, whole):
    """Whether the parts, one after the other, are exactly the days of the whole."""
    starts = [whole.start, *(part.end + timedelta(days=1) for part in parts)]
    return [part.start for part in parts] == starts[:-1] and parts[-1].end == whole.end


@given(YEARS)
def test_halves_quarters_and_months_partition_the_calendar_year(year):
    whole = calendar_year(year)
    assert partitions([half_year(year, number) for number in (1, 2)], whole)
    assert partitions([quarter(year, number) for number in range(1, 5)], whole)
    assert partitions([month(year, number) for number in range(1, 13)], whole)


@given(YEARS)
def test_quarters_partition_their_half(year):
    assert partitions([quarter(year, 1), quarter(year, 2)], half_year(year, 1))
    assert partitions([quarter(year, 3), quarter(year, 4)], half_year(year, 2))


@given(YEARS)
def test_terms_partition_the_school_year(year):
    assert partitions([term(year, year + 1, 1), term(year, year + 1, 2)], school_year(year, year + 1))


@given(st.integers(1000, 9997))
def test_school_years_follow_each_other_without_gap(year):
    assert school_year(year + 1, year + 2).start - school_year(year, year + 1).end == timedelta(days=1)


@given(DAYS)
def test_day_lies_in_its_school_year_and_in_no_other(day):
    found = school_year_of(day)
    before = school_year(found.year - 1, found.year)
    assert (day in found, day in before) == (True, False)


@given(PERIODS)
def test_code_leads_back_to_the_period(period):
    assert Period.parse(period.code) == period


@given(PERIODS)
def test_first_and_last_day_are_in_the_period_and_their_neighbours_are_not(period):
    day = timedelta(days=1)
    days = (period.start - day, period.start, period.end, period.end + day)
    assert [one in period for one in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("code", "kind", "start", "end", "label"),
    [
        ("2026", PeriodKind.YEAR, date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        ("2026-H1", PeriodKind.HALF, date(2026, 1, 1), date(2026, 6, 30), "2026年上半年"),
        ("2026-H2", PeriodKind.HALF, date(2026, 7, 1), date(2026, 12, 31), "2026年下半年"),
        ("2026-Q3", PeriodKind.QUARTER, date(2026, 7, 1), date(2026, 9, 30), "2026年第三季度"),
        ("2024-02", PeriodKind.MONTH, date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        ("2026-12", PeriodKind.MONTH, date(2026, 12, 1), date(2026, 12, 31), "2026年12月"),
        ("2025-2026", PeriodKind.SCHOOL_YEAR, date(2025, 9, 1), date(2026, 8, 31), "2025—2026学年"),
        ("2025-2026-1", PeriodKind.TERM, date(2025, 9, 1), date(2026, 1, 31), "2025—2026学年第一学期"),
        ("2025-2026-2", PeriodKind.TERM, date(2026, 2, 1), date(2026, 8, 31), "2025—2026学年第二学期"),
    ],
)
def test_each_way_of_writing_a_period(code, kind, start, end, label):
    assert Period.parse(code) == Period(kind, code, start, end, label)


@pytest.mark.parametrize(("typed", "code"), [(" 2026 ", "2026"), ("2026-h1", "2026-H1"), ("2026-5", "2026-05")])
def test_careless_writing_is_understood(typed, code):
    assert Period.parse(typed).code == code


@pytest.mark.parametrize(
    "code",
    [
        "",
        "今年",
        "26",
        "0999",
        "12026",
        "2026-H3",
        "2026-Q0",
        "2026-Q5",
        "2026-00",
        "2026-13",
        "2026-05-01",
        "2025-2026-3",
        "2026;2025",
        "２０２６",
    ],
)
def test_what_is_no_period_is_refused_with_the_ways_to_write_one(code):
    with pytest.raises(Refused) as refusal:
        Period.parse(code)
    assert str(refusal.value) == (
        f"看不懂时段“{code}”，请写成 2026（年）、2026-H1（上半年）、2026-Q1（一季度）、2026-05（月）、"
        "2025-2026（学年）或 2025-2026-1（学期）。"
    )


@pytest.mark.parametrize("code", ["2025-2027", "2026-2025", "2026-2026", "2025-2027-1"])
def test_school_year_of_years_that_do_not_follow_is_refused(code):
    with pytest.raises(Refused, match=r"^学年要写成相连的两年，例如 2025-2026。$"):
        Period.parse(code)


@given(st.text(max_size=20))
def test_any_text_is_a_period_or_refused(text):
    try:
        period = Period.parse(text)
    except Refused:
        return
    assert period.start < period.end


def test_period_is_shown_by_its_label_and_knows_the_year_it_starts_in():
    period = school_year(2025, 2026)
    assert (str(period), period.year) == ("2025—2026学年", 2025)
