"""Workbooks as they were uploaded, cell by cell, with Excel's own row numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from io import BytesIO

from django.utils.translation import gettext as _
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from unionoffice.refusal import Refused
from unionoffice.sheets.confinement import in_confinement
from unionoffice.sheets.safety import ensure_modest, ensure_safe, is_package, refuse_broken, refuse_locked

MAX_ROWS = 50_000
MAX_SHEETS = 50

Cell = str | int | float | bool | date | datetime | time | timedelta


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is Excel's. `cells` begin with column A, as many in each row of a sheet; empty ones are empty text."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A visible worksheet without its blank rows."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """`digest` is the file's SHA-256: what is applied later must be the file that was checked."""

    name: str
    digest: str
    sheets: tuple[Sheet, ...]


def read_workbook(upload: bytes, *, name: str) -> Workbook:
    """Read an .xlsx or .xls, told apart by content; what can't be read is refused with what to do about it.

    Cells come as they are: text untouched, whole numbers as `int`, days as `date`, a formula as its last result.
    Hidden sheets are left out: what nobody sees on opening the file must not be imported.
    """
    ensure_safe(upload)
    sheets = _sheets_of(upload) if is_package(upload) else in_confinement(_sheets_of, upload)
    if not any(sheet.rows for sheet in sheets):
        raise Refused(_("工作簿中没有内容。请填写后重新上传。"))
    return Workbook(name=name, digest=sha256(upload).hexdigest(), sheets=sheets)


def _sheets_of(upload: bytes) -> tuple[Sheet, ...]:
    try:
        return _read_sheets(upload)
    except PasswordError:
        refuse_locked()
    except (CalamineError, ValueError, OSError, MemoryError):
        refuse_broken()
    except BaseException as error:
        # A panic of the Rust reader is no Exception; only its module's name tells it from an interrupt.
        if type(error).__module__ == "pyo3_runtime":
            refuse_broken()
        raise


def _read_sheets(upload: bytes) -> tuple[Sheet, ...]:
    with load_workbook(BytesIO(upload)) as book:
        names = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
        if len(names) > MAX_SHEETS:
            raise Refused(_("工作簿有%(count)d张工作表，太多了。请只留下需要的后重新上传。") % {"count": len(names)})
        sheets: list[Sheet] = []
        room = MAX_ROWS
        for name in names:
            sheets.append(_read_sheet(book, name, room))
            room -= len(sheets[-1].rows)
    return tuple(sheets)


def _read_sheet(book: CalamineWorkbook, name: str, room: int) -> Sheet:
    rows: list[Row] = []
    for row in _filled_rows(book.get_sheet_by_name(name)):
        if len(rows) == room:
            raise Refused(_("工作簿超过%(limit)d行。请分成几个文件上传。") % {"limit": MAX_ROWS})
        rows.append(row)
    return Sheet(name=name, rows=tuple(rows))


def _filled_rows(sheet: CalamineSheet) -> Iterator[Row]:
    """Rows that hold more than blanks. The reader gives empty rows above the table but no empty columns beside it."""
    if sheet.start is None or sheet.end is None:
        return
    ensure_modest(sheet.end[0] + 1, sheet.end[1] + 1)
    margin: tuple[Cell, ...] = ("",) * sheet.start[1]
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if any(not isinstance(cell, str) or (cell and not cell.isspace()) for cell in cells):
            yield Row(number, margin + tuple(map(_whole, cells)))


def _whole(cell: Cell) -> Cell:
    return int(cell) if type(cell) is float and cell.is_integer() else cell
