from datetime import date

import pytest

from members.enums import ChangeKind
from members.models import JoinApplication
from members.papers import application_form, change_sheet, introduction_letter
from members.services import change_status
from tests.members.factories import DepartmentPlaceFactory, JoinApplicationFactory, MemberFactory
from unionoffice.documents import plain_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def change(secretary, on):
    member = MemberFactory(name="林芳", card_no="320100000075", birth_date=date(1985, 3, 12))
    return change_status(
        member,
        ChangeKind.TRANSFERRED_OUT,
        on=date(2026, 8, 14),
        today=on,
        by=secretary,
        other_union="江城市第三中学工会",
        reason="工作调动",
    )


def _lines(document) -> list[str]:
    return [line for line in plain_text(document).splitlines() if line.strip()]


def test_letter_has_three_parts_that_carry_one_number(change):
    lines = _lines(introduction_letter(change))
    titles = ["工会会员关系介绍信（存根）", "工会会员关系介绍信", "工会会员关系接转回执"]
    assert [line for line in lines if line in titles] == titles
    assert len([line for line in lines if "第 2026-001 号" in line]) == 5


def test_letter_says_who_goes_where_and_is_dated_in_characters(change):
    lines = _lines(introduction_letter(change))
    assert "江城市第三中学工会：" in lines
    who = "林芳（女，1985年3月出生，2011年3月入会，会员证号320100000075）"
    assert f"兹有我会会员{who}，因工作调动，前往你处。请接转会员关系。" in lines
    assert len([line for line in lines if "二〇二六年八月十四日" in line]) == 2


def test_sheet_tells_any_change(change):
    lines = _lines(change_sheet(change))
    assert "变动\t转出\t变动日期\t2026年8月14日" in lines
    assert "变动后在职状态\t调离\t变动后会籍\t非会员" in lines


def test_application_is_filled_in_from_the_record(secretary):
    application = JoinApplicationFactory(
        member__name="韩梅", member__phone="13900001234", member__birth_date=date(1990, 5, 2)
    )
    DepartmentPlaceFactory(member=application.member, department__name="英语组")
    text = plain_text(application_form(application.member, application))
    assert "姓名\t韩梅\t性别\t女\t出生年月\t1990年5月" in text
    own = plain_text(application_form(application.member, application, is_own=True))
    assert "部门\t英语组" in text
    assert ["13900001234" in paper for paper in (text, own)] == [False, True]
    assert ("我自愿加入工会，遵守工会章程。" in text, "2026年11月20日" in text) == (True, True)


def test_empty_application_has_the_same_fields_and_nobody_in_them():
    empty = [line.split("\t")[0] for line in _lines(application_form(None))]
    person = [line.split("\t")[0] for line in _lines(application_form(MemberFactory()))]
    assert empty == person
    assert JoinApplication.objects.count() == 0
