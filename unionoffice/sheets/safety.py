"""What a file must be before a reader opens it.

The reader builds each sheet in memory as a full grid and copies a shared text into every cell that uses it, so
a file of a few kilobytes can ask for gigabytes. Everything it would do is therefore reckoned first, from the
bytes themselves: a name, a directory or a declared size can say anything.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import NoReturn
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from django.conf import settings
from django.utils.translation import gettext as _

from unionoffice.refusal import Refused

EXCEL_LAST_ROW = 1_048_576
MAX_COLUMNS = 200
MAX_PARTS = 2_000
# 200,000 rows of 20 formatted cells, the largest empty sheet we care to read over, unpack to 100 MB.
MAX_UNPACKED_BYTES = 128 * 1024 * 1024
# Apache POI draws the same line (ZipSecureFile: 1 to 100); formatted empty rows pack 1 to 13.
MAX_RATIO = 100
RATIO_MATTERS_FROM_BYTES = 1024 * 1024
# Cells of the rectangle from A1 to the last used row and column, 24 bytes each in the reader.
MAX_GRID_CELLS = 6_000_000
MAX_CELLS = 8_000_000
MAX_TEXT_CHARACTERS = 64_000_000
MAX_MERGES = 50_000

_CHUNK = 256 * 1024
_ZIP = b"PK\x03\x04"
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def ensure_safe(upload: bytes) -> None:
    """Refuse whatever is broken, is locked, or would cost more than its size suggests.

    An .xls is let through unexamined: it is read in confinement. So is what may be text: it unpacks to nothing more.
    """
    if not upload:
        raise Refused(_("文件是空的。请确认文件内容后重新上传。"))
    if len(upload) > settings.UPLOAD_MAX_BYTES:
        limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
        raise Refused(_("文件超过%(limit)d兆。请删去图片和无关的工作表后重新上传。") % {"limit": limit})
    if is_package(upload):
        _ensure_safe_package(upload)
    elif is_compound(upload) and _ENCRYPTED_STREAM in upload:
        refuse_locked()


def is_package(upload: bytes) -> bool:
    """Whether the file is a zip, as every .xlsx is."""
    return upload.startswith(_ZIP)


def is_compound(upload: bytes) -> bool:
    """Whether the file is of the kind that every .xls is."""
    return upload.startswith(_COMPOUND)


def refuse_foreign() -> NoReturn:
    raise Refused(_("这不是电子表格文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。"))


def refuse_broken() -> NoReturn:
    raise Refused(_("文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新上传。"))


def refuse_locked() -> NoReturn:
    raise Refused(_("文件设有打开密码，无法读取。请取消密码，另存为 .xlsx 后重新上传。"))


def refuse_large() -> NoReturn:
    raise Refused(_("工作簿展开后过大。请把需要的行复制到新的工作簿，另存为 .xlsx 后重新上传。"))


def _ensure_safe_package(upload: bytes) -> None:
    try:
        entries = ZipFile(BytesIO(upload)).infolist()
    except (BadZipFile, ValueError, NotImplementedError, struct.error):
        refuse_broken()
    _check_directory(entries)
    survey = _Survey()
    for entry in entries:
        name = entry.filename.lower()
        pieces = _unpack(upload, entry)
        if name.endswith((".xml", ".rels")):
            survey.read_part(pieces, is_workbook_index=name.endswith("workbook.xml.rels"))
        else:
            for _piece in pieces:
                pass
    survey.check_text()


def _check_directory(entries: list[ZipInfo]) -> None:
    names = {entry.filename.lower().rpartition("/")[2] for entry in entries}
    if "workbook.xml" not in names or not names.isdisjoint({"workbook.bin", "content.xml"}):
        raise Refused(_("这不是 Excel 工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。"))
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        refuse_large()
    for entry in entries:
        if entry.flag_bits & 0x1 or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            refuse_broken()
        if entry.file_size > max(RATIO_MATTERS_FROM_BYTES, entry.compress_size * MAX_RATIO):
            refuse_large()


def _unpack(upload: bytes, entry: ZipInfo) -> Iterator[bytes]:
    """Unpack one member piece by piece and stop where it grows past the size that its directory entry declares."""
    try:
        signature, name_length, extra_length = struct.unpack_from("<4s22xHH", upload, entry.header_offset)
    except struct.error:
        refuse_broken()
    start = entry.header_offset + 30 + name_length + extra_length
    packed = memoryview(upload)[start : start + entry.compress_size]
    if signature != _ZIP:
        refuse_broken()
    size = 0
    for piece in _inflate(packed) if entry.compress_type == ZIP_DEFLATED else _slices(packed):
        size += len(piece)
        if size > entry.file_size:
            refuse_broken()
        yield piece
    if size != entry.file_size:
        refuse_broken()


def _slices(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), _CHUNK):
        yield bytes(packed[start : start + _CHUNK])


def _inflate(packed: memoryview) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in _slices(packed):
            yield stream.decompress(piece, _CHUNK)
            while stream.unconsumed_tail:
                yield stream.decompress(stream.unconsumed_tail, _CHUNK)
        while rest := stream.decompress(b"", _CHUNK):
            yield rest
    except zlib.error:
        refuse_broken()


@cache
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z" or len(letters) > 3:  # noqa: PLR2004 -- the last column is XFD
            refuse_broken()
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class _Survey:
    """What reading all parts would cost: cells, the rectangle they span, and text, each shared text times its uses.

    A part is known by the tags in it, not by its name. Only cells that hold something span the rectangle.
    """

    def __init__(self) -> None:
        self._cells = self._merges = 0
        self._uses: Counter[str] = Counter()
        self._shared_texts: list[list[int]] = []

    def read_part(self, pieces: Iterator[bytes], *, is_workbook_index: bool) -> None:
        self._is_workbook_index = is_workbook_index
        self._position: str | tuple[int, int] = (0, 0)
        self._last_row = self._last_column = 0
        self._cell_is_shared = self._in_shared_cell = False
        self._texts: list[int] = []
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._on_doctype
        parser.StartElementHandler = self._on_start
        parser.CharacterDataHandler = self._on_text
        try:
            for piece in pieces:
                parser.Parse(piece, False)  # noqa: FBT003 -- expat takes no keywords
                if self._cells > MAX_CELLS or self._merges > MAX_MERGES:
                    refuse_large()
            parser.Parse(b"", True)  # noqa: FBT003
        except (expat.ExpatError, ValueError):
            refuse_broken()
        if self._texts:
            self._shared_texts.append(self._texts)

    def check_text(self) -> None:
        """Refuse when the shared texts, copied into every cell that uses them, would fill the memory."""
        for lengths in self._shared_texts:
            uses = ((int(index), count) for index, count in self._uses.items())
            if sum(lengths[index] * count for index, count in uses if index < len(lengths)) > MAX_TEXT_CHARACTERS:
                refuse_large()

    def _on_doctype(self, *_declaration: object) -> None:
        """No office program writes a DTD; it is where entities that unfold a billionfold are declared."""
        refuse_broken()

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            self._cells += 1
            self._cell_is_shared = attributes.get("t") == "s"
            self._position = attributes.get("r") or self._next_position()
        elif name in {"v", "is"}:
            self._fill_cell()
            self._in_shared_cell = self._cell_is_shared
        elif name == "row":
            self._position = (int(attributes.get("r") or self._resolved()[0] + 1), 0)
        elif name == "si":
            self._texts.append(0)
        elif name == "mergeCell":
            self._merges += 1
        elif name == "Relationship" and self._is_workbook_index:
            self._check_target(attributes)

    def _on_text(self, text: str) -> None:
        if self._texts:
            self._texts[-1] += len(text)
        elif self._in_shared_cell and not text.isspace():
            self._uses[str(int(text))] += 1
            self._in_shared_cell = False

    def _fill_cell(self) -> None:
        row, column = self._resolved()
        if row > self._last_row or column > self._last_column:
            if row > EXCEL_LAST_ROW:
                refuse_broken()
            self._last_row = max(row, self._last_row)
            self._last_column = max(column, self._last_column)
            ensure_modest(self._last_row, self._last_column)

    def _resolved(self) -> tuple[int, int]:
        """The row and column of the cell at hand; they are worked out only where they are needed."""
        if isinstance(self._position, tuple):
            return self._position
        letters = self._position.rstrip("0123456789")
        return int(self._position[len(letters) :]), _column_number(letters)

    def _next_position(self) -> tuple[int, int]:
        """A cell without a place of its own stands to the right of the last one."""
        row, column = self._resolved()
        return row, column + 1

    def _check_target(self, attributes: dict[str, str]) -> None:
        """A sheet under another ending, as xlsb has it, would escape this survey; macros have no business here."""
        external = attributes.get("TargetMode") == "External"
        if not external and not attributes.get("Target", "").lower().endswith(".xml"):
            raise Refused(_("工作簿含有宏或特殊内容。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。"))


def ensure_modest(last_row: int, last_column: int) -> None:
    """Refuse a sheet whose used rectangle is far wider or longer than any roster."""
    if last_column > MAX_COLUMNS:
        raise Refused(
            _("工作表有内容的列超过%(limit)d列。请删去表格右侧多余的内容后重新上传。") % {"limit": MAX_COLUMNS}
        )
    if last_row * last_column > MAX_GRID_CELLS:
        raise Refused(
            _("工作表的内容一直到第%(row)d行，范围过大。请删去表格下方多余的内容后重新上传。") % {"row": last_row}
        )
