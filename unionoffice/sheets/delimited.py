"""Tables as plain text: values between commas, semicolons or tabs, as Excel, WPS and other systems write them out."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice
from pathlib import PurePath

from django.utils.translation import gettext as _

from unionoffice.refusal import Refused
from unionoffice.sheets.grids import MAX_ROWS, Row, Sheet
from unionoffice.sheets.safety import EXCEL_LAST_ROW, ensure_modest, refuse_foreign

DELIMITERS = ",;\t"
_LINES_TO_TELL_BY = 50
# Everything below a blank but tab and line ends, and what stands for bytes of no character.
_BINARY = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_WEB_PAGE = re.compile(r"\s*<[!?a-z]", re.IGNORECASE)
# ="00101" is how other systems keep Excel from dropping zeros.
_TEXT_FORMULA = re.compile(r'="([^"]*)"')


def read_delimited(upload: bytes, *, name: str) -> Sheet:
    """The one sheet of a text file, named as the file, its rows numbered as Excel shows them.

    Refuses what is no text or no table, and quotes that don't close: what follows them would be taken for one cell.
    """
    words = _decoded(upload)
    if _BINARY.search(words) or _WEB_PAGE.match(words):
        refuse_foreign()
    delimiter = _delimiter_of(words)
    rows = list(_filled_rows(csv.reader(StringIO(words, newline=""), delimiter=delimiter, strict=True)))
    width = max((len(cells) for _number, cells in rows), default=0)
    ensure_modest(len(rows), width)
    padded = (Row(number, tuple(cells) + ("",) * (width - len(cells))) for number, cells in rows)
    return Sheet(name=PurePath(name).stem, rows=tuple(padded))


def _decoded(upload: bytes) -> str:
    """By the mark at its beginning, else UTF-8, else what Chinese Windows writes; GB18030 holds all of GBK."""
    try:
        if upload.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return upload.decode("utf-16")
        if upload.startswith(BOM_UTF8):
            return upload.decode("utf-8-sig")
        try:
            return upload.decode("utf-8")
        except UnicodeDecodeError:
            return upload.decode("gb18030")
    except UnicodeDecodeError:
        refuse_foreign()


def _delimiter_of(words: str) -> str:
    """The sign that parts the first lines into most cells: a comma may also stand in an address."""
    lines = list(islice(StringIO(words, newline=""), _LINES_TO_TELL_BY))

    def cells_by(delimiter: str) -> int:
        try:
            return sum(len(cells) for cells in csv.reader(lines, delimiter=delimiter))
        except csv.Error:
            return 0

    return max(DELIMITERS, key=cells_by)


def _filled_rows(records: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    number = count = 0
    try:
        for number, record in enumerate(records, start=1):
            cells = [_text_in(cell) for cell in record]
            ensure_modest(1, len(cells))
            if number > EXCEL_LAST_ROW or count > MAX_ROWS:
                raise Refused(_("文件超过%(limit)d行。请分成几个文件上传。") % {"limit": MAX_ROWS})
            if any(cell and not cell.isspace() for cell in cells):
                count += 1
                yield number, cells
    except csv.Error as error:
        raise Refused(
            _("第%(row)d行的引号不成对，无法读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。")
            % {"row": number + 1}
        ) from error


def _text_in(cell: str) -> str:
    found = _TEXT_FORMULA.fullmatch(cell.strip()) if cell.lstrip().startswith("=") else None
    return found[1] if found else cell
