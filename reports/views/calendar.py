"""The calendar: what every area knows of the days of a month."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from reports.permissions import opens_desk
from reports.selectors import calendar_entries
from unionoffice.areas import CalendarEntry
from unionoffice.pages import Page
from unionoffice.workdays import Workdays

FIRST_YEAR, LAST_YEAR = 2000, 2100
FRIDAY = 4
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Day:
    """One field of the month: whether it belongs there, how it differs from its weekday, and what is on."""

    date: date
    is_in_month: bool
    mark: str
    entries: tuple[CalendarEntry, ...]


class CalendarView(Page):
    """A month at a time."""

    permission = opens_desk
    area = "reports"
    title = _("日历")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The month that was asked for; this one where none was, or none that can be read."""
        month = _month(request.GET.get("month", "")) or self.on.replace(day=1)
        weeks = Calendar().monthdatescalendar(month.year, month.month)
        entries = calendar_entries(request.user, weeks[0][0], weeks[-1][-1])
        workdays = Workdays.load(weeks[0][0], weeks[-1][-1])
        days = [[_day(day, month, workdays, entries) for day in week] for week in weeks]
        return TemplateResponse(
            request,
            "reports/calendar.html",
            self.get_context_data(
                month=month,
                weeks=days,
                busy=[day for week in days for day in week if day.is_in_month and day.entries],
                before=_shown(month - ONE_DAY),
                after=_shown((month + timedelta(days=31)).replace(day=1)),
            ),
        )


def _day(day: date, month: date, workdays: Workdays, entries: dict[date, list[CalendarEntry]]) -> Day:
    usual, works = day.weekday() <= FRIDAY, workdays.is_workday(day)
    mark = "" if works == usual else str(_("班") if works else _("休"))
    return Day(day, day.month == month.month, mark, tuple(entries.get(day, ())))


def _month(text: str) -> date | None:
    """The first day of a month written as 2026-03."""
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return month if FIRST_YEAR <= month.year <= LAST_YEAR else None


def _shown(day: date) -> str:
    return f"{day:%Y-%m}"
