"""Every list as a workbook: what the page shows, all of it, and nothing more."""

from io import BytesIO
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from members.enums import Gender
from tests.finance.factories import BookedEntryFactory
from tests.members.factories import GroupPlaceFactory, MemberFactory
from tests.welfare.factories import VisitFactory
from unionoffice.audit import trail_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def sheet_of(response):
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(response.content)).active.iter_rows()]


def people_in(response):
    head = sheet_of(response)[1]
    return [row[head.index("姓名")] for row in sheet_of(response)[2:]]


def test_holds_all_rows_with_the_columns_of_the_page(secretary, signed_in):
    for number in range(60):
        MemberFactory(employee_no=f"{number:05}")
    client = signed_in(secretary)
    page, response = client.get("/members/"), client.get("/members/?export=xlsx")
    rows = sheet_of(response)
    assert rows[0][0] == page.context["title"]
    assert rows[1] == [str(column.label) for column in page.context["columns"]]
    assert len(rows) - 2 == page.context["page"].paginator.count == 61


def test_is_filtered_and_ordered_as_the_page_is(secretary, signed_in):
    for name, gender in (("陈芳", Gender.FEMALE), ("阿娜尔", Gender.FEMALE), ("王伟", Gender.MALE)):
        MemberFactory(name=name, gender=gender)
    client = signed_in(secretary)
    response = client.get("/members/?gender=female&sort=-pinyin&export=xlsx&page=7")
    assert people_in(response) == ["陈静", "陈芳", "阿娜尔"]


def test_codes_stay_texts_and_days_and_amounts_are_such(treasurer, signed_in):
    entry = BookedEntryFactory(purpose="=1+1")
    rows = sheet_of(signed_in(treasurer).get("/finance/entries/?export=xlsx"))
    cells = dict(zip(rows[1], rows[2], strict=True))
    assert cells["金额（元）"] == entry.amount
    assert cells["发生日期"].date() == entry.occurred_on
    assert cells["事由"] == "=1+1"


def test_name_of_the_file_says_what_and_when(secretary, signed_in):
    response = signed_in(secretary).get("/members/?export=xlsx")
    assert unquote(response["Content-Disposition"]).endswith("会员20261122.xlsx")


def test_holds_only_what_its_reader_may_see(group_leader, signed_in):
    VisitFactory(member=MemberFactory(name="林芳"), requested_by=group_leader)
    VisitFactory(member=MemberFactory(name="外人"))
    rows = sheet_of(signed_in(group_leader).get("/welfare/visits/?export=xlsx"))
    place = rows[1].index("教职工")
    assert [row[place] for row in rows[2:]] == ["林芳"]


def test_is_refused_to_those_who_may_not_open_the_list(teacher, signed_in):
    assert signed_in(teacher).get("/finance/entries/?export=xlsx").status_code == 403


def test_asks_the_database_as_often_for_many_rows_as_for_few(secretary, signed_in):
    client, counts = signed_in(secretary), []
    for more in (3, 40):
        for _ in range(more):
            GroupPlaceFactory()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/members/?export=xlsx")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_page_links_to_the_workbook_of_what_it_shows(secretary, signed_in):
    page = signed_in(secretary).get("/members/?gender=female&page=1").content.decode()
    assert 'href="?gender=female&amp;export=xlsx" download' in page


class TestChosenColumns:
    def test_page_offers_those_that_its_reader_may_take_out(self, chair, secretary, signed_in):
        offered = [label for label, _ in signed_in(secretary).get("/members/?export=choose").context["choices"]]
        assert offered[:3] == ["工号", "姓名", "性别"]
        assert offered[-4:] == ["手机号码", "身份证号", "家庭住址", "银行卡号"]
        for_chair = [label for label, _ in signed_in(chair).get("/members/?export=choose").context["choices"]]
        assert [label for label in offered if label not in for_chair] == ["身份证号", "银行卡号"]

    def test_leader_takes_out_what_the_page_shows_and_nothing_else(self, group_leader, signed_in):
        page = signed_in(group_leader).get("/members/?export=choose")
        assert [label for label, _ in page.context["choices"]] == [
            "工号",
            "姓名",
            "性别",
            "部门",
            "工会小组",
            "职称",
            "在职状态",
            "会籍状态",
        ]

    def test_page_keeps_the_filter(self, secretary, signed_in):
        page = signed_in(secretary).get("/members/?gender=female&page=2&export=choose")
        assert (page.context["kept"], page.context["count"]) == ([("gender", "female")], 1)

    def test_workbook_has_the_chosen_columns_in_the_order_of_the_page(self, secretary, signed_in):
        MemberFactory(name="阿依", phone="13900001234", political_status="minmeng")
        response = signed_in(secretary).get("/members/?export=xlsx&column=手机号码&column=姓名&column=政治面貌")
        assert sheet_of(response)[1:3] == [["姓名", "政治面貌", "手机号码"], ["阿依", "民盟盟员", "13900001234"]]

    def test_column_that_is_not_offered_is_left_out(self, group_leader, signed_in):
        response = signed_in(group_leader).get("/members/?export=xlsx&column=姓名&column=身份证号")
        assert sheet_of(response)[1] == ["姓名"]

    def test_whole_numbers_taken_out_are_noted_with_who_and_how_many(self, secretary, signed_in):
        client = signed_in(secretary)
        client.get("/members/?export=xlsx&column=姓名&column=手机号码&column=银行卡号")
        entry = trail_of(secretary).filter(verb="导出敏感信息").get()
        assert (entry.actor, entry.note) == (secretary, "会员：手机号码、银行卡号，1行")
        client.get("/members/?export=xlsx&column=姓名&column=民族")
        assert trail_of(secretary).filter(verb="导出敏感信息").count() == 1

    def test_browser_remembers_the_choice(self, secretary, signed_in):
        client = signed_in(secretary)
        client.get("/members/?export=xlsx&column=姓名&column=民族")
        chosen = [label for label, is_chosen in client.get("/members/?export=choose").context["choices"] if is_chosen]
        assert chosen == ["姓名", "民族"]

    def test_export_without_a_choice_changes_nothing_that_is_remembered(self, secretary, signed_in):
        assert not signed_in(secretary).get("/members/?export=xlsx").cookies

    def test_encrypted_fields_are_read_only_where_they_are_taken_out(self, secretary, signed_in):
        client = signed_in(secretary)
        statements = []
        for column in ("民族", "手机号码"):
            with CaptureQueriesContext(connection) as queries:
                client.get(f"/members/?export=xlsx&column={column}")
            statements.append(any('"phone"' in query["sql"] for query in queries))
        assert statements == [False, True]
