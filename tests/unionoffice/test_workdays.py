"""Working days, against a walk from day to day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionoffice.school_calendar import DayKind, SchoolSpan, SpanKind, SpecialDay
from unionoffice.workdays import Workdays, add_workdays, by_law, is_announced, is_workday, workdays_between

ONE_DAY = timedelta(days=1)
DAYS = st.dates(date(2024, 11, 1), date(2028, 3, 31))
SPECIAL = st.dictionaries(DAYS, st.sampled_from(DayKind), max_size=12)
SPANS = st.lists(st.tuples(DAYS, st.integers(0, 60)), max_size=3).map(
    lambda spans: tuple((first, first + timedelta(days=length)) for first, length in spans)
)


def works(day, special, paused):
    if any(first <= day <= last for first, last in paused):
        return False
    return special[day] == DayKind.WORKED if day in special else by_law(day)


def walk(start, count, special, paused):
    day = start
    while count:
        day += ONE_DAY
        count -= works(day, special, paused)
    return day


@given(DAYS, st.integers(0, 120), SPECIAL, SPANS)
def test_deadline_is_where_a_walk_from_day_to_day_ends(start, count, special, paused):
    assert Workdays(special, paused).add(start, count) == walk(start, count, special, paused)


@given(DAYS, DAYS, SPECIAL, SPANS)
def test_days_between_are_those_that_a_walk_meets(start, end, special, paused):
    met, day = 0, start
    while day < end:
        day += ONE_DAY
        met += works(day, special, paused)
    calendar = Workdays(special, paused)
    assert calendar.between(start, end) == (met if start <= end else -calendar.between(end, start))


@given(DAYS, st.integers(1, 120), SPECIAL, SPANS)
def test_counting_back_from_a_deadline_gives_what_was_added(start, count, special, paused):
    calendar = Workdays(special, paused)
    deadline = calendar.add(start, count)
    assert (calendar.is_workday(deadline), calendar.between(start, deadline)) == (True, count)


def test_nothing_comes_before_today():
    with pytest.raises(ValueError, match="-1"):
        Workdays({}).add(date(2026, 3, 2), -1)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 2, 14), True),  # Saturday, made up for the Spring Festival
        (date(2026, 2, 16), False),  # Monday, Spring Festival
        (date(2026, 3, 6), True),  # Friday
        (date(2026, 3, 7), False),  # Saturday
    ],
)
def test_announced_year_follows_the_announcement(day, works):
    assert by_law(day) is works


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2099, 1, 1), False),
        (date(2099, 1, 2), True),  # Friday
        (date(2099, 5, 1), False),
        (date(2099, 5, 4), True),
        (date(2099, 10, 2), False),
        (date(2099, 10, 5), True),
        (date(2099, 10, 10), False),  # Saturday
    ],
)
def test_year_not_announced_has_its_weekends_and_fixed_holidays(day, works):
    assert (is_announced(day.year), by_law(day)) == (False, works)


def test_five_working_days_of_a_notice_pass_over_the_national_holiday():
    with_the_holiday = [day for day in (date(2026, 9, 28) + ONE_DAY * n for n in range(20)) if by_law(day)]
    assert Workdays({}).add(date(2026, 9, 28), 5) == with_the_holiday[5]


@pytest.fixture
def own_calendar(db):
    SpecialDay.objects.create(day=date(2026, 11, 27), kind=DayKind.OFF, label="校运动会补休", source="校历")
    SpecialDay.objects.create(day=date(2026, 11, 28), kind=DayKind.WORKED, label="校园开放日", source="校历")
    for kind, name, first, last in (
        (SpanKind.TERM, "第一学期", date(2026, 9, 1), date(2027, 1, 22)),
        (SpanKind.VACATION, "寒假", date(2027, 1, 23), date(2027, 2, 21)),
    ):
        SchoolSpan.objects.create(kind=kind, name=name, first_day=first, last_day=last)


def test_school_calendar_goes_before_the_weekday(own_calendar):
    week = [date(2026, 11, 26) + ONE_DAY * passed for passed in range(4)]
    assert [is_workday(day) for day in week] == [True, False, True, False]


def test_deadline_uses_the_school_calendar(own_calendar):
    assert [add_workdays(date(2026, 11, 26), count) for count in range(3)] == [
        date(2026, 11, 26),
        date(2026, 11, 28),
        date(2026, 11, 30),
    ]


def test_vacation_counts_unless_it_pauses(own_calendar):
    start = date(2027, 1, 20)
    assert add_workdays(start, 3) == date(2027, 1, 25)
    assert add_workdays(start, 3, pause_vacations=True) == date(2027, 2, 22)


def test_days_between_leave_out_a_vacation_that_pauses(own_calendar):
    span = (date(2027, 1, 20), date(2027, 2, 23))
    assert workdays_between(*span, pause_vacations=True) == 4
    assert workdays_between(*reversed(span), pause_vacations=True) == -4


def test_days_between_a_day_and_itself_are_none(own_calendar):
    assert workdays_between(date(2026, 11, 26), date(2026, 11, 26)) == 0


@pytest.mark.parametrize("count", [3, 300])
def test_any_number_of_days_takes_one_query_and_a_second_for_vacations(
    own_calendar, django_assert_num_queries, count
):
    with django_assert_num_queries(1):
        add_workdays(date(2026, 11, 1), count)
    with django_assert_num_queries(2):
        add_workdays(date(2026, 11, 1), count, pause_vacations=True)
    with django_assert_num_queries(1):
        workdays_between(date(2026, 11, 1), date(2026, 11, 1) + ONE_DAY * count)
