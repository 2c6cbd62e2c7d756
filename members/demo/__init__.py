"""The people of the demo school. All are invented; ID numbers have order codes that no real person has."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password

from members.demo.accounts import change_accounts
from members.demo.changes import add_changes
from members.demo.committees import set_up_committees
from members.demo.duplicates import add_duplicates
from members.demo.milestones import add_weddings, working_age
from members.demo.personal import add_personal
from members.demo.places import organise_places
from members.demo.rosters import take_in_rosters
from members.enums import (
    ChangeKind,
    ContractKind,
    Gender,
    PoliticalStatus,
    PostCategory,
    PostRank,
    ServiceStatus,
    UnionStatus,
)
from members.models import Account, Member, RoleGrant
from members.services import RosterRow, apply_roster, change_status
from members.validation import check_digit
from unionoffice.areas import DemoAccount
from unionoffice.roles import Role

PASSWORD = "mingde-2026"  # noqa: S105 -- everybody knows it: the demo runs on one's own machine only

CAST: tuple[tuple[Role | None, str, Gender, str], ...] = (
    (Role.CHAIR, "周敏", Gender.FEMALE, "校长办公室"),
    (Role.SECRETARY, "陈静", Gender.FEMALE, "校长办公室"),
    (Role.TREASURER, "吴涛", Gender.MALE, "总务处"),
    (Role.CASHIER, "郑洁", Gender.FEMALE, "总务处"),
    (Role.AUDITOR, "冯岚", Gender.FEMALE, "数学组"),
    (Role.WELFARE_OFFICER, "蒋文博", Gender.MALE, "政史地组"),
    (Role.SPORTS_OFFICER, "单志强", Gender.MALE, "体艺组"),
    (Role.WOMEN_OFFICER, "尉迟婉清", Gender.FEMALE, "英语组"),
    (Role.ORGANISATION_OFFICER, "仇旻", Gender.MALE, "教务处"),
    (Role.PUBLICITY_OFFICER, "欧阳玥", Gender.FEMALE, "语文组"),
    (Role.PRINCIPAL, "沈立", Gender.MALE, "校长办公室"),
    (Role.PARTY_SECRETARY, "韩建国", Gender.MALE, "校长办公室"),
    (Role.VICE_PRINCIPAL, "许晓峰", Gender.MALE, "校长办公室"),
    (Role.DEPARTMENT_HEAD, "曹喆", Gender.MALE, "教务处"),
    (Role.GROUP_LEADER, "魏雅琴", Gender.FEMALE, "语文组"),
    (None, "古丽娜尔·艾尔肯", Gender.FEMALE, "英语组"),
)
"""Who plays which role; the employee numbers run from 1001 in this order. None is a teacher without an office."""

DEPARTMENTS: tuple[tuple[str, PostCategory, str], ...] = (
    ("语文组", PostCategory.TEACHER, "第一工会小组"),
    ("数学组", PostCategory.TEACHER, "第二工会小组"),
    ("英语组", PostCategory.TEACHER, "第三工会小组"),
    ("理化生组", PostCategory.TEACHER, "第四工会小组"),
    ("政史地组", PostCategory.TEACHER, "第五工会小组"),
    ("体艺组", PostCategory.TEACHER, "第五工会小组"),
    ("教务处", PostCategory.MANAGEMENT, "机关工会小组"),
    ("校长办公室", PostCategory.MANAGEMENT, "机关工会小组"),
    ("总务处", PostCategory.WORKER, "后勤工会小组"),
    ("图书馆", PostCategory.ASSISTANT, "后勤工会小组"),
)
GROUP_OF = {name: group for name, _category, group in DEPARTMENTS}
CATEGORY_OF = {name: category for name, category, _group in DEPARTMENTS}

SURNAMES = "赵钱孙李王张刘杨黄林何高罗梁宋唐邓曾彭吕苏卢丁任姜范方石熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段"
GIVEN = {
    Gender.MALE: ("伟", "磊", "浩然", "志远", "俊杰", "国栋", "海涛", "昇", "一鸣", "建平", "宇轩", "文斌", "晓东"),
    Gender.FEMALE: ("芳", "娜", "秀英", "雨桐", "思琪", "慧敏", "晓燕", "淑珍", "嘉怡", "玉兰", "雅文", "静怡", "祎"),
}
ETHNICITIES = ("汉族",) * 18 + ("回族", "满族", "壮族")
POLITICS = (PoliticalStatus.MASSES,) * 6 + (
    PoliticalStatus.PARTY_MEMBER,
    PoliticalStatus.PARTY_MEMBER,
    PoliticalStatus.PARTY_MEMBER,
    PoliticalStatus.DEMOCRATIC_LEAGUE,
)
LEAGUE_AGE = 27
TITLES = ("正高级教师", "高级教师", "高级教师", "一级教师", "一级教师", "一级教师", "二级教师")

STAFF, RETIREES = 130, 12
LEAVE_THIS_YEAR = (28, 40, 61)
"""Places in the list of those who retired within the last year."""
RETIRING_AGE = 60
HIRED_AT = 30
"""Age at which those who are retired by now came here."""
LATEST_START = timedelta(days=45 * 365)
"""The age at which retired people came here at the latest."""
SEVEN_YEARS = 2600
"""Days that whoever holds an office has been here at least."""


def build(on: date) -> Iterator[DemoAccount]:
    """About 130 staff with retirees, departments, groups, a committee and accounts; one account a role is told."""
    if not Member.objects.exists():
        people = _People(on)
        rows = [people.cast(place, *part) for place, part in enumerate(CAST)]
        rows += [people.colleague(place) for place in range(len(CAST), STAFF)]
        rows += [people.retiree(place) for place in range(STAFF, STAFF + RETIREES)]
        apply_roster(rows, (), by=None, on=on)
        _open_accounts(on)
        secretary = Account.objects.get(employee_no=_number(1))
        _retire(on)
        add_changes(on, by=secretary)
        organise_places(on)
        set_up_committees(on)
        add_personal(on)
        add_weddings(on)
        add_duplicates(on, by=secretary)
        change_accounts(on, by=secretary)
        take_in_rosters(on, by=secretary)
    for place, (role, name, _gender, _department) in enumerate(CAST):
        yield DemoAccount(str(role.label if role else Role.STAFF.label), _number(place), name, PASSWORD)


class _People:
    """Makes up people, the same ones every time, with dates that go by today."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.dice = random.Random(2026)  # noqa: S311 -- made-up people, nothing to guess
        self.numbers: set[str] = set()

    def cast(self, place: int, role: Role | None, name: str, gender: Gender, department: str) -> RosterRow:
        """One of the named roles."""
        leads = role in (Role.PRINCIPAL, Role.PARTY_SECRETARY, Role.VICE_PRINCIPAL)
        rank = PostRank.SCHOOL if leads else PostRank.MIDDLE
        age = working_age(self.dice.randint(35, 55), gender, CATEGORY_OF[department])
        return self._row(place, name, gender, department, age=age, here=SEVEN_YEARS, post_rank=rank)

    def colleague(self, place: int) -> RosterRow:
        """One of the many."""
        gender = self.dice.choice((Gender.MALE, Gender.FEMALE, Gender.FEMALE))
        department = DEPARTMENTS[place % len(DEPARTMENTS)][0]
        age = RETIRING_AGE
        if place not in LEAVE_THIS_YEAR:
            age = working_age(self.dice.randint(24, 58), gender, CATEGORY_OF[department])
        told: dict[str, Any] = {"contract_kind": ContractKind.TEMPORARY} if place % 31 == 0 else {}
        return self._row(place, self._name(gender), gender, department, age=age, **told)

    def retiree(self, place: int) -> RosterRow:
        """Somebody who left years ago and is still visited."""
        gender = self.dice.choice((Gender.MALE, Gender.FEMALE))
        department = DEPARTMENTS[place % 6][0]
        statuses: dict[str, Any] = {"service_status": ServiceStatus.RETIRED, "union_status": UnionStatus.RETAINED}
        name, age = self._name(gender), self.dice.randint(61, 90)
        here = (age - HIRED_AT) * 365
        row = self._row(place, name, gender, department, age=age, here=here, **statuses)
        latest = row.fields["birth_date"] + LATEST_START
        days = {name: min(row.fields[name], latest) for name in ("first_job_on", "hired_on", "joined_on")}
        return RosterRow({**row.fields, **days}, row.department, "离退休工会小组")

    def _name(self, gender: Gender) -> str:
        return self.dice.choice(SURNAMES) + self.dice.choice(GIVEN[gender])

    def _row(
        self, place: int, name: str, gender: Gender, department: str, *, age: int, here: int = 60, **told: object
    ) -> RosterRow:
        """A row with a day of coming here at least `here` days ago."""
        born = self.on - timedelta(days=age * 365 + self.dice.randint(1, 360))
        days_here = self.dice.randint(here, max(here, 9000))
        hired = max(born + timedelta(days=23 * 365), self.on - timedelta(days=days_here))
        joins = told.get("contract_kind") != ContractKind.TEMPORARY and (place < len(CAST) or place % 43 != 0)
        fields = {
            "employee_no": _number(place),
            "name": name,
            "gender": gender,
            "birth_date": born,
            "ethnicity": "维吾尔族" if "·" in name else self.dice.choice(ETHNICITIES),
            "political_status": PoliticalStatus.LEAGUE_MEMBER if age <= LEAGUE_AGE else self.dice.choice(POLITICS),
            "post_category": CATEGORY_OF[department],
            "post_rank": PostRank.GENERAL,
            "title": self.dice.choice(TITLES),
            "contract_kind": ContractKind.ESTABLISHED,
            "first_job_on": hired,
            "hired_on": hired,
            "union_status": UnionStatus.MEMBER if joins else UnionStatus.NON_MEMBER,
            "joined_on": hired + timedelta(days=45) if joins else None,
            "card_no": f"3201{place:08}" if joins else "",
            "phone": f"1390000{place:04}",
            "id_number": self._id_number(born, gender),
            "address": f"江城市湖滨区学府路{place + 1}号",
        }
        return RosterRow(fields | told, department, GROUP_OF[department])

    def _id_number(self, born: date, gender: Gender) -> str:
        order = 997 if gender is Gender.MALE else 998
        while (body := f"320102{born:%Y%m%d}{order}") in self.numbers:
            order -= 2
        self.numbers.add(body)
        return body + check_digit(body)


def _number(place: int) -> str:
    return str(1001 + place)


def _retire(on: date) -> None:
    for months, place in enumerate(LEAVE_THIS_YEAR, start=1):
        member = Member.objects.get(employee_no=_number(place))
        if member.union_status == UnionStatus.MEMBER:
            change_status(
                member, ChangeKind.RETIRED, on=on - timedelta(days=80 * months), today=on, by=None, reason="到龄退休"
            )


def _open_accounts(on: date) -> None:
    """An account for everyone who serves. One hash for all: made one by one they would take a minute."""
    password = make_password(PASSWORD)
    serving = Member.objects.in_service().defer(*Member.SENSITIVE)
    Account.objects.bulk_create(
        Account(employee_no=member.employee_no, name=member.name, member=member, password=password)
        for member in serving
    )
    accounts = Account.objects.in_bulk([_number(place) for place in range(len(CAST))], field_name="employee_no")
    given = [(accounts[_number(place)], part[0]) for place, part in enumerate(CAST) if part[0]]
    RoleGrant.objects.bulk_create(
        RoleGrant(account=account, role=role, from_on=on - timedelta(days=900))
        for account, role in given
        if role is not Role.GROUP_LEADER
    )
