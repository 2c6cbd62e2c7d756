"""Rows that hold from a day to a day, both included: places, offices, roles."""

from datetime import date, timedelta
from typing import Any, Self, TypeVar

from django.db.models import CheckConstraint, F, Model, OuterRef, Q, QuerySet

_Row_co = TypeVar("_Row_co", bound=Model, covariant=True)


LATEST_FIRST = F("from_on").desc(nulls_last=True)
"""The order of a history: what has held as long as anyone remembers is the oldest, in every database."""


class DatedQuerySet(QuerySet[_Row_co]):
    """Questions asked of such rows."""

    def held_on(self, on: date) -> Self:
        """Rows in force on a day."""
        return self.filter(covering(on))

    def current(self) -> Self:
        """Rows that haven't ended."""
        return self.filter(to_on__isnull=True)


def ends_after_start(name: str) -> CheckConstraint:
    """The constraint that such a row doesn't end before it begins."""
    return CheckConstraint(
        condition=Q(to_on__isnull=True) | Q(from_on__isnull=True) | Q(to_on__gte=F("from_on")), name=name
    )


def covering(on: date | OuterRef, *, path: str = "") -> Q:
    """Rows in force on a day. Without a first day it is as long as anyone remembers, without a last one until now.

    `path` leads to the dated row from the model that is asked, as in `group_places__`; `on` may be a field of the
    row outside, where this stands in a subquery.
    """
    begun = Q(**{f"{path}from_on__isnull": True}) | Q(**{f"{path}from_on__lte": on})
    not_over = Q(**{f"{path}to_on__isnull": True}) | Q(**{f"{path}to_on__gte": on})
    return begun & not_over


def holds_on(row: Any, on: date) -> bool:
    """The same of a row that was fetched already."""
    return (row.from_on is None or row.from_on <= on) and (row.to_on is None or row.to_on >= on)


def is_new_on(row: Any, on: date) -> bool:
    """Whether a row held on no day before `on`."""
    return row.from_on is not None and row.from_on >= on


def end_before(row: Any, on: date) -> None:
    """Let a row hold until the day before `on`; one that would have held on no day goes."""
    if is_new_on(row, on):
        row.delete()
        return
    row.to_on = on - timedelta(days=1)
    row.save()
