"""Working days: weekends, statutory holidays and make-up days, and what the school itself set.

The counting rule of all deadlines here: the day of the event doesn't count, the working day after it is the first
(民法典第二百零一条, on periods counted in days).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

import chinese_calendar
from chinese_calendar import constants

from unionoffice.school_calendar import DayKind, SchoolSpan, SpecialDay

ONE_DAY = timedelta(days=1)
FRIDAY = 4

FIXED_HOLIDAYS = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Month and day of the holidays whose date is certain before a year is announced (全国年节及纪念日放假办法, 2024).
Those of the lunar calendar, bridging days and make-up days are known from the yearly announcement alone."""

ANNOUNCED = frozenset({day.year for day in constants.holidays})
"""Years whose holidays and make-up days are known from the State Council's announcement."""


@dataclass(frozen=True)
class Workdays:
    """The calendar of a stretch of days, read once: ask it about many days without another query.

    `special` are the school's own days and go before everything; in `paused` vacations nothing counts.
    """

    special: Mapping[date, str]
    paused: tuple[tuple[date, date], ...] = ()

    @classmethod
    def load(cls, first: date, last: date | None = None, *, pause_vacations: bool = False) -> "Workdays":
        """Read what the school set for these days, without a last one for all that follow: one query, or two."""
        days = SpecialDay.objects.filter(day__gte=first)
        spans = SchoolSpan.objects.vacations().filter(last_day__gte=first)
        if last is not None:
            days, spans = days.filter(day__lte=last), spans.filter(first_day__lte=last)
        paused = tuple(spans.values_list("first_day", "last_day")) if pause_vacations else ()
        return cls(dict(days.values_list("day", "kind")), paused)

    def is_workday(self, day: date) -> bool:
        """Whether people work on that day, and nothing is paused."""
        if any(first <= day <= last for first, last in self.paused):
            return False
        if kind := self.special.get(day):
            return kind == DayKind.WORKED
        return by_law(day)

    def after(self, start: date) -> Iterator[date]:
        """The working days after `start`, without end."""
        day = start
        while True:
            day += ONE_DAY
            if self.is_workday(day):
                yield day

    def add(self, start: date, count: int) -> date:
        """The `count`-th working day after `start`; `start` itself for 0. ValueError below 0."""
        if count < 0:
            raise ValueError(count)
        return next(islice(self.after(start), count - 1, None)) if count else start

    def between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to and with `end`; below 0 where `end` is the earlier one."""
        if end < start:
            return -self.between(end, start)
        return sum(self.is_workday(start + ONE_DAY * passed) for passed in range(1, (end - start).days + 1))


def is_announced(year: int) -> bool:
    """Whether the year's bridging and make-up days are known. If not, pages that count in it must say so."""
    return year in ANNOUNCED


def by_law(day: date) -> bool:
    """Whether people work on that day by the State Council's arrangement.

    For a year not announced: from Monday to Friday, but for the holidays whose date is certain.
    """
    if is_announced(day.year):
        return chinese_calendar.is_workday(day)
    return day.weekday() <= FRIDAY and (day.month, day.day) not in FIXED_HOLIDAYS


def is_workday(day: date) -> bool:
    """Whether people work on that day: the school's own calendar first, then the law's."""
    return Workdays.load(day, day).is_workday(day)


def add_workdays(start: date, count: int, *, pause_vacations: bool = False) -> date:
    """The `count`-th working day after `start`: the first is the working day that follows it. 0 gives `start`.

    With `pause_vacations` no day of the school's vacations counts. ValueError below 0.
    """
    return Workdays.load(start, pause_vacations=pause_vacations).add(start, count)


def workdays_between(start: date, end: date, *, pause_vacations: bool = False) -> int:
    """How many working days lie after `start` up to and with `end`: the day after `start` is the first to count.

    Below 0 where `end` is the earlier one, as for a deadline that has passed; 0 on the same day.
    """
    first, last = sorted((start, end))
    return Workdays.load(first, last, pause_vacations=pause_vacations).between(start, end)
