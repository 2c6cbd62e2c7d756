"""The page of statistics and its workbook."""

import json
from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from members.enums import Gender, PoliticalStatus
from tests.members.factories import DepartmentPlaceFactory, MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = reverse("members:statistics")


@pytest.fixture
def people(chair):
    """Two beside the chair, both of them in a department whose name begins like a formula."""
    for name, gender in (("林芳", Gender.FEMALE), ("石磊", Gender.MALE)):
        member = MemberFactory(name=name, gender=gender, political_status=PoliticalStatus.MASSES)
        DepartmentPlaceFactory(member=member, department__name=f"=组{name}")


def test_page_shows_the_staff_of_today(people, chair, signed_in):
    response = signed_in(chair).get(URL)
    assert (response.context["circle"].label, response.context["day"]) == ("在职教职工", date(2026, 11, 22))
    assert [table.total for table in response.context["tables"]] == [3] * 9


def test_page_shows_another_circle_on_another_day(people, chair, signed_in):
    response = signed_in(chair).get(URL, {"circle": "retirees", "on": "2010-01-01"})
    assert (response.context["circle"].label, response.context["day"]) == ("离退休人员", date(2010, 1, 1))
    assert {table.total for table in response.context["tables"]} == {0}
    assert "这一天没有符合条件的人。" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ({"on": "2026-11-23"}, {"on": ["截至日期不能晚于今天。"]}),
        ({"on": "0001-01-01"}, {"on": ["截至日期太早，请核对年份。"]}),
        ({"on": "昨天"}, {"on": ["日期不正确，请按年-月-日填写，例如2026-03-08。"]}),
        ({"circle": "everybody"}, {"circle": ["列表中没有“everybody”，请重新选择。"]}),
    ],
)
def test_choice_that_cannot_be_is_told_and_today_is_shown(people, chair, signed_in, query, errors):
    response = signed_in(chair).get(URL, query)
    assert response.context["form"].errors == errors
    assert (response.context["circle"], response.context["day"]) == ("staff", date(2026, 11, 22))


def test_numbers_link_to_their_lists_and_zero_to_none(people, chair, signed_in):
    page = signed_in(chair).get(URL).content.decode()
    assert '<a href="/members/?on=2026-11-22&amp;circle=staff&amp;gender=male">1</a>' in page
    assert '<th scope="row">25岁以下</th><td>0</td>' in page


def test_every_chart_is_described_in_the_page(people, chair, signed_in):
    page = signed_in(chair).get(URL).content.decode()
    described = page.split('<script id="chart-gender" type="application/json">')[1].split("</script>")[0]
    assert json.loads(described)["series"] == [{"name": "人数", "values": [1, 2], "second": False}]
    assert page.count('data-chart="chart-') == 9


def test_officer_without_the_union_files_sees_no_political_statuses(people, welfare_officer, signed_in):
    client = signed_in(welfare_officer)
    assert "政治面貌</h2>" not in client.get(URL).content.decode()
    book = load_workbook(BytesIO(client.get(URL, {"export": "xlsx"}).content))
    assert "政治面貌" not in book.sheetnames


def test_workbook_has_a_sheet_for_each_table_with_numbers_as_numbers(people, chair, signed_in):
    response = signed_in(chair).get(URL, {"export": "xlsx", "circle": "members"})
    book = load_workbook(BytesIO(response.content))
    assert book.sheetnames == [
        "性别", "年龄", "部门与性别", "职称", "部门与职称", "政治面貌", "会籍状态", "岗位类别", "用工形式", "历年",
    ]  # fmt: skip
    rows = [[cell.value for cell in row] for row in book["性别"].iter_rows()]
    assert rows == [
        ["性别（在职会员，截至2026年11月22日）", None, None],
        ["性别", "人数", "占比（%）"],
        ["男", 1, 33.3],
        ["女", 2, 66.7],
        ["合计", 3, None],
    ]


def test_workbook_carries_no_formula(people, chair, signed_in):
    book = load_workbook(BytesIO(signed_in(chair).get(URL, {"export": "xlsx"}).content))
    cells = [book["部门与性别"][place] for place in ("A3", "A4")]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=组林芳", "s"), ("=组石磊", "s")]


def test_workbook_tells_the_growth_by_days(people, chair, signed_in):
    book = load_workbook(BytesIO(signed_in(chair).get(URL, {"export": "xlsx"}).content))
    last = [cell.value for cell in book["历年"][book["历年"].max_row]]
    assert (last[0].date(), *last[1:]) == (date(2026, 11, 22), 3, 3, 100)


def test_number_of_queries_does_not_grow_with_the_people(people, chair, signed_in, django_assert_num_queries):
    client = signed_in(chair)
    for count in (3, 9):
        for _ in range(count):
            DepartmentPlaceFactory()
        with django_assert_num_queries(10):
            client.get(URL)
