"""Reads of what is new on the board and how often it was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from affairs.enums import ON_BOARD
from affairs.models import BoardVisit, Disclosure, DisclosureQuerySet, ReadCount, Reading

MATTER = ("sphere", "year", "number")


@dataclass(frozen=True)
class Reads:
    """How often a matter was read, one reader once a day."""

    staff: int
    outside: int

    @property
    def total(self) -> int:
        """By anybody."""
        return self.staff + self.outside


def visit_of(user: Any) -> BoardVisit | None:
    """Up to where the user knows the board; a stranger has no such mark, nor has who comes for the first time."""
    return BoardVisit.objects.filter(account=user.pk).first() if user.is_authenticated else None


def posted_that_day(on: date) -> list[int]:
    """The keys of what went up on a day and hangs there now."""
    rows = Disclosure.objects.filter(published_on=on, status__in=ON_BOARD)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def uncounted_readings(rows: QuerySet[Reading]) -> Iterator[tuple[str, int, int, int, int]]:
    """Sphere, year, number, and how many colleagues and strangers read the matter."""
    counts = {"by_staff": Count("pk", filter=Q(inside=True)), "by_others": Count("pk", filter=Q(inside=False))}
    found = rows.order_by(*MATTER).values(*MATTER).annotate(**counts)
    yield from found.values_list(*MATTER, "by_staff", "by_others")


def reads_of(disclosure: Disclosure) -> Reads:
    """All that is known up to this moment: what was counted, and today's readers."""
    counted = ReadCount.objects.about(disclosure).first() or ReadCount()
    today = Reading.objects.about(disclosure).aggregate(
        staff=Count("pk", filter=Q(inside=True)), outside=Count("pk", filter=Q(inside=False))
    )
    return Reads(counted.staff + today["staff"], counted.outside + today["outside"])


def with_reads(rows: DisclosureQuerySet) -> DisclosureQuerySet:
    """Each with `reads`, how often its matter was read up to last night."""
    matter = ReadCount.objects.filter(**{name: OuterRef(name) for name in MATTER})
    total = matter.annotate(total=F("staff") + F("outside")).values("total")
    return rows.annotate(reads=Coalesce(Subquery(total), 0))
