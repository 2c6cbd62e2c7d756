from datetime import datetime
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from members.models import SignOffSheet
from members.papers import attendance_sheet, sign_off_sheet
from members.selectors import lines_of_sheet, roll
from tests.members.factories import (
    AttendanceFactory,
    AudienceFactory,
    DepartmentPlaceFactory,
    GatheringFactory,
    MemberFactory,
    SignOffLineFactory,
    SignOffSheetFactory,
)
from unionoffice.documents import Cell, Table, render_pdf
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def gathering(occasion):
    """Women are due: the first by pinyin is 陈静."""
    audience = AudienceFactory(rule={"gender": ["female"]})
    DepartmentPlaceFactory(member__name="陈静", department__name="语文组")
    for name in ("林芳", "韩梅", "王雪"):
        MemberFactory(name=name)
    return GatheringFactory(source=SourceRef.to(occasion), title="教职工大会", audience=audience)


@pytest.fixture
def sheet(occasion) -> SignOffSheet:
    return SignOffSheetFactory(source=SourceRef.to(occasion))


def texts(table: Table) -> list[list[str]]:
    return [[str(cell.content) if isinstance(cell, Cell) else str(cell) for cell in row] for row in table.rows]


def known(gathering, name, **told):
    member = next(line.member for line in roll(gathering) if line.member.name == name)
    AttendanceFactory(gathering=gathering, member=member, at=NOW, **told)


def test_sign_in_sheet_of_a_check_in_names_it_once(gathering):
    gathering.title = "羽毛球赛签到"
    assert attendance_sheet(gathering, []).title == "羽毛球赛签到表"


def test_sign_in_sheet_has_two_people_in_a_row(gathering):
    document = attendance_sheet(gathering, roll(gathering))
    head, table, foot = document.blocks
    assert document.title == "教职工大会签到表"
    assert texts(head) == [["日期：2026年11月22日", "应到：5人"]]
    assert table.head == [("序号", "姓名", "部门", "签名") * 2]
    assert texts(table) == [
        ["1", "陈静", "语文组", "", "4", "王雪", "", ""],
        ["2", "韩梅", "", "", "5", "座谈会", "", ""],
        ["3", "林芳", "", "", "", "", "", ""],
    ]
    assert texts(foot) == [["实到：　　　人", "记录人："]]


@pytest.mark.parametrize("closed", [False, True])
def test_who_is_known_about_has_that_where_others_sign(gathering, closed):
    known(gathering, "陈静", state="present", way="scan")
    known(gathering, "韩梅", state="on_leave", way="hand")
    known(gathering, "林芳", state="present", way="hand")
    known(gathering, "王雪", state="absent", way="hand")
    AttendanceFactory(gathering=gathering, member=MemberFactory(name="吴涛", gender="male"), beyond=True, way="hand")
    gathering.closed_at = NOW if closed else None
    head, table, foot = attendance_sheet(gathering, roll(gathering)).blocks
    signs = {row[place]: row[place + 2] for row in texts(table) for place in (1, 5)}
    assert signs == {
        "陈静": "扫码 14:05",
        "韩梅": "请假",
        "林芳": "出席",
        "王雪": "缺席" if closed else "",
        "座谈会": "",
        "吴涛": "出席",
    }
    assert texts(head)[0][1] == "应到：5人"
    assert texts(foot)[0][0] == ("实到：3人" if closed else "实到：　　　人")


def test_roll_without_anybody_is_an_empty_row(gathering):
    _head, table, _foot = attendance_sheet(gathering, []).blocks
    assert texts(table) == [[""] * 8]


def test_long_sheet_repeats_its_head_on_every_page(gathering):
    MemberFactory.create_batch(150)
    pages = PdfReader(BytesIO(render_pdf(attendance_sheet(gathering, roll(gathering))))).pages
    heads = ["签名" in page.extract_text() for page in pages]
    assert (len(heads) > 1, set(heads)) == (True, {True})


def test_sign_off_sheet_says_who_signed_how(sheet, secretary):
    signed = {"signed_at": NOW, "recorded_by": secretary}
    taker = MemberFactory(name="林芳")
    for name, told in (
        ("安平", {}),
        ("陈静", {"way": "screen", **signed}),
        ("韩梅", {"way": "paper", **signed}),
        ("王雪", {"way": "proxy", "taken_by": taker, **signed}),
    ):
        SignOffLineFactory(sheet=sheet, member__name=name, member__employee_no=name, **told)
    document = sign_off_sheet(sheet, lines_of_sheet(sheet))
    head, table, _foot = document.blocks
    assert (document.title, texts(head)) == ("国庆节慰问品签领表", [["日期：2026年9月28日", "共4人"]])
    assert texts(table) == [
        ["1", "安平", "安平", "大米1袋", "", ""],
        ["2", "陈静", "陈静", "大米1袋", "本人在线签收", "2026-11-22"],
        ["3", "韩梅", "韩梅", "大米1袋", "", "2026-11-22"],
        ["4", "王雪", "王雪", "大米1袋", "林芳代领", "2026-11-22"],
    ]
