"""Workbooks that the demo school took in after its first roster: new teachers, then new titles, at first wrongly."""

from collections.abc import Sequence
from datetime import date, timedelta

from members.importers import ROSTER
from members.models import Account, Member, RosterImport
from members.services import open_accounts, take_back_import
from unionoffice.sheets import write_workbook
from unionoffice.sheets.answers import remember_answers

ANSWERS = {"单位": "department", "毕业院校": ""}
"""What the office said of the heads that no column claims."""

ARRIVED, JOINED = timedelta(days=60), timedelta(days=20)
AGE = timedelta(days=24 * 365 + 100)

NEW_HEAD = (
    *("工号", "姓名", "性别", "出生日期", "单位", "工会小组", "岗位类别", "职称", "用工形式", "来校时间", "入会时间"),
    *("手机", "毕业院校"),
)
NEW = (
    ("1151", "何雨桐", "女", "数学组", "第二工会小组", "江城师范大学"),
    ("1152", "卢一鸣", "男", "理化生组", "第四工会小组", "江城师范大学"),
    ("1153", "毛思琪", "女", "语文组", "第一工会小组", "滨海大学"),
)

TITLE_HEAD = ("工号", "姓名", "性别", "职称")
WRONG, RIGHT = {"1017": "高级教师", "1018": "高级教师"}, {"1018": "高级教师", "1020": "一级教师"}
"""Titles by employee number."""


def take_in_rosters(on: date, *, by: Account) -> None:
    """Three files of today: the second was taken back, and the last still can be.

    The new people have accounts, whose first passwords wait to be handed out.
    """
    remember_answers(ROSTER.kind, ANSWERS, by=by)
    came = _take_in("新进教师.xlsx", NEW_HEAD, [_new(place, on) for place in range(len(NEW))], by=by, on=on)
    open_accounts(Member.objects.filter(came_with=came), by=by)
    take_back_import(_take_in("职称变动（初稿）.xlsx", TITLE_HEAD, _titles(WRONG), by=by, on=on), by=by)
    _take_in("职称变动.xlsx", TITLE_HEAD, _titles(RIGHT), by=by, on=on)


def _take_in(
    name: str, head: Sequence[str], rows: Sequence[Sequence[object]], *, by: Account, on: date
) -> RosterImport:
    """Through plan and import, as the pages do it."""
    plan = ROSTER.check(write_workbook(head, rows, sheet="花名册"), name=name)
    record: RosterImport = ROSTER.apply(plan, digest=plan.digest, compared=plan.standing, by=by, on=on)
    return record


def _new(place: int, on: date) -> tuple[object, ...]:
    number, name, gender, department, group, college = NEW[place]
    born = on - AGE - timedelta(days=61 * place)
    serves = ("教师", "未定级", "在编", on - ARRIVED, on - JOINED)
    return number, name, gender, born, department, group, *serves, f"1390000{number}", college


def _titles(told: dict[str, str]) -> list[tuple[object, ...]]:
    people = Member.objects.filter(employee_no__in=told)
    return [
        (member.employee_no, member.name, member.get_gender_display(), told[member.employee_no]) for member in people
    ]
