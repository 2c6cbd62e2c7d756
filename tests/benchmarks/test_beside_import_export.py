"""A thousand people taken in and handed out, beside django-import-export: the same rows in the same tables."""

import pytest
import tablib

from members.importers import ROSTER
from members.models import DepartmentPlace, GroupPlace, Member, StatusChange
from tests.benchmarks.conftest import row_of
from tests.benchmarks.rivals import MemberResource
from tests.conftest import TODAY
from tests.unionoffice.sheets.files import workbook

SIZE, ROUNDS = 1_000, 1
RUNS = ROUNDS + 3
"""Each runner is first warmed up, its queries counted and its memory measured."""

HEAD = {
    "工号": "employee_no",
    "姓名": "name",
    "性别": "gender",
    "出生日期": "birth_date",
    "民族": "ethnicity",
    "政治面貌": "political_status",
    "岗位类别": "post_category",
    "岗位层级": "post_rank",
    "职称": "title",
    "用工形式": "contract_kind",
    "参加工作时间": "first_job_on",
    "来校时间": "hired_on",
    "入会日期": "joined_on",
    "会员证号": "card_no",
    "手机号码": "phone",
    "家庭住址": "address",
    "银行卡号": "bank_card",
    "结婚日期": "married_on",
}
PLACES = {"部门": "department", "工会小组": "group"}


def _ours(batch):
    """As an office writes it: words for choices."""
    people = (row_of(number) for number in range(batch * SIZE, (batch + 1) * SIZE))
    return workbook((*HEAD, *PLACES), *([*map(_word, _told(row)), row.department, row.group] for row in people))


def _theirs(batch):
    """As django-import-export wants it: keys for heads and for choices."""
    table = tablib.Dataset(headers=[*HEAD.values(), *PLACES.values()])
    for number in range(batch * SIZE, (batch + 1) * SIZE):
        row = row_of(number)
        table.append([*(getattr(cell, "value", cell) or "" for cell in _told(row)), row.department, row.group])
    return table.export("xlsx")


def _told(row):
    return [row.fields.get(key) for key in HEAD.values()]


def _word(cell):
    return str(cell.label) if hasattr(cell, "label") else cell


def _take_in_ours(data, by):
    """Check, and apply what was checked, which checks once more: the office's two clicks."""
    plan = ROSTER.check(data, name="花名册.xlsx")
    ROSTER.carry_out(data, name=plan.name, digest=plan.digest, compared=plan.standing, by=by, on=TODAY)


def _take_in_theirs(data):
    """A trial run that is shown for confirmation, and the import: its two clicks."""
    resource, table = MemberResource(), tablib.Dataset().load(data, format="xlsx")
    for trial in (True, False):
        resource.import_data(table, dry_run=trial, raise_errors=True)


@pytest.mark.usefixtures("db")
def test_taking_in(secretary, race):
    """Every run takes in other people, so that all of them are new each time."""
    ours = iter([_ours(batch) for batch in range(RUNS)])
    theirs = iter([_theirs(batch) for batch in range(RUNS, 2 * RUNS)])
    race(
        "1,000 new people taken in: records, places, history and trail",
        {
            "django-import-export": lambda: _take_in_theirs(next(theirs)),
            "the office": lambda: _take_in_ours(next(ours), secretary),
        },
        rounds=ROUNDS,
    )
    for model in (DepartmentPlace, GroupPlace):
        assert model.objects.count() == 2 * RUNS * SIZE
    assert StatusChange.objects.filter(kind="joined").count() == 2 * RUNS * SIZE


@pytest.mark.usefixtures("ten_thousand")
def test_handing_out(signed_in, secretary, race):
    client = signed_in(secretary)
    rows = Member.objects.filter(employee_no__startswith="000")

    def hand_out():
        assert client.get("/members/?export=xlsx&q=000").status_code == 200

    race(
        "1,000 people handed out as a workbook",
        {
            "django-import-export": lambda: MemberResource().export(rows).export("xlsx"),
            "the office": hand_out,
        },
        rounds=5,
    )
