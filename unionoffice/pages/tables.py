"""A thin table over a queryset: cells are made in Python, so that a page of fifty rows stays quick."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any, ClassVar

import rules
from django.db.models import Model, QuerySet, TextChoices

from unionoffice.figures import Measure
from unionoffice.money import format_money
from unionoffice.tones import Tone

EXPORT_CHUNK = 500
"""Rows of an export at a time, so that a long list needs no more memory than a short one."""


@dataclass(frozen=True)
class Badge:
    """A state in a cell or a header: its word in the colour of its meaning."""

    text: str
    tone: Tone


@dataclass(frozen=True)
class Column:
    """One column: how its value is read from a row, and by which field the list can be ordered.

    One that only an export has may ask for a `permission`; whoever takes out one that `is_sensitive` is noted.
    """

    label: str
    read: Callable[[Any], Any]
    order_by: str = ""
    primary: bool = False
    permission: rules.Predicate | None = None
    is_sensitive: bool = False


@dataclass(frozen=True)
class Footer:
    """A measure over all rows of a list, not only those of the page; by default how many they are."""

    label: str
    unit: str
    measure: Measure = Measure.COUNT
    of: Callable[[QuerySet[Any]], int | Decimal | None] | None = None
    behind: str = ""
    """The key of the one figure behind which the measure means something; empty where it always does."""

    def text(self, rows: QuerySet[Any], count: int) -> str:
        """The measure as it stands under the list: 人次 12次."""
        value = count if self.of is None else self.of(rows) or 0
        shown = format_money(Decimal(value)) if self.measure is Measure.SUM else str(value)
        return f"{shown}{self.unit}"


@dataclass(frozen=True)
class Cell:
    """A cell ready for the template."""

    label: str
    text: str
    css: str = ""
    badge: Badge | None = None
    primary: bool = False


@dataclass(frozen=True)
class Row:
    """A row ready for the template, with the key and the address of its record."""

    key: Any
    url: str
    cells: list[Cell]


@cache
def label_of(choices: type[TextChoices], value: str) -> str:
    """The word for a choice, looked up once for all rows: the office speaks one language."""
    return str(choices(value).label) if value else ""


class Table:
    """The surface of a list: an app's `tables.py` names columns, measures and the words for "nothing here"."""

    columns: ClassVar[Sequence[Column]]
    export_columns: ClassVar[Sequence[Column]] = ()
    """Further columns that an export may have beside those of the page."""
    footers: ClassVar[Sequence[Footer]] = ()
    empty: ClassVar[str] = ""
    empty_to_readers: ClassVar[str] = ""
    """Said to whoever can't enter anything, where `empty` also says what to do first."""

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch along what the columns read, so that the number of queries doesn't grow with the rows."""
        return rows

    @classmethod
    def rows(cls, records: Sequence[Model]) -> list[Row]:
        """The rows of one page."""
        cls.complete(records)
        columns = [(column, str(column.label)) for column in cls.columns]
        return [
            Row(record.pk, record.get_absolute_url(), [_cell(column, label, record) for column, label in columns])
            for record in records
        ]

    @classmethod
    def complete(cls, records: Sequence[Any]) -> None:
        """Hand a page of records, or a part of an export, what their columns read beyond `prepare`."""

    @classmethod
    def prepare_export(cls, rows: QuerySet[Any], columns: Sequence[Column]) -> QuerySet[Any]:  # noqa: ARG003
        """Fetch along what these columns read; `rows` are prepared for the page."""
        return rows

    @classmethod
    def values(cls, records: Iterable[Model], columns: Sequence[Column]) -> Iterator[list[Any]]:
        """Rows for a workbook: numbers and days as such, states as their words."""
        records = iter(records)
        while part := list(islice(records, EXPORT_CHUNK)):
            cls.complete(part)
            for record in part:
                found = (column.read(record) for column in columns)
                yield [value.text if isinstance(value, Badge) else value for value in found]

    @classmethod
    def measures(cls, rows: QuerySet[Any], *, count: int, figure: str = "") -> list[tuple[str, str]]:
        """Label and text of each measure over all `count` rows of the list that `figure`, if any, led to."""
        return [(footer.label, footer.text(rows, count)) for footer in cls.footers if footer.behind in ("", figure)]


def _cell(column: Column, label: str, record: Model) -> Cell:
    value = column.read(record)
    if isinstance(value, Badge):
        return Cell(label, value.text, badge=value, primary=column.primary)
    if isinstance(value, Decimal):
        return Cell(label, format_money(value), "number", primary=column.primary)
    if isinstance(value, int):
        return Cell(label, str(value), "number", primary=column.primary)
    if isinstance(value, date):
        return Cell(label, value.isoformat(), "date", primary=column.primary)
    return Cell(label, str(value or "—"), "" if value else "is-none", primary=column.primary)
