"""Lunar birthdays."""

from datetime import date, timedelta

import pytest
from borax.calendars.lunardate import LunarDate
from hypothesis import given, settings
from hypothesis import strategies as st

from unionoffice.lunar import lunar_birthday, lunar_birthdays, lunar_in_words

BIRTHS = st.dates(date(1920, 1, 1), date(2010, 12, 31))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 17), "正月初一"),
        (date(2026, 6, 19), "五月初五"),
        (date(2026, 9, 25), "八月十五"),
        (date(2026, 2, 16), "腊月廿九"),
        (date(2025, 7, 25), "闰六月初一"),
    ],
)
def test_day_is_told_by_the_lunar_calendar(day, words):
    assert lunar_in_words(day) == words


def test_birthday_falls_on_the_same_lunar_day():
    assert lunar_birthday(date(1966, 9, 29), 2026) == date(2026, 9, 25)


def test_birthday_in_a_leap_month_is_kept_in_the_plain_one_where_the_year_has_none():
    born = date(2025, 7, 27)
    assert lunar_birthday(born, 2026) == date(2026, 7, 16)
    assert lunar_in_words(date(2026, 7, 16)) == "六月初三"


def test_birthday_in_a_leap_month_is_kept_there_where_the_year_has_it_again():
    born = LunarDate(1987, 6, 3, 1).to_solar_date()
    assert lunar_birthday(born, 2025) == date(2025, 7, 27)


def test_birthday_in_a_plain_month_is_kept_there_where_the_year_has_both():
    born = LunarDate(1986, 6, 3).to_solar_date()
    assert lunar_birthday(born, 2025) == LunarDate(2025, 6, 3).to_solar_date()


def test_birthday_on_the_30th_is_kept_on_the_29th_of_a_short_month():
    born = LunarDate(1984, 12, 30).to_solar_date()
    assert lunar_birthday(born, 2025) == date(2026, 2, 16)


def test_birthday_late_in_the_lunar_year_falls_twice_in_one_solar_year_and_never_in_another():
    born = LunarDate(1980, 11, 25).to_solar_date()
    found = {
        year: [day for day, _years in lunar_birthdays(born, date(year, 1, 1), date(year, 12, 31))]
        for year in (2024, 2025, 2026)
    }
    assert found == {2024: [date(2024, 1, 6), date(2024, 12, 25)], 2025: [], 2026: [date(2026, 1, 13)]}


@given(BIRTHS, st.integers(2011, 2090))
@settings(deadline=None)
def test_every_lunar_year_has_one_birthday_within_it(birth, year):
    day = lunar_birthday(birth, year)
    assert LunarDate.from_solar(day).year == year


@given(BIRTHS, st.dates(date(2011, 1, 1), date(2060, 1, 1)), st.integers(0, 1200))
@settings(deadline=None)
def test_birthdays_within_some_days_are_those_of_each_lunar_year(birth, start, length):
    end = start + timedelta(days=length)
    born = LunarDate.from_solar(birth).year
    everything = {lunar_birthday(birth, year): year - born for year in range(born + 1, 2100)}
    assert dict(lunar_birthdays(birth, start, end)) == {
        day: years for day, years in everything.items() if start <= day <= end
    }
