"""What stands between and under the rows of a list."""

import pytest
from openpyxl import Workbook

from tests.unionoffice.sheets.files import saved
from unionoffice.sheets import Column, Layout, Table, code, read_table, read_workbook

COLUMNS = (
    Column("employee_no", "工号", parse=code, required=True),
    Column("name", "姓名", required=True),
    Column("department", "部门", spreads=True),
    Column("phone", "手机", parse=code),
)
HEAD = ("序号", "工号", "姓名", "部门", "手机", "备注")
PEOPLE = Layout(counts_people=True)
CHEN = (1, "00101", "陈静", "语文组", "135", None)
SHAN = (2, "00102", "单昇", "语文组", "136", None)


def table(*rows, merges=(), head=HEAD, layout=PEOPLE) -> Table:
    book = Workbook()
    book.active.append(head)
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    return read_table(read_workbook(saved(book), name="x"), COLUMNS, layout=layout)


def numbers(*rows, **more) -> list[int]:
    return [row.number for row in table(*rows, **more).rows]


def notes(*rows, **more) -> list[str]:
    return [str(note) for note in table(*rows, **more).notes]


@pytest.mark.parametrize(
    "aside",
    [
        ("合计", None, "2人"),
        ("合  计", None, "２"),
        (None, "合计：2人"),
        ("共2人",),
        ("小计", None, "2人"),
        ("填表人：覃昇    审核人：欧阳堃",),
        (None, "填表人：", "陈静", "审核人："),
        (None, "制表日期：2025年9月10日"),
        (None, "说明：1.本表一式两份"),
        (None, "2.本表由各工会小组填报"),
        ("注：在编人员", None, None, None, None, "x"),
        (None, None, None, "数学组"),
        (None, None, None, None, None, "以上属实"),
        (3,),
        ("（以下空白）",),
        (None, "以下空白"),
        HEAD,
        ("　", " "),
    ],
)
def test_what_tells_of_nobody_is_no_record(aside):
    assert numbers(CHEN, SHAN, aside) == [2, 3]


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ((3, None, "覃祎", "数学组", "137"), ["missing_employee_no"]),
        ((3, "00103", None, "数学组", "137"), ["missing_name"]),
        ((3, None, None, None, "137"), ["missing_employee_no", "missing_name"]),
        ((3, None, "覃祎"), ["missing_employee_no"]),
        ((None, "00103"), ["missing_name"]),
        ((3, None, "覃祎", None, "137", "说明：产假"), ["missing_employee_no"]),
    ],
)
def test_what_tells_of_somebody_is_a_record_whatever_it_lacks(row, codes):
    found = table(CHEN, SHAN, row).rows
    assert [row.number for row in found] == [2, 3, 4]
    assert [problem.code for problem in found[-1].problems] == codes


def test_line_across_the_table_is_no_record():
    assert numbers(CHEN, (None, "数学组"), SHAN, merges=["B3:F3"]) == [2, 4]


def test_head_repeated_on_the_next_page_is_no_record_and_not_mentioned():
    assert numbers(CHEN, HEAD, SHAN) == [2, 4]
    assert notes(CHEN, HEAD, SHAN) == []


def test_rows_that_were_left_out_are_named():
    assert notes(CHEN, ("合计", None, "1人"), ("填表人：覃昇",)) == ["第3、4行是合计、签名或说明，没有读取。"]
    many = [("填表人：覃昇",)] * 12
    assert notes(CHEN, *many) == ["第3、4、5、6、7、8、9、10、11、12等行是合计、签名或说明，没有读取。"]


@pytest.mark.parametrize("total", [("合计", None, "3人", "男1女2"), ("共3人",), ("合计：3",), ("总计", "", 3)])
def test_total_that_differs_from_the_list_is_noted(total):
    assert notes(CHEN, SHAN, total)[0] == "第4行：合计是3人，上面的名单有2人，请核对。"


@pytest.mark.parametrize(
    "total", [("合计", None, "2人"), ("小计", None, "3人"), ("本页合计：3人",), ("合计", None, "若干")]
)
def test_total_that_agrees_or_counts_something_else_is_not(total):
    assert notes(CHEN, SHAN, total) == ["第4行是合计、签名或说明，没有读取。"]


def test_total_counts_people_with_problems_too():
    assert notes(CHEN, (2, None, "单昇"), ("合计", None, "2人")) == ["第4行是合计、签名或说明，没有读取。"]


def test_totals_are_not_compared_where_rows_are_no_people():
    assert notes(CHEN, ("合计", None, "3人"), layout=Layout()) == ["第3行是合计、签名或说明，没有读取。"]


def test_person_whose_number_is_written_in_chinese_is_a_record():
    assert numbers(CHEN, (2, "临聘一", "单昇")) == [2, 3]


@pytest.mark.parametrize("total", [("合计" + "9" * 5000,), ("合计", None, "9" * 5000)])
def test_number_that_no_school_has_people_for_is_no_total(total):
    assert [note for note in notes(CHEN, SHAN, total) if "请核对" in note] == []
