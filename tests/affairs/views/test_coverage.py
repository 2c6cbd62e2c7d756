"""The coverage page: what is due, done, late, by department and period."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from affairs.enums import Interval
from tests.affairs.catalogue import EditionFactory, drafted_for, matter, only, told_for
from tests.affairs.factories import PostedFactory, item
from tests.conftest import make_actor
from tests.members.factories import DepartmentFactory
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PAGE = "/affairs/coverage/"


@pytest.fixture
def head():
    return make_actor(Role.DEPARTMENT_HEAD, "曹喆")


@pytest.fixture
def logistics(head):
    return DepartmentFactory(name="总务处", head=head.member)


@pytest.fixture
def canteen(logistics):
    EditionFactory(from_on=date(2026, 8, 1))
    only()
    made = matter("食堂收支", department=logistics)
    told_for(made, "2026-08", on=date(2026, 9, 5))
    told_for(made, "2026-09", on=date(2026, 10, 20))
    return made


@pytest.fixture
def leave(canteen):
    return matter("考勤情况", Interval.QUARTER, department=DepartmentFactory(name="校长办公室"))


def matrix(page):
    return {
        line["line"].label: [line["due"].value, *(count.value for count in line["counts"])]
        for line in page.context["lines"]
    }


def listed(page):
    return [(row.obligation.duty.item.content, row.obligation.period.code) for row in page.context["rows"]]


@pytest.mark.usefixtures("leave")
class TestMatrix:
    def test_counts_each_department_in_each_state(self, secretary, signed_in):
        page = signed_in(secretary).get(PAGE)
        assert matrix(page) == {"总务处": [5, 1, 1, 1, 0, 2], "校长办公室": [2, 0, 0, 1, 0, 1]}
        assert (page.context["total"].due, str(page.context["total"].rate)) == (7, "25.0")

    def test_every_number_leads_to_exactly_its_list(self, secretary, signed_in):
        client = signed_in(secretary)
        page = client.get(PAGE)
        for line in [*page.context["lines"], page.context["sums"]]:
            for count in line["counts"]:
                behind = client.get(count.url)
                assert (len(behind.context["rows"]), behind.context["measures"][0][1]) == (
                    count.value,
                    f"{count.value}项次",
                )

    def test_period_department_and_category_narrow_it(self, secretary, signed_in, logistics):
        client = signed_in(secretary)
        assert matrix(client.get(f"{PAGE}?period=2026-09")) == {
            "总务处": [1, 0, 1, 0, 0, 0],
            "校长办公室": [1, 0, 0, 1, 0, 0],
        }
        assert list(matrix(client.get(f"{PAGE}?department={logistics.pk}"))) == ["总务处"]
        assert matrix(client.get(f"{PAGE}?category=party")) == {}

    def test_period_that_nobody_understands_is_this_year(self, secretary, signed_in):
        assert signed_in(secretary).get(f"{PAGE}?period=soon&item=x").context["span"].code == "2026"

    def test_head_sees_the_own_department_alone(self, head, signed_in):
        page = signed_in(head).get(PAGE)
        assert list(matrix(page)) == ["总务处"]
        assert "校长办公室" not in page.content.decode()

    def test_head_is_told_that_a_figure_counts_more(self, head, signed_in):
        assert signed_in(head).get(f"{PAGE}?figure=affairs.coverage.rate").context["is_partial"] is True

    def test_queries_do_not_grow(self, secretary, signed_in, django_assert_num_queries):
        client = signed_in(secretary)
        client.get(PAGE)
        with django_assert_num_queries(18):
            client.get(PAGE)
        for number in range(6):
            made = matter(f"事项{number}", Interval.QUARTER, department=DepartmentFactory())
            told_for(made, "2026-Q3", on=date(2026, 10, 3))
        with django_assert_num_queries(18):
            client.get(PAGE)


class TestCells:
    def cells(self, client, url=PAGE):
        return [
            (cell.label, cell.badge.text, cell.button)
            for _duty, row in client.get(url).context["matters"]
            for cell in row
        ]

    def test_each_period_leads_to_what_was_disclosed_or_to_writing_it(self, secretary, signed_in, canteen):
        drafted_for(canteen, "2026-11")
        assert self.cells(signed_in(secretary)) == [
            ("8月", "按期公开", "查看"),
            ("9月", "逾期公开", "查看"),
            ("10月", "逾期未公开", "起草"),
            ("11月", "办理中", "查看"),
            ("12月", "未到期", "起草"),
        ]

    def test_writing_begins_with_matter_and_period(self, secretary, signed_in, canteen):
        client = signed_in(secretary)
        [row] = client.get(f"{PAGE}?status=overdue").context["rows"]
        assert row.url == f"/affairs/disclosures/draft/?item={canteen.pk}&period=2026-10"
        initial = client.get(row.url).context["form"].initial
        assert (initial["item"], initial["period_code"]) == (canteen, "2026-10")

    def test_principal_writes_nothing(self, principal, signed_in, canteen):
        assert {button for *_state, button in self.cells(signed_in(principal))} == {"查看", ""}

    def test_names_of_periods_are_short(self, secretary, signed_in, canteen):
        for interval in (Interval.QUARTER, Interval.HALF, Interval.TERM, Interval.YEAR, Interval.SCHOOL_YEAR):
            matter(str(interval), interval)
        labels = {label for label, *_rest in self.cells(signed_in(secretary))}
        assert labels >= {"12月", "第四季度", "下半年", "第二学期", "2026年", "2025—2026学年"}


class TestStanding:
    def test_what_should_hang_at_all_times_is_told(self, secretary, signed_in):
        EditionFactory()
        only("学校发展规划", "学校章程和管理制度")
        PostedFactory(item=item("学校发展规划"))
        page = signed_in(secretary).get(PAGE)
        assert {one.duty.item.content: one.hangs for one in page.context["standing"]} == {
            "学校发展规划": True,
            "学校章程和管理制度": False,
        }
        assert (page.context["total"].hanging, page.context["total"].missing) == (1, 1)


class TestEmpty:
    def test_without_an_edition_it_says_what_to_do(self, secretary, chair, signed_in):
        assert "/editions/issue/" in signed_in(secretary).get(PAGE).content.decode()
        page = signed_in(chair).get(PAGE).content.decode()
        assert ("公开目录还没有发布" in page, "/editions/issue/" in page) == (True, False)

    def test_time_before_the_catalogue_says_since_when_it_holds(self, secretary, signed_in, canteen):
        page = signed_in(secretary).get(f"{PAGE}?period=2025").content.decode()
        assert "目录自2026年8月1日起施行，之前的不统计。" in page

    def test_list_without_rows_is_no_table(self, secretary, signed_in, canteen):
        page = signed_in(secretary).get(f"{PAGE}?status=waiting")
        assert "没有符合条件的记录" in page.content.decode()


def test_workbook_has_the_rows_the_departments_and_what_hangs(secretary, signed_in, canteen):
    answer = signed_in(secretary).get(f"{PAGE}?status=late&export=xlsx")
    book = load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["定期公开", "按部门", "长期公开"]
    late = list(book["定期公开"].iter_rows(values_only=True))[-1]
    assert late[:5] == ("食堂收支", "校务", "财务", "总务处", "2026年9月")
    assert [str(day)[:10] for day in late[5:7]] == ["2026-10-10", "2026-10-20"]
    assert late[7] == "逾期公开"
    assert list(book["按部门"].iter_rows(values_only=True))[-1] == ("总务处", 5, 1, 1, 1, 0, 2, 33.3)
