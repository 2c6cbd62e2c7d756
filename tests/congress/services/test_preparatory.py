"""Preparatory meetings are numbered within their session, and known to the day or to the month."""

from datetime import date

import pytest

from congress import services
from congress.enums import Evidence
from congress.models import PreparatoryMeeting
from congress.selectors import checklist_line
from tests.conftest import TODAY
from tests.congress.factories import SessionFactory
from tests.congress.preparation import make_item, make_meeting
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


def record(session, by, **changes):
    told = {"topic": "绩效工资奖励条例", "held_on": date(2026, 11, 10), **changes}
    return services.record_preparatory_meeting(PreparatoryMeeting(session=session), told, by=by, on=TODAY)


def test_two_on_one_matter_of_which_the_month_is_known(secretary):
    session = SessionFactory()
    june = record(session, secretary, held_on=date(2026, 6, 12), precision="month")
    july = record(session, secretary, held_on=date(2026, 7, 3), precision="month", due_count=24, present_count=22)
    assert [(one.number, one.when) for one in (june, july)] == [(1, "2026年6月"), (2, "2026年7月")]
    assert [str(one) for one in (june, july)] == ["第九届第三次会议第一次预备会", "第九届第三次会议第二次预备会"]
    assert trail_of(july)[0].verb == "登记预备会"


def test_is_corrected_and_keeps_its_number(secretary):
    meeting = make_meeting()
    services.record_preparatory_meeting(meeting, {"settled": "议程通过"}, by=secretary, on=TODAY)
    assert (meeting.number, meeting.settled, trail_of(meeting)[0].verb) == (1, "议程通过", "修改预备会")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"held_on": date(2026, 11, 23)}, r"^预备会要在召开之后登记，日期不能晚于今天。$"),
        ({"due_count": 20, "present_count": 21}, r"^实到人数不能多于应到人数。$"),
    ],
)
def test_out_of_order_is_refused(secretary, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        record(SessionFactory(), secretary, **changes)


def test_after_its_session_is_refused(secretary):
    session = SessionFactory(number=2, starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 2))
    with pytest.raises(Refused, match=r"^预备会应当在会议之前。会议到2026-03-02结束。$"):
        record(session, secretary)


def test_on_the_agenda_ticks_the_checklist_and_one_on_another_matter_does_not(secretary):
    session = SessionFactory()
    item = make_item(session, evidence=Evidence.PREPARATORY)
    record(session, secretary)
    assert checklist_line(item, TODAY).is_done is False
    record(session, secretary, topic="议程和主席团名单", on_agenda=True)
    assert checklist_line(item, TODAY).done_on == date(2026, 11, 10)
