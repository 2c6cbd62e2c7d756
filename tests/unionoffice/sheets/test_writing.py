from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.db.models import TextChoices
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from unionoffice.refusal import Refused
from unionoffice.sheets import (
    Choice,
    Column,
    Leaf,
    amount,
    code,
    day,
    read_table,
    read_workbook,
    template_workbook,
    write_leaves,
    write_workbook,
)


class Gender(TextChoices):
    MALE = "male", "男"
    FEMALE = "female", "女"


COLUMNS = (
    Column("employee_no", "工号", parse=code, required=True, hint="学校统一的工号"),
    Column("name", "姓名", required=True),
    Column("gender", "性别", parse=Choice(Gender, unknown="unknown_gender")),
    Column("born_on", "出生日期", parse=day),
    Column("dues", "会费", parse=amount),
)


def opened(upload: bytes):
    return load_workbook(BytesIO(upload))


def written(*values):
    """The cells of one written row."""
    sheet = opened(write_workbook(["值"] * len(values), [values], sheet="表")).active
    return [sheet.cell(2, column + 1) for column in range(len(values))]


@pytest.mark.parametrize(
    "words", ["=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "#N/A", "=", "'=1"]
)
def test_text_never_becomes_a_formula(words):
    [cell] = written(words)
    assert (cell.data_type, cell.value) == ("s", words)


@pytest.mark.parametrize("words", ["=1+1", "+86", "-5", "@x", "\tx", "\rx"])
def test_text_that_looks_like_a_formula_stays_text_when_edited(words):
    [cell] = written(words)
    assert cell.quotePrefix is True


def test_ordinary_text_after_a_guarded_one_is_not_guarded():
    assert [cell.quotePrefix for cell in written("=1", "陈静", "=2")] == [True, False, True]


def test_code_keeps_its_zeros_in_a_text_cell():
    [cell] = written("00101")
    assert (cell.data_type, cell.value, cell.number_format) == ("s", "00101", "@")


@pytest.mark.parametrize(
    ("value", "kept", "number_format"),
    [
        (date(1985, 3, 12), datetime.fromisoformat("1985-03-12"), "yyyy-mm-dd"),
        (datetime.fromisoformat("2026-01-02 03:04"), datetime.fromisoformat("2026-01-02 03:04"), "yyyy-mm-dd hh:mm"),
        (datetime(2026, 1, 1, 20, 0, tzinfo=UTC), datetime.fromisoformat("2026-01-02 04:00"), "yyyy-mm-dd hh:mm"),
        (Decimal("1234.50"), 1234.5, "#,##0.00"),
        (12, 12, "General"),
        (450103196807139974, "450103196807139974", "@"),
        (True, "是", "@"),
    ],
)
def test_value_is_written_as_its_kind(settings, value, kept, number_format):
    settings.TIME_ZONE = "Asia/Shanghai"
    [cell] = written(value)
    assert (cell.value, cell.number_format) == (kept, number_format)


def test_empty_values_leave_the_cell_out():
    assert [cell.value for cell in written(None, "", "甲")] == [None, None, "甲"]


def test_characters_that_no_workbook_can_hold_are_dropped():
    [cell] = written("陈\x00静\x0b\ud800\ufffe")
    assert cell.value == "陈静"


@given(st.text())
def test_any_text_can_be_written(words):
    assert written(words, "甲")[1].value == "甲"


def test_head_is_bold_and_stays_in_view():
    sheet = opened(write_workbook(["工号", "姓名"], [["00101", "陈静"]], sheet="会员")).active
    assert (sheet.title, sheet.freeze_panes) == ("会员", "A2")
    assert [(cell.value, cell.font.bold) for cell in sheet[1]] == [("工号", True), ("姓名", True)]
    assert [cell.font.bold for cell in sheet[2]] == [False, False]


def test_title_stands_above_the_head():
    sheet = opened(write_workbook(["工号"], [["00101"]], sheet="会员", title="会员名册")).active
    assert [cell.value for (cell,) in sheet.iter_rows()] == ["会员名册", "工号", "00101"]
    assert sheet.freeze_panes == "A3"


def test_leaves_become_sheets_of_one_workbook():
    leaves = [Leaf("性别", ["性别", "人数"], [["男", 2]], "性别统计"), Leaf("职称", ["职称"], [["=1"]])]
    book = opened(write_leaves(leaves))
    assert book.sheetnames == ["性别", "职称"]
    assert [[cell.value for cell in row] for row in book["性别"]] == [["性别统计", None], ["性别", "人数"], ["男", 2]]
    assert (book["职称"]["A2"].value, book["职称"]["A2"].data_type) == ("=1", "s")


def test_head_holds_nothing_that_no_workbook_can():
    head = opened(write_workbook(["职\x0b称"], [], sheet="表")).active["A1"]
    assert (head.value, head.data_type) == ("职称", "s")


def test_columns_are_as_wide_as_their_content():
    rows = [["1", "江南市鼓山区桃园里196号", "长" * 100]]
    widths = opened(write_workbook(["工号", "住址", "备注"], rows, sheet="表")).active.column_dimensions
    assert [widths[letter].width for letter in "ABC"] == [8, 25, 50]


def test_rows_may_come_one_by_one_and_many():
    upload = write_workbook(["序号"], ([number] for number in range(1000)), sheet="表")
    assert [row.cells for row in read_workbook(upload, name="x").sheets[0].rows[1:]] == [
        (number,) for number in range(1000)
    ]


def test_template_has_the_columns_and_keeps_typed_zeros():
    sheet = opened(template_workbook(COLUMNS)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["工号", "姓名", "性别", "出生日期", "会费"]
    formats = [sheet.column_dimensions[letter].number_format for letter in "ABCDE"]
    assert formats == ["@", "@", "@", "yyyy-mm-dd", "#,##0.00"]


def test_template_explains_its_columns_with_examples():
    examples = [{"employee_no": "00101", "name": "陈静", "gender": "女", "born_on": date(1985, 3, 12)}]
    sheet = opened(template_workbook(COLUMNS, examples)).worksheets[1]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["列名", "必填", "要求", "示例1"],
        ["工号", "是", "学校统一的工号", "00101"],
        ["姓名", "是", None, "陈静"],
        ["性别", "否", "男、女", "女"],
        ["出生日期", "否", "日期，例如1985-03-12", datetime.fromisoformat("1985-03-12")],
        ["会费", "否", "金额，例如1234.50", None],
    ]


def test_untouched_template_imports_nobody():
    upload = template_workbook(COLUMNS, [{"employee_no": "00101", "name": "陈静"}])
    with pytest.raises(Refused, match=r"^工作表“填写”的表头下没有数据。请填写后重新上传。$"):
        read_table(read_workbook(upload, name="模板.xlsx"), COLUMNS)
