"""Meetings of a year as a school told of them: recorded through services, and what comes out of them."""

from datetime import date

import pytest

from affairs import services
from affairs.enums import MeetingKind, OpinionOutcome
from affairs.figures import figures
from affairs.models import Meeting, MeetingOpinion
from members.enums import AudienceKey
from members.models import Audience
from reports.sections.meetings import staff_meetings
from reports.selectors import gather
from tests.affairs.meetings import past
from tests.conftest import TODAY
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Document, plain_text
from unionoffice.periods import calendar_year, month
from unionoffice.precision import Precision

pytestmark = pytest.mark.django_db

YEAR = calendar_year(2026)
RULES = "绩效工资奖励条例"


def test_two_preparatory_meetings_on_the_performance_pay_rules(secretary):
    """六月和七月: two meetings, of each of which only the month is known."""
    for number in (6, 7):
        past(
            secretary,
            kind=MeetingKind.OTHER,
            title=f"{RULES}筹备会",
            held_on=date(2026, number, 15),
            precision=Precision.MONTH,
            topics=[RULES],
        )
    counted = [figures(period, WHOLE_UNION)["affairs.meetings.other"].value for period in (YEAR, month(2026, 7))]
    assert counted == [2, 1]
    assert [meeting.when for meeting in Meeting.objects.filter(topics__title=RULES)] == ["2026年7月", "2026年6月"]


def test_forum_of_women_teacher_representatives(secretary):
    """三八节: one forum of 女教师代表, what was said at it without names, and what was answered."""
    women = Audience.objects.get(key=AudienceKey.WOMEN)
    forum = past(
        secretary, held_on=date(2026, 3, 8), theme="女教师代表座谈会", title="", audience=women, headcount=26
    )
    said = [
        services.note_opinion(MeetingOpinion(meeting=forum, text=text), by=secretary, on=TODAY)
        for text in ("增设哺乳室。", "错开午休。")
    ]
    services.answer_opinion(
        said[0],
        answer="已列入维修计划。",
        outcome=OpinionOutcome.ADOPTED,
        answered_by="总务处",
        by=secretary,
        on=TODAY,
    )
    told = figures(YEAR, WHOLE_UNION)
    keys = ("forum", "forum.attendance", "forum.opinions", "forum.opinions.answered")
    assert [told[f"affairs.meetings.{key}"].text for key in keys] == ["1次", "26人次", "2条", "1条"]
    blocks = staff_meetings(gather(YEAR, WHOLE_UNION, on=TODAY))
    assert plain_text(Document(title="", blocks=blocks)).splitlines() == [
        "（一）教职工会议与座谈",
        "一年来，召开座谈会1次。座谈会上，教职工提出意见2条，已答复1条。",
        "3月8日召开女教师代表座谈会。",
    ]
