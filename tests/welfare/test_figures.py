"""What is counted of visits, each figure against the list it leads to."""

from datetime import date
from decimal import Decimal

import pytest

from finance.enums import Fund
from tests.members.factories import GroupPlaceFactory, MemberFactory, UnionGroupFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.figures import Measure
from unionoffice.periods import calendar_year, month
from welfare.enums import Occasion, Relation, VisitStatus
from welfare.figures import figures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

FOOTER = {Measure.COUNT: "人次", Measure.PEOPLE: "人数", Measure.SUM: "金额"}
YEAR = calendar_year(2026)


@pytest.fixture
def group():
    return UnionGroupFactory(name="第一工会小组")


@pytest.fixture
def year(group):
    """Six visits of the year to four people, two of them in the group; around them what doesn't count."""
    lin, wang = (GroupPlaceFactory(group=group, member=MemberFactory(name=name)).member for name in ("林芳", "王磊"))
    MadeVisitFactory(member=lin, cash=Decimal("800.10"), visited_on=date(2026, 1, 1))
    MadeVisitFactory(member=lin, cash=Decimal("200.20"), visited_on=date(2026, 6, 30))
    MadeVisitFactory(member=wang, cash=Decimal("0.30"), visited_on=date(2026, 12, 31))
    MadeVisitFactory(occasion=Occasion.BEREAVEMENT, relation=Relation.PARENT, visited_on=date(2026, 6, 1))
    summer = {"occasion": Occasion.SUMMER, "cash": Decimal(0), "goods": "防暑用品", "goods_value": Decimal("1200.05")}
    MadeVisitFactory(**summer, fund=Fund.UPPER, place="食堂", visited_on=date(2026, 7, 8))
    MadeVisitFactory(member=lin, occasion=Occasion.NEW_TEACHER, cash=Decimal(0), visited_on=date(2026, 9, 1))
    MadeVisitFactory(visited_on=date(2025, 12, 31))
    MadeVisitFactory(visited_on=date(2027, 1, 1))
    for status in (VisitStatus.REQUESTED, VisitStatus.CHECKED, VisitStatus.APPROVED, VisitStatus.REFUSED):
        VisitFactory(member=lin, status=status)
    VisitFactory(status=VisitStatus.WITHDRAWN, visited_on=date(2026, 3, 1))


def told(period=YEAR, scope=WHOLE_UNION):
    """Key and value of every figure that isn't nothing."""
    return {figure.key: figure.value for figure in figures(period, scope).figures if not figure.is_nothing}


class TestValues:
    def test_visits_people_and_money_by_occasion_and_fund(self, year):
        assert told() == {
            "welfare.visits": 6,
            "welfare.visits.people": 4,
            "welfare.visits.money": Decimal("3200.65"),
            "welfare.visits.illness": 3,
            "welfare.visits.illness.people": 2,
            "welfare.visits.illness.money": Decimal("1000.60"),
            "welfare.visits.bereavement": 1,
            "welfare.visits.bereavement.people": 1,
            "welfare.visits.bereavement.money": Decimal("1000.00"),
            "welfare.visits.summer": 1,
            "welfare.visits.summer.people": 1,
            "welfare.visits.summer.money": Decimal("1200.05"),
            "welfare.visits.new_teacher": 1,
            "welfare.visits.new_teacher.people": 1,
            "welfare.visits.fund.union": 5,
            "welfare.visits.fund.union.people": 3,
            "welfare.visits.fund.union.money": Decimal("2000.60"),
            "welfare.visits.fund.upper": 1,
            "welfare.visits.fund.upper.people": 1,
            "welfare.visits.fund.upper.money": Decimal("1200.05"),
        }

    def test_group_counts_its_own_people(self, year, group):
        whole = told(scope=Scope(group.pk, group.name))
        assert [whole[f"welfare.visits{part}"] for part in ("", ".people", ".money")] == [4, 2, Decimal("1000.60")]

    @pytest.mark.parametrize(
        ("period", "visits"),
        [(month(2026, 6), 2), (month(2026, 12), 1), (month(2026, 2), 0), (calendar_year(2027), 1)],
    )
    def test_first_and_last_day_belong_to_the_period(self, year, period, visits):
        assert figures(period, WHOLE_UNION)["welfare.visits"].value == visits

    def test_amounts_keep_two_places_in_json(self, year):
        shown = figures(YEAR, WHOLE_UNION)
        keys = ("welfare.visits.money", "welfare.visits.bereavement.money", "welfare.visits.wedding.money")
        assert [shown[key].as_json()["value"] for key in keys] == ["3200.65", "1000.00", "0.00"]

    def test_keys_are_unique(self, year):
        keys = [figure.key for figure in figures(YEAR, WHOLE_UNION).figures]
        assert len(keys) == len(set(keys))


class TestListBehind:
    @pytest.mark.parametrize("period", [YEAR, month(2026, 6), month(2026, 12), calendar_year(2025)], ids=str)
    def test_every_figure_is_the_measure_under_its_list(self, year, period, measures_behind):
        shown = figures(period, WHOLE_UNION).figures
        assert [figure.text for figure in shown] == [
            measures_behind(figure)[FOOTER[figure.measure]] for figure in shown
        ]

    def test_every_figure_of_a_group_too(self, year, group, measures_behind):
        shown = figures(YEAR, Scope(group.pk, group.name)).figures
        assert [figure.text for figure in shown] == [
            measures_behind(figure)[FOOTER[figure.measure]] for figure in shown
        ]

    def test_list_has_as_many_rows_as_the_figure_counts(self, year, group, chair, signed_in):
        client = signed_in(chair)
        for scope, visits in ((WHOLE_UNION, 6), (Scope(group.pk, group.name), 4)):
            figure = figures(YEAR, scope)["welfare.visits"]
            assert len(client.get(figure.url).context["rows"]) == figure.value == visits

    def test_list_says_that_the_viewer_may_not_see_all(self, year, auditor, signed_in):
        response = signed_in(auditor).get(figures(YEAR, WHOLE_UNION)["welfare.visits"].url)
        assert (response.context["rows"], response.context["is_partial"]) == ([], True)
        assert "这里只列出您有权查看的记录，可能少于总结中的数字。" in response.content.decode()

    def test_names_cannot_be_tried_out_on_hidden_visits(self, year, auditor, signed_in):
        url = figures(YEAR, WHOLE_UNION)["welfare.visits.illness"].url
        client = signed_in(auditor)
        tried = ("", "&q=林芳", "&q=没有此人", "&visited_from=2026-03-01")
        assert {client.get(f"{url}{more}").context["is_partial"] for more in tried} == {True}


class TestTable:
    def test_has_the_occasions_that_occurred_and_their_total(self, year):
        (table,) = figures(YEAR, WHOLE_UNION).tables
        rows = [[cell if isinstance(cell, str) else cell.text for cell in row] for row in table.rows]
        assert (table.key, table.title) == ("welfare.visits", "慰问情况表")
        assert rows == [
            ["生病", "3人次", "2人", "1,000.60元"],
            ["丧事", "1人次", "1人", "1,000.00元"],
            ["夏送清凉", "1人次", "1人", "1,200.05元"],
            ["新教师", "1人次", "1人", "0.00元"],
            ["合计", "6人次", "4人", "3,200.65元"],
        ]

    def test_quiet_year_has_none(self):
        assert figures(YEAR, WHOLE_UNION).tables == ()


class TestNotables:
    def test_what_a_summary_may_tell_one_by_one_names_nobody(self, year):
        notables = figures(YEAR, WHOLE_UNION).notables
        assert [(notable.kind, notable.text) for notable in notables] == [
            ("summer", "7月8日到食堂开展夏送清凉"),
            ("new_teacher", "9月1日看望新教师"),
        ]

    def test_somebodys_own_affairs_are_only_counted(self):
        for occasion in Occasion:
            MadeVisitFactory(occasion=occasion)
        kinds = [notable.kind for notable in figures(YEAR, WHOLE_UNION).notables]
        assert sorted(kinds) == ["festival", "new_teacher", "summer"]


def test_queries_do_not_grow_with_the_visits(year, django_assert_num_queries):
    MadeVisitFactory.create_batch(30, occasion=Occasion.FESTIVAL)
    with django_assert_num_queries(4):
        figures(YEAR, WHOLE_UNION)
