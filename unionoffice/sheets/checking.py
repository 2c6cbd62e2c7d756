"""The table in a workbook: which row is its head, which column is which, and what is wrong in which cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from unionoffice.refusal import Refused
from unionoffice.sheets.parsing import Choice, Parser, Unfit, as_text, half_width, text
from unionoffice.sheets.reading import Cell, Row, Sheet, Workbook

# Offices put a title, the unit and the date of filling in above the head.
HEAD_WITHIN_ROWS = 20

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

    A required column must stand in the head, and no row may leave it empty. `hint` goes into the template.
    """

    key: str
    label: Label
    aliases: tuple[str, ...] = ()
    parse: Parser = text
    required: bool = False
    hint: Label = ""

    def show(self, value: Any) -> str:
        """A value of this column as the user should see it in a plan."""
        return self.parse.show(value) if isinstance(self.parse, Choice) else as_text(value)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one cell: `code` for programs, `message` for people; str() adds the place."""

    row: int
    column: str
    value: str
    code: str
    message: str

    def __str__(self) -> str:
        return _("第%(row)d行 %(column)s：%(message)s") % {
            "row": self.row,
            "column": self.column,
            "message": self.message,
        }

    def as_json(self) -> dict[str, Any]:
        return {
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "code": self.code,
            "message": self.message,
        }


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row by the keys of its columns; a column that the file lacks and a cell with a problem are not in `values`.

    `cells` keeps what stood there, for a problem that is found later.
    """

    number: int
    values: Mapping[str, Any]
    cells: Mapping[str, Cell]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under the head. `ignored` are heads that no column claims: the plan names them as not taken."""

    name: str
    digest: str
    sheet: str
    columns: tuple[Column, ...]
    ignored: tuple[str, ...]
    rows: tuple[CheckedRow, ...]

    def problem(self, row: CheckedRow, key: str, code: str, message: str) -> Problem:
        """A problem of the cell under `key`, for checks that need more than the cell itself."""
        label = next(str(column.label) for column in self.columns if column.key == key)
        return Problem(row.number, label, as_text(row.cells.get(key)), code, message)

    def overlong(self, row: CheckedRow, limits: Mapping[str, int | None]) -> Iterator[Problem]:
        """Texts of more characters than `limits` allow under their key."""
        for key, value in told(row.values).items():
            limit = limits.get(key)
            if limit and isinstance(value, str) and len(value) > limit:
                yield self.problem(row, key, "too_long", _("最多%(limit)d个字，请缩短。") % {"limit": limit})


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the head stands and what it says: the place of each column found, and the names of the others."""

    sheet: Sheet
    at: int
    places: Mapping[str, Sequence[int]]
    ignored: tuple[str, ...]


def read_table(book: Workbook, columns: Sequence[Column]) -> Table:
    """Find the table whose head has most of these columns, and parse every row under it.

    Refused where no head is found, a required column is missing, a column stands there twice, or no row follows.
    """
    head = _find_head(book, columns)
    _check_head(head, columns)
    taken = [(column, head.places[column.key][0]) for column in columns if column.key in head.places]
    rows = tuple(_check_row(row, taken) for row in head.sheet.rows[head.at + 1 :])
    if not rows:
        raise Refused(_("工作表“%(sheet)s”的表头下没有数据。请填写后重新上传。") % {"sheet": head.sheet.name})
    return Table(
        name=book.name,
        digest=book.digest,
        sheet=head.sheet.name,
        columns=tuple(column for column, _place in taken),
        ignored=head.ignored,
        rows=rows,
    )


def _find_head(book: Workbook, columns: Sequence[Column]) -> _Head:
    names = {_plain(name): column.key for column in columns for name in (str(column.label), *column.aliases)}
    best = max(_heads(book, names), key=lambda head: len(head.places), default=None)
    if best is None or len(best.places) < min(2, len(columns)):
        wanted = "、".join(str(column.label) for column in columns if column.required) or str(columns[0].label)
        raise Refused(
            _("前%(rows)d行中没有找到表头。表头应有这些列：%(wanted)s。请对照模板修改后重新上传。")
            % {"rows": HEAD_WITHIN_ROWS, "wanted": wanted}
        )
    return best


def _heads(book: Workbook, names: Mapping[str, str]) -> Iterator[_Head]:
    for sheet in book.sheets:
        for at, row in enumerate(sheet.rows[:HEAD_WITHIN_ROWS]):
            places: dict[str, list[int]] = {}
            ignored = []
            for place, cell in enumerate(row.cells):
                key = names.get(_plain(as_text(cell)))
                if key:
                    places.setdefault(key, []).append(place)
                elif text(cell):
                    ignored.append(text(cell))
            yield _Head(sheet, at, places, tuple(ignored))


def _check_head(head: _Head, columns: Sequence[Column]) -> None:
    missing = [str(column.label) for column in columns if column.required and column.key not in head.places]
    if missing:
        raise Refused(
            _("工作表“%(sheet)s”缺少这些列：%(labels)s。请补上后重新上传。")
            % {"sheet": head.sheet.name, "labels": "、".join(missing)}
        )
    for column in columns:
        places = head.places.get(column.key, ())
        if len(places) > 1:
            letters = "、".join(get_column_letter(place + 1) for place in places)
            raise Refused(
                _("“%(label)s”出现在多列：%(letters)s。请只保留一列后重新上传。")
                % {"label": column.label, "letters": letters}
            )


def _check_row(row: Row, taken: Sequence[tuple[Column, int]]) -> CheckedRow:
    values: dict[str, Any] = {}
    cells: dict[str, Cell] = {}
    problems = []
    for column, place in taken:
        cell = cells[column.key] = row.cells[place]
        try:
            values[column.key] = _parse(column, cell)
        except Unfit as unfit:
            problems.append(Problem(row.number, str(column.label), as_text(cell), unfit.code, unfit.message))
    return CheckedRow(row.number, values, cells, tuple(problems))


def _parse(column: Column, cell: Cell) -> object:
    value = column.parse(cell)
    if column.required and (value is None or value == ""):
        raise Unfit(f"missing_{column.key}", _("不能为空，请填写。"))
    return value


def _plain(name: str) -> str:
    """A head without blanks, line breaks, full-width letters and the star that marks a column to be filled in."""
    return "".join(half_width(name).split()).strip("*")
