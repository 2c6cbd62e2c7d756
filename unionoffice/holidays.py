"""A year's statutory holidays as special days: from what we know, or read from the State Council's notice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from chinese_calendar import constants
from django.db import transaction
from django.utils.translation import gettext as _

from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.school_calendar import DayKind, SpecialDay
from unionoffice.workdays import FRIDAY, is_announced

WEEKDAYS = "一二三四五六日"

HOLIDAY = re.compile(r"^\s*(?:[一二三四五六七八九十]+、)?\s*([^：:，。]{2,12})[：:]\s*(.+)$", re.MULTILINE)
DAY = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^）]*)）)?")
WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")


@dataclass(frozen=True)
class PlannedDay:
    """A day that goes against its weekday, and what the calendar says of it so far."""

    day: date
    kind: DayKind
    label: str
    before: SpecialDay | None = None

    @property
    def is_news(self) -> bool:
        """Whether the calendar doesn't say so yet."""
        return self.before is None or self.before.kind != self.kind


@dataclass(frozen=True)
class KnownYear:
    """What is known of a year's statutory holidays: its days against their weekday, or nothing yet."""

    year: int
    days: tuple[PlannedDay, ...]
    entered: int

    @property
    def is_in_doubt(self) -> bool:
        """Whether deadlines in it go by weekends and the holidays of a fixed date alone."""
        return not self.days and not self.entered


def known_years(on: date) -> list[KnownYear]:
    """This year and the next. One query."""
    years = (on.year, on.year + 1)
    entered = list(SpecialDay.objects.filter(day__year__in=years).values_list("day", flat=True))
    return [
        KnownYear(
            year,
            tuple(PlannedDay(day, *told) for day, told in sorted(_known(year))) if is_announced(year) else (),
            sum(day.year == year for day in entered),
        )
        for year in years
    ]


def source_of(year: int) -> str:
    """The document that a year's days are announced in."""
    return _("国务院办公厅关于%(year)s年部分节假日安排的通知") % {"year": year}


def plan_year(year: int, notice: str) -> list[PlannedDay]:
    """The days of the year that go against their weekday, beside what the calendar has: nothing is written.

    Read from the text of the notice; without one, from what we know of the year. Refuses a year of which we know
    nothing, and a notice that can't be read or belongs to another year.
    """
    found = dict(_read(year, notice)) if notice.strip() else dict(_known(year))
    if not found:
        raise Refused(_("没有读到节假日安排。请粘贴通知中从“一、元旦”开始的各条原文。"))
    there = SpecialDay.objects.in_bulk(list(found), field_name="day")
    return [PlannedDay(day, kind, label, there.get(day)) for day, (kind, label) in sorted(found.items())]


@transaction.atomic
def apply_year(year: int, plan: list[PlannedDay], *, by: Any) -> int:
    """Write the days that are news, each with the notice as its source; returns how many."""
    news = [planned for planned in plan if planned.is_news]
    with audit.deed("录入法定节假日", by=by):
        for planned in news:
            special = planned.before or SpecialDay(day=planned.day)
            special.kind, special.label, special.source = planned.kind, planned.label, source_of(year)
            special.save()
    return len(news)


def _known(year: int) -> Iterator[tuple[date, tuple[DayKind, str]]]:
    if not is_announced(year):
        raise Refused(_("系统里还没有%(year)s年的安排，请粘贴国务院办公厅通知的原文。") % {"year": year})
    for days, kind in ((constants.holidays, DayKind.OFF), (constants.workdays, DayKind.WORKED)):
        for day, name in days.items():
            if day.year == year and _goes_against(day, kind):
                yield day, (kind, constants.Holiday(name).chinese)


def _read(year: int, notice: str) -> Iterator[tuple[date, tuple[DayKind, str]]]:
    for label, text in HOLIDAY.findall(notice):
        for sentence in re.split("[。；;]", text):
            kind = DayKind.WORKED if "上班" in sentence else DayKind.OFF if "放假" in sentence else None
            if kind is None:
                continue
            for day in _days(year, sentence):
                if _goes_against(day, kind):
                    yield day, (kind, label.strip())


def _days(year: int, sentence: str) -> Iterator[date]:
    """Each day that the sentence names, with those between where it says 至."""
    last, end, month = None, 0, ""
    for found in DAY.finditer(sentence):
        month = found[2] or month
        day = _day(int(found[1] or year), month, found[3])
        _must_fall_on(day, found[4] or "")
        if last is not None and sentence[end : found.start()].strip() in ("至", "到", "—", "-"):
            yield from (last + timedelta(days=passed) for passed in range(1, (day - last).days))
        yield day
        last, end = day, found.end()


def _day(year: int, month: str, day: str) -> date:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        raise Refused(
            _("看不懂日期“%(month)s月%(day)s日”，请核对通知原文。") % {"month": month, "day": day}
        ) from None


def _must_fall_on(day: date, remark: str) -> None:
    """A notice names the weekdays: so one of another year is noticed."""
    if (named := WEEKDAY.search(remark)) and WEEKDAYS[day.weekday()] != named[1].replace("天", "日"):
        raise Refused(
            _("%(day)s 是星期%(is)s，通知里写的是星期%(said)s。请核对年份和原文。")
            % {"day": day, "is": WEEKDAYS[day.weekday()], "said": named[1]}
        )


def _goes_against(day: date, kind: DayKind) -> bool:
    return (day.weekday() <= FRIDAY) == (kind == DayKind.OFF)
