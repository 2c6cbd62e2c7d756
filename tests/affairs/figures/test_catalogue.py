"""What is counted of the catalogue, the channels and the checks, each figure against the list it leads to."""

from datetime import date
from decimal import Decimal

import pytest

from affairs.enums import ChannelKind, Interval
from affairs.figures import figures
from affairs.figures.catalogue import catalogue_figures
from tests.affairs.catalogue import (
    ChannelFactory,
    CheckFactory,
    EditionFactory,
    IssueFactory,
    PostingFactory,
    matter,
    only,
    told_for,
)
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.figures import FigureSet
from unionoffice.periods import calendar_year, quarter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)
FOOTER = {
    "项": "目录",
    "类": "类别",
    "项次": "项次",
    "%": "按期公开率",
    "处": "公开渠道",
    "份": "张贴",
    "次": "监督检查",
    "件": "整改事项",
}


@pytest.fixture
def year():
    """A catalogue of two matters, kept for the most part; channels, copies and checks of the year and around it."""
    EditionFactory(from_on=date(2026, 7, 1), issued_on=date(2026, 6, 20), number=2)
    only()
    canteen = matter("食堂收支")
    matter("采购结果", Interval.QUARTER, category="building")
    for code, day in (("2026-07", date(2026, 8, 3)), ("2026-08", date(2026, 9, 9)), ("2026-09", date(2026, 10, 20))):
        told_for(canteen, code, on=day)
    for kind in (ChannelKind.BOARD, ChannelKind.BOARD, ChannelKind.CARD):
        ChannelFactory(kind=kind)
    ChannelFactory(to_on=date(2025, 12, 31))
    ChannelFactory(from_on=date(2027, 1, 1))
    PostingFactory(up_on=date(2026, 11, 21), channel__to_on=date(2025, 1, 1))
    PostingFactory(up_on=date(2025, 12, 31), channel__to_on=date(2025, 12, 31))
    check = CheckFactory()
    IssueFactory(check_held=check)
    IssueFactory(check_held=check, done_on=date(2026, 11, 20), outcome="好了")
    CheckFactory(checked_on=date(2025, 12, 31))


def told(period=YEAR):
    counted = catalogue_figures(period, WHOLE_UNION).figures
    return {figure.key: figure.value for figure in counted if not figure.is_nothing}


def test_values(year):
    assert told() == {
        "affairs.catalogue.items": 2,
        "affairs.catalogue.categories": 2,
        "affairs.coverage.on_time": 2,
        "affairs.coverage.late": 1,
        "affairs.coverage.overdue": 2,
        "affairs.coverage.rate": Decimal("40.0"),
        "affairs.channels": 3,
        "affairs.channels.board": 2,
        "affairs.channels.card": 1,
        "affairs.postings": 1,
        "affairs.checks": 1,
        "affairs.checks.issues": 2,
        "affairs.checks.done": 1,
    }


@pytest.mark.parametrize("period", [YEAR, calendar_year(2025), quarter(2026, 3)])
def test_each_figure_is_the_measure_under_its_list(year, period, measures_behind):
    for figure in catalogue_figures(period, WHOLE_UNION).figures:
        shown = measures_behind(figure).get(FOOTER[figure.unit], f"0{figure.unit}")
        assert (figure.key, shown) == (figure.key, figure.text)


def test_lists_have_exactly_the_records_that_are_counted(year, chair, signed_in):
    client = signed_in(chair)
    for figure in catalogue_figures(YEAR, WHOLE_UNION).figures:
        if figure.unit not in ("类", "%"):
            assert (figure.key, len(client.get(figure.url).context["rows"])) == (figure.key, figure.value)


def test_catalogue_that_was_never_issued_is_not_counted():
    assert told() == {}


def test_edition_issued_in_the_period_is_named(year):
    [note] = catalogue_figures(YEAR, WHOLE_UNION).notables
    assert (note.kind, note.text) == ("affairs.edition", "6月20日发布《校务公开目录第2版》")
    assert catalogue_figures(calendar_year(2027), WHOLE_UNION).notables == ()


def test_group_has_no_catalogue_of_its_own(year):
    assert catalogue_figures(YEAR, Scope(group_id=1, label="第一工会小组")) == FigureSet()


def test_area_counts_them(year):
    assert "affairs.coverage.rate" in figures(YEAR, WHOLE_UNION)
