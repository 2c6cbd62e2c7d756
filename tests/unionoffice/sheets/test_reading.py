import struct
from datetime import date, datetime, time
from hashlib import sha256
from time import process_time

import pytest
from openpyxl import Workbook

from tests.unionoffice.sheets.files import CASES, package, saved, workbook
from unionoffice.refusal import Refused
from unionoffice.sheets import read_workbook, reading
from unionoffice.sheets.grids import Merge


def rows_of(upload: bytes) -> list[tuple]:
    return [(row.number, *row.cells) for row in read_workbook(upload, name="x.xlsx").sheets[0].rows]


def test_workbook_carries_name_and_digest_of_the_file():
    upload = workbook(["工号"])
    book = read_workbook(upload, name="花名册.xlsx")
    assert (book.name, book.digest, book.sheets[0].name) == ("花名册.xlsx", sha256(upload).hexdigest(), "花名册")


def test_cells_come_as_the_kinds_they_are():
    cells = (
        "00101",
        13500000001,
        1.5,
        True,
        date(1985, 3, 12),
        datetime.fromisoformat("2026-01-02 03:04"),
        time(8, 30),
    )
    assert rows_of(workbook(cells)) == [(1, *cells)]


def test_whole_number_is_whole():
    [(_number, cell)] = rows_of(workbook([12.0]))
    assert (cell, type(cell)) == (12, int)


@pytest.mark.parametrize("name", ["欧阳喆", "阿依古丽·买买提", "单 昇", "查玥淏", "𠮷田堃", "覃祎旻"])
def test_names_come_through_unchanged(name):
    assert rows_of(workbook([name])) == [(1, name)]


def test_row_numbers_are_excels_when_the_first_rows_are_empty():
    assert rows_of(workbook(["甲"], ["乙"], at_row=5)) == [(5, "甲"), (6, "乙")]


def test_row_numbers_are_excels_when_rows_between_are_blank():
    assert rows_of(workbook(["甲"], [], [" \u3000\n"], ["乙"])) == [(1, "甲"), (4, "乙")]


def test_cells_begin_with_column_a_when_the_first_columns_are_empty():
    assert rows_of(workbook(["甲", "乙"], at_row=2, at_column=3)) == [(2, "", "", "甲", "乙")]


def test_formula_gives_its_last_result():
    assert rows_of(package('<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>')) == [(2, 2)]


def test_two_hundred_thousand_empty_formatted_rows_are_read_over():
    rows = "".join(f'<row r="{row}" s="1" customFormat="1"><c r="A{row}" s="1"/></row>' for row in range(2, 200_002))
    assert rows_of(package('<row r="1"><c r="A1"><v>1</v></c></row>' + rows)) == [(1, 1)]


def test_hidden_sheet_is_left_out():
    book = Workbook()
    book.active.title = "在职"
    book.active.append(["甲"])
    book.create_sheet("旧表").append(["乙"])
    book["旧表"].sheet_state = "hidden"
    assert [sheet.name for sheet in read_workbook(saved(book), name="x").sheets] == ["在职"]


def test_rows_are_counted_over_all_sheets_and_too_many_refused(monkeypatch):
    monkeypatch.setattr(reading, "MAX_ROWS", 3)
    book = Workbook()
    book.active.append(["甲"])
    book.active.append(["乙"])
    second = book.create_sheet("二")
    second.append(["丙"])
    assert sum(len(sheet.rows) for sheet in read_workbook(saved(book), name="x").sheets) == 3
    second.append(["丁"])
    with pytest.raises(Refused, match=r"^工作簿超过3行。请分成几个文件上传。$"):
        read_workbook(saved(book), name="x")


def test_too_many_sheets_are_refused():
    book = Workbook()
    for _number in range(50):
        book.create_sheet()
    with pytest.raises(Refused, match=r"^工作簿有51张工作表，太多了。请只留下需要的后重新上传。$"):
        read_workbook(saved(book), name="x")


def test_old_format_is_read_like_the_new_one():
    upload = (CASES / "sheets" / "old_format.xls").read_bytes()
    assert rows_of(upload) == [
        (1, "花名册", "", "", ""),
        (3, "工号", "姓名", "出生日期", "手机号码"),
        (4, "00101", "欧阳喆", date(1985, 3, 12), 13500000001),
    ]


def test_merged_cells_come_with_excels_rows():
    book = Workbook()
    book.active.append(["部门", "姓名"])
    book.active.append(["语文组", "陈静"])
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("C1:D1")
    assert read_workbook(saved(book), name="x").sheets[0].merges == (Merge(1, 2, 1, 3), Merge(2, 0, 3, 0))


def test_merged_cells_of_the_old_format_come_too():
    upload = (CASES / "sheets" / "old_format.xls").read_bytes()
    end = bytes.fromhex("0a000000")
    last = upload.rindex(end + bytes(20))
    # MERGEDCELLS: one range, rows 4 to 5 of column A, in numbers from 0.
    merged = struct.pack("<HHHHHHH", 0x00E5, 10, 1, 3, 4, 0, 0)
    upload = upload[:last] + merged + end + upload[last + len(merged + end) :]
    assert read_workbook(upload, name="x").sheets[0].merges == (Merge(4, 0, 5, 0),)


def test_two_hundred_thousand_rows_of_twenty_styled_cells_are_read_over():
    cells = "".join(f'<c r="{column}{{0}}" s="1"/>' for column in "ABCDEFGHIJKLMNOPQRST")
    rows = "".join(f'<row r="{row}">{cells.format(row)}</row>' for row in range(2, 200_002))
    upload, began = package('<row r="1"><c r="A1"><v>1</v></c></row>' + rows), process_time()
    assert rows_of(upload) == [(1, 1)]
    assert process_time() - began < 10
