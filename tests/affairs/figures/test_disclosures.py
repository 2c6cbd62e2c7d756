"""What is counted of the board, each figure against the list it leads to."""

from datetime import date

import pytest

from affairs.enums import DisclosureStatus, Interval, Stage
from affairs.figures import figures
from affairs.figures.disclosures import disclosure_figures
from affairs.services import save_item
from tests.affairs.factories import UNION_FUNDS, DisclosureFactory, PostedFactory, item
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.figures import FigureSet
from unionoffice.periods import calendar_year, month

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)
FOOTER = {"项": "事项", "类": "类别"}


@pytest.fixture
def year():
    """Five matters in four categories, one corrected, one taken down; around them what doesn't count."""
    PostedFactory(published_on=date(2026, 1, 1))
    PostedFactory(published_on=date(2026, 12, 31), stage=Stage.BEFORE, item=item("职称评聘方案与结果"))
    DisclosureFactory(
        status=DisclosureStatus.TAKEN_DOWN,
        published_on=date(2026, 6, 30),
        item=item("教师培训安排"),
        stage=Stage.DURING,
    )
    PostedFactory(published_on=date(2026, 6, 1), item=item("困难职工帮扶"))
    original = PostedFactory(
        status=DisclosureStatus.CORRECTED, published_on=date(2026, 6, 2), number=90, item=item(UNION_FUNDS)
    )
    PostedFactory(
        corrects=original,
        correction_note="更正金额。",
        edition=2,
        year=2026,
        number=90,
        published_on=date(2026, 6, 20),
        item=item(UNION_FUNDS),
    )
    PostedFactory(published_on=date(2025, 12, 31))
    PostedFactory(published_on=date(2027, 1, 1))
    for status in ("draft", "submitted", "returned", "approved", "discarded"):
        DisclosureFactory(status=DisclosureStatus(status))


def told(period=YEAR, scope=WHOLE_UNION):
    return {figure.key: figure.value for figure in disclosure_figures(period, scope).figures if not figure.is_nothing}


def test_values_by_sphere_category_timing_and_stage(year):
    assert told() == {
        "affairs.disclosures": 5,
        "affairs.disclosures.categories": 4,
        "affairs.disclosures.sphere.school": 3,
        "affairs.disclosures.sphere.union": 2,
        "affairs.disclosures.category.finance": 2,
        "affairs.disclosures.category.titles": 1,
        "affairs.disclosures.category.training": 1,
        "affairs.disclosures.category.welfare": 1,
        "affairs.disclosures.timing.regular": 4,
        "affairs.disclosures.timing.anytime": 1,
        "affairs.disclosures.interval.quarter": 2,
        "affairs.disclosures.interval.term": 1,
        "affairs.disclosures.interval.year": 1,
        "affairs.disclosures.stage.before": 1,
        "affairs.disclosures.stage.during": 1,
        "affairs.disclosures.stage.after": 3,
        "affairs.disclosures.reach.staff": 5,
        "affairs.corrections": 1,
    }


def test_interval_is_that_of_the_day_of_disclosure_whatever_the_catalogue_asks_for_later(year, secretary):
    before = told()
    funds = item(UNION_FUNDS)
    funds.interval = Interval.MONTH
    save_item(funds, by=secretary, on=date(2026, 11, 22))
    assert told() == before


@pytest.mark.parametrize(
    ("period", "counted"),
    [(month(2026, 6), (3, 1)), (month(2026, 1), (1, 0)), (month(2026, 2), (0, 0)), (calendar_year(2025), (1, 0))],
    ids=str,
)
def test_first_and_last_day_belong_to_the_period(year, period, counted):
    shown = disclosure_figures(period, WHOLE_UNION)
    assert (shown["affairs.disclosures"].value, shown["affairs.corrections"].value) == counted


def test_correction_in_a_later_period_is_no_disclosure_of_it():
    original = PostedFactory(status=DisclosureStatus.CORRECTED, published_on=date(2025, 12, 1), number=90)
    PostedFactory(
        corrects=original, correction_note="更正。", edition=2, year=2025, number=90, published_on=date(2026, 1, 5)
    )
    assert told() == {"affairs.corrections": 1}
    assert told(calendar_year(2025))["affairs.disclosures"] == 1


@pytest.mark.parametrize("period", [YEAR, month(2026, 6), calendar_year(2024)], ids=str)
def test_every_figure_is_the_measure_under_its_list(year, period, measures_behind):
    shown = disclosure_figures(period, WHOLE_UNION).figures
    assert [figure.text for figure in shown] == [measures_behind(figure)[FOOTER[figure.unit]] for figure in shown]


def test_list_of_a_figure_shows_its_records(year, chair, signed_in):
    shown = disclosure_figures(YEAR, WHOLE_UNION)
    client = signed_in(chair)
    for key in ("affairs.disclosures", "affairs.corrections", "affairs.disclosures.category.finance"):
        assert len(client.get(shown[key].url).context["rows"]) == shown[key].value


def test_categories_stand_under_their_own_list_only(year, chair, signed_in):
    measures = dict(signed_in(chair).get("/affairs/disclosures/").context["measures"])
    assert measures == {"事项": "13项"}


def test_group_has_no_board_of_its_own(year):
    assert disclosure_figures(YEAR, Scope(1, "第一工会小组")) == FigureSet()


def test_keys_are_unique(year):
    keys = [figure.key for figure in figures(YEAR, WHOLE_UNION).figures]
    assert len(keys) == len(set(keys))
