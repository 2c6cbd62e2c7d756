"""What importers declare and a reader finds: columns, tables, rows, and what is wrong or assumed in which cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from unionoffice.sheets.grids import Cell
from unionoffice.sheets.parsing import Assumed, Choice, Parser, as_text, text

VOID = frozenset({"/", "-", "—", "——", "--", "\\", "－", "／", "–"})
"""What people write into a cell that has nothing to tell."""

Label = str | Promise


def told(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a row tells: an empty cell tells nothing, like a column that the file lacks."""
    return {key: value for key, value in values.items() if value not in (None, "")}


def limits_of(model: type[models.Model]) -> dict[str, int | None]:
    """Characters that each field of a model can hold, for `Table.overlong`."""
    return {field.name: field.max_length for field in model._meta.concrete_fields}


@dataclass(frozen=True, slots=True)
class Column:
    """A column that an importer takes: `key` for the program, `label` and `aliases` as heads are written.

    Of several heads for one column the label wins, then the alias that is named first. A required column must stand
    in the head, unless it `may_lack`, and no row may leave it empty; in others, `voids` are like an empty cell. In a
    column that `spreads`, a cell merged downwards tells of every row that it covers. `hint` goes into the template.
    """

    key: str
    label: Label
    aliases: tuple[str, ...] = ()
    parse: Parser = text
    required: bool = False
    hint: Label = ""
    may_lack: bool = False
    spreads: bool = False
    voids: frozenset[str] = VOID

    def show(self, value: Any) -> str:
        """A value of this column as the user should see it in a plan."""
        return self.parse.show(value) if isinstance(self.parse, Choice) else as_text(value)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one cell: `code` for programs, `message` for people; str() adds the place.

    `sheet` is named only where the rows come from several.
    """

    row: int
    column: str
    value: str
    code: str
    message: str
    sheet: str = ""

    def __str__(self) -> str:
        place = _("第%(row)d行 %(column)s：%(message)s") % {
            "row": self.row,
            "column": self.column,
            "message": self.message,
        }
        return _("“%(sheet)s”%(place)s") % {"sheet": self.sheet, "place": place} if self.sheet else place

    def as_json(self) -> dict[str, Any]:
        return {
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "code": self.code,
            "message": self.message,
            **({"sheet": self.sheet} if self.sheet else {}),
        }


@dataclass(frozen=True, slots=True)
class Note:
    """What was taken as it isn't quite written, or left out: of one row, or of a whole sheet where `row` is None."""

    row: int | None
    column: str
    message: str
    sheet: str = ""

    def __str__(self) -> str:
        place = _("“%(sheet)s”") % {"sheet": self.sheet} if self.sheet else ""
        if self.row is not None:
            place += _("第%(row)d行") % {"row": self.row}
        if self.column:
            place += f" {self.column}" if place else self.column
        return f"{place}：{self.message}" if place else self.message

    def as_json(self) -> dict[str, Any]:
        return {"sheet": self.sheet, "row": self.row, "column": self.column, "message": self.message}


@dataclass(frozen=True, slots=True)
class UnknownHead:
    """A head that no column claims, with the first texts under it: only a person can say what it is."""

    label: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SkippedSheet:
    """A sheet that was not read, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row by the keys of its columns; a column that the file lacks and a cell with a problem are not in `values`.

    `cells` keeps what stood there, for a problem that is found later; `assumed` what a value stands for more than
    its cell says.
    """

    number: int
    values: Mapping[str, Any]
    cells: Mapping[str, Cell]
    problems: tuple[Problem, ...]
    sheet: str = ""
    assumed: Mapping[str, Assumed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under the head, or under the heads of several sheets.

    `unknown` are heads to be asked about, `ignored` those that are left out by an answer or because asking would be
    silly. `problems` are faults of the table as a whole: while there are any, no row is planned.
    """

    name: str
    digest: str
    sheet: str
    columns: tuple[Column, ...]
    ignored: tuple[str, ...]
    rows: tuple[CheckedRow, ...]
    unknown: tuple[UnknownHead, ...] = ()
    skipped: tuple[SkippedSheet, ...] = ()
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()
    claimed: frozenset[str] = frozenset()
    """Keys of the columns that stand in its heads; an importer may fill in others."""

    def problem(self, row: CheckedRow, key: str, code: str, message: str) -> Problem:
        """A problem of the cell under `key`, for checks that need more than the cell itself."""
        return Problem(row.number, self.label(key), as_text(row.cells.get(key)), code, message, row.sheet)

    def label(self, key: str) -> str:
        """How the column is called."""
        return next(str(column.label) for column in self.columns if column.key == key)

    def overlong(self, row: CheckedRow, limits: Mapping[str, int | None]) -> Iterator[Problem]:
        """Texts of more characters than `limits` allow under their key."""
        for key, value in told(row.values).items():
            limit = limits.get(key)
            if limit and isinstance(value, str) and len(value) > limit:
                yield self.problem(row, key, "too_long", _("最多%(limit)d个字，请缩短。") % {"limit": limit})
