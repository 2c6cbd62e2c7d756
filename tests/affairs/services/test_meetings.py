"""Meetings until they are held: what each step does, refuses, tells people and leaves in the trail."""

from datetime import date, time, timedelta

import pytest

from affairs import services
from affairs.enums import MEETING_MOVES, MeetingKind, MeetingStatus
from affairs.models import Meeting
from tests.affairs.meetings import (
    MeetingFactory,
    OpinionFactory,
    announced,
    held,
    past,
    planned,
    seated,
    signed,
    task,
)
from tests.affairs.steps import told, verbs
from tests.conftest import TODAY
from tests.members.factories import MemberFactory, UnionGroupFactory
from unionoffice.audit import trail_of
from unionoffice.precision import Precision
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)


class TestPlan:
    def test_title_is_the_theme_else_the_kind(self, secretary):
        assert planned(secretary, title="", theme="新教师座谈会").title == "新教师座谈会"
        assert planned(secretary, title=" ", kind=MeetingKind.COMMITTEE).title == "工会委员会议"
        assert planned(secretary, title="绩效工资座谈会", theme="绩效").title == "绩效工资座谈会"

    def test_keeps_who_is_asked_by_name_and_in_which_part(self, secretary, teacher, delegate):
        people = [teacher.member]
        meeting = planned(secretary, people=people, observers=[delegate.member, teacher.member])
        asked = [(one.member, one.is_observer) for one in meeting.participants.all()]
        assert asked == [(teacher.member, False), (delegate.member, True)]
        assert (meeting.status, meeting.number, verbs(meeting)) == ("planned", None, [("陈静", "筹备会议")])

    def test_group_meeting_without_its_group_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请选择召开会议的工会小组。$"):
            planned(secretary, kind=MeetingKind.GROUP)

    def test_group_of_another_kind_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^只有工会小组会才选工会小组，请改会议类型或不选小组。$"):
            planned(secretary, group=UnionGroupFactory())

    def test_vague_day_to_come_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^还没有召开的会议，日期要填到日。$"):
            planned(secretary, precision=Precision.MONTH)


class TestAnnounce:
    def test_tells_everybody_due_when_and_where(self, secretary, teacher, delegate):
        meeting = announced(secretary, people=[teacher.member])
        sentence = "会议通知：“女教师代表座谈会”定于11月22日15:30在会议室召开，请准时参加。"
        assert told(teacher) == [(sentence, meeting.get_absolute_url())]
        assert told(delegate) == []
        assert (meeting.announced_on, verbs(meeting)[-1]) == (TODAY, ("陈静", "发出会议通知"))

    @pytest.mark.parametrize("fields", [{"starts_at": None}, {"place": ""}])
    def test_without_time_or_place_is_refused(self, secretary, teacher, fields):
        with pytest.raises(Refused, match=r"^请先填写开始时间和地点，再发通知。$"):
            announced(secretary, people=[teacher.member], **fields)

    def test_with_nobody_to_come_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^还没有应到人员。请先选择参会范围，或点名列入参会人员。$"):
            announced(secretary)

    def test_after_its_day_is_refused(self, secretary, teacher):
        with pytest.raises(Refused, match=r"^会议日期已经过了。请修改日期，或者直接登记召开。$"):
            announced(secretary, people=[teacher.member], held_on=TODAY - timedelta(days=1))


class TestAmend:
    def test_another_time_is_told_to_all_and_the_notice_to_whoever_is_new(self, secretary, teacher, delegate):
        meeting = announced(secretary, people=[teacher.member])
        people = [teacher.member, delegate.member]
        services.amend_meeting(meeting, changes={"starts_at": time(16)}, by=secretary, people=people)
        change = "会议安排有变动：“女教师代表座谈会”改在11月22日16:00，会议室。"
        assert [sentence for sentence, _url in told(teacher)][1:] == [change]
        notice = "会议通知：“女教师代表座谈会”定于11月22日16:00在会议室召开，请准时参加。"
        assert [sentence for sentence, _url in told(delegate)] == [notice, change]

    def test_what_nobody_was_told_of_is_changed_silently(self, secretary, teacher):
        meeting = announced(secretary, people=[teacher.member])
        services.amend_meeting(meeting, changes={"convener": "校工会"}, by=secretary)
        assert len(told(teacher)) == 1
        assert meeting.participants.count() == 1
        assert trail_of(meeting)[0].changes["convener"] == ["", "校工会"]

    def test_nobody_is_told_of_a_plan(self, secretary, teacher):
        meeting = planned(secretary, people=[teacher.member])
        services.amend_meeting(meeting, changes={"held_on": TOMORROW}, by=secretary, people=[], observers=[])
        assert (told(teacher), meeting.participants.count()) == ([], 0)

    def test_attendee_becomes_an_observer(self, secretary, teacher):
        meeting = planned(secretary, people=[teacher.member])
        services.amend_meeting(meeting, changes={}, by=secretary, observers=[teacher.member])
        assert [one.is_observer for one in meeting.participants.all()] == [True]

    @pytest.mark.parametrize("status", [MeetingStatus.DRAFTED, MeetingStatus.CONFIRMED, MeetingStatus.CANCELLED])
    def test_meeting_at_a_later_step_is_refused(self, secretary, status):
        meeting = MeetingFactory(status=status)
        with pytest.raises(Refused, match=r"^现在是“.+”状态，不能再修改。$"):
            services.amend_meeting(meeting, changes={"place": "礼堂"}, by=secretary)

    @pytest.mark.parametrize("changes", [{"kind": MeetingKind.OTHER}, {"held_on": date(2025, 12, 31)}])
    def test_what_its_number_hangs_on_is_refused_once_it_was_held(self, secretary, changes):
        with pytest.raises(Refused, match=r"^会议已经编号，类型、小组和年份不能再改。$"):
            services.amend_meeting(held(secretary), changes=changes, by=secretary)

    def test_another_day_is_refused_once_somebody_signed_in(self, secretary, teacher):
        meeting = planned(secretary)
        signed(meeting, secretary, teacher.member)
        with pytest.raises(Refused, match=r"^签到已经开始，不能再改日期。$"):
            services.amend_meeting(meeting, changes={"held_on": TOMORROW}, by=secretary)


class TestCancel:
    def test_those_who_got_the_notice_are_told_why(self, secretary, teacher):
        meeting = announced(secretary, people=[teacher.member])
        services.cancel_meeting(meeting, reason="会场停电。", by=secretary)
        assert told(teacher)[-1][0] == "“女教师代表座谈会”已取消：会场停电。"
        assert (meeting.cancelled_because, verbs(meeting)[-1]) == ("会场停电。", ("陈静", "取消会议"))

    def test_plan_that_nobody_knew_of_is_cancelled_silently(self, secretary, teacher):
        services.cancel_meeting(planned(secretary, people=[teacher.member]), reason="合并", by=secretary)
        assert told(teacher) == []

    def test_without_a_reason_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请写明取消的原因。$"):
            services.cancel_meeting(planned(secretary), reason=" ", by=secretary)


class TestDelete:
    def test_plan_goes_with_its_topics_and_people(self, secretary, teacher):
        meeting = planned(secretary, people=[teacher.member])
        meeting.topics.create(title="食堂")
        services.delete_meeting(meeting, by=secretary)
        assert Meeting.objects.count() == 0

    def test_announced_meeting_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^已经发出通知的会议不能删除，可以取消。$"):
            services.delete_meeting(MeetingFactory(), by=secretary)

    def test_plan_of_which_something_was_noted_is_refused(self, secretary):
        meeting = planned(secretary)
        OpinionFactory(meeting=meeting)
        with pytest.raises(Refused, match=r"^会议已有签到或记录，不能删除，可以取消。$"):
            services.delete_meeting(meeting, by=secretary)


class TestHold:
    def test_numbers_follow_kind_and_year(self, secretary):
        made = [
            held(secretary, kind=MeetingKind.COMMITTEE, held_on=date(2025, 12, 30)),
            held(secretary, kind=MeetingKind.COMMITTEE),
            held(secretary),
            held(secretary, kind=MeetingKind.COMMITTEE),
        ]
        assert [(one.year, one.number) for one in made] == [(2025, 1), (2026, 1), (2026, 1), (2026, 2)]
        assert made[-1].public_number == "2026年第2次工会委员会议"

    def test_each_union_group_counts_its_own(self, secretary):
        groups = UnionGroupFactory.create_batch(2)
        made = [held(secretary, kind=MeetingKind.GROUP, group=group) for group in (*groups, groups[0])]
        assert [one.number for one in made] == [1, 1, 2]

    def test_before_its_day_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^会议还没有召开，请在当天或以后登记。$"):
            held(secretary, held_on=TOMORROW)

    @pytest.mark.parametrize(
        "status", [one for one, moves in MEETING_MOVES.items() if MeetingStatus.HELD not in moves]
    )
    def test_meeting_at_another_step_is_refused(self, secretary, status):
        with pytest.raises(Refused, match=r"^现在是“.+”状态，不能登记召开。"):
            services.hold_meeting(MeetingFactory(status=status), by=secretary, on=TODAY)


class TestRecordPast:
    def test_month_alone_is_kept_as_such(self, secretary):
        meeting = past(secretary, held_on=date(2026, 6, 9), precision=Precision.MONTH, topics=["条例", "食堂"])
        assert (meeting.held_on, meeting.held_until, meeting.when) == (
            date(2026, 6, 1),
            date(2026, 6, 30),
            "2026年6月",
        )
        assert list(meeting.topics.values_list("place", "title")) == [(1, "条例"), (2, "食堂")]
        assert (meeting.recorded_late, meeting.number, verbs(meeting)) == (True, 1, [("陈静", "补录会议")])

    def test_day_to_come_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^补录的会议应当已经召开，日期不能晚于今天。$"):
            past(secretary, held_on=TOMORROW)


class TestCopy:
    def test_next_one_has_the_same_people_and_looks_back_first(self, secretary, teacher, delegate):
        committee = seated(teacher.member)
        meeting = held(
            secretary, kind=MeetingKind.COMMITTEE, title="", committee=committee, observers=[delegate.member]
        )
        task(meeting, secretary, member=teacher.member)
        following = services.copy_meeting(meeting, held_on=TOMORROW, by=secretary, on=TODAY)
        assert (following.title, following.committee, following.held_on) == ("工会委员会议", committee, TOMORROW)
        assert (following.status, following.starts_at, following.number) == ("planned", time(15, 30), None)
        assert [(one.member, one.is_observer) for one in following.participants.all()] == [(delegate.member, True)]
        assert list(following.topics.values_list("title", flat=True)) == ["上次会议决定事项办理情况"]

    def test_with_nothing_left_to_do_the_agenda_is_empty(self, secretary):
        meeting = held(secretary)
        assert services.copy_meeting(meeting, held_on=TOMORROW, by=secretary, on=TODAY).topics.count() == 0

    def test_day_that_is_over_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^下次会议的日期不能早于今天。$"):
            services.copy_meeting(held(secretary), held_on=TODAY - timedelta(days=1), by=secretary, on=TODAY)


class TestReminders:
    def test_meeting_of_tomorrow_is_told_once(self, secretary, teacher):
        announced(secretary, people=[teacher.member], held_on=TOMORROW)
        for _time in range(2):
            services.remind_of_meetings(on=TODAY)
        assert [one for one, _url in told(teacher)][1:] == ["会议提醒：“女教师代表座谈会”，11月23日15:30，会议室。"]

    def test_task_is_told_before_its_day_and_once_it_is_past(self, secretary, teacher):
        task(held(secretary), secretary, member=teacher.member, due_on=TODAY + timedelta(days=5))
        for days in range(12):
            services.remind_of_meetings(on=TODAY + timedelta(days=days))
        assert [one for one, _url in told(teacher)] == [
            "会议交办：勘察增设哺乳室的地点，11月27日前完成。",
            "会议任务快到期：勘察增设哺乳室的地点，11月27日前完成。",
            "会议任务已逾期：勘察增设哺乳室的地点，应于11月27日前完成。",
        ]

    def test_nobody_is_reminded_of_what_is_done(self, secretary, teacher):
        given = task(held(secretary), secretary, member=teacher.member, due_on=TODAY)
        services.finish_task(given, note="", done_on=TODAY, by=secretary, on=TODAY)
        services.remind_of_meetings(on=TOMORROW)
        assert len(told(teacher)) == 1


def test_member_without_an_account_is_due_all_the_same(secretary):
    member = MemberFactory()
    meeting = announced(secretary, people=[member])
    assert list(meeting.people_due()) == [member]
