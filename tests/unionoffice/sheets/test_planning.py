import json
from datetime import date

import pytest
from django.db.models import TextChoices

from tests.unionoffice.sheets.files import CASES, workbook
from unionoffice.refusal import Refused
from unionoffice.sheets import Choice, Column, Plan, Stored, code, day, make_plan, read_table, read_workbook


class Gender(TextChoices):
    MALE = "male", "男"
    FEMALE = "female", "女"


COLUMNS = (
    Column("employee_no", "工号", parse=code, required=True),
    Column("name", "姓名", required=True),
    Column("gender", "性别", parse=Choice(Gender, unknown="unknown_gender")),
    Column("born_on", "出生日期", parse=day),
    Column("joined_on", "入会日期", parse=day),
)
HEAD = ("工号", "姓名", "性别", "出生日期", "入会日期")
CHEN = ("00104", "陈静", "女", date(1985, 3, 12), None)
STORED_CHEN = {
    "employee_no": "00104",
    "name": "陈静",
    "gender": "female",
    "born_on": date(1985, 3, 12),
    "joined_on": None,
}


def joined_after_birth(table, row):
    born, joined = row.values.get("born_on"), row.values.get("joined_on")
    if born and joined and joined < born:
        yield table.problem(row, "joined_on", "joined_before_birth", "不能早于出生日期。")


def plan_of(upload: bytes, **stored: Stored) -> Plan:
    table = read_table(read_workbook(upload, name="花名册.xlsx"), COLUMNS)
    return make_plan(table, key="employee_no", title="name", stored=stored, check=joined_after_birth)


def plan(*rows, **stored: Stored) -> Plan:
    return plan_of(workbook(*rows), **stored)


def test_row_without_a_record_is_new():
    found = plan(HEAD, CHEN)
    assert [(row.number, row.key, row.title, row.stored, row.changes) for row in found.new] == [
        (2, "00104", "陈静", None, ())
    ]
    assert found.counts == {"new": 1, "changed": 0, "unchanged": 0, "problems": 0}
    assert str(found) == "新增1行，变更0行，不变0行，有问题0行。"


def test_row_like_its_record_is_unchanged_and_says_so():
    found = plan(HEAD, CHEN, **{"00104": Stored(7, 1, STORED_CHEN)})
    assert found.counts == {"new": 0, "changed": 0, "unchanged": 1, "problems": 0}
    assert str(found) == "1行都与现有数据一致，没有需要导入的内容。"


def test_change_shows_old_and_new_as_people_read_them():
    record = Stored(7, 3, STORED_CHEN | {"gender": "male", "born_on": None})
    found = plan(HEAD, CHEN, **{"00104": record})
    [row] = found.changed
    assert row.stored == record
    assert [(change.key, change.old, change.new) for change in row.changes] == [
        ("gender", "male", "female"),
        ("born_on", None, date(1985, 3, 12)),
    ]
    assert [change.as_json() for change in row.changes] == [
        {"column": "性别", "old": "男", "new": "女"},
        {"column": "出生日期", "old": "", "new": "1985-03-12"},
    ]


def test_empty_cell_erases_nothing():
    record = Stored(7, 1, STORED_CHEN | {"joined_on": date(2010, 1, 2)})
    found = plan(HEAD, ("00104", "陈静", None, None, None), **{"00104": record})
    assert found.counts["unchanged"] == 1


def test_column_that_the_file_lacks_is_no_change():
    found = plan(("工号", "姓名"), ("00104", "陈静"), **{"00104": Stored(7, 1, STORED_CHEN)})
    assert found.counts["unchanged"] == 1


def test_only_what_a_row_tells_can_contradict_a_record():
    row = read_table(
        read_workbook(workbook(HEAD, ("00104", "陈晶", "女", None, None)), name="花名册.xlsx"), COLUMNS
    ).rows[0]
    assert list(Stored(1, 0, STORED_CHEN).contradicted_by(row)) == ["name"]


def test_column_that_a_record_keeps_nothing_of_contradicts_nothing():
    row = read_table(read_workbook(workbook(HEAD, CHEN), name="花名册.xlsx"), COLUMNS).rows[0]
    assert list(Stored(1, 0, {"employee_no": "00104"}).contradicted_by(row)) == []


def test_second_row_with_the_same_key_is_the_problem():
    found = plan(HEAD, CHEN, ("104", "陈静"), ("００104", "李娟"))
    assert [row.number for row in found.new] == [2, 3]
    assert [str(problem) for problem in found.problems] == ["第4行 工号：与第2行重复，请核对。"]
    assert [problem.code for problem in found.problems] == ["duplicate_employee_no"]


def test_rows_without_a_key_do_not_repeat_each_other():
    found = plan(HEAD, (None, "陈静"), (None, "李娟"))
    assert [problem.code for problem in found.problems] == ["missing_employee_no"] * 2


def test_row_with_two_problems_is_counted_once():
    found = plan(HEAD, ("1", "陈静", "汉", "1977.09.31"), ("2", "李娟", "女", "1985-05-09", "1982-05-09"))
    assert found.counts == {"new": 0, "changed": 0, "unchanged": 0, "problems": 2}
    assert [(problem.row, problem.code) for problem in found.problems] == [
        (2, "unknown_gender"),
        (2, "impossible_date"),
        (3, "joined_before_birth"),
    ]


def test_plan_of_another_file_is_not_applicable():
    with pytest.raises(Refused, match=r"^文件与检查时的不是同一个。请重新上传，查看导入计划后再确认。$"):
        plan(HEAD, CHEN).ensure_applicable("0" * 64)


def test_plan_of_the_same_file_is_applicable():
    found = plan(HEAD, CHEN)
    assert found.ensure_applicable(found.digest) is None


def test_plan_with_a_problem_is_not_applicable():
    found = plan(HEAD, CHEN, ("2", None))
    with pytest.raises(Refused) as refused:
        found.ensure_applicable(found.digest)
    assert str(refused.value) == "第3行（共1行）有问题，没有写入任何数据。请改正后重新上传。"


def test_refusal_names_the_first_rows_of_many():
    found = plan(HEAD, *[(None, "陈静")] * 6)
    with pytest.raises(Refused) as refused:
        found.ensure_applicable(found.digest)
    assert str(refused.value) == "第2、3、4、5、6等行（共6行）有问题，没有写入任何数据。请改正后重新上传。"


def test_refusal_names_all_rows_of_a_few():
    found = plan(HEAD, *[(None, "陈静")] * 5)
    with pytest.raises(Refused, match=r"^第2、3、4、5、6行（共5行）有问题，没有写入任何数据。"):
        found.ensure_applicable(found.digest)


def test_problem_beside_unchanged_rows_is_told():
    found = plan(HEAD, CHEN, ("2", None), **{"00104": Stored(7, 1, STORED_CHEN)})
    assert str(found) == "新增0行，变更0行，不变1行，有问题1行。"


def test_json_says_all_of_the_plan():
    chen = (*CHEN, "班主任", "乒乓球")
    upload = workbook((*HEAD, "备注", "爱好"), chen, ("2", "李娟"), ("3", "单昇"), (None, "陈静"))
    blank = {"gender": "", "born_on": None, "joined_on": None}
    stored = {
        "00104": Stored(7, 1, STORED_CHEN | {"name": "陈 静"}),
        "2": Stored(8, 1, {"employee_no": "2", "name": "李娟"} | blank),
    }
    found = plan_of(upload, **stored)
    assert json.loads(json.dumps(found.as_json())) == {
        "name": "花名册.xlsx",
        "digest": found.digest,
        "sheet": "花名册",
        "counts": {"new": 1, "changed": 1, "unchanged": 1, "problems": 1},
        "new": [{"row": 4, "key": "3", "title": "单昇", "changes": []}],
        "changed": [
            {
                "row": 2,
                "key": "00104",
                "title": "陈静",
                "changes": [{"column": "姓名", "old": "陈 静", "new": "陈静"}],
            }
        ],
        "unchanged": [3],
        "problems": [
            {"row": 5, "column": "工号", "value": "", "code": "missing_employee_no", "message": "不能为空，请填写。"}
        ],
        "ignored_columns": ["备注"],
        "unknown_columns": [{"label": "爱好", "samples": ["乒乓球"]}],
        "skipped_sheets": [],
        "notes": [],
        "absent": [],
    }


def test_bad_rows_of_a_roster_are_found_as_far_as_these_columns_see():
    found = plan_of((CASES / "rosters" / "05_bad_rows.xlsx").read_bytes())
    assert [(problem.row, problem.column, problem.value, problem.code) for problem in found.problems] == [
        (7, "性别", "汉", "unknown_gender"),
        (8, "出生日期", "1977.09.31", "impossible_date"),
        (10, "入会日期", "1982-05-09", "joined_before_birth"),
        (14, "工号", "", "missing_employee_no"),
        (32, "工号", "50022", "duplicate_employee_no"),
        (39, "姓名", "", "missing_name"),
    ]
    assert found.counts["new"] == 34
