"""Workbooks as they were uploaded, cell by cell, with Excel's own row numbers."""

from collections.abc import Iterator
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
from unionoffice.sheets.delimited import read_delimited
from unionoffice.sheets.grids import MAX_ROWS, Cell, Merge, Row, Sheet, Workbook
from unionoffice.sheets.safety import (
    MAX_MERGES,
    ensure_modest,
    ensure_safe,
    is_compound,
    is_package,
    refuse_broken,
    refuse_large,
    refuse_locked,
)

MAX_SHEETS = 50


def read_workbook(upload: bytes, *, name: str) -> Workbook:
    """Read an .xlsx, .xls or .csv, told apart by content; what can't be read is refused with what to do about it.

    Cells come as they are: text untouched, whole numbers as `int`, days as `date`, a formula as its last result.
    Hidden sheets are left out: what nobody sees on opening the file must not be imported.
    """
    ensure_safe(upload)
    if is_package(upload):
        sheets = _sheets_of(upload)
    elif is_compound(upload):
        sheets = in_confinement(_sheets_of, upload)
    else:
        sheets = (read_delimited(upload, name=name),)
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
    sheet = book.get_sheet_by_name(name)
    rows: list[Row] = []
    for row in _filled_rows(sheet):
        if len(rows) == room:
            raise Refused(_("工作簿超过%(limit)d行。请分成几个文件上传。") % {"limit": MAX_ROWS})
        rows.append(row)
    return Sheet(name=name, rows=tuple(rows), merges=_merges_of(sheet))


def _merges_of(sheet: CalamineSheet) -> tuple[Merge, ...]:
    ranges = sheet.merged_cell_ranges or ()
    if len(ranges) > MAX_MERGES:
        refuse_large()
    return tuple(sorted(Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges))


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
