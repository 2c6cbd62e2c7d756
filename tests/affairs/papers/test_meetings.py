"""The papers of a meeting: what they say, and that PDF and Word say the same."""

from datetime import date, time

import pytest

from affairs.enums import MeetingStatus, TaskStatus
from affairs.papers import (
    composed_minutes,
    hours,
    meant_words,
    meeting_agenda,
    meeting_minutes,
    meeting_notice,
    progress_of,
)
from affairs.selectors import carried_over, lines_of, presence
from tests.affairs.meetings import (
    DecisionFactory,
    HeldFactory,
    MeetingFactory,
    OpinionFactory,
    TaskFactory,
    TopicFactory,
    held,
    seated,
    signed,
)
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from unionoffice.documents import plain_text

pytestmark = pytest.mark.django_db


def lines(document):
    return plain_text(document).splitlines()


def test_notice_says_when_where_for_whom_and_what_about():
    meeting = MeetingFactory(
        convener="明德中学工会", with_group_leaders=True, ends_at=time(16, 30), chair=MemberFactory(name="周敏")
    )
    document = meeting_notice(meeting, ["食堂供餐", "午休"], meant_words(meeting, ["林芳"], ["沈立"]), TODAY)
    assert lines(document) == [
        "关于召开女教师代表座谈会的通知",
        "各位参会人员：",
        "定于2026年11月22日15:30至16:30召开女教师代表座谈会。现将有关事项通知如下。",
        "会议时间：2026年11月22日15:30至16:30。",
        "会议地点：会议室。",
        "参会人员：工会小组长、林芳；列席：沈立。",
        "会议主持：周敏。",
        "会议议题：",
        "1.食堂供餐",
        "2.午休",
        "请准时参加。因故不能到会的，请提前在工会办公系统请假，并说明事由。",
        "明德中学工会",
        "2026年11月16日",
    ]


def test_agenda_looks_back_on_what_was_decided_before(secretary):
    last = HeldFactory(held_on=date(2026, 10, 20))
    TaskFactory(meeting=last, text="修改预算草案", member__name="林芳", due_on=date(2026, 11, 1))
    meeting = MeetingFactory()
    TopicFactory(meeting=meeting, presenter=MemberFactory(name="周敏"))
    told = lines(meeting_agenda(meeting, lines_of(meeting, user=secretary, told=False), carried_over(meeting)))
    assert "上次会议决定事项办理情况" in told
    assert any("办理中，原定11月1日前完成" in line for line in told)
    assert any("食堂供餐" in line and "周敏" in line for line in told)


def test_minutes_say_who_was_there_what_was_decided_and_who_does_what(secretary, teacher):
    meeting = held(secretary, committee=seated(teacher.member), chair=teacher.member, convener="明德中学工会")
    signed(meeting, secretary, teacher.member)
    TaskFactory(meeting=meeting, text="勘察地点", member__name="林芳", due_on=date(2026, 12, 1))
    meeting.minutes, meeting.sent_to = "<p>会议讨论了食堂供餐。</p>", "各工会小组"
    document = meeting_minutes(
        meeting, present=presence(meeting), observers=[], tasks=meeting.tasks.all(), notes=["11月23日：出席2人。"]
    )
    assert document.draft
    told = lines(document)
    assert told[:9] == [
        "草稿",
        "女教师代表座谈会纪要",
        "（2026年第1次座谈会）",
        "时间：2026年11月22日15:30",
        "地点：会议室",
        "主持：韩梅",
        "出席：韩梅",
        "会议讨论了食堂供餐。",
        "会后落实事项",
    ]
    assert told[-3:] == ["更正说明", "11月23日：出席2人。", "发：各工会小组。"]


def test_confirmed_minutes_are_signed_and_no_draft():
    meeting = HeldFactory(status=MeetingStatus.CONFIRMED, headcount=30, qualifier="over")
    document = meeting_minutes(meeting, present=presence(meeting), observers=[], tasks=[], notes=[])
    assert (document.draft, document.signature.date) == (False, TODAY)
    assert "到会：30余人" in lines(document)


def test_roll_of_many_is_told_as_a_number(secretary):
    meeting = held(secretary)
    signed(meeting, secretary, *MemberFactory.create_batch(41))
    document = meeting_minutes(meeting, present=presence(meeting), observers=[], tasks=[], notes=[])
    assert "出席：41人" in lines(document)


def test_composed_minutes_look_back_and_end_with_what_belongs_nowhere(secretary):
    last = HeldFactory(held_on=date(2026, 10, 20))
    TaskFactory(meeting=last, text="修改预算", member__name="林芳", status=TaskStatus.DONE, done_on=date(2026, 11, 1))
    meeting = HeldFactory()
    TopicFactory(meeting=meeting, title="上次会议决定事项办理情况")
    for number, text in enumerate(("甲。", "乙。"), start=1):
        DecisionFactory(meeting=meeting, number=number, text=text)
    OpinionFactory(meeting=meeting, text="哺乳室太远？", member=MemberFactory(name="周敏"))
    text = composed_minutes(meeting, lines_of(meeting, user=secretary, told=True), list(carried_over(meeting)))
    assert text == (
        "<h2>一、上次会议决定事项办理情况</h2><ol><li><p>修改预算（林芳）：11月1日办结。</p></li></ol>"
        "<h2>二、其他事项</h2><p>与会人员提出以下意见：</p><ol><li><p>周敏：哺乳室太远？</p></li></ol>"
        "<p>会议决定：</p><ol><li><p>甲。</p></li><li><p>乙。</p></li></ol>"
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": TaskStatus.DONE, "done_on": TODAY}, "11月22日办结"),
        ({"status": TaskStatus.DONE, "done_on": date(2026, 11, 23)}, "办理中"),
        ({"status": TaskStatus.DROPPED}, "不再办理"),
        ({"due_on": TODAY}, "办理中"),
        ({"due_on": date(2026, 11, 21)}, "办理中，原定11月21日前完成"),
    ],
)
def test_progress_is_told_as_it_stood_on_the_day(fields, words):
    assert progress_of(TaskFactory(**fields), TODAY) == words


@pytest.mark.parametrize(
    ("start", "end", "words"), [(None, None, ""), (time(9), None, "09:00"), (time(9), time(10, 5), "09:00至10:05")]
)
def test_hours(start, end, words):
    assert hours(MeetingFactory.build(starts_at=start, ends_at=end, planned_by=None)) == words
