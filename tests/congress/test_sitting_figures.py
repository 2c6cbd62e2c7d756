"""What is counted of sittings, each figure against the list it leads to."""

from decimal import Decimal

import pytest

from congress import services
from congress.enums import Body
from congress.figures.sessions import session_figures
from congress.figures.sittings import sitting_figures
from congress.models import Session
from tests.conftest import TODAY
from tests.congress.sittings import NOON, make_session, make_sitting, opened, voters
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.periods import calendar_year, month

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)
LABELS = {
    "congress.sessions.due": "应到",
    "congress.sessions.present": "实到",
    "congress.sessions.attending": "列席",
    "congress.sessions.invited": "特邀",
    "congress.sessions.attendance_rate": "到会率",
    "congress.sittings": "单元会议",
    "congress.leaves": "请假",
}


@pytest.fixture
def year(secretary):
    """A session whose sitting was held, one recorded with its numbers, one without; one of the union's members."""
    sitting = opened(9, 6, by=secretary)
    services.close_sitting(sitting, by=secretary, at=NOON)
    services.close_session(Session.objects.get(), by=secretary)
    guests = {"attending_count": 12, "invited_count": 6}
    for number, counts in ((1, {"due_count": 42, "present_count": 40} | guests), (2, {"attending_count": 3})):
        recorded = make_session(0, number=number)
        services.hold_session(recorded, **counts, by=secretary, on=TODAY)
    union = make_session(0, body=Body.UNION, term_number=5)
    services.hold_session(union, due_count=80, present_count=80, by=secretary, on=TODAY)
    ahead = make_sitting(session=make_session(3, number=4), by=secretary)
    services.record_leave(ahead, voters(ahead)[0], reason="出差", by=secretary, on=TODAY, at=NOON)
    return sitting.session


def told(period=YEAR, scope=WHOLE_UNION):
    shown = sitting_figures(period, scope).figures
    return {one.key.removeprefix("congress."): one.value for one in shown if not one.is_nothing}


def test_who_was_due_who_came_and_who_had_leave(year):
    assert told() == {
        "sessions.due": 51,
        "sessions.present": 46,
        "sessions.attending": 15,
        "sessions.invited": 6,
        "sessions.attendance_rate": Decimal("90.2"),
        "sittings": 1,
        "leaves": 1,
    }


def test_another_month_has_none(year):
    assert told(month(2026, 10)) == {}


def test_nothing_is_a_groups_own(year):
    assert told(scope=Scope(group_id=1, label="第一工会小组")) == {}


def test_each_figure_is_the_measure_of_its_list(year, measures_behind):
    for figure in sitting_figures(YEAR, WHOLE_UNION).figures:
        assert measures_behind(figure)[LABELS[figure.key]] == figure.text, figure.key


def test_sentence_of_a_session_tells_who_came_where_it_is_known(year):
    sentences = {note.text for note in session_figures(YEAR, WHOLE_UNION).notables}
    assert sentences == {
        "11月22日召开第九届第三次教职工代表大会，应到代表9名，实到6名",
        "11月22日召开第九届第一次教职工代表大会，应到代表42名，实到40名，列席12名，特邀6名",
        "11月22日召开第九届第二次教职工代表大会，列席3名",
        "11月22日召开第五届第三次工会会员代表大会，应到代表80名，实到80名",
    }
