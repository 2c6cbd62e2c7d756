"""What hangs on the board for one reader: its shelves, its months, and what is new."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.db.models.functions import Left

from affairs.enums import Category
from affairs.models import Disclosure, DisclosureQuerySet

BEGINNING = 90
"""Characters of a text that a list shows."""


@dataclass(frozen=True)
class ShelfItem:
    """A matter of the catalogue under which something hangs."""

    pk: int
    content: str
    count: int


@dataclass(frozen=True)
class Shelf:
    """A category in which something hangs."""

    category: Category
    items: tuple[ShelfItem, ...]

    @property
    def count(self) -> int:
        """How many disclosures hang there."""
        return sum(item.count for item in self.items)


def shelves_of(board: QuerySet[Disclosure]) -> list[Shelf]:
    """The catalogue as far as this reader's board has something of it, in the order of the catalogue. One query."""
    rows = board.order_by().values_list("category", "item_id", "item__content").annotate(Count("pk"))
    found: dict[str, list[ShelfItem]] = {}
    for category, pk, content, count in sorted(rows, key=lambda row: row[2]):
        found.setdefault(category, []).append(ShelfItem(pk, content, count))
    return [Shelf(category, tuple(found[category])) for category in Category if category in found]


def excerpted(rows: DisclosureQuerySet) -> DisclosureQuerySet:
    """Without their texts, but with how each begins."""
    return rows.without_text().annotate(beginning=Left("words", BEGINNING))


def months_of(board: QuerySet[Disclosure]) -> list[date]:
    """The first days of the months in which something of it went up, the newest first. One query."""
    return list(board.order_by().dates("published_on", "month", order="DESC"))
