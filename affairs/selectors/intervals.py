"""Which months, quarters, terms and years a regular matter is due for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from affairs.enums import Interval, Stage
from unionoffice.periods import Period, calendar_year, half_year, month, quarter, school_year, term
from unionoffice.school_calendar import SchoolSpan, SpanKind

_OF_A_YEAR: dict[str, Callable[[int], Iterable[Period]]] = {
    Interval.MONTH: lambda year: (month(year, number) for number in range(1, 13)),
    Interval.QUARTER: lambda year: (quarter(year, number) for number in range(1, 5)),
    Interval.HALF: lambda year: (half_year(year, number) for number in (1, 2)),
    Interval.TERM: lambda year: (term(year, year + 1, number) for number in (1, 2)),
    Interval.YEAR: lambda year: (calendar_year(year),),
    Interval.SCHOOL_YEAR: lambda year: (school_year(year, year + 1),),
}
"""The periods of each kind that begin in a calendar year, or in the school year that begins in it."""


def periods_due(
    interval: str, stage: str, start: date, end: date, *, terms: Sequence[SchoolSpan] = ()
) -> list[Period]:
    """The periods whose day of reckoning lies within some days, both included, in order.

    `terms` are the terms of the school's own calendar: where it has entered one, that decides when the term begins
    and ends; for a term that it hasn't entered, the months that are usual do.
    """
    years = range(max(start.year - 1, MINYEAR), min(end.year + 1, MAXYEAR - 1) + 1)
    periods = (period for year in years for period in _OF_A_YEAR[interval](year))
    if interval == Interval.TERM:
        periods = (_as_held(period, terms) for period in periods)
    return [period for period in periods if start <= reckoned_on(period, stage) <= end]


def reckoned_on(period: Period, stage: str) -> date:
    """The day that decides to which year a period's disclosure belongs, and who answers for it.

    What is told before it is decided is due as the period begins; everything else once the period is over.
    """
    return period.start if stage == Stage.BEFORE else period.end


def terms_between(start: date, end: date) -> list[SchoolSpan]:
    """The terms of the school's calendar that can matter to periods reckoned within some days."""
    first, last = max(start.year - 1, MINYEAR), min(end.year + 1, MAXYEAR)
    return list(SchoolSpan.objects.filter(kind=SpanKind.TERM).meeting(date(first, 1, 1), date(last, 12, 31)))


def _as_held(period: Period, terms: Sequence[SchoolSpan]) -> Period:
    """The term as the school held it: by the spans of its calendar whose middle lies in the usual months."""
    held = [span for span in terms if span.first_day + (span.last_day - span.first_day) / 2 in period]
    if not held:
        return period
    return replace(period, start=min(span.first_day for span in held), end=max(span.last_day for span in held))
