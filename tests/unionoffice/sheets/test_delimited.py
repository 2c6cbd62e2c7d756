"""Tables as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionoffice.refusal import Refused
from unionoffice.sheets import delimited, read_workbook


def rows_of(upload: bytes | str, name: str = "名单.csv") -> list[tuple]:
    data = upload.encode() if isinstance(upload, str) else upload
    [sheet] = read_workbook(data, name=name).sheets
    return [(row.number, *row.cells) for row in sheet.rows]


def refusal(upload: bytes | str) -> str:
    with pytest.raises(Refused) as refused:
        rows_of(upload)
    return str(refused.value)


def test_sheet_is_named_as_the_file():
    assert read_workbook("工号,姓名".encode(), name="在职.csv").sheets[0].name == "在职"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_rows_are_numbered_as_excel_shows_them(end):
    assert rows_of(end.join(["甲,乙", "", "丙"])) == [(1, "甲", "乙"), (3, "丙", "")]


def test_quoted_cell_may_hold_delimiters_quotes_and_line_breaks():
    assert rows_of('甲,"乙,""丙""\n丁"\n1,2') == [(1, "甲", '乙,"丙"\n丁'), (2, "1", "2")]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_delimiter_is_told_by_the_rows(delimiter):
    assert rows_of(f"名单\n甲{delimiter}乙{delimiter}丙\n1{delimiter}2{delimiter}a,b") == [
        (1, "名单", "", ""),
        (2, "甲", "乙", "丙"),
        (3, "1", "2", "a,b"),
    ]


def test_tab_after_a_number_is_no_delimiter():
    assert rows_of("工号,证号\n1,110\t\n2,120\t") == [(1, "工号", "证号"), (2, "1", "110\t"), (3, "2", "120\t")]


def test_formula_that_only_keeps_zeros_is_its_text():
    assert rows_of('工号,姓名\n="00101",陈静\n"=""00102""",单昇') == [
        (1, "工号", "姓名"),
        (2, "00101", "陈静"),
        (3, "00102", "单昇"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encoding_is_told_by_the_bytes(encoding):
    words = "工号,𠮷田玥淏祎\n1,2"
    assert rows_of(words.encode(encoding)) == [(1, "工号", "𠮷田玥淏祎"), (2, "1", "2")]


def test_open_quote_is_refused_with_its_row():
    assert refusal('工号,姓名\n1,陈静\n2,"单昇\n3,覃祎').startswith("第3行的引号不成对")


def test_web_page_is_refused():
    assert refusal("\n<!DOCTYPE html><html><table>").startswith("这不是电子表格文件。")


def test_too_many_rows_or_columns_are_refused(monkeypatch):
    monkeypatch.setattr(delimited, "MAX_ROWS", 3)
    assert len(rows_of("1\n" * 3)) == 3
    assert refusal("1\n" * 5) == "文件超过3行。请分成几个文件上传。"
    assert refusal(",".join(["1"] * 201)).startswith("工作表有内容的列超过200列")


def test_text_of_blank_lines_is_empty():
    assert refusal("\n \n,,\n") == "工作簿中没有内容。请填写后重新上传。"


CELLS = st.text(st.characters(codec="gb18030", exclude_categories=["Cc", "Cs", "Cn"]), max_size=8).filter(
    lambda cell: not cell.lstrip().startswith("=")
)


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6),
    st.sampled_from(["utf-8-sig", "utf-16", "gb18030"]),
)
def test_what_was_written_is_read(rows, encoding):
    head = ["工号", "姓名", "部门"]
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [head, *rows]]
    written = [(number, *row) for number, row in enumerate([head, *rows], 1) if any(cell.strip() for cell in row)]
    assert rows_of("\r\n".join(lines).encode(encoding)) == written
