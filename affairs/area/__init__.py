"""What democratic management shows to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.area.disclosures import disclosure_days, disclosure_tasks, find_disclosures
from affairs.demo import build
from affairs.figures import figures
from affairs.models import Disclosure
from affairs.services import keep_board
from unionoffice.areas import Area, CalendarEntry, NavItem, Scheduled, SearchHit, Task

TASKS = (disclosure_tasks,)
SEARCHES = (find_disclosures,)
DAYS = (disclosure_days,)
"""What each family of records shows, in the order of the pages."""


def tasks(user: Any, on: date) -> Iterator[Task]:
    """What waits for this person in democratic management."""
    for waiting in TASKS:
        yield from waiting(user, on)


def search(user: Any, text: str) -> Iterator[SearchHit]:
    """Records whose words match, as far as this person may see them."""
    for find in SEARCHES:
        yield from find(user, text)


def calendar(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """What falls on the days from `start` to `end`, as far as this person may know of it."""
    for days in DAYS:
        yield from days(user, start, end)


area = Area(
    key="affairs",
    label=_("民主管理"),
    navigation=(
        NavItem(_("公开栏"), "affairs:board", "news", permissions.reads_whole_board, thumb=1),
        NavItem(_("公开事项"), "affairs:disclosure-list", "clipboard-text", permissions.opens_disclosure_list),
    ),
    figures=figures,
    tasks=tasks,
    search=search,
    calendar=calendar,
    schedule=(Scheduled("affairs.board", lambda on: keep_board(on=on), hour=0),),
    has_records=Disclosure.objects.exists,
    demo=build,
)
