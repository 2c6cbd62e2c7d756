"""A roster of 10,000 rows and 20 columns: check, its page, import, the same file again, and taking it back."""

from datetime import date
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from members.importers import ROSTER
from members.models import Member, RosterImport
from members.services import take_back_import
from tests.members.views.forms import fill
from tests.unionoffice.sheets.files import workbook

PEOPLE = 10_000
HEAD = (
    "工号",
    "姓名",
    "性别",
    "出生日期",
    "民族",
    "政治面貌",
    "部门",
    "岗位类别",
    "岗位层级",
    "职称",
    "用工形式",
    "参加工作时间",
    "来校时间",
    "在职状态",
    "会籍状态",
    "入会日期",
    "会员证号",
    "工会小组",
    "手机号码",
    "家庭住址",
)
NAME = "花名册.xlsx"


@pytest.fixture(scope="module")
def roster():
    return workbook(HEAD, *(_cells(number) for number in range(PEOPLE)))


def _cells(number):
    year = 1990 + number % 35
    return (
        f"{number:05}",
        "赵钱孙李周吴郑王冯陈"[number % 10] + "伟芳娜敏静丽强磊洋艳"[number // 10 % 10],
        ("男", "女")[number % 2],
        date(1962 + number % 25, 1 + number % 12, 1 + number % 28),
        "汉族",
        ("群众", "中共党员")[number % 2],
        f"第{number % 40 + 1}教研组",
        "教师",
        "一般",
        ("一级教师", "高级教师")[number % 2],
        "编制内",
        date(year, 8, 1),
        date(year, 9, 1),
        "在职",
        "会员",
        date(year, 10, 15),
        f"H{number:06}",
        f"第{number % 30 + 1}工会小组",
        f"139{number:08}",
        f"江城市明德路{number}号",
    )


def test_roster(roster, secretary, signed_in, clock):
    client, url = signed_in(secretary), reverse("members:roster-import")
    clock("checking a roster of 10,000 x 20", lambda: ROSTER.check(roster, name=NAME), times=3)
    sent = {}

    def send():
        file = SimpleUploadedFile(NAME, roster)
        sent["plan"] = client.post(url, fill(client, url, file=file)).url

    clock("sending it in, by its page", send, times=1, warm=False)
    clock("looking at its plan", lambda: client.get(sent["plan"]), times=1, warm=False)
    typed = fill(client, sent["plan"])
    clock("importing it, by its page", lambda: client.post(sent["plan"], typed), times=1, warm=False)
    assert Member.objects.filter(came_with=RosterImport.objects.get()).count() == PEOPLE
    clock("checking the same file again", lambda: ROSTER.check(roster, name=NAME), times=3)
    again = ROSTER.check(roster, name=NAME)
    assert (len(again.new), len(again.changed), len(again.unchanged), len(again.problems)) == (0, 0, PEOPLE, 0)
    assert again.digest == sha256(roster).hexdigest()
    record = RosterImport.objects.get()
    clock("taking it back", lambda: take_back_import(record, by=secretary), times=1, warm=False)
    assert not Member.objects.filter(employee_no="00000").exists()
