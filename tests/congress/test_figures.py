"""What is counted of proposals, each figure against the list it leads to."""

from datetime import date
from decimal import Decimal

import pytest

from congress.enums import Category, Grade, ProposalStatus, Result, SecondingStatus
from congress.figures.proposals import proposal_figures as figures
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory
from tests.members.factories import GroupPlaceFactory, MemberFactory, UnionGroupFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.figures import Measure
from unionoffice.periods import calendar_year, month

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus
YEAR = calendar_year(2026)
LABELS = {
    "congress.proposals.seconders": "附议",
    "congress.proposals.accepted_rate": "立案率",
    "congress.proposals.answered_rate": "答复率",
    "congress.proposals.closed_rate": "办结率",
    "congress.proposals.satisfied_rate": "满意率",
}


@pytest.fixture
def group():
    return UnionGroupFactory(name="第一工会小组")


def second(proposal):
    """Two stand behind it, a third doesn't."""
    for status in (SecondingStatus.SECONDED, SecondingStatus.SECONDED, SecondingStatus.DECLINED):
        proposal.secondings.create(member=MemberFactory(), status=status, answered_on=proposal.filed_on)


@pytest.fixture
def year(group):
    """Ten proposals of the year, two of them by somebody of the group; around them what doesn't count."""
    lin = GroupPlaceFactory(group=group, member=MemberFactory(name="林芳")).member
    office = HeadedDepartmentFactory(name="总务处")
    best = {"outstanding_on": date(2026, 11, 22), "outstanding_by": "主席团会议"}
    second(
        ProposalFactory(
            status=S.CLOSED,
            originator=lin,
            lead=office,
            filed_on=date(2026, 1, 1),
            result=Result.SOLVED,
            grade=Grade.SATISFIED,
            **best,
        )
    )
    ProposalFactory(
        status=S.CLOSED,
        originator=lin,
        lead=office,
        category=Category.PAY,
        grade=Grade.UNSATISFIED,
        due_on=date(2026, 11, 19),
    )
    ProposalFactory(status=S.FOLLOWED, result=Result.PLANNED, grade=Grade.MOSTLY)
    ProposalFactory(
        status=S.HANDLING,
        answered_on=date(2026, 11, 20),
        result=Result.NOTED,
        reworks=1,
        priority_on=date(2026, 11, 15),
        supervisor=MemberFactory(),
    )
    ProposalFactory(status=S.CLOSED, title="完善考核办法", number="2025-001", filed_on=date(2025, 12, 31), **best)
    ProposalFactory(status=S.FILED, filed_on=date(2026, 12, 31))
    ProposalFactory(status=S.MERGED, merged_into=ProposalFactory(status=S.ACCEPTED))
    for status in (S.TURNED, S.REFUSED, S.WITHDRAWN):
        ProposalFactory(status=status)
    ProposalFactory(status=S.FILED, filed_on=date(2025, 12, 31))
    for status in (S.DRAFT, S.OFFERED, S.SECONDING):
        ProposalFactory(status=status)


def told(period=YEAR, scope=WHOLE_UNION):
    """Key and value of every figure that isn't nothing, without those of categories and departments."""
    shown = figures(period, scope).figures
    parts = (".category.", ".lead.")
    return {
        one.key.removeprefix("congress."): one.value
        for one in shown
        if not one.is_nothing and not any(part in one.key for part in parts)
    }


def behind(figure, measures_behind):
    return measures_behind(figure)[LABELS.get(figure.key, "提案")]


class TestValues:
    def test_proposals_by_what_became_of_them(self, year):
        assert told() == {
            "proposals": 10,
            "proposals.accepted": 5,
            "proposals.merged": 1,
            "proposals.turned": 1,
            "proposals.refused": 1,
            "proposals.answered": 4,
            "proposals.closed": 2,
            "proposals.result.a": 1,
            "proposals.result.b": 1,
            "proposals.result.c": 1,
            "proposals.result.d": 1,
            "proposals.accepted_rate": Decimal("50.0"),
            "proposals.answered_rate": Decimal("80.0"),
            "proposals.closed_rate": Decimal("40.0"),
            "proposals.satisfied_rate": Decimal("66.7"),
            "proposals.status.filed": 1,
            "proposals.status.accepted": 1,
            "proposals.status.handling": 1,
            "proposals.status.followed": 1,
            "proposals.status.withdrawn": 1,
            "proposals.in_time": 2,
            "proposals.late": 1,
            "proposals.reworked": 1,
            "proposals.seconders": 2,
            "proposals.priority": 1,
            "proposals.outstanding": 2,
        }

    def test_group_has_what_its_people_proposed_and_no_session(self, year, group):
        assert told(scope=Scope(group.pk, group.name)) == {
            "proposals": 2,
            "proposals.accepted": 2,
            "proposals.answered": 2,
            "proposals.closed": 2,
            "proposals.result.a": 1,
            "proposals.result.b": 1,
            "proposals.accepted_rate": Decimal("100.0"),
            "proposals.answered_rate": Decimal("100.0"),
            "proposals.closed_rate": Decimal("100.0"),
            "proposals.satisfied_rate": Decimal("50.0"),
            "proposals.seconders": 2,
            "proposals.in_time": 1,
            "proposals.late": 1,
            "proposals.outstanding": 1,
        }

    def test_group_is_that_of_the_day_of_filing(self, group):
        place = GroupPlaceFactory(group=group, from_on=date(2026, 3, 1), to_on=date(2026, 3, 31))
        for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)):
            ProposalFactory(status=S.FILED, originator=place.member, filed_on=day)
        assert figures(YEAR, Scope(group.pk))["congress.proposals"].value == 2

    def test_rates_of_nothing_are_nothing(self):
        assert told() == {}

    @pytest.mark.parametrize(("period", "received"), [(month(2026, 1), 1), (month(2026, 12), 1), (month(2026, 2), 0)])
    def test_first_and_last_day_belong_to_the_period(self, year, period, received):
        assert figures(period, WHOLE_UNION)["congress.proposals"].value == received

    def test_keys_are_unique(self, year):
        keys = [figure.key for figure in figures(YEAR, WHOLE_UNION).figures]
        assert len(keys) == len(set(keys))


class TestListBehind:
    def test_every_figure_is_the_measure_under_its_list(self, year, measures_behind):
        shown = figures(YEAR, WHOLE_UNION).figures
        assert [one.text for one in shown] == [behind(one, measures_behind) for one in shown]

    def test_every_figure_of_a_group_that_is_not_of_the_whole_union_too(self, year, group, measures_behind):
        shown = figures(YEAR, Scope(group.pk)).figures
        assert [one.text for one in shown] == [behind(one, measures_behind) for one in shown]

    def test_list_says_that_the_viewer_may_not_see_all(self, year, principal, signed_in):
        context = signed_in(principal).get(figures(YEAR, WHOLE_UNION)["congress.proposals"].url).context
        assert (len(context["rows"]), context["is_partial"]) == (7, True)


class TestTable:
    def test_has_the_categories_that_occurred_and_their_total(self, year):
        table, _departments = figures(YEAR, WHOLE_UNION).tables
        assert table.head == ("类别", "收到提案（件）", "立案（件）", "已答复（件）", "已办结（件）")
        assert [[cell if isinstance(cell, str) else cell.value for cell in row] for row in table.rows] == [
            ["薪酬待遇", 1, 1, 1, 1],
            ["生活福利", 9, 4, 3, 1],
            ["合计", 10, 5, 4, 2],
        ]

    def test_has_the_departments_that_answer_for_cases(self, year, measures_behind):
        _categories, table = figures(YEAR, WHOLE_UNION).tables
        assert table.head == ("主办部门", "立案（件）", "已答复（件）", "已办结（件）")
        assert [[cell.value for cell in row[1:]] for row in table.rows] == [[2, 2, 2], [1, 1, 0], [1, 1, 0]]
        assert [[cell.text for cell in row[1:]] for row in table.rows] == [
            [behind(cell, measures_behind) for cell in row[1:]] for row in table.rows
        ]

    def test_is_not_there_without_proposals(self):
        assert figures(YEAR, WHOLE_UNION).tables == ()


def test_key_and_outstanding_ones_are_named_in_the_year_of_choosing(year):
    assert [(note.kind, note.text) for note in figures(YEAR, WHOLE_UNION).notables] == [
        ("priority_proposal", "《改善食堂早餐》"),
        ("outstanding_proposal", "《完善考核办法》"),
        ("outstanding_proposal", "《改善食堂早餐》"),
    ]


def test_measures_are_counts_and_ratios(year):
    shown = figures(YEAR, WHOLE_UNION).figures
    assert {one.measure for one in shown if one.key.endswith("_rate")} == {Measure.RATIO}
    assert {one.measure for one in shown if not one.key.endswith("_rate")} == {Measure.COUNT}
