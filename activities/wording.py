"""How pages, notices and summaries say when an activity is or was."""

from datetime import date, time

from django.utils.translation import gettext as _

from activities.models import Activity
from unionoffice.days import in_short
from unionoffice.periods import school_year_of
from unionoffice.precision import Precision


def when(activity: Activity) -> str:
    """9月12日14:00至16:00, 9月12日至14日, 9月, 2025—2026学年第一学期, or 2026年."""
    one_day = activity.starts_on == activity.ends_on
    return f"{days(activity)}{_hours(activity.starts_at, activity.ends_at) if one_day else ''}"


def days(activity: Activity) -> str:
    """The same without the hours, as a summary tells it."""
    start, end = activity.starts_on, activity.ends_on
    if activity.precision == Precision.YEAR:
        return f"{start.year}年"
    if activity.precision == Precision.TERM:
        return f"{school_year_of(start)}{term_name(start)}"
    if activity.precision == Precision.MONTH:
        return f"{start.month}月"
    if start == end:
        return in_short(start)
    last = f"{end.day}日" if (start.year, start.month) == (end.year, end.month) else in_short(end)
    return _("%(first)s至%(last)s") % {"first": in_short(start), "last": last}


def named(activity: Activity) -> str:
    """“趣味运动会” as a sentence names it; a title that has such marks of its own gets no others."""
    return activity.title if "“" in activity.title else f"“{activity.title}”"


def when_in_full(activity: Activity) -> str:
    """With the year, for a page that stands by itself."""
    words = when(activity)
    dated = activity.precision in (Precision.DAY, Precision.MONTH)
    return f"{activity.starts_on.year}年{words}" if dated else words


def day_in_lists(activity: Activity) -> date | str:
    """The day where it is known; else 2026-09, 2025—2026学年第一学期, or 2026年."""
    start = activity.starts_on
    if activity.precision == Precision.DAY:
        return start
    return f"{start:%Y-%m}" if activity.precision == Precision.MONTH else when(activity)


def term_name(start: date) -> str:
    """Which term of its school year begins on that day."""
    return str(_("第一学期") if start == school_year_of(start).start else _("第二学期"))


def _hours(start: time | None, end: time | None) -> str:
    if start is None:
        return ""
    begins = f"{start:%H:%M}"
    return begins if end is None else _("%(start)s至%(end)s") % {"start": begins, "end": f"{end:%H:%M}"}
