"""What was due by the catalogue and what became of it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from affairs.enums import CoverageStatus, DisclosureStatus, Interval, Stage, Timing
from affairs.models import CatalogueDuty, CatalogueItem
from affairs.selectors import by_department, coverage_line, obligations, standings, without_period
from affairs.services import save_item
from tests.affairs.catalogue import EditionFactory, drafted_for, matter, only, told_for
from tests.affairs.factories import FUNDS, PostedFactory, item
from tests.conftest import TODAY
from tests.members.factories import DepartmentFactory
from unionoffice.rules import rules_read_once, set_rule
from unionoffice.school_calendar import SchoolSpan, SpanKind

pytestmark = pytest.mark.django_db

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def canteen():
    EditionFactory()
    only()
    return matter("食堂收支")


def reckoned(start=YEAR[0], end=YEAR[1], *, on=TODAY):
    return obligations(CatalogueDuty.objects.all(), start, end, on=on)


def states(**kwargs):
    return [(one.period.code, one.status) for one in reckoned(**kwargs)]


class TestStatus:
    def test_each_period_stands_by_itself(self, canteen):
        told_for(canteen, "2026-07", on=date(2026, 8, 10))
        told_for(canteen, "2026-08", on=date(2026, 9, 11))
        assert states(start=date(2026, 7, 1)) == [
            ("2026-07", CoverageStatus.ON_TIME),
            ("2026-08", CoverageStatus.LATE),
            ("2026-09", CoverageStatus.OVERDUE),
            ("2026-10", CoverageStatus.OVERDUE),
            ("2026-11", CoverageStatus.COMING),
            ("2026-12", CoverageStatus.COMING),
        ]

    @pytest.mark.parametrize(
        ("on", "status"),
        [
            (date(2026, 10, 30), CoverageStatus.COMING),
            (date(2026, 10, 31), CoverageStatus.WAITING),
            (date(2026, 11, 10), CoverageStatus.WAITING),
            (date(2026, 11, 11), CoverageStatus.OVERDUE),
        ],
    )
    def test_waits_from_the_last_day_of_the_period_until_its_own(self, canteen, on, status):
        assert states(start=date(2026, 10, 1), end=date(2026, 10, 31), on=on) == [("2026-10", status)]

    def test_what_is_told_beforehand_is_due_as_the_period_begins(self):
        EditionFactory()
        only()
        matter("收费标准", Interval.TERM, stage=Stage.BEFORE)
        [spring, autumn] = reckoned()
        assert (spring.due_on, autumn.due_on) == (date(2026, 2, 16), date(2026, 9, 16))

    def test_term_of_the_school_calendar_decides_when_it_is_due(self):
        SchoolSpan.objects.create(
            kind=SpanKind.TERM, name="第一学期", first_day=date(2026, 8, 31), last_day=date(2027, 1, 22)
        )
        EditionFactory()
        only()
        matter("外出学习", Interval.TERM)
        [term] = reckoned(date(2027, 1, 1), date(2027, 1, 31))
        assert (term.period.code, term.due_on) == ("2026-2027-1", date(2027, 2, 1))

    def test_days_allowed_are_those_of_the_rule_at_the_time(self, canteen, secretary):
        key = "affairs.coverage.days_after"
        set_rule(key, 20, valid_from=date(2026, 9, 1), source="区教育局通知", by=secretary)
        by_month = {one.period.code: one.due_on for one in reckoned()}
        assert (by_month["2026-08"], by_month["2026-09"]) == (date(2026, 9, 10), date(2026, 10, 20))


class TestWhatCounts:
    def test_disclosure_of_a_longer_period_stands_for_none_of_its_parts(self, canteen):
        told_for(canteen, "2026", on=date(2026, 2, 1))
        told_for(canteen, "2026-Q1", on=date(2026, 2, 1))
        assert {one.status for one in reckoned(end=date(2026, 9, 30))} == {CoverageStatus.OVERDUE}

    def test_correction_leaves_the_day_of_the_first_version(self, canteen):
        first = told_for(canteen, "2026-07", on=date(2026, 8, 9), status=DisclosureStatus.CORRECTED)
        told_for(
            canteen,
            "2026-07",
            on=date(2026, 9, 30),
            edition=2,
            corrects=first,
            correction_note="改",
            number=first.number,
        )
        [july] = reckoned(date(2026, 7, 1), date(2026, 7, 31))
        assert (july.status, july.published_on) == (CoverageStatus.ON_TIME, date(2026, 8, 9))

    def test_correction_of_the_period_itself_counts_for_the_right_one(self, canteen):
        wrong = told_for(canteen, "2026-09", on=date(2026, 11, 9), status=DisclosureStatus.CORRECTED)
        version = {"edition": 2, "corrects": wrong, "correction_note": "时段", "number": wrong.number}
        told_for(canteen, "2026-10", on=date(2026, 11, 20), **version)
        assert states(start=date(2026, 9, 1), end=date(2026, 10, 31)) == [
            ("2026-09", CoverageStatus.OVERDUE),
            ("2026-10", CoverageStatus.ON_TIME),
        ]

    def test_second_disclosure_of_a_period_does_not_make_it_late(self, canteen):
        told_for(canteen, "2026-07", on=date(2026, 9, 30))
        told_for(canteen, "2026-07", on=date(2026, 8, 9))
        [july] = reckoned(date(2026, 7, 1), date(2026, 7, 31))
        assert july.published_on == date(2026, 8, 9)

    def test_what_was_taken_down_since_was_disclosed(self, canteen):
        told_for(canteen, "2026-07", on=date(2026, 8, 9), status=DisclosureStatus.TAKEN_DOWN)
        assert states(start=date(2026, 7, 1), end=date(2026, 7, 31)) == [("2026-07", CoverageStatus.ON_TIME)]

    def test_draft_is_under_way_and_no_disclosure(self, canteen):
        drafted_for(canteen, "2026-10")
        [october] = reckoned(date(2026, 10, 1), date(2026, 10, 31))
        assert (october.status, october.is_under_way) == (CoverageStatus.OVERDUE, True)

    def test_discarded_draft_is_nothing(self, canteen):
        drafted_for(canteen, "2026-10").__class__.objects.update(status=DisclosureStatus.DISCARDED)
        [october] = reckoned(date(2026, 10, 1), date(2026, 10, 31))
        assert october.told is None

    def test_disclosure_without_a_period_counts_for_none_and_is_told_of(self, canteen):
        PostedFactory(item=canteen)
        PostedFactory(item=canteen, period_code="2026-10")
        assert without_period(CatalogueDuty.objects.all(), *YEAR) == 1


class TestHistory:
    def test_nothing_is_due_before_the_first_edition(self):
        only()
        matter("食堂收支")
        assert reckoned() == []
        EditionFactory(from_on=date(2026, 9, 15), issued_on=date(2026, 9, 10))
        assert [code for code, _status in states()] == ["2026-09", "2026-10", "2026-11", "2026-12"]

    def test_changed_interval_holds_from_its_day_and_not_before(self, canteen, secretary):
        canteen.interval = Interval.QUARTER
        save_item(canteen, by=secretary, on=TODAY, since=date(2026, 7, 1))
        assert [code for code, _status in states()] == [
            *(f"2026-{number:02}" for number in range(1, 7)),
            "2026-Q3",
            "2026-Q4",
        ]

    def test_matter_out_of_use_is_due_until_its_last_day(self, canteen, secretary):
        canteen.is_in_use = False
        save_item(canteen, by=secretary, on=TODAY, since=date(2026, 3, 31))
        assert [code for code, _status in states()] == ["2026-01", "2026-02"]

    def test_department_of_then_answers_for_what_was_due_then(self, canteen, secretary):
        old, new = DepartmentFactory(name="总务处"), DepartmentFactory(name="后勤处")
        canteen.department = old
        save_item(canteen, by=secretary, on=TODAY, since=date(2026, 1, 1))
        canteen.department = new
        save_item(canteen, by=secretary, on=TODAY, since=date(2026, 10, 1))
        lines = by_department(reckoned(), [], nobody="未定部门")
        assert {line.label: line.due for line in lines} == {"总务处": 9, "后勤处": 3}


class TestLines:
    def test_rate_is_of_what_is_decided(self, canteen):
        for number in (1, 2, 3):
            told_for(canteen, f"2026-{number:02}", on=date(2026, number + 1, 5))
        told_for(canteen, "2026-04", on=date(2026, 6, 1))
        told = coverage_line(reckoned(), [], label="合计")
        assert (told.due, told.rate) == (12, Decimal("30.0"))

    def test_nothing_decided_has_no_rate(self, canteen):
        assert coverage_line(reckoned(start=date(2026, 11, 1)), [], label="合计").rate is None

    def test_what_nobody_answers_for_stands_last(self, canteen):
        matter("采购结果", department=DepartmentFactory(name="总务处"))
        lines = by_department(reckoned(), [], nobody="未定部门")
        assert [(line.label, line.due) for line in lines] == [("总务处", 12), ("未定部门", 12)]


class TestStanding:
    @pytest.fixture
    def plan(self):
        EditionFactory()
        only("学校发展规划")
        return item("学校发展规划")

    def hangs(self, on=TODAY):
        return [(one.duty.item.content, one.hangs) for one in standings(CatalogueDuty.objects.all(), on)]

    def test_hangs_while_it_is_on_the_board(self, plan):
        assert self.hangs() == [("学校发展规划", False)]
        PostedFactory(item=plan)
        assert self.hangs() == [("学校发展规划", True)]

    def test_what_is_over_hangs_no_more(self, plan):
        PostedFactory(item=plan, posted_until=TODAY - timedelta(days=1))
        assert self.hangs() == [("学校发展规划", False)]

    def test_nothing_stands_before_the_first_edition(self, plan):
        assert self.hangs(date(2023, 12, 31)) == []


def test_queries_do_not_grow_with_matters_and_periods(canteen, django_assert_num_queries):
    with rules_read_once(), django_assert_num_queries(5):
        reckoned()
    for number in range(6):
        made = matter(f"事项{number}", Interval.QUARTER)
        told_for(made, "2026-Q1", on=date(2026, 4, 3))
    with rules_read_once(), django_assert_num_queries(5):
        assert len(reckoned()) == 12 + 6 * 4


def test_seeded_catalogue_has_a_row_of_its_own_for_each_matter_in_use():
    rows = CatalogueDuty.objects.filter(to_on=None, from_on=None).select_related("item")
    assert all(row.says(row.item) for row in rows)
    assert rows.count() == CatalogueItem.objects.in_use().count()
    assert item(FUNDS).timing == Timing.REGULAR
