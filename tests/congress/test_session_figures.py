"""What is counted of sessions and their preparation, each figure against the list it leads to."""

from datetime import date

import pytest

from congress.enums import ChecklistStatus, SessionStatus
from congress.figures.sessions import session_figures
from tests.congress.factories import SessionFactory, TermFactory
from tests.congress.preparation import make_item, make_meeting, make_notice
from tests.members.factories import AccountFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.periods import calendar_year, month

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)
LABELS = {"congress.preparatory": "预备会", "congress.party_agenda": "列入党组织议事日程"}
HELD = SessionStatus.HELD


def held(number, day, **fields):
    days = {"starts_on": day, "ends_on": day, "call_from": None, "call_to": None}
    return SessionFactory(number=number, status=HELD, **{**days, **fields})


@pytest.fixture
def year():
    """Three sessions of the staff and one of the union's members, jointly; two meetings on the pay rules."""
    first = held(1, date(2026, 3, 2), theme="凝聚共识")
    held(2, date(2026, 6, 1), kind="extraordinary")
    last = held(3, date(2026, 11, 1))
    union = held(2, date(2026, 11, 1), term=TermFactory(body="union", number=5))
    last.joint_with = union
    last.save()
    held(4, date(2025, 12, 31))
    SessionFactory(number=5)
    held(6, date(2025, 9, 1), ends_on=date(2026, 8, 31), precision="term")
    make_notice(first, status="issued", issued_on=date(2026, 2, 14), issued_by=AccountFactory())
    coming = SessionFactory(number=5)
    make_meeting(coming, number=1, held_on=date(2026, 6, 12), precision="month")
    make_meeting(coming, number=2, held_on=date(2026, 7, 3), precision="month")
    make_meeting(coming, number=3, topic="议程", held_on=date(2025, 12, 1))
    done = {"status": ChecklistStatus.DONE, "settled_on": date(2026, 10, 20)}
    make_item(coming, key="party", **done)
    make_item(coming, key="budget", **done)
    make_item(coming, key="party")
    return first


def told(period=YEAR, scope=WHOLE_UNION):
    shown = session_figures(period, scope).figures
    return {one.key.removeprefix("congress."): one.value for one in shown if not one.is_nothing}


def test_sessions_by_kind_and_body_and_what_came_before(year):
    SessionFactory(number=6)
    assert told() == {
        "sessions": 3,
        "sessions.ordinary": 2,
        "sessions.extraordinary": 1,
        "sessions.joint": 1,
        "members_sessions": 1,
        "preparatory": 2,
        "party_agenda": 1,
    }


def test_a_month_counts_only_what_lies_in_it(year):
    assert told(month(2026, 6)) == {"sessions": 1, "sessions.extraordinary": 1, "preparatory": 1}


def test_nothing_is_a_groups_own(year):
    assert told(scope=Scope(group_id=1, label="第一工会小组")) == {}


def test_sessions_are_told_by_name_theme_and_days_of_notice_and_a_joint_one_once(year):
    notes = [note.text for note in session_figures(YEAR, WHOLE_UNION).notables]
    assert notes == [
        "3月2日召开第九届第一次教职工代表大会（主题：凝聚共识），提前16天通知",
        "6月1日召开第九届第二次教职工代表大会（临时会议）",
        "11月1日召开第九届第三次教职工代表大会暨第五届第二次工会会员代表大会",
        "就“绩效工资奖励条例”召开预备会2次",
    ]


def test_each_figure_is_the_footer_of_its_list_and_the_number_of_its_rows(year, measures_behind, chair, signed_in):
    client = signed_in(chair)
    for period in (YEAR, month(2026, 6), month(2026, 11)):
        for figure in session_figures(period, WHOLE_UNION).figures:
            label = LABELS.get(figure.key, "会议")
            unit = "项" if label == "筹备事项" else "次"
            measures = measures_behind(figure)
            assert measures.get(label, f"0{unit}") == f"{figure.value}{unit}"
            assert len(client.get(figure.url).context["rows"]) == figure.value
