from datetime import date

import pytest
from openpyxl import Workbook

from tests.unionoffice.sheets.files import CASES, saved, workbook
from unionoffice.refusal import Refused
from unionoffice.sheets import Column, Problem, Table, UnknownHead, code, day, read_table, read_workbook

COLUMNS = (
    Column("employee_no", "工号", parse=code, required=True),
    Column("name", "姓名", required=True),
    Column("phone", "手机号码", aliases=("手机", "联系电话"), parse=code),
    Column("born_on", "出生日期", parse=day),
)


def table(*rows, **place) -> Table:
    return read_table(read_workbook(workbook(*rows, **place), name="x.xlsx"), COLUMNS)


def refusal(*rows) -> str:
    with pytest.raises(Refused) as refused:
        table(*rows)
    return str(refused.value)


def test_rows_carry_values_by_key_and_excels_numbers():
    found = table(["工号", "姓名", "出生日期"], ["00101", "欧阳喆", "1985.3.12"], [], [102, "单昇", None])
    assert [(row.number, row.values, row.problems) for row in found.rows] == [
        (2, {"employee_no": "00101", "name": "欧阳喆", "born_on": date(1985, 3, 12)}, ()),
        (4, {"employee_no": "102", "name": "单昇", "born_on": None}, ()),
    ]


def test_head_is_found_under_a_title():
    found = table(["教职工花名册"], ["填报单位：", None, "2026年"], ["姓名", "工号"], ["陈静", "00101"])
    assert [(row.number, row.values["employee_no"]) for row in found.rows] == [(4, "00101")]


def test_head_is_found_below_and_right_of_empty_cells():
    found = table(["工号", "姓名"], ["00101", "陈静"], at_row=3, at_column=4)
    assert [(row.number, row.values["name"]) for row in found.rows] == [(4, "陈静")]


def test_head_is_known_by_alias_and_through_blanks_and_stars():
    found = table(["＊工 号", "姓\u3000名*", " 手\n机 "], ["00101", "陈静", 13500000001])
    assert found.rows[0].values == {"employee_no": "00101", "name": "陈静", "phone": "13500000001"}
    assert found.ignored == ()


def test_sheet_with_the_best_head_is_taken():
    book = Workbook()
    book.active.title = "统计"
    book.active.append(["姓名", "人数"])
    book.active.append(["陈静", 1])
    book.create_sheet("在职").append(["工号", "姓名"])
    book["在职"].append(["00101", "陈静"])
    assert read_table(read_workbook(saved(book), name="x"), COLUMNS).sheet == "在职"


def test_unknown_columns_are_named_as_not_taken():
    assert table(["序号", None, "工号", "姓名", "备注"], [1, "男", "00101", "陈静", "好"]).ignored == ("序号", "备注")


def test_workbook_without_head_is_refused():
    assert refusal(["部门", "人数"], ["教务处", 8]) == (
        "前20行中没有找到表头。表头应有这些列：工号、姓名。请对照模板修改后重新上传。"
    )


def test_one_familiar_word_is_no_head():
    assert refusal(["姓名"], ["陈静"]).startswith("前20行中没有找到表头。")


def test_head_below_the_first_rows_is_not_sought():
    assert refusal(*[["说明"]] * 20, ["工号", "姓名"], ["00101", "陈静"]).startswith("前20行中没有找到表头。")


def test_missing_required_column_is_refused():
    assert refusal(["姓名", "手机"], ["陈静", ""]) == "工作表“花名册”缺少这些列：工号。请补上后重新上传。"


def test_column_that_stands_twice_is_refused_with_its_letters():
    assert refusal(["工号", "姓名", "手机", "手 机"], ["1", "陈静", "", ""]) == (
        "“手机号码”出现在多列：C、D。请只保留一列后重新上传。"
    )


def test_of_two_names_for_one_column_the_nearer_wins_and_the_other_is_asked_about():
    found = table(["工号", "姓名", "联系电话", "手机"], ["1", "陈静", "88880001", "13500000001"])
    assert found.rows[0].values["phone"] == "13500000001"
    assert found.unknown == (UnknownHead("联系电话", ("88880001",)),)


def test_head_without_rows_is_refused():
    assert refusal(["工号", "姓名"]) == "工作表“花名册”的表头下没有数据。请填写后重新上传。"


def test_problem_names_place_value_and_what_is_expected():
    row = table(["工号", "姓名", "出生日期"], ["00101", "陈静", "1977.09.31"]).rows[0]
    problem = Problem(2, "出生日期", "1977.09.31", "impossible_date", "没有这一天，请填写存在的日期。")
    assert row.problems == (problem,)
    assert row.values == {"employee_no": "00101", "name": "陈静"}
    assert str(problem) == "第2行 出生日期：没有这一天，请填写存在的日期。"


def test_empty_required_cells_are_problems():
    row = table(["工号", "姓名", "手机"], [None, " ", "13500000001"]).rows[0]
    assert [(problem.column, problem.value, problem.code, problem.message) for problem in row.problems] == [
        ("工号", "", "missing_employee_no", "不能为空，请填写。"),
        ("姓名", " ", "missing_name", "不能为空，请填写。"),
    ]


def test_later_check_makes_its_problem_from_the_cell_as_it_stood():
    found = table(["工号", "姓名", "出生日期"], ["00101", "陈静", date(1969, 7, 13)])
    assert found.problem(found.rows[0], "born_on", "birth_contradicts_id", "应为1968-07-13。").as_json() == {
        "row": 2,
        "column": "出生日期",
        "value": "1969-07-13",
        "code": "birth_contradicts_id",
        "message": "应为1968-07-13。",
    }


def test_short_row_has_empty_cells():
    assert table(["工号", "姓名", "手机"], ["00101", "陈静"]).rows[0].values["phone"] == ""


def test_clean_roster_is_read_without_a_problem():
    book = read_workbook((CASES / "rosters" / "01_clean.xlsx").read_bytes(), name="01_clean.xlsx")
    found = read_table(book, COLUMNS)
    assert [row.number for row in found.rows] == list(range(2, 42))
    assert [problem for row in found.rows for problem in row.problems] == []
    assert [row.values["employee_no"] for row in found.rows if row.values["name"] == "陈静"] == ["00104", "00107"]
    assert (len(found.unknown), found.ignored) == (18, ())
    assert found.unknown[0] == UnknownHead("性别", ("男", "女"))
