"""What is counted of agendas, opinions, resolutions and decisions, each figure against the list it leads to."""

from datetime import date
from decimal import Decimal

import pytest

from congress.enums import ItemKind, ItemOutcome
from congress.figures.agenda import agenda_figures
from tests.congress.agenda import (
    HeldSessionFactory,
    InterimDecisionFactory,
    ItemFactory,
    ItemOpinionFactory,
    ResolutionFactory,
    voted,
)
from tests.congress.factories import TermFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.periods import calendar_year, month

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)
FOOTERS = {
    "agenda": "议程",
    "members_agenda": "议程",
    "opinions": "代表意见",
    "resolutions": "决议",
    "decisions": "闭会期间决定",
}


@pytest.fixture
def year():
    """A session of the year with what it left; around it what doesn't count."""
    session = HeldSessionFactory()
    heard = ItemFactory(session=session, outcome=ItemOutcome.HEARD, title="三年发展规划的报告")
    ItemFactory(session=session)
    voted(41, session=session, title="绩效工资分配办法")
    voted(40, session=session, title="食堂补贴方案")
    ItemFactory(session=session, kind=ItemKind.DELIBERATE, outcome=ItemOutcome.AGREED, title="停车办法")
    ItemFactory(session=session, kind=ItemKind.APPRAISE, outcome=ItemOutcome.APPRAISED)
    ItemFactory(session=session, outcome=ItemOutcome.HEARD, decided_on=date(2025, 12, 31))
    members = HeldSessionFactory(term=TermFactory(number=4, body="union"))
    ItemFactory(session=members, outcome=ItemOutcome.HEARD, title="工会工作报告", presented_by="主席")
    ItemOpinionFactory(item=heard)
    ItemOpinionFactory(item=heard, answered=True)
    ItemOpinionFactory(item=heard, answered=True, outcome="adopted")
    ItemOpinionFactory(item=heard, raised_on=date(2027, 1, 1))
    ResolutionFactory(session=session)
    ResolutionFactory(session=session, done=True)
    ResolutionFactory(session=session, adopted_on=date(2025, 12, 31), done=True)
    InterimDecisionFactory()
    InterimDecisionFactory(decided_on=date(2025, 12, 31))


def told(period=YEAR):
    return {one.key.removeprefix("congress."): one.value for one in agenda_figures(period, WHOLE_UNION).figures}


def test_values(year):
    assert {key: value for key, value in told().items() if value} == {
        "agenda": 5,
        "agenda.hear": 1,
        "agenda.deliberate": 1,
        "agenda.pass": 2,
        "agenda.appraise": 1,
        "agenda.heard": 1,
        "agenda.adopted": 2,
        "agenda.failed": 1,
        "members_agenda": 1,
        "members_agenda.hear": 1,
        "members_agenda.heard": 1,
        "opinions": 3,
        "opinions.answered": 2,
        "opinions.adopted": 1,
        "opinions.rate": Decimal("66.7"),
        "resolutions": 2,
        "resolutions.done": 2,
        "decisions": 1,
    }


def test_every_figure_is_the_measure_under_its_list(year, measures_behind):
    shown = [one for one in agenda_figures(YEAR, WHOLE_UNION).figures if one.key != "congress.opinions.rate"]
    assert [one.text for one in shown] == [
        measures_behind(one)[FOOTERS[one.key.removeprefix("congress.").split(".")[0]]] for one in shown
    ]


@pytest.mark.parametrize(("period", "decided"), [(month(2026, 11), 5), (month(2026, 12), 0)])
def test_day_of_the_result_counts(year, period, decided):
    assert told(period)["agenda"] == decided


def test_group_has_nothing_to_tell(year):
    assert agenda_figures(YEAR, Scope(1)).figures == ()


def test_documents_are_named(year):
    assert [
        (note.kind.removeprefix("congress."), note.text) for note in agenda_figures(YEAR, WHOLE_UNION).notables
    ] == [
        ("heard", "校长作《三年发展规划的报告》"),
        ("adopted", "《绩效工资分配办法》（应到80人，实到60人，赞成41票，反对0票，弃权0票）"),
        ("failed", "11月18日表决《食堂补贴方案》（应到80人，实到60人，赞成40票，反对0票，弃权0票），未通过"),
        ("adopted", "《停车办法》"),
        ("members.heard", "主席作《工会工作报告》"),
    ]
