"""Importing a roster of 10,000 rows: check, first import, and the same file again."""

from hashlib import sha256

import pytest

from members.enums import Gender
from members.importers import ROSTER, plan_roster
from tests.benchmarks.conftest import row_of
from tests.conftest import TODAY
from tests.unionoffice.sheets.files import workbook

HEAD = ("工号", "姓名", "性别", "出生日期", "来校时间", "入会日期", "手机号码", "部门", "工会小组")
NAME = "花名册.xlsx"


@pytest.fixture(scope="module")
def roster():
    return workbook(HEAD, *(_cells(row_of(number)) for number in range(10_000)))


def _cells(row):
    keys = ("employee_no", "name", "gender", "birth_date", "hired_on", "joined_on", "phone")
    told = (row.fields[key] for key in keys)
    return [*(str(cell.label) if isinstance(cell, Gender) else cell for cell in told), row.department, row.group]


def test_roster(roster, secretary, clock):
    compared = plan_roster(roster, name=NAME).standing

    def apply():
        digest = sha256(roster).hexdigest()
        return ROSTER.carry_out(roster, name=NAME, digest=digest, compared=compared, by=secretary, on=TODAY)

    clock("checking a roster of 10,000 new people", lambda: plan_roster(roster, name=NAME), times=3)
    clock("importing them, check included", apply, times=1, warm=False)
    clock("checking the same file again", lambda: plan_roster(roster, name=NAME), times=3)
    again = plan_roster(roster, name=NAME)
    assert (len(again.new), len(again.changed), len(again.unchanged), len(again.problems)) == (0, 0, 10_000, 0)
