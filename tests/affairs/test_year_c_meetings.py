"""Meetings of a year as another school told of them."""

from datetime import date, time

import pytest

from affairs import services
from affairs.enums import MeetingKind, Qualifier
from affairs.figures import figures
from affairs.models import MeetingOpinion, MeetingTopic
from affairs.selectors import presence, quorum
from reports.sections.meetings import committee_meetings
from reports.selectors import gather
from tests.affairs.meetings import confirmed, decision, held, opinion, past, planned, seated, signed, task
from tests.conftest import TODAY
from tests.members.factories import (
    DepartmentFactory,
    DepartmentHeadFactory,
    GroupLeaderFactory,
    MemberFactory,
)
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Document, plain_text
from unionoffice.periods import calendar_year
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db

YEAR = calendar_year(2026)


def value(key):
    return figures(YEAR, WHOLE_UNION)[f"affairs.meetings{key}"].value


def test_committee_meetings_held_in_time(secretary, chair):
    """One each two months, each with a majority, and what was decided is followed up."""
    seats = MemberFactory.create_batch(4)
    committee = seated(chair.member, *seats)
    for number in (1, 3, 5):
        meeting = planned(
            secretary, kind=MeetingKind.COMMITTEE, title="", committee=committee, held_on=date(2026, number, 20)
        )
        signed(meeting, secretary, chair.member, *seats[:2])
        decision(meeting, secretary)
        given = task(meeting, secretary, member=seats[0])
        services.hold_meeting(meeting, by=secretary, on=TODAY)
        assert quorum(meeting).is_reached
    services.finish_task(given, note="", done_on=TODAY, by=secretary, on=TODAY)
    assert [value(key) for key in (".committee", ".committee.attendance", ".decisions", ".tasks.open")] == [
        3,
        9,
        3,
        2,
    ]
    blocks = committee_meetings(gather(YEAR, WHOLE_UNION, on=TODAY))
    assert plain_text(Document(title="", blocks=blocks)).splitlines()[1] == (
        "一年来，召开工会委员会议3次。会议议定的事项逐项落实到人，共作出决定3项，交办任务3项，已办结1项，办结率33.3%。"
    )


def test_joint_meeting_is_made_up_of_committee_heads_and_leaders(secretary, chair):
    """联席会议 of 工会委员, 教研组长 and 工会小组长: who is due follows from their offices on the day."""
    seats = MemberFactory.create_batch(2)
    heads = [DepartmentHeadFactory(unit=DepartmentFactory(name=name)).member for name in ("语文组", "数学组")]
    leaders = [GroupLeaderFactory().member for _group in range(3)]
    MemberFactory.create_batch(5)
    meeting = planned(
        secretary,
        kind=MeetingKind.JOINT,
        title="联席会议",
        committee=seated(*seats),
        with_heads=True,
        with_group_leaders=True,
    )
    assert set(meeting.people_due()) == {*seats, *heads, *leaders}
    signed(meeting, secretary, *seats, *heads, leaders[0])
    decision(meeting, secretary, text="绩效工资方案提请教职工代表大会审议。")
    services.hold_meeting(meeting, by=secretary, on=TODAY)
    assert [value(key) for key in (".joint", ".joint.attendance", ".decisions")] == [1, 5, 1]
    assert len(presence(meeting).absent) == 2


def test_next_years_budget_is_discussed_at_a_special_administrative_meeting(secretary, principal):
    meeting = confirmed(
        secretary,
        principal,
        kind=MeetingKind.ADMINISTRATIVE,
        title="下年度预算专题行政会议",
        with_school_leaders=True,
    )
    assert (value(".administrative"), meeting.public_number) == (1, "2026年第1次行政办公会")


def test_head_reports_to_all_staff_on_how_proposals_were_carried_out(secretary, principal):
    """《关于提案落实情况的报告》 at the staff assembly: a topic that points at the report, whatever that is."""
    report = held(secretary, kind=MeetingKind.OTHER, title="提案落实情况的报告")
    meeting = planned(
        secretary, kind=MeetingKind.ALL_STAFF, title="教职工大会", starts_at=time(16), chair=principal.member
    )
    topic = MeetingTopic(meeting=meeting, title="校长作提案落实情况的报告", presenter=principal.member)
    services.add_topic(topic, by=secretary, source=SourceRef.to(report))
    services.hold_meeting(meeting, by=secretary, on=TODAY)
    assert (value(".all_staff"), topic.source_record) == (1, report)


def test_proposals_that_were_collected_at_the_staff_assembly(secretary):
    """11 of them, as the minutes of that day have them; answers come later."""
    meeting = past(secretary, kind=MeetingKind.ALL_STAFF, title="教工大会", headcount=120, qualifier=Qualifier.OVER)
    for number in range(11):
        opinion(meeting, secretary, text=f"第{number + 1}件提案")
    assert [value(key) for key in (".all_staff.opinions", ".all_staff.opinions.answered")] == [11, 0]
    assert MeetingOpinion.objects.filter(meeting=meeting).count() == 11
