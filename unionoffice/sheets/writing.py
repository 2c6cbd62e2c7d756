"""Workbooks for people: exports and templates that open well in Excel and WPS, and never carry a formula."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from unionoffice.sheets.checking import Column, Label
from unionoffice.sheets.parsing import Choice, Parser, amount, as_text, day, day_or_month

TEXT, DAY, MOMENT, MONEY, NUMBER = "@", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "#,##0.00", "General"

_SAMPLE_ROWS = 200
_NARROWEST, _WIDEST = 8, 50
_EXCEL_LARGEST_WHOLE = 10**15
_MAY_BE_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What XML 1.0 can't hold, and halves of surrogate pairs.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_workbook(
    head: Sequence[Label], rows: Iterable[Sequence[object]], *, sheet: Label, title: Label = ""
) -> bytes:
    """A list as an .xlsx: bold frozen head, widths by the first rows, texts as texts so that 00101 keeps its zeros.

    Rows are written as they come, so a long export needs no more memory than a short one.
    """
    book = _new_book()
    _write_sheet(book, str(sheet), head, rows, title=str(title))
    return _saved(book)


@dataclass(frozen=True)
class Leaf:
    """One sheet of a workbook that has several."""

    name: str
    head: Sequence[Label]
    rows: Iterable[Sequence[object]]
    title: str = ""


def write_leaves(leaves: Iterable[Leaf]) -> bytes:
    """Several lists as one .xlsx, each on a sheet of its own and written as `write_workbook` writes one."""
    book = _new_book()
    for leaf in leaves:
        _write_sheet(book, leaf.name, leaf.head, leaf.rows, title=leaf.title)
    return _saved(book)


def template_workbook(columns: Sequence[Column], examples: Sequence[Mapping[str, object]] = ()) -> bytes:
    """An empty list to fill in, its columns formatted so that typed codes keep their zeros.

    A second sheet says what each column expects. The examples stand there, downwards, where no import takes them
    for records.
    """
    book = _new_book()
    formats: dict[Parser, str] = {day: DAY, day_or_month: DAY, amount: MONEY}
    _write_sheet(
        book,
        _("填写"),
        [column.label for column in columns],
        (),
        formats=[formats.get(column.parse, TEXT) for column in columns],
    )
    _write_sheet(
        book,
        _("填写说明"),
        [_("列名"), _("必填"), _("要求"), *[_("示例%(number)d") % {"number": n + 1} for n in range(len(examples))]],
        (
            [column.label, column.required, _hint(column), *[example.get(column.key) for example in examples]]
            for column in columns
        ),
    )
    return _saved(book)


def _hint(column: Column) -> str:
    if column.hint:
        return str(column.hint)
    if isinstance(column.parse, Choice):
        return "、".join(column.parse.labels)
    hints: dict[Parser, str] = {
        day: _("日期，例如1985-03-12"),
        day_or_month: _("日期，例如1985-03-12；不知道日的写1985-03"),
        amount: _("金额，例如1234.50"),
    }
    return hints.get(column.parse, "")


def _new_book() -> Workbook:
    book = Workbook(write_only=True)
    book.properties.creator = None
    return book


def _saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _write_sheet(
    book: Workbook,
    name: str,
    head: Sequence[Label],
    rows: Iterable[Sequence[object]],
    *,
    title: str = "",
    formats: Sequence[str] = (),
) -> None:
    """Widths, frozen panes and column formats stand before the rows in the file: they are settled first."""
    sheet = book.create_sheet(name)
    coming = iter(rows)
    sample = list(islice(coming, _SAMPLE_ROWS))
    for place, label in enumerate(head):
        texts = [as_text(label), *(as_text(row[place]) for row in sample)]
        sheet.column_dimensions[get_column_letter(place + 1)].width = _width(texts)
    for place, number_format in enumerate(formats):
        sheet.column_dimensions[get_column_letter(place + 1)].number_format = number_format
    sheet.freeze_panes = "A3" if title else "A2"
    pens = _Pens(sheet)
    if title:
        sheet.append([pens.write_bold(title, points=14)])
    sheet.append([pens.write_bold(str(label)) for label in head])
    for row in chain(sample, coming):
        sheet.append(pens.write(value) for value in row)


def _width(texts: Iterable[str]) -> int:
    """In Latin characters; a Chinese one is two wide."""
    widest = max(sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text) for text in texts)
    return min(max(widest + 2, _NARROWEST), _WIDEST)


class _Pens:
    """One cell for each look, used again for every value: styling each cell anew takes most of a long export's time.

    A row must therefore be handed to the sheet as a generator, which is written cell by cell.
    """

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        self._sheet = sheet
        self._pens = {look: self._pen(look) for look in (TEXT, DAY, MOMENT, MONEY, NUMBER)}
        self._guarded = self._pen(TEXT)
        # The mark by which Excel keeps a text a text even after it was edited.
        self._guarded.quotePrefix = True

    def write(self, value: object) -> Cell | None:
        """A cell that holds this value until the next one is asked for; none for an empty value."""
        if value is None or value == "":
            return None
        content, look = _look(value)
        if look != TEXT:
            pen = self._pens[look]
            pen.value = content
            return pen
        pen = self._guarded if content.startswith(_MAY_BE_FORMULA) else self._pens[TEXT]
        pen.value = content
        pen.data_type = "s"
        return pen

    def write_bold(self, words: str, *, points: int = 11) -> Cell:
        cell = self._pen(TEXT)
        cell.font = Font(bold=True, size=points)
        cell.value = _UNPRINTABLE.sub("", words)
        cell.data_type = "s"
        return cell

    def _pen(self, look: str) -> Cell:
        cell = WriteOnlyCell(self._sheet)
        cell.number_format = look
        return cell


def _look(value: object) -> tuple[Any, str]:
    match value:
        case bool():
            return as_text(value), TEXT
        case datetime():
            return (timezone.make_naive(value) if timezone.is_aware(value) else value), MOMENT
        case date():
            return value, DAY
        case Decimal():
            return value, MONEY
        case int() | float() if abs(value) < _EXCEL_LARGEST_WHOLE:
            return value, NUMBER
        case _:
            return _UNPRINTABLE.sub("", as_text(value)), TEXT
