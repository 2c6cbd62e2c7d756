"""What all areas can tell of a period."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from unionoffice.areas import CalendarEntry, Scope, Task, areas
from unionoffice.figures import Figure, FigureSet, FigureTable, Notable
from unionoffice.periods import Period


@dataclass(frozen=True)
class Material:
    """Everything that a summary of a period and a scope is made from, gathered on a day."""

    period: Period
    scope: Scope
    on: date
    sets: dict[str, FigureSet]

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure by its key."""
        return {figure.key: figure for told in self.sets.values() for figure in told.figures}

    @cached_property
    def tables(self) -> dict[str, FigureTable]:
        """Every table by its key."""
        return {table.key: table for told in self.sets.values() for table in told.tables}

    def notables(self, *kinds: str) -> Iterator[Notable]:
        """Records to be named, of some kinds, in the order in which their areas tell them."""
        return (note for told in self.sets.values() for note in told.notables if note.kind in kinds)


def gather(period: Period, scope: Scope, *, on: date) -> Material:
    """Ask every area that can count, and nothing else of it."""
    told = {area.key: area.figures(period, scope) for area in areas() if area.figures}
    return Material(period, scope, on, told)


def headlines(period: Period, scope: Scope) -> dict[str, Figure]:
    """By their keys the figures that the desk may show, and of an area that counts little all it has."""
    counting = [area.headlines or area.figures for area in areas()]
    return {figure.key: figure for count in counting if count for figure in count(period, scope).figures}


def waiting_tasks(user: Any, on: date) -> list[Task]:
    """What every area has for `user` to do: what is due by that day first, longest waiting on top; then by area."""
    found = [task for area in areas() if area.tasks for task in area.tasks(user, on)]
    return sorted(found, key=lambda task: task.due if task.due is not None and task.due <= on else date.max)


def calendar_entries(user: Any, start: date, end: date) -> dict[date, list[CalendarEntry]]:
    """What every area has on these days, both included, as far as `user` may know of it."""
    found = [entry for area in areas() if area.calendar for entry in area.calendar(user, start, end)]
    by_day: dict[date, list[CalendarEntry]] = defaultdict(list)
    for entry in sorted(found, key=lambda entry: (entry.day, entry.title)):
        by_day[entry.day].append(entry)
    return dict(by_day)
