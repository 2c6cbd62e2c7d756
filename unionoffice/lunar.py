"""The lunar calendar (农历), as far as people keep their birthdays by it."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from borax.calendars.lunardate import LCalendars, LunarDate

FIRST, LAST = LunarDate.min.to_solar_date(), LunarDate.max.to_solar_date()
"""From when until when astronomers' tables say how the months lie: lunar 1900 to 2100."""

REMEMBERED = 20_000
"""Days whose place in the other calendar is kept: finding it takes long, and people ask for the same days."""


def lunar_birthday(birth: date, lunar_year: int) -> date:
    """The solar day on which the lunar birthday of somebody born on `birth` falls in a lunar year: one in each.

    Who was born in a leap month (闰月) keeps the day in that leap month where the year has it, else in the month of
    the same number. Who was born on the 30th keeps the 29th where the month is short.
    """
    born = _lunar(birth)
    return _kept(lunar_year, born.month, born.day, born.leap)


def lunar_birthdays(birth: date, start: date, end: date) -> Iterator[tuple[date, int]]:
    """The lunar birthdays within some solar days, both included, and how many lunar years each completes.

    A lunar year begins in January or February: in one solar year, a birthday in its last two months (冬月, 腊月) may
    fall twice or not at all.
    """
    born = _lunar(birth).year
    for lunar_year in range(max(start.year - 1, born + 1), end.year + 1):
        day = lunar_birthday(birth, lunar_year)
        if start <= day <= end:
            yield day, lunar_year - born


def lunar_in_words(day: date) -> str:
    """八月十五, 闰六月初三: month and day of a solar day."""
    lunar = _lunar(day)
    return f"{'闰' if lunar.leap else ''}{lunar.cn_month}月{lunar.cn_day}"


@lru_cache(maxsize=REMEMBERED)
def _lunar(day: date) -> LunarDate:
    return LunarDate.from_solar(day)


@lru_cache(maxsize=REMEMBERED)
def _kept(lunar_year: int, month: int, day: int, leap: int) -> date:
    """The solar day on which a lunar one is kept in a year."""
    leap = int(bool(leap) and LCalendars.leap_month(lunar_year) == month)
    return LunarDate(lunar_year, month, min(day, LCalendars.ndays(lunar_year, month, leap)), leap).to_solar_date()
