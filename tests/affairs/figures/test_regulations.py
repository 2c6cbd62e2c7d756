"""What is counted of regulations, documents and consultations, each figure against the list it leads to."""

from datetime import date

import pytest

from affairs.enums import Decision, Direction, DocumentStatus, Voice
from affairs.figures.regulations import consultation_figures, document_figures, regulation_figures
from tests.affairs.regulations import (
    ConsultationFactory,
    DocumentFactory,
    ForwardFactory,
    HeldFactory,
    OpinionFactory,
    PointFactory,
    VersionFactory,
)
from tests.members.factories import MemberFactory, UnionGroupFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.figures import FigureSet
from unionoffice.periods import calendar_year, month

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)
FAMILIES = (regulation_figures, document_figures, consultation_figures)


@pytest.fixture
def year():
    """A year of each: what counts, and around it what doesn't."""
    first = HeldFactory(from_on=date(2025, 3, 1), to_on=date(2026, 5, 31), drafted_on=date(2025, 1, 1))
    HeldFactory(regulation=first.regulation, number=2, from_on=date(2026, 6, 1), drafted_on=date(2026, 5, 1))
    HeldFactory(from_on=date(2026, 12, 31), drafted_on=date(2026, 12, 1))
    VersionFactory(status="abolished", drafted_on=date(2024, 1, 1), from_on=date(2024, 2, 1))
    VersionFactory(drafted_on=date(2026, 7, 1))
    VersionFactory(status="discarded", drafted_on=date(2026, 7, 1))
    ForwardFactory(document=DocumentFactory(handled_on=date(2026, 1, 1)))
    DocumentFactory(handled_on=date(2026, 12, 31))
    DocumentFactory(direction=Direction.OUTGOING, handled_on=date(2026, 6, 1))
    DocumentFactory(status=DocumentStatus.VOID)
    DocumentFactory(handled_on=date(2025, 12, 31))
    over = ConsultationFactory(status="concluded", opened_on=date(2026, 3, 1))
    member = MemberFactory()
    points = [PointFactory(consultation=over, decision=decision) for decision in (*Decision, Decision.ADOPTED)]
    for point, voice in zip(points, (Voice.OPEN, Voice.NAMED, Voice.ANONYMOUS), strict=False):
        signed = {} if voice == Voice.ANONYMOUS else {"member": member}
        OpinionFactory(consultation=over, point=point, voice=voice, **signed)
    OpinionFactory(
        consultation=over,
        point=points[-1],
        voice=Voice.GROUP,
        member=member,
        group=UnionGroupFactory(),
        headcount=12,
    )
    OpinionFactory(consultation=ConsultationFactory(status="open", opened_on=date(2026, 11, 1)))
    ConsultationFactory(status="withdrawn")
    ConsultationFactory()


def shown(period=YEAR, scope=WHOLE_UNION):
    return FigureSet.joined(family(period, scope) for family in FAMILIES)


def test_values(year):
    assert {figure.key: figure.text for figure in shown().figures} == {
        "affairs.regulations.drafted": "3项",
        "affairs.regulations.adopted": "1项",
        "affairs.regulations.amended": "1项",
        "affairs.regulations.abolished": "1项",
        "affairs.regulations.in_force": "2项",
        "affairs.documents.incoming": "2件",
        "affairs.documents.outgoing": "1件",
        "affairs.documents.forwarded": "1件",
        "affairs.consultations": "2次",
        "affairs.consultations.opinions": "4条",
        "affairs.consultations.opinions.named": "2条",
        "affairs.consultations.opinions.group": "1条",
        "affairs.consultations.opinions.anonymous": "1条",
        "affairs.consultations.people": "1人",
        "affairs.consultations.in_groups": "12人次",
        "affairs.consultations.points": "4条",
        "affairs.consultations.points.adopted": "2条",
        "affairs.consultations.points.partly": "1条",
        "affairs.consultations.points.declined": "1条",
        "affairs.consultations.rate": "75.0%",
    }


def test_new_and_revised_ones_are_named(year):
    assert [(one.kind, one.text.rstrip("0123456789》")) for one in shown().notables] == [
        ("affairs.regulation.adopted", "《教职工慰问办法"),
        ("affairs.regulation.amended", "《教职工慰问办法"),
    ]


@pytest.mark.parametrize("period", [YEAR, month(2026, 6), calendar_year(2024)], ids=str)
def test_every_figure_is_the_measure_under_its_list(year, period, measures_behind):
    for figure in shown(period).figures:
        measures = measures_behind(figure)
        behind = list(measures.values())[-1]
        assert (figure.key, behind) == (figure.key, figure.text)


KEYS = ("affairs.regulations.amended", "affairs.documents.incoming", "affairs.consultations")


@pytest.mark.parametrize("key", KEYS)
def test_list_of_a_figure_shows_its_records(year, chair, signed_in, key):
    figure = shown()[key]
    assert len(signed_in(chair).get(figure.url).context["rows"]) == figure.value


def test_group_has_none_of_its_own(year):
    assert shown(scope=Scope(1, "第一工会小组")) == FigureSet()
