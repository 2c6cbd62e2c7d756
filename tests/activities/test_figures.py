"""What is counted of activities, each figure against the list it leads to."""

from datetime import date, time
from decimal import Decimal

import pytest

from activities.enums import ActivityKind, ActivityStatus, Occasion
from activities.figures import figures
from finance.enums import Fund
from tests.activities.factories import ActivityFactory, HeldFactory
from tests.activities.steps import come
from tests.members.factories import GroupPlaceFactory, MemberFactory, UnionGroupFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.periods import calendar_year, month, quarter, term
from unionoffice.precision import Precision, span_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

FOOTER = {"场": "场次", "人次": "参加人次", "人": "参加人数", "元": "支出"}
YEAR = calendar_year(2026)


@pytest.fixture
def group():
    return UnionGroupFactory(name="第一工会小组")


@pytest.fixture
def year(group, sports_officer):
    """Five activities of the year, one of them the group's own; around them what doesn't count."""
    lin, wang = (GroupPlaceFactory(group=group, member=MemberFactory(name=name)).member for name in ("林芳", "王磊"))
    zhao = MemberFactory(name="赵敏")
    first = HeldFactory(starts_on=date(2026, 1, 1), headcount=None, actual_cost=Decimal("300.10"))
    come(first, [lin, wang, zhao], by=sports_officer)
    women = HeldFactory(
        kind=ActivityKind.FESTIVAL,
        occasion=Occasion.WOMENS_DAY,
        title="健步走",
        starts_on=date(2026, 3, 8),
        starts_at=time(14),
        headcount=None,
    )
    come(women, [lin, zhao], by=sports_officer)
    HeldFactory(group=group, kind=ActivityKind.OTHER, title="读书沙龙", starts_on=date(2026, 6, 30), headcount=14)
    HeldFactory(
        kind=ActivityKind.RETIREES,
        occasion=Occasion.DOUBLE_NINTH,
        title="茶话会",
        starts_on=date(2026, 10, 18),
        headcount=12,
        fund=Fund.ADMINISTRATION,
        actual_cost=Decimal("720.05"),
    )
    HeldFactory(starts_on=date(2026, 12, 31), headcount=None, title="联欢会")
    HeldFactory(starts_on=date(2025, 12, 31))
    HeldFactory(starts_on=date(2027, 1, 1))
    for status in ("draft", "submitted", "approved", "announced", "closed", "cancelled"):
        ActivityFactory(status=ActivityStatus(status), starts_on=date(2026, 12, 6))


def told(period=YEAR, scope=WHOLE_UNION):
    """Key and value of every figure that isn't nothing."""
    return {figure.key: figure.value for figure in figures(period, scope).figures if not figure.is_nothing}


class TestValues:
    def test_times_attendance_people_and_money(self, year):
        assert told() == {
            "activities.held": 5,
            "activities.held.attendance": 31,
            "activities.held.money": Decimal("1020.15"),
            "activities.held.people": 3,
            "activities.kind.culture": 2,
            "activities.kind.culture.attendance": 3,
            "activities.kind.culture.money": Decimal("300.10"),
            "activities.kind.festival": 1,
            "activities.kind.festival.attendance": 2,
            "activities.kind.other": 1,
            "activities.kind.other.attendance": 14,
            "activities.kind.retirees": 1,
            "activities.kind.retirees.attendance": 12,
            "activities.kind.retirees.money": Decimal("720.05"),
            "activities.occasion.womens_day": 1,
            "activities.occasion.womens_day.attendance": 2,
            "activities.occasion.double_ninth": 1,
            "activities.occasion.double_ninth.attendance": 12,
            "activities.occasion.double_ninth.money": Decimal("720.05"),
            "activities.fund.union.money": Decimal("300.10"),
            "activities.fund.administration.money": Decimal("720.05"),
        }

    def test_group_is_told_of_what_it_held_and_of_its_people_elsewhere(self, year, group):
        assert told(scope=Scope(group.pk, group.name)) == {
            "activities.held": 1,
            "activities.held.attendance": 14,
            "activities.kind.other": 1,
            "activities.kind.other.attendance": 14,
            "activities.joined": 2,
            "activities.joined.attendance": 3,
        }

    def test_who_left_the_group_before_the_day_does_not_count_for_it(self, group, sports_officer):
        gone = GroupPlaceFactory(group=group, to_on=date(2026, 10, 17)).member
        come(HeldFactory(headcount=None), [gone], by=sports_officer)
        assert told(scope=Scope(group.pk, group.name)) == {}

    @pytest.mark.parametrize(
        ("period", "times"),
        [(month(2026, 1), 1), (month(2026, 12), 1), (month(2026, 2), 0), (calendar_year(2027), 1)],
    )
    def test_first_and_last_day_belong_to_the_period(self, year, period, times):
        assert figures(period, WHOLE_UNION)["activities.held"].value == times

    @pytest.mark.parametrize(
        ("precision", "counted"),
        [
            (Precision.DAY, ["2026", "2026-Q2", "2026-05", "2025-2026-2"]),
            (Precision.MONTH, ["2026", "2026-Q2", "2026-05", "2025-2026-2"]),
            (Precision.TERM, ["2026", "2025-2026-2"]),
            (Precision.YEAR, ["2026"]),
        ],
    )
    def test_vague_day_counts_only_where_all_of_it_lies(self, precision, counted):
        day = date(2026, 5, 1) if precision != Precision.DAY else date(2026, 5, 31)
        span = span_of(day, precision)
        days = (day, day) if precision == Precision.DAY else (span.start, span.end)
        HeldFactory(starts_on=days[0], ends_on=days[1], precision=precision, recorded_late=True)
        periods = [YEAR, quarter(2026, 1), quarter(2026, 2), month(2026, 5), month(2026, 2), month(2026, 1)]
        periods += [term(2025, 2026, 2), month(2026, 6)]
        found = {period.code for period in periods if figures(period, WHOLE_UNION)["activities.held"].value}
        assert found == set(counted)

    def test_keys_are_unique(self, year, group):
        keys = [figure.key for figure in figures(YEAR, Scope(group.pk, group.name)).figures]
        assert len(keys) == len(set(keys))


class TestListBehind:
    @pytest.mark.parametrize("period", [YEAR, month(2026, 10), month(2026, 12), calendar_year(2025)], ids=str)
    def test_every_figure_is_the_measure_under_its_list(self, year, period, measures_behind):
        shown = figures(period, WHOLE_UNION).figures
        assert [figure.text for figure in shown] == [measures_behind(figure)[FOOTER[figure.unit]] for figure in shown]

    def test_every_figure_of_a_group_too(self, year, group, measures_behind):
        shown = figures(YEAR, Scope(group.pk, group.name)).figures
        assert [figure.text for figure in shown] == [measures_behind(figure)[FOOTER[figure.unit]] for figure in shown]

    def test_vague_days_are_in_the_list_as_in_the_figure(self, measures_behind):
        span = span_of(date(2026, 5, 1), Precision.TERM)
        HeldFactory(starts_on=span.start, ends_on=span.end, precision=Precision.TERM, recorded_late=True)
        shown = [figures(period, WHOLE_UNION)["activities.held"] for period in (YEAR, month(2026, 2))]
        assert [measures_behind(figure)["场次"] for figure in shown] == ["1场", "0场"]

    def test_list_says_that_the_viewer_may_not_see_all(self, year, teacher, signed_in):
        response = signed_in(teacher).get(figures(YEAR, WHOLE_UNION)["activities.held"].url)
        assert response.context["is_partial"] is True


class TestTable:
    def test_has_the_kinds_that_were_held_and_their_total(self, year):
        (table,) = figures(YEAR, WHOLE_UNION).tables
        rows = [[cell if isinstance(cell, str) else cell.text for cell in row] for row in table.rows]
        assert rows == [
            ["文体", "2场", "3人次", "300.10元"],
            ["节日", "1场", "2人次", "0.00元"],
            ["离退休", "1场", "12人次", "720.05元"],
            ["其他", "1场", "14人次", "0.00元"],
            ["合计", "5场", "31人次", "1,020.15元"],
        ]

    def test_quiet_year_has_none(self):
        assert figures(YEAR, WHOLE_UNION).tables == ()


class TestNotables:
    def test_each_is_told_with_day_and_attendance(self, year):
        assert [(note.kind, note.text) for note in figures(YEAR, WHOLE_UNION).notables] == [
            ("activities.kind.culture", "1月1日举办“趣味运动会”，3人次参加"),
            ("activities.occasion.womens_day", "3月8日举办“健步走”，2人次参加"),
            ("activities.kind.other", "6月30日举办“读书沙龙”，14人次参加"),
            ("activities.kind.retirees", "10月18日举办“茶话会”，12人次参加"),
            ("activities.kind.culture", "12月31日举办“联欢会”"),
        ]


def test_queries_do_not_grow_with_the_activities(year, django_assert_num_queries):
    HeldFactory.create_batch(20)
    with django_assert_num_queries(8):
        figures(YEAR, WHOLE_UNION)
