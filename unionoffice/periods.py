"""Spans of time that an office reports on."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from unionoffice.refusal import Refused

SCHOOL_YEAR_MONTH = 9
"""A school year starts on 1 September."""
SECOND_TERM_MONTH = 2
"""The second term starts on 1 February, unless the school's own calendar says otherwise."""


class PeriodKind(StrEnum):
    """Kinds of period, each with the way it is written on a command line or in an address."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    SCHOOL_YEAR = "school_year"
    TERM = "term"


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both included, with the name they carry on a page."""

    kind: PeriodKind
    code: str
    start: date
    end: date
    label: str

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.label

    @property
    def year(self) -> int:
        """The calendar year in which the period starts."""
        return self.start.year

    @classmethod
    def parse(cls, code: str) -> "Period":
        """Read `2026`, `2026-H1`, `2026-Q3`, `2026-05`, `2025-2026` (school year) or `2025-2026-2` (term).

        Refuses what is none of these, or names a half, quarter, month or term that doesn't exist.
        """
        for pattern, build in _FORMS:
            if found := re.fullmatch(pattern, code.strip()):
                return build(*(int(part) for part in found.groups()))
        raise Refused(
            _(
                "看不懂时段“%(code)s”，请写成 2026（年）、2026-H1（上半年）、2026-Q1（一季度）、2026-05（月）、"
                "2025-2026（学年）或 2025-2026-1（学期）。"
            )
            % {"code": code}
        )


def calendar_year(year: int) -> Period:
    """The year from 1 January to 31 December."""
    return Period(PeriodKind.YEAR, f"{year:04}", date(year, 1, 1), date(year, 12, 31), f"{year}年")


def half_year(year: int, half: int) -> Period:
    """The first or second six months."""
    start = 6 * half - 5
    return _months(PeriodKind.HALF, f"{year:04}-H{half}", year, start, 6, f"{year}年{'上下'[half - 1]}半年")


def quarter(year: int, number: int) -> Period:
    """Three months, numbered 1 to 4."""
    label = f"{year}年第{'一二三四'[number - 1]}季度"
    return _months(PeriodKind.QUARTER, f"{year:04}-Q{number}", year, 3 * number - 2, 3, label)


def month(year: int, number: int) -> Period:
    """One month, numbered 1 to 12."""
    return _months(PeriodKind.MONTH, f"{year:04}-{number:02}", year, number, 1, f"{year}年{number}月")


def school_year(first: int, second: int) -> Period:
    """From 1 September of `first` to 31 August of the year after it."""
    _must_follow(first, second)
    start, end = date(first, SCHOOL_YEAR_MONTH, 1), date(second, SCHOOL_YEAR_MONTH - 1, 31)
    return Period(PeriodKind.SCHOOL_YEAR, f"{first:04}-{second:04}", start, end, f"{first}—{second}学年")


def term(first: int, second: int, number: int) -> Period:
    """The first term runs from September to January, the second from February to August."""
    _must_follow(first, second)
    code, label = f"{first:04}-{second:04}-{number}", f"{first}—{second}学年第{'一二'[number - 1]}学期"
    if number == 1:
        return _months(PeriodKind.TERM, code, first, SCHOOL_YEAR_MONTH, 5, label)
    return _months(PeriodKind.TERM, code, second, SECOND_TERM_MONTH, 7, label)


def school_year_of(day: date) -> Period:
    """The school year in which `day` lies."""
    first = day.year if day.month >= SCHOOL_YEAR_MONTH else day.year - 1
    return school_year(first, first + 1)


def _months(kind: PeriodKind, code: str, year: int, first: int, count: int, label: str) -> Period:
    last_year, last_month = divmod(year * 12 + first - 1 + count - 1, 12)
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return Period(kind, code, date(year, first, 1), date(last_year, last_month + 1, last_day), label)


def _must_follow(first: int, second: int) -> None:
    if second != first + 1:
        raise Refused(_("学年要写成相连的两年，例如 2025-2026。"))


_YEAR = r"([1-9]\d{3})"
_FORMS: tuple[tuple[str, Callable[..., Period]], ...] = (
    (_YEAR, calendar_year),
    (rf"{_YEAR}-[Hh]([12])", half_year),
    (rf"{_YEAR}-[Qq]([1-4])", quarter),
    (rf"{_YEAR}-(0?[1-9]|1[0-2])", month),
    (rf"{_YEAR}-{_YEAR}", school_year),
    (rf"{_YEAR}-{_YEAR}-([12])", term),
)
