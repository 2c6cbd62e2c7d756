"""What is counted of the funds, each figure against the list it leads to."""

from datetime import date
from decimal import Decimal

import pytest

from finance.enums import Direction, EntryStatus
from finance.figures import figures
from tests.finance.factories import BookedEntryFactory, EntryFactory, subject
from tests.members.factories import UnionGroupFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.figures import FigureSet, Measure
from unionoffice.periods import calendar_year, month, quarter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

FOOTER = {Measure.COUNT: "笔数", Measure.SUM: "金额"}
YEAR = calendar_year(2026)


def income(amount, day, **fields):
    return BookedEntryFactory(
        direction=Direction.INCOME, subject=subject("401"), amount=Decimal(amount), booked_on=day, **fields
    )


def spending(amount, day, code="502", **fields):
    return BookedEntryFactory(subject=subject(code), amount=Decimal(amount), booked_on=day, **fields)


@pytest.fixture
def ledger():
    """Of the year: two of income, four of spending on three subjects; around it what doesn't count."""
    income("10000.10", date(2026, 1, 1))
    income("500.20", date(2026, 12, 31))
    spending("300.30", date(2026, 1, 1))
    spending("0.01", date(2026, 6, 30))
    spending("1000", date(2026, 7, 1), "50305")
    spending("88.88", date(2026, 12, 31), "50102")
    spending("7000", date(2025, 12, 31))
    spending("9000", date(2027, 1, 1))
    for status in (EntryStatus.DRAFT, EntryStatus.SUBMITTED, EntryStatus.APPROVED, EntryStatus.PAID):
        EntryFactory(status=status, occurred_on=date(2026, 5, 1), amount=Decimal(4444))


def values(told):
    return {figure.key: figure.value for figure in told.figures}


class TestValues:
    def test_booked_lines_of_the_year_count(self, ledger):
        assert values(figures(YEAR, WHOLE_UNION)) == {
            "finance.income": Decimal("10500.30"),
            "finance.spending": Decimal("1389.19"),
            "finance.spending.lines": 4,
            "finance.subject.401": Decimal("10500.30"),
            "finance.subject.401.lines": 2,
            "finance.subject.50102": Decimal("88.88"),
            "finance.subject.50102.lines": 1,
            "finance.subject.50305": Decimal("1000.00"),
            "finance.subject.50305.lines": 1,
            "finance.subject.502": Decimal("300.31"),
            "finance.subject.502.lines": 2,
        }

    @pytest.mark.parametrize(
        ("period", "lines"), [(month(2026, 6), 1), (month(2026, 7), 1), (quarter(2026, 2), 1), (month(2026, 2), 0)]
    )
    def test_first_and_last_day_belong_to_the_period(self, ledger, period, lines):
        assert figures(period, WHOLE_UNION)["finance.spending.lines"].value == lines

    def test_amounts_keep_two_places_in_json(self, ledger):
        told = figures(YEAR, WHOLE_UNION)
        assert [told[key].as_json()["value"] for key in ("finance.income", "finance.subject.50305")] == [
            "10500.30",
            "1000.00",
        ]

    def test_empty_year_has_its_sums_and_no_table(self):
        told = figures(YEAR, WHOLE_UNION)
        assert values(told) == {"finance.income": 0, "finance.spending": 0, "finance.spending.lines": 0}
        assert told.tables == ()

    def test_group_has_no_funds_of_its_own(self, ledger):
        assert figures(YEAR, Scope(UnionGroupFactory().pk, "第一小组")) == FigureSet()

    def test_keys_are_unique(self, ledger):
        keys = [figure.key for figure in figures(YEAR, WHOLE_UNION).figures]
        assert len(keys) == len(set(keys))


class TestListBehind:
    @pytest.mark.parametrize("period", [YEAR, quarter(2026, 1), month(2026, 12), calendar_year(2025)], ids=str)
    def test_every_figure_is_the_measure_under_its_list(self, ledger, period, measures_behind):
        told = figures(period, WHOLE_UNION).figures
        assert [figure.text for figure in told] == [
            measures_behind(figure)[FOOTER[figure.measure]] for figure in told
        ]

    def test_list_has_as_many_rows_as_the_figure_counts(self, ledger, chair, signed_in):
        lines = figures(YEAR, WHOLE_UNION)["finance.spending.lines"]
        assert len(signed_in(chair).get(lines.url).context["rows"]) == lines.value == 4


class TestTable:
    def test_has_a_row_for_each_subject_that_moved(self, ledger):
        (table,) = figures(YEAR, WHOLE_UNION).tables
        rows = [[cell if isinstance(cell, str) else cell.text for cell in row] for row in table.rows]
        assert (table.key, table.title) == ("finance.subjects", "工会经费收支表")
        assert rows == [
            ["收入", "会费收入", "2笔", "10,500.30元"],
            ["支出", "职工活动支出—文体活动", "1笔", "88.88元"],
            ["支出", "职工服务支出", "2笔", "300.31元"],
            ["支出", "维权支出—送温暖", "1笔", "1,000.00元"],
        ]


def test_figures_take_one_query(ledger, django_assert_num_queries):
    with django_assert_num_queries(1):
        figures(YEAR, WHOLE_UNION)
