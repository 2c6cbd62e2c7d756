"""The page of milestones, its paper and its workbook."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from members.enums import ServiceStatus
from members.papers import milestone_sheet
from members.selectors import milestones_for
from tests.members.factories import DepartmentPlaceFactory, GroupPlaceFactory, MemberFactory
from unionoffice.documents import plain_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = reverse("members:milestone-list")
PAPER = reverse("members:milestone-paper")


@pytest.fixture
def people():
    """A birthday, a round one, a golden wedding and twenty years here, all in November."""
    born = MemberFactory(name="=林芳", birth_date=date(1985, 11, 22))
    DepartmentPlaceFactory(member=born, department__name="语文组")
    MemberFactory(name="何梅", birth_date=date(1966, 11, 3), service_status=ServiceStatus.RETIRED)
    MemberFactory(name="周国栋", married_on=date(1976, 11, 20), service_status=ServiceStatus.RETIRED)
    MemberFactory(name="石磊", hired_on=date(2006, 11, 8), joined_on=None)


def cells(response) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in response.context["rows"]]


def test_page_begins_with_this_month_day_by_day(people, welfare_officer, signed_in):
    response = signed_in(welfare_officer).get(URL)
    assert response.context["title"] == "2026年11月纪念日"
    assert cells(response) == [
        ["2026-11-03", "星期二", "何梅", "60岁生日", "—", "退休"],
        ["2026-11-08", "星期日", "石磊", "来校20年", "—", "在职"],
        ["2026-11-20", "星期五", "周国栋", "金婚（结婚50年）", "—", "退休"],
        ["2026-11-22", "星期日", "=林芳", "41岁生日", "语文组", "在职"],
    ]


def test_row_opens_the_person(people, welfare_officer, signed_in):
    row = signed_in(welfare_officer).get(URL).context["rows"][0]
    assert row.url == f"/members/{row.key}/"


def test_tabs_count_their_families_and_choose_them(people, welfare_officer, signed_in):
    client = signed_in(welfare_officer)
    tabs = client.get(URL).context["tabs"]
    assert [(tab.label, tab.count) for tab in tabs] == [
        ("全部", 4),
        ("生日", 2),
        ("整寿", 1),
        ("结婚纪念", 1),
        ("周年", 1),
        ("退休到龄", 0),
    ]
    shown = {tab.family: len(cells(client.get(URL, {"kind": tab.family})) if tab.count else []) for tab in tabs}
    assert shown == {tab.family: tab.count for tab in tabs}


def test_other_month_is_shown_with_those_around_it(people, welfare_officer, signed_in):
    response = signed_in(welfare_officer).get(URL, {"month": "2027-01", "kind": "birthdays"})
    assert response.context["title"] == "2027年1月生日"
    assert (response.context["before"], response.context["after"]) == ("2026-12", "2027-02")
    assert cells(response) == []


@pytest.mark.parametrize("month", ["2026-13", "1999-12", "2100-01", "明年", "2026-1"])
def test_month_that_is_none_is_this_one(welfare_officer, signed_in, month):
    assert signed_in(welfare_officer).get(URL, {"month": month}).context["month"] == date(2026, 11, 1)


def test_family_that_is_none_is_all_of_them(people, welfare_officer, signed_in):
    assert len(cells(signed_in(welfare_officer).get(URL, {"kind": "nothing"}))) == 4


def test_empty_month_says_so(welfare_officer, signed_in):
    assert "这个月没有要记住的日子。" in signed_in(welfare_officer).get(URL).content.decode()


def test_group_leader_sees_days_of_the_own_group_and_no_ages(people, group_leader, signed_in):
    group = group_leader.member.group_places.get().group
    GroupPlaceFactory(group=group, member=MemberFactory(name="方芳", birth_date=date(1966, 11, 22)))
    response = signed_in(group_leader).get(URL)
    assert cells(response) == [["2026-11-22", "星期日", "方芳", "生日", "—", "在职"]]
    assert response.context["tabs"] == []
    assert "60岁" not in response.content.decode()


def test_workbook_has_the_chosen_rows_as_days_and_texts(people, welfare_officer, signed_in):
    response = signed_in(welfare_officer).get(URL, {"export": "xlsx", "kind": "birthdays"})
    sheet = load_workbook(BytesIO(response.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "2026年11月生日"
    assert rows[1] == ["日期", "星期", "姓名", "事项", "部门", "在职状态"]
    assert [(row[0].date(), row[2], row[3]) for row in rows[2:]] == [
        (date(2026, 11, 3), "何梅", "60岁生日"),
        (date(2026, 11, 22), "=林芳", "41岁生日"),
    ]
    assert sheet["C4"].data_type == "s"


def test_paper_lists_the_month(people, welfare_officer):
    found = milestones_for(welfare_officer, date(2026, 11, 1), date(2026, 11, 30), on=date(2026, 11, 22), places=True)
    text = plain_text(milestone_sheet("2026年11月纪念日名单", found))
    assert "2026年11月纪念日名单" in text
    assert "11月3日" in text
    assert "60岁生日" in text
    assert "共4项" in text


def test_paper_is_a_pdf_named_after_the_month_and_family(people, welfare_officer, signed_in):
    response = signed_in(welfare_officer).get(PAPER, {"kind": "birthdays"})
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''2026%E5%B9%B411%E6%9C%88%E7%94%9F%E6%97%A5%E5%90%8D%E5%8D%95.pdf"
    )
    assert response.content.startswith(b"%PDF-")


def test_empty_paper_can_be_printed(welfare_officer, signed_in):
    assert signed_in(welfare_officer).get(PAPER).status_code == 200


def test_number_of_queries_does_not_grow_with_the_rows(welfare_officer, signed_in, django_assert_num_queries):
    client = signed_in(welfare_officer)
    for count in (3, 9):
        for _ in range(count):
            DepartmentPlaceFactory(member=MemberFactory(birth_date=date(1985, 11, 22)))
        with django_assert_num_queries(13):
            client.get(URL)
