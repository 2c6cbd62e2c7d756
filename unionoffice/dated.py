"""Rows that hold from a day to a day, both included: places, offices, roles."""

from datetime import date

from django.db.models import CheckConstraint, F, OuterRef, Q


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
