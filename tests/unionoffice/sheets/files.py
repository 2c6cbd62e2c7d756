"""Workbooks, good and bad, made where they are tested."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

CASES = Path(__file__).resolve().parents[2] / "cases"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="a" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="b" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    ),
}


def workbook(*rows: Iterable[object], at_row: int = 1, at_column: int = 1, sheet: str = "花名册") -> bytes:
    """A workbook whose table begins at the given row and column; None leaves a cell out."""
    book = Workbook()
    book.active.title = sheet
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            if value is not None:
                book.active.cell(at_row + down, at_column + right, value)
    return saved(book)


def saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def package(rows: str = "", **parts: str | bytes) -> bytes:
    """A package written by hand around these rows of sheet XML; `parts` are laid under xl/ and may replace others."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    members = PARTS | {"xl/worksheets/sheet1.xml": sheet} | {f"xl/{name}.xml": part for name, part in parts.items()}
    return archive(members)


def archive(members: dict[str, str | bytes]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        for name, part in members.items():
            file.writestr(name, part)
    return content.getvalue()


def understating(upload: bytes, member: str, size: int) -> bytes:
    """The same package, whose directory and header declare another size of this member, with a fitting checksum."""
    with ZipFile(BytesIO(upload)) as file:
        entry = file.getinfo(member)
        checksum = zlib.crc32(file.read(member)[:size])
    old = struct.pack("<LLL", entry.CRC, entry.compress_size, entry.file_size)
    return upload.replace(old, struct.pack("<LLL", checksum, entry.compress_size, size))
