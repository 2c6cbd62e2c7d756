"""Days that come again."""

from datetime import date

import pytest

from unionoffice.anniversaries import anniversaries, anniversary, month_end, months_after


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(1965, 1, 31), 721, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 12, 15), 0, date(2026, 12, 15)),
    ],
)
def test_months_after_end_with_a_short_month(day, months, expected):
    assert months_after(day, months) == expected


def test_29_february_is_kept_on_the_28th_of_a_short_year():
    born = date(1976, 2, 29)
    assert [anniversary(born, year) for year in (2027, 2028)] == [date(2027, 2, 28), date(2028, 2, 29)]


def test_anniversaries_of_some_days_tell_their_years_and_leave_the_day_itself_out():
    found = list(anniversaries(date(2024, 11, 22), date(2024, 11, 22), date(2026, 11, 22)))
    assert found == [(date(2025, 11, 22), 1), (date(2026, 11, 22), 2)]


def test_anniversary_a_day_outside_is_left_out():
    assert list(anniversaries(date(1980, 11, 22), date(2026, 11, 23), date(2027, 11, 21))) == []


def test_month_ends_by_the_calendar():
    assert [month_end(date(year, 2, 3)) for year in (2026, 2028)] == [date(2026, 2, 28), date(2028, 2, 29)]
