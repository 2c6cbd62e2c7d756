"""Numbers that lead back to their records.

A figure counts everything in its period and scope, whoever asks; the list behind its URL shows what the
viewer may see, and says when that is less.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from unionoffice.money import format_money


class Measure(StrEnum):
    """How a figure is taken from its records."""

    COUNT = "count"
    SUM = "sum"
    PEOPLE = "people"
    RATIO = "ratio"


@dataclass(frozen=True)
class Figure:
    """One number with the address of the list of exactly the records behind it.

    A ratio is a percentage with one decimal place; a sum is in 元.
    """

    key: str
    label: str
    value: int | Decimal
    unit: str
    measure: Measure
    url: str

    @classmethod
    def listed(
        cls,
        page: str,
        key: str,
        label: str,
        value: int | Decimal,
        unit: str,
        measure: Measure = Measure.COUNT,
        /,
        **filters: object,
    ) -> Self:
        """A figure with the address of the list page that shows its records under these filters."""
        return cls(key, label, value, unit, measure, list_url(page, **filters, figure=key))

    @property
    def text(self) -> str:
        """The value as papers print it, with its unit."""
        return f"{self.number}{self.unit}"

    @property
    def number(self) -> str:
        """The value alone, for a table whose head names the unit."""
        return format_money(Decimal(self.value)) if self.measure is Measure.SUM else str(self.value)

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return self.value == 0

    def as_json(self) -> dict[str, Any]:
        """What `manage.py figures --json` says of it."""
        value = str(self.value) if isinstance(self.value, Decimal) else self.value
        return {
            "key": self.key,
            "label": self.label,
            "value": value,
            "unit": self.unit,
            "measure": str(self.measure),
            "url": self.url,
        }


@dataclass(frozen=True)
class Notable:
    """A record that a summary names: what happened, in words that need no other page."""

    kind: str
    text: str
    url: str


@dataclass(frozen=True)
class FigureTable:
    """Rows of figures that a summary prints as a table; the head names the columns with their units.

    `widths` are relative to each other.
    """

    key: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | Figure, ...], ...]
    widths: tuple[int, ...] = ()

    @property
    def figures(self) -> list[Figure]:
        """What stands in its cells beside the words."""
        return [cell for row in self.rows for cell in row if isinstance(cell, Figure)]


@dataclass(frozen=True)
class FigureSet:
    """What one area can tell of a period."""

    figures: tuple[Figure, ...] = ()
    notables: tuple[Notable, ...] = ()
    tables: tuple[FigureTable, ...] = ()
    _by_key: Mapping[str, Figure] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {figure.key: figure for figure in self.figures})

    def __getitem__(self, key: str) -> Figure:
        return self._by_key[key]

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    @classmethod
    def joined(cls, sets: Iterable[Self]) -> Self:
        """What several families of an area's records tell, one after the other."""
        told = list(sets)
        return cls(
            figures=tuple(figure for one in told for figure in one.figures),
            notables=tuple(notable for one in told for notable in one.notables),
            tables=tuple(table for one in told for table in one.tables),
        )


def list_url(name: str, **filters: object) -> str:
    """The address of a list with its filters set; a filter of None or "" is left out."""
    chosen = {key: value for key, value in filters.items() if value not in (None, "")}
    return f"{reverse(name)}?{urlencode(chosen)}" if chosen else reverse(name)


def percentage(part: int, whole: int) -> Decimal:
    """`part` of `whole` in percent with one place, half upwards (四舍五入); 0 where there is no whole."""
    if not whole:
        return Decimal(0)
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def share(records: QuerySet[Any], part: Q) -> Decimal:
    """How many in a hundred of some records belong to a part; one statement."""
    counted = records.order_by().aggregate(part=Count("pk", filter=part), whole=Count("pk"))
    return percentage(counted["part"], counted["whole"])
