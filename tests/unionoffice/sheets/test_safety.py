"""No upload may break the reader, fill the memory or slip past the check under a false name or size."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.unionoffice.sheets.files import CASES, MAIN, PARTS, archive, package, understating, workbook
from unionoffice.refusal import Refused
from unionoffice.sheets import read_workbook, safety

BROKEN = "文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新上传。"
NO_SPREADSHEET = "这不是电子表格文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。"
NO_WORKBOOK = "这不是 Excel 工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。"
TOO_LARGE = "工作簿展开后过大。请把需要的行复制到新的工作簿，另存为 .xlsx 后重新上传。"
LOCKED = "文件设有打开密码，无法读取。请取消密码，另存为 .xlsx 后重新上传。"
SPECIAL = "工作簿含有宏或特殊内容。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。"
GOOD = workbook(["工号"], ["00101"])
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def refusal_before_reading(upload: bytes) -> str:
    with pytest.raises(Refused) as refused:
        safety.ensure_safe(upload)
    return str(refused.value)


def refusal(upload: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_workbook(upload, name="花名册.xlsx")
    return str(refused.value)


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        pytest.param(b"", "文件是空的。请确认文件内容后重新上传。", id="empty file"),
        pytest.param("工号,姓名\n00101,陈静\x00\n".encode(), NO_SPREADSHEET, id="text with a NUL byte"),
        pytest.param("工号,姓名\n00101,陈静\x1a\n".encode("gb18030"), NO_SPREADSHEET, id="text with a control byte"),
        pytest.param(b"\xff\xff\x81,1\n", NO_SPREADSHEET, id="bytes of no encoding"),
        pytest.param("工号".encode("utf-16") + b"\x00", NO_SPREADSHEET, id="half a character"),
        pytest.param(b"<html><table></table></html>", NO_SPREADSHEET, id="web page named xls"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(100), NO_SPREADSHEET, id="image"),
        pytest.param(GOOD[: len(GOOD) // 2], BROKEN, id="truncated"),
        pytest.param(GOOD[:-10], BROKEN, id="truncated in the directory"),
        pytest.param(archive({"word/document.xml": "<w/>"}), NO_WORKBOOK, id="document"),
        pytest.param(archive({"mimetype": "x", "content.xml": "<x/>"}), NO_WORKBOOK, id="ods"),
        pytest.param(archive(PARTS | {"xl/workbook.bin": b"x"}), NO_WORKBOOK, id="xlsb"),
        pytest.param(COMPOUND + bytes(504) + "EncryptedPackage".encode("utf-16-le"), LOCKED, id="locked xlsx"),
        pytest.param(COMPOUND + bytes(504), BROKEN, id="broken xls"),
        pytest.param(package("<row><c>"), BROKEN, id="broken sheet"),
        pytest.param(archive({"xl/workbook.xml": "<workbook/>"}), BROKEN, id="no sheets listed"),
        pytest.param(package(), "工作簿中没有内容。请填写后重新上传。", id="no content"),
    ],
)
def test_what_is_no_workbook_is_refused_by_its_content(upload, sentence):
    assert refusal(upload) == sentence


def test_file_over_the_limit_is_refused(settings):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    assert refusal(GOOD + bytes(1024 * 1024)) == "文件超过1兆。请删去图片和无关的工作表后重新上传。"


def test_file_at_the_limit_is_read(settings):
    settings.UPLOAD_MAX_BYTES = len(GOOD)
    assert read_workbook(GOOD, name="花名册.xlsx").sheets[0].rows[1].cells == ("00101",)


def test_password_on_a_member_is_refused():
    locked = bytearray(GOOD)
    with ZipFile(BytesIO(GOOD)) as file:
        locked[file.start_dir + 8] |= 1
    assert refusal(bytes(locked)) == BROKEN


def test_zip_bomb_is_refused_by_its_ratio():
    assert refusal(package(" " * 5_000_000)) == TOO_LARGE


def test_package_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(safety, "MAX_UNPACKED_BYTES", 2000)
    assert refusal(GOOD) == TOO_LARGE


def test_too_many_parts_are_refused():
    assert refusal(archive(PARTS | {f"xl/{number}.xml": "" for number in range(2001 - len(PARTS))})) == TOO_LARGE


def test_member_larger_than_declared_is_refused_though_its_checksum_fits():
    too_wide = '<row r="2"><c r="GS2"><v>1</v></c></row>'
    bomb = understating(package(ONE_CELL + " " * 5_000_000 + too_wide), "xl/worksheets/sheet1.xml", 1000)
    assert refusal_before_reading(bomb) == BROKEN


def test_member_smaller_than_declared_is_refused():
    upload = package(ONE_CELL)
    assert refusal_before_reading(understating(upload, "xl/worksheets/sheet1.xml", 1000)) == BROKEN


def test_member_with_damaged_data_is_refused():
    damaged = bytearray(GOOD)
    damaged[60:90] = b"\xff" * 30
    assert refusal(bytes(damaged)) == BROKEN


def test_stored_members_are_read_as_well_as_packed_ones():
    content = BytesIO()
    with ZipFile(BytesIO(package(ONE_CELL))) as packed, ZipFile(content, "w") as stored:
        for entry in packed.infolist():
            stored.writestr(entry.filename, packed.read(entry))
    assert read_workbook(content.getvalue(), name="x").sheets[0].rows[0].cells == (1,)


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_type_is_refused_in_any_part_and_encoding(declaration, encoding):
    part = f"<?xml version='1.0' encoding='{encoding}'?>{declaration}<sst/>".encode(encoding)
    assert refusal(package(ONE_CELL, sharedStrings=part)) == BROKEN


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="T1048576"><v>1</v></c></row>',
        '<row r="1048575"><c r="A1"/></row><row><c r="S1048576"/><c><v>1</v></c></row>',
        '<x:row xmlns:x="u" r="1048576"><x:c r="T1048576"><x:v>1</x:v></x:c></x:row>',
        '<row r="1048576"><c r="T1048576" t="inlineStr"><is><t>1</t></is></c></row>',
    ],
    ids=["by its place", "by counting", "under a prefix", "as inline text"],
)
def test_cell_far_below_the_table_is_refused_before_the_grid_is_built(rows):
    assert refusal_before_reading(package(ONE_CELL + rows)) == (
        "工作表的内容一直到第1048576行，范围过大。请删去表格下方多余的内容后重新上传。"
    )


def test_cell_far_right_of_the_table_is_refused():
    assert refusal_before_reading(package('<row r="1"><c r="GS1"><v>1</v></c></row>')) == (
        "工作表有内容的列超过200列。请删去表格右侧多余的内容后重新上传。"
    )


def test_places_of_cells_that_name_none_are_counted():
    last_allowed = "<c/>" * 19 + "<c><v>1</v></c>"
    safety.ensure_safe(package(f'<row r="299999"/><row>{last_allowed}</row>'))
    assert refusal_before_reading(package(f'<row r="300000"/><row>{last_allowed}</row>')).startswith(
        "工作表的内容一直到第300001行"
    )
    assert refusal_before_reading(package('<row><c r="GR1"/><c><v>1</v></c></row>')).startswith(
        "工作表有内容的列超过200列"
    )


@pytest.mark.parametrize("more", [0, 1, 60, 257, 300_000])
def test_part_of_more_than_one_piece_is_unpacked_to_its_end(more):
    piece = 256 * 1024
    safety.ensure_safe(package(ONE_CELL, theme="<a/>" + " " * (piece - len("<a/>") + more)))


def test_last_allowed_column_is_read():
    sheet = read_workbook(package('<row r="1"><c r="GR1"><v>1</v></c></row>'), name="x").sheets[0]
    assert sheet.rows[0].cells == ("",) * 199 + (1,)


@pytest.mark.parametrize("place", ["A1048577", "AAAA1", "A", "1", "é1"])
def test_place_that_no_sheet_has_is_refused(place):
    assert refusal(package(f'<row r="1"><c r="{place}"><v>1</v></c></row>')) == BROKEN


def test_too_many_cells_are_refused_even_when_empty(monkeypatch):
    monkeypatch.setattr(safety, "MAX_CELLS", 1000)
    assert refusal(package("<row>" + "<c/>" * 1001 + "</row>")) == TOO_LARGE


def test_long_shared_text_in_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr(safety, "MAX_TEXT_CHARACTERS", 3000)
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 32))
    strings = f'<sst xmlns="{MAIN}"><si><t>{"长" * 50}</t><r><t>{"长" * 50}</t></r></si></sst>'
    assert refusal(package(cells, sharedStrings=strings)) == TOO_LARGE


def test_shared_text_used_once_is_read():
    strings = f'<sst xmlns="{MAIN}"><si><t>一</t></si><si><t>二</t></si></sst>'
    upload = package('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', sharedStrings=strings)
    assert read_workbook(upload, name="x").sheets[0].rows[0].cells == ("二",)


def test_blanks_between_tags_are_no_shared_text():
    strings = f'<sst xmlns="{MAIN}"><si><t>一</t></si></sst>'
    cells = '<c r="A1" t="s">\n<v>0</v>\n</c>\n<c r="B1" t="s"><v></v>\n</c>'
    safety.ensure_safe(package(f'<row r="1">\n{cells}\n</row>', sharedStrings=strings))


def test_link_to_the_outside_is_harmless():
    link = '<Relationship Id="z" Type="x" Target="http://example.com/" TargetMode="External"/></Relationships>'
    listed = PARTS["xl/_rels/workbook.xml.rels"].replace("</Relationships>", link)
    safety.ensure_safe(archive(PARTS | {"xl/_rels/workbook.xml.rels": listed, "xl/worksheets/sheet1.xml": "<x/>"}))


@pytest.mark.parametrize("directory", ["", "xl/", "foo/"])
def test_sheet_under_another_ending_is_refused_wherever_the_workbook_lies(directory):
    members = {name.replace("xl/", directory): part for name, part in PARTS.items()}
    members["_rels/.rels"] = PARTS["_rels/.rels"].replace("xl/", directory)
    listed = PARTS["xl/_rels/workbook.xml.rels"].replace("sheet1.xml", "sheet1.png")
    members[f"{directory}_rels/workbook.xml.rels"] = listed
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{ONE_CELL}</sheetData></worksheet>'
    assert refusal(archive(PARTS | members | {f"{directory}worksheets/sheet1.png": sheet})) == SPECIAL


def test_damaged_old_workbook_that_panics_the_reader_is_refused():
    damaged = bytearray((CASES / "sheets" / "old_format.xls").read_bytes())
    damaged[76:80] = b"\xff" * 4
    assert refusal(bytes(damaged)) == BROKEN


def test_old_workbook_that_takes_too_much_memory_ends_only_its_own_process():
    damaged = bytearray((CASES / "sheets" / "old_format.xls").read_bytes())
    record_of_first_text = bytes.fromhex("fd000a00")
    place_of_first_text = damaged.index(record_of_first_text) + 4
    damaged[place_of_first_text : place_of_first_text + 4] = b"\xff\xff\xff\x00"
    assert refusal(bytes(damaged)) == BROKEN
