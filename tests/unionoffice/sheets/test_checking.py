"""What is said of rows and cells."""

from members.models import Department
from unionoffice.sheets import CheckedRow, Column, Note, Problem, Table, limits_of

COLUMNS = (Column("name", "姓名"), Column("born_on", "出生日期"), Column("phone", "手机号码"))


def test_text_longer_than_its_field_is_a_problem_of_its_cell():
    row = CheckedRow(2, {"name": "欧阳喆", "born_on": None}, {"name": "欧阳喆"}, ())
    found = Table("x.xlsx", "", "表", COLUMNS, (), (row,))
    told = [str(problem) for problem in found.overlong(row, {"name": 2, "born_on": 1, "phone": None})]
    assert told == ["第2行 姓名：最多2个字，请缩短。"]


def test_limits_are_those_of_the_fields():
    limits = limits_of(Department)
    assert (limits["name"], limits["head"]) == (Department._meta.get_field("name").max_length, None)


def test_problem_of_one_sheet_among_several_names_it():
    problem = Problem(2, "姓名", "", "missing_name", "不能为空，请填写。", "退休")
    assert str(problem) == "“退休”第2行 姓名：不能为空，请填写。"
    assert problem.as_json()["sheet"] == "退休"


def test_note_names_as_much_of_its_place_as_it_has():
    assert [
        str(Note(2, "出生日期", "说明。", "退休")),
        str(Note(None, "性别", "说明。")),
        str(Note(None, "", "说明。")),
    ] == [
        "“退休”第2行 出生日期：说明。",
        "性别：说明。",
        "说明。",
    ]
