"""What is counted of supervision, agreements, inspections and surveys, each figure against the list it leads to."""

from datetime import date

import pytest

from affairs import services
from affairs.enums import Capacity, InspectionKind, SupervisionKind
from affairs.figures.agreements import agreement_figures
from affairs.figures.inspections import inspection_figures
from affairs.figures.supervision import supervision_figures
from affairs.figures.surveys import survey_figures
from tests.affairs.oversight import check, demand, inspection, scheme, signed, supervision
from tests.affairs.surveys import closed, recorded, running
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.figures import FigureSet
from unionoffice.periods import calendar_year, month
from unionoffice.precision import Precision

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)
COUNTED = (supervision_figures, agreement_figures, inspection_figures, survey_figures)
FOOTERS = {
    "affairs.supervision.kinds": "类别",
    "affairs.supervision.people": "参加人员",
    "affairs.supervision.money": "涉及金额",
    "affairs.supervision": "监督",
    "affairs.agreements.checks": "检查",
    "affairs.agreements": "合同",
    "affairs.inspections": "检查评估",
    "affairs.rectified": "整改事项",
    "affairs.surveys.sent": "发放",
    "affairs.surveys.answered": "回收",
    "affairs.surveys.rate": "回收率",
    "affairs.surveys.satisfaction": "满意度",
    "affairs.surveys": "问卷",
}


@pytest.fixture
def year():
    """A year of all four, and around it what doesn't count."""
    first, second = MemberFactory.create_batch(2)
    both = [(first.pk, Capacity.COMMITTEE), (second.pk, Capacity.DELEGATE)]
    supervision(people=both)
    supervision(on=date(2026, 3, 2), people=both[:1], kind=SupervisionKind.CANTEEN)
    supervision(on=date(2025, 12, 31), people=both)
    supervision(on=date(2026, 3, 2), precision=Precision.TERM)
    check(signed())
    signed(signed_on=date(2025, 3, 2), from_on=date(2025, 3, 2), to_on=date(2026, 6, 1))
    made = inspection(score=90, full_mark=100)
    services.settle_rectification(demand(made), outcome="好", by=None, on=TODAY)
    demand(made)
    inspection(kind=InspectionKind.SELF, held_on=date(2026, 12, 31))
    inspection(scheme=scheme())
    closed(answers=[0, 0, 0, 1, 3])
    recorded()
    running()


def told(count, period=YEAR):
    return {figure.key: figure.text for figure in count(period, WHOLE_UNION).figures if not figure.is_nothing}


def test_values(year):
    assert told(supervision_figures) == {
        "affairs.supervision": "3次",
        "affairs.supervision.kinds": "2类",
        "affairs.supervision.people": "2人",
        "affairs.supervision.kind.purchase": "2次",
        "affairs.supervision.kind.canteen": "1次",
    }
    assert told(agreement_figures) == {
        "affairs.agreements.signed": "1份",
        "affairs.agreements.in_force": "1份",
        "affairs.agreements.checks": "1次",
    }
    assert told(inspection_figures) == {
        "affairs.inspections": "1次",
        "affairs.inspections.kind.received": "1次",
        "affairs.inspections.level.city": "1次",
        "affairs.inspections.scored": "1次",
        "affairs.rectified": "1项",
    }
    surveys = told(survey_figures)
    assert {key: surveys[key] for key in ("affairs.surveys", "affairs.surveys.satisfaction")} == {
        "affairs.surveys": "2次",
        "affairs.surveys.satisfaction": "88.0%",
    }
    assert surveys["affairs.surveys.answered"] == "123份"


def test_vague_day_counts_only_where_all_of_it_lies_within(year):
    assert told(supervision_figures, month(2026, 3))["affairs.supervision"] == "1次"


@pytest.mark.parametrize("count", COUNTED, ids=lambda count: count.__name__)
@pytest.mark.parametrize("period", [YEAR, month(2026, 3), calendar_year(2024)], ids=str)
def test_every_figure_is_the_measure_under_its_list(year, count, period, measures_behind):
    for figure in count(period, WHOLE_UNION).figures:
        label = next(footer for key, footer in FOOTERS.items() if figure.key.startswith(key))
        assert (figure.key, measures_behind(figure)[label]) == (figure.key, figure.text)


@pytest.mark.parametrize("count", COUNTED, ids=lambda count: count.__name__)
def test_group_has_none_of_its_own(year, count):
    assert count(YEAR, Scope(1, "第一工会小组")) == FigureSet()


def test_keys_are_unique(year):
    keys = [figure.key for count in COUNTED for figure in count(YEAR, WHOLE_UNION).figures]
    assert len(keys) == len(set(keys))
