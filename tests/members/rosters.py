"""Rosters for tests: the office's example files, and small ones made where they are tested."""

from datetime import date
from hashlib import sha256

from django.contrib.contenttypes.models import ContentType

from members.importers import ROSTER, plan_roster
from members.models import Department, Member, StatusChange, UnionGroup
from tests.unionoffice.sheets.files import CASES, workbook
from unionoffice.audit import LogEntry
from unionoffice.sheets import Plan

HEAD = ("工号", "姓名", "性别", "出生日期", "部门", "来校时间", "入会日期", "工会小组", "手机号码", "身份证号")
LIN = (
    "00201",
    "林芳",
    "女",
    date(1981, 1, 26),
    "英语组",
    date(2003, 8, 25),
    date(2003, 10, 9),
    "第三工会小组",
    "13900001234",
    "43010419810126998X",
)


def case(name: str) -> bytes:
    return (CASES / "rosters" / name).read_bytes()


def roster(*rows, head=HEAD) -> bytes:
    return workbook(head, *rows)


def lin(**cells) -> tuple:
    """The row of 林芳 with other cells under the heads named."""
    return tuple(cells.get(label, cell) for label, cell in zip(HEAD, LIN, strict=True))


def plan(data: bytes) -> Plan:
    return plan_roster(data, name="花名册.xlsx")


def apply(data: bytes, *, by=None, on=date(2026, 11, 22)) -> Plan:
    """Plan and import at once, as somebody who looked at the plan and agreed."""
    return ROSTER.carry_out(
        data,
        name="花名册.xlsx",
        digest=sha256(data).hexdigest(),
        compared=plan(data).standing,
        by=by,
        on=on,
    )


NOTHING_WRITTEN = (0, 0, 0, 0, 0)


def written() -> tuple[int, ...]:
    """How much of what a roster writes is kept, with its trail; seeds have entries of their own."""
    models = (Member, StatusChange, Department, UnionGroup)
    trail = LogEntry.objects.filter(content_type__in=ContentType.objects.get_for_models(*models).values())
    return (*(model.objects.count() for model in models), trail.count())


def counts(data: bytes) -> dict[str, int]:
    return plan(data).counts


def problems(data: bytes) -> list[tuple[int, str, str, str]]:
    return [(found.row, found.column, found.value, found.code) for found in plan(data).problems]


def codes(data: bytes) -> list[tuple[str, str]]:
    return [(column, code) for _row, column, _value, code in problems(data)]
