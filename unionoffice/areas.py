"""The one way up: what each area shows to the floors below it.

A lower floor that must show what upper floors know (navigation, search, desk, figures, a member's panels)
asks `areas()` and never imports an upper app. Each app has one `area.py` with one `Area`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    import rules

    from unionoffice.figures import FigureSet
    from unionoffice.periods import Period


HITS = 10
"""Records that an area shows at the most for one search."""


@dataclass(frozen=True)
class NavItem:
    """A door in the left navigation, shown to those who may open it.

    `thumb` is its place in a phone's bottom bar, from 1; 0 for the many doors that aren't there.
    """

    label: str | Promise
    url_name: str
    icon: str
    permission: "rules.Predicate"
    thumb: int = 0


@dataclass(frozen=True)
class Task:
    """Something that waits for one person: a sentence and the one button that deals with it."""

    sentence: str
    button: str
    url: str
    due: date | None = None


@dataclass(frozen=True)
class SearchHit:
    """One record found from anywhere."""

    title: str
    detail: str
    url: str
    icon: str


@dataclass(frozen=True)
class CalendarEntry:
    """Something on a day that this user may know of: an activity, a session, a due date."""

    day: date
    title: str
    url: str
    icon: str


@dataclass(frozen=True)
class Scheduled:
    """Work of every day, done by the worker once a day, not before an hour of the day.

    `key` is unique in the office (`welfare.birthdays`). The work is one transaction: keep it short; long work starts
    a job.
    """

    key: str
    run: Callable[[date], None]
    hour: int = 3


@dataclass(frozen=True)
class MemberPanel:
    """A part of a member's page that an upper area fills: loaded on its own, for those who may see it.

    The URL takes the member's key and answers with the part alone, or with nothing where there is nothing.
    """

    title: str
    url_name: str
    permission: "rules.Predicate"


@dataclass(frozen=True)
class NameBook:
    """Names that an area keeps in order: which there are, and putting those with a character in their new place."""

    in_use: Callable[[], Iterable[str]]
    reorder: Callable[[str], None]


@dataclass(frozen=True)
class Foreseen:
    """What a merge will do to something of two people's records, in one sentence; or why there can't be a merge."""

    sentence: str
    forbids: bool = False


@dataclass(frozen=True)
class BeforeMerge:
    """What an area does before two records of one person become one.

    Whatever points at the dropped record is given to the kept one by itself (`unionoffice.merging`): an area speaks
    up only where rows of the two can't stand beside each other. `foresee(kept, dropped)` reads, and tells whoever
    decides; nothing is merged while one of its sentences forbids it. `settle(kept, dropped, by=, on=)` then makes
    every row of the dropped record one that the kept one can have, inside the merge's transaction; it may raise
    Refused.
    """

    foresee: Callable[[Any, Any], Iterable[Foreseen]]
    settle: Callable[..., None] | None = None


@dataclass(frozen=True)
class DemoAccount:
    """Somebody of the demo school to sign in as."""

    role: str
    login: str
    name: str
    password: str


@dataclass(frozen=True)
class Area:
    """One app's face to the floors below. A part that an area doesn't have stays empty.

    `headlines` are those of the `figures` that the desk shows: an area that counts much gives them on their own, so
    that nobody's first page waits for the rest.
    """

    key: str
    label: str
    navigation: tuple[NavItem, ...] = ()
    roles: Callable[[Any, date], Iterable[str]] | None = None
    figures: "Callable[[Period, Scope], FigureSet] | None" = None
    headlines: "Callable[[Period, Scope], FigureSet] | None" = None
    tasks: Callable[[Any, date], Iterable[Task]] | None = None
    search: Callable[[Any, str], Iterable[SearchHit]] | None = None
    calendar: Callable[[Any, date, date], Iterable[CalendarEntry]] | None = None
    member_panels: tuple[MemberPanel, ...] = ()
    schedule: tuple[Scheduled, ...] = ()
    names: NameBook | None = None
    before_merge: BeforeMerge | None = None
    has_records: Callable[[], bool] | None = None
    demo: Callable[[date], Iterable[DemoAccount]] | None = None


@dataclass(frozen=True)
class Scope:
    """Whose year is told: the whole union, or one union group by its key."""

    group_id: int | None = None
    label: str = "全校工会"

    @property
    def is_whole(self) -> bool:
        """Whether nobody is left out."""
        return self.group_id is None


WHOLE_UNION = Scope()


@cache
def areas() -> tuple[Area, ...]:
    """Every installed area, from the ground up, as `settings.AREAS` lists them."""
    return tuple(import_string(name) for name in settings.AREAS)
