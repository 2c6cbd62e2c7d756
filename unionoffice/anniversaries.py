"""Days that come again, and days counted in whole months."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

MONTHS_A_YEAR = 12


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or earlier; where that month is too short, its last day."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def anniversary(day: date, year: int) -> date:
    """The day in another year; 29 February is kept on the 28th where the year has no 29th."""
    return months_after(day, (year - day.year) * MONTHS_A_YEAR)


def anniversaries(day: date, start: date, end: date) -> Iterator[tuple[date, int]]:
    """The anniversaries of a day within some days, both included, and how many years each completes."""
    for year in range(max(start.year, day.year + 1), end.year + 1):
        if start <= anniversary(day, year) <= end:
            yield anniversary(day, year), year - day.year
