"""What is written down at a meeting, who came, and its minutes."""

from datetime import timedelta

import pytest

from affairs import services
from affairs.enums import MeetingKind, MeetingStatus, OpinionOutcome, TaskStatus
from affairs.models import Meeting, MeetingDecision, MeetingLeave, MeetingTopic
from members.enums import AttendanceState
from members.models import Attendance
from members.services import check_in
from tests.affairs.meetings import (
    NOW,
    DecisionFactory,
    HeldFactory,
    MeetingFactory,
    OpinionFactory,
    TaskFactory,
    TopicFactory,
    announced,
    confirmed,
    decision,
    drafted,
    held,
    opinion,
    planned,
    signed,
    task,
)
from tests.affairs.steps import told, verbs
from tests.conftest import TODAY, make_actor
from tests.members.factories import DepartmentFactory, MemberFactory, UnionGroupFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)
CLOSED = (MeetingStatus.DRAFTED, MeetingStatus.CONFIRMED, MeetingStatus.CANCELLED)


class TestLines:
    def test_topics_follow_each_other(self, secretary):
        meeting = planned(secretary, held_on=TOMORROW)
        for title in ("食堂", "午休"):
            services.add_topic(MeetingTopic(meeting=meeting, title=title), by=secretary)
        assert list(meeting.topics.values_list("place", "title")) == [(1, "食堂"), (2, "午休")]
        assert verbs(meeting.topics.first()) == [("陈静", "列入议程")]

    def test_record_of_another_area_is_placed_once(self, secretary):
        meeting, source = planned(secretary), SourceRef.to(MemberFactory())
        services.add_topic(MeetingTopic(meeting=meeting, title="预算"), by=secretary, source=source)
        assert meeting.topics.get().source == source
        with pytest.raises(Refused, match=r"^这份材料已经列入这次会议的议题。$"):
            services.add_topic(MeetingTopic(meeting=meeting, title="预算"), by=secretary, source=source)

    @pytest.mark.parametrize("note", [opinion, decision])
    def test_nothing_is_said_before_the_day(self, secretary, note):
        with pytest.raises(Refused, match=r"^会议还没有召开，现在只能准备议题。$"):
            note(planned(secretary, held_on=TOMORROW), secretary)

    @pytest.mark.parametrize("status", CLOSED)
    @pytest.mark.parametrize("note", [opinion, decision])
    def test_nothing_is_added_once_the_minutes_wait(self, secretary, note, status):
        with pytest.raises(Refused, match=r"^现在是“.+”状态，不能再修改会议记录。$"):
            note(MeetingFactory(status=status), secretary)

    def test_opinion_of_a_person_and_a_group_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^提出人和提出小组只填一项；不记名的都留空。$"):
            opinion(held(secretary), secretary, member=MemberFactory(), group=UnionGroupFactory())

    def test_unnamed_opinion_keeps_nobody(self, secretary):
        said = opinion(held(secretary), secretary)
        assert (said.member, said.group, said.raised_by) == (None, None, "")
        assert {entry.actor for entry in trail_of(said)} == {secretary}

    def test_decisions_are_numbered_and_close_up(self, secretary):
        meeting = held(secretary)
        first, _second, _third = [decision(meeting, secretary, text=text) for text in "甲乙丙"]
        services.remove_line(first, by=secretary)
        assert list(meeting.decisions.values_list("number", "text")) == [(1, "乙"), (2, "丙")]

    def test_mending_is_told_in_the_trail(self, secretary):
        said = opinion(held(secretary), secretary)
        services.mend_line(said, changes={"text": "希望增加素菜。"}, by=secretary)
        assert trail_of(said)[0].changes["text"] == ["希望延长供餐时间。", "希望增加素菜。"]

    @pytest.mark.parametrize("factory", [OpinionFactory, DecisionFactory, TaskFactory, TopicFactory])
    def test_lines_of_confirmed_minutes_stay(self, secretary, factory):
        line = factory(meeting=HeldFactory(status=MeetingStatus.CONFIRMED))
        with pytest.raises(Refused, match=r"不能再修改会议记录。$"):
            services.mend_line(line, changes={}, by=secretary)
        with pytest.raises(Refused, match=r"不能再修改会议记录。$"):
            services.remove_line(line, by=secretary)

    def test_topic_with_lines_under_it_stays(self, secretary):
        topic = TopicFactory()
        DecisionFactory(meeting=topic.meeting, topic=topic)
        with pytest.raises(Refused, match=r"^这项议题下已有意见、决定或任务，请先删除或改到别的议题。$"):
            services.remove_line(topic, by=secretary)
        MeetingDecision.objects.all().delete()
        services.remove_line(topic, by=secretary)
        assert MeetingTopic.objects.count() == 0


class TestAnswer:
    def test_comes_after_the_minutes_too(self, secretary):
        said = OpinionFactory(meeting=HeldFactory(status=MeetingStatus.CONFIRMED))
        services.answer_opinion(
            said, answer=" 已延长。 ", outcome=OpinionOutcome.ADOPTED, answered_by="总务处", by=secretary, on=TODAY
        )
        said.refresh_from_db()
        assert (said.answer, said.outcome, said.answered_by, said.answered_on) == (
            "已延长。",
            "adopted",
            "总务处",
            TODAY,
        )
        assert verbs(said)[-1] == ("陈静", "答复意见")

    def test_without_words_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请写明答复的内容。$"):
            services.answer_opinion(
                OpinionFactory(), answer=" ", outcome=OpinionOutcome.ADOPTED, answered_by="", by=secretary, on=TODAY
            )

    def test_to_a_cancelled_meeting_is_refused(self, secretary):
        said = OpinionFactory(meeting=MeetingFactory(status=MeetingStatus.CANCELLED))
        with pytest.raises(Refused, match=r"^现在是“已取消”状态，不能再修改会议记录。$"):
            services.answer_opinion(
                said, answer="好", outcome=OpinionOutcome.ADOPTED, answered_by="", by=secretary, on=TODAY
            )


class TestTasks:
    def test_who_heads_the_department_is_told(self, secretary, teacher):
        department = DepartmentFactory(name="总务处", head=teacher.member)
        given = task(held(secretary), secretary, department=department)
        assert (given.responsible, told(teacher)) == (
            "总务处",
            [("会议交办：勘察增设哺乳室的地点。", given.get_absolute_url())],
        )

    def test_without_anybody_to_do_it_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请选择责任人或责任部门。$"):
            task(held(secretary), secretary)

    def test_due_before_the_meeting_is_refused(self, secretary, teacher):
        with pytest.raises(Refused, match=r"^完成时限不能早于会议日期。$"):
            task(held(secretary), secretary, member=teacher.member, due_on=TODAY - timedelta(days=1))

    def test_is_done_and_gone_on_with(self, secretary, teacher):
        given = task(held(secretary), secretary, member=teacher.member)
        services.finish_task(given, note="已选定二楼", done_on=TODAY, by=teacher, on=TODAY)
        assert (given.status, given.done_on, given.note) == (TaskStatus.DONE, TODAY, "已选定二楼")
        services.reopen_task(given, by=secretary)
        assert (given.status, given.done_on, given.note) == (TaskStatus.OPEN, None, "")
        assert verbs(given) == [("陈静", "交办任务"), ("韩梅", "办结"), ("陈静", "继续办理")]

    @pytest.mark.parametrize("days", [-1, 1])
    def test_done_before_the_meeting_or_tomorrow_is_refused(self, secretary, teacher, days):
        given = task(held(secretary), secretary, member=teacher.member)
        with pytest.raises(Refused, match=r"^办结日期应在会议以后、今天以前。$"):
            services.finish_task(given, note="", done_on=TODAY + timedelta(days=days), by=teacher, on=TODAY)

    def test_given_up_without_a_reason_is_refused(self, secretary):
        given = TaskFactory()
        with pytest.raises(Refused, match=r"^请写明不再办理的原因。$"):
            services.drop_task(given, reason="", by=secretary)
        assert services.drop_task(given, reason="并入维修工程", by=secretary).note == "并入维修工程"


class TestAttendance:
    def test_who_asked_leave_stands_on_the_roll_as_such(self, secretary, teacher, delegate):
        meeting = announced(secretary, people=[teacher.member, delegate.member])
        services.ask_meeting_leave(meeting, teacher.member, reason="培训", by=teacher, on=TODAY, at=NOW)
        assert told(secretary) == [("“女教师代表座谈会”有人请假，请查看。", meeting.get_absolute_url())]
        signed(meeting, secretary, delegate.member)
        states = dict(Attendance.objects.values_list("member__name", "state"))
        assert states == {"韩梅": AttendanceState.ON_LEAVE, "魏雅琴": AttendanceState.PRESENT}

    def test_leave_asked_while_people_sign_in_is_noted_at_once(self, secretary, teacher):
        meeting = announced(secretary, people=[teacher.member])
        services.open_meeting_attendance(meeting, by=secretary, at=NOW)
        services.ask_meeting_leave(meeting, teacher.member, reason="培训", by=teacher, on=TODAY, at=NOW)
        assert Attendance.objects.get().state == AttendanceState.ON_LEAVE

    def test_leave_asked_twice_keeps_the_last_reason(self, secretary, teacher):
        meeting = announced(secretary, people=[teacher.member])
        for reason in ("培训", "就医"):
            services.ask_meeting_leave(meeting, teacher.member, reason=reason, by=teacher, on=TODAY, at=NOW)
        assert [leave.reason for leave in meeting.leaves.all()] == ["就医"]

    def test_leave_is_refused_to_who_isnt_due(self, secretary, teacher, delegate):
        meeting = announced(secretary, people=[teacher.member])
        with pytest.raises(Refused, match=r"^您不在这次会议的应到名单里，不用请假。$"):
            services.ask_meeting_leave(meeting, delegate.member, reason="培训", by=delegate, on=TODAY, at=NOW)

    def test_leave_without_a_reason_and_after_the_day_is_refused(self, secretary, teacher):
        meeting = announced(secretary, people=[teacher.member])
        with pytest.raises(Refused, match=r"^请写明请假事由。$"):
            services.ask_meeting_leave(meeting, teacher.member, reason="", by=teacher, on=TODAY, at=NOW)
        with pytest.raises(Refused, match=r"^只有已通知、还没有召开的会议可以请假。$"):
            services.ask_meeting_leave(meeting, teacher.member, reason="培训", by=teacher, on=TOMORROW, at=NOW)

    def test_leave_is_taken_back_until_people_sign_in(self, secretary, teacher):
        meeting = announced(secretary, people=[teacher.member])
        services.ask_meeting_leave(meeting, teacher.member, reason="培训", by=teacher, on=TODAY, at=NOW)
        services.take_back_leave(meeting, teacher.member, by=teacher, on=TODAY)
        assert MeetingLeave.objects.count() == 0
        with pytest.raises(Refused, match=r"^您没有请假。$"):
            services.take_back_leave(meeting, teacher.member, by=teacher, on=TODAY)
        services.ask_meeting_leave(meeting, teacher.member, reason="培训", by=teacher, on=TODAY, at=NOW)
        services.open_meeting_attendance(meeting, by=secretary, at=NOW)
        with pytest.raises(Refused, match=r"^会议已经开始签到。您如果到了现场，请直接签到。$"):
            services.take_back_leave(meeting, teacher.member, by=teacher, on=TODAY)

    def test_code_at_the_door_lets_in_who_is_due_alone(self, secretary, teacher, delegate):
        gathering = services.open_meeting_attendance(
            announced(secretary, people=[teacher.member]), by=secretary, at=NOW
        )
        assert check_in(gathering, teacher.member, by=teacher, at=NOW).beyond is False
        with pytest.raises(Refused, match=r"的应到名单里，不能签到。应邀到会的，请告诉现场负责人，由其为您登记。$"):
            check_in(gathering, delegate.member, by=delegate, at=NOW)
        assert not Meeting.objects.visible_to(delegate).exists()

    def test_whoever_comes_signs_in_where_nobody_in_particular_was_asked(self, secretary, teacher):
        gathering = services.open_meeting_attendance(planned(secretary), by=secretary, at=NOW)
        assert check_in(gathering, teacher.member, by=teacher, at=NOW).state == AttendanceState.PRESENT

    def test_attendance_is_begun_once(self, secretary):
        meeting = planned(secretary)
        assert services.open_meeting_attendance(meeting, by=secretary, at=NOW) == services.open_meeting_attendance(
            meeting, by=secretary, at=NOW
        )

    def test_names_and_a_number_exclude_each_other(self, secretary, teacher):
        counted = held(secretary)
        services.count_heads(counted, headcount=30, qualifier="over", by=secretary)
        with pytest.raises(Refused, match=r"^已经填写了到会人数。要改用签到名单，请先清空到会人数。$"):
            services.open_meeting_attendance(counted, by=secretary, at=NOW)
        named = held(secretary)
        signed(named, secretary, teacher.member)
        with pytest.raises(Refused, match=r"^已经有签到名单，人数按名单计算，请把到会人数留空。$"):
            services.count_heads(named, headcount=30, qualifier="", by=secretary)

    def test_number_is_for_meetings_that_were_held(self, secretary):
        with pytest.raises(Refused, match=r"^请先登记召开；纪要提交以后不能再改人数。$"):
            services.count_heads(planned(secretary), headcount=30, qualifier="", by=secretary)

    def test_number_that_is_taken_back_takes_its_qualifier_along(self, secretary):
        meeting = held(secretary)
        services.count_heads(meeting, headcount=30, qualifier="over", by=secretary)
        services.count_heads(meeting, headcount=None, qualifier="over", by=secretary)
        assert (meeting.headcount, meeting.qualifier) == (None, "")

    def test_attendance_of_a_cancelled_meeting_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^现在不能登记签到。请刷新页面查看最新情况。$"):
            services.open_meeting_attendance(MeetingFactory(status=MeetingStatus.CANCELLED), by=secretary, at=NOW)


class TestMinutes:
    def test_who_led_the_meeting_is_asked_and_confirms(self, secretary, chair, teacher):
        meeting = drafted(secretary, chair=chair.member, people=[teacher.member])
        assert told(chair) == [("“女教师代表座谈会”的纪要等待确认。", meeting.get_absolute_url())]
        services.confirm_minutes(meeting, version=meeting.version, by=chair, on=TODAY)
        assert (meeting.status, meeting.confirmed_by, meeting.confirmed_on) == ("confirmed", chair, TODAY)
        assert told(teacher) == [("“女教师代表座谈会”的纪要已确认，可以查看。", meeting.get_absolute_url())]
        assert verbs(meeting)[-3:] == [("陈静", "编写纪要"), ("陈静", "提交纪要"), ("周敏", "确认纪要")]

    def test_where_the_leader_has_no_account_who_answers_for_the_kind_confirms(self, secretary, chair, principal):
        leader = MemberFactory()
        meeting = drafted(secretary, chair=leader, kind=MeetingKind.ALL_STAFF)
        with pytest.raises(Refused, match=r"^纪要由会议主持人确认。$"):
            services.confirm_minutes(meeting, version=meeting.version, by=chair, on=TODAY)
        services.confirm_minutes(meeting, version=meeting.version, by=principal, on=TODAY)
        assert meeting.confirmed_by == principal

    def test_who_wrote_them_doesnt_confirm_in_the_leaders_place(self, secretary, chair):
        meeting = drafted(secretary, chair=make_actor(None, "林芳").member)
        for account in (secretary, chair):
            with pytest.raises(Refused, match=r"^纪要由会议主持人确认。$"):
                services.confirm_minutes(meeting, version=meeting.version, by=account, on=TODAY)

    def test_text_that_changed_since_it_was_read_is_refused(self, secretary, chair):
        meeting = drafted(secretary, chair=chair.member)
        with pytest.raises(Refused, match=r"^您打开这一页之后，纪要又改过。请重新看过再确认。$"):
            services.confirm_minutes(meeting, version=meeting.version - 1, by=chair, on=TODAY)

    def test_handing_in_nothing_is_refused(self, secretary, chair):
        with pytest.raises(Refused, match=r"^还没有编写纪要，请先编写再提交。$"):
            services.submit_minutes(held(secretary, chair=chair.member), by=secretary, on=TODAY)

    def test_handing_in_where_nobody_can_confirm_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^没有可以确认纪要的人。请先填写主持人，或请工会秘书授予相应角色。$"):
            drafted(secretary)

    def test_returned_minutes_are_written_anew(self, secretary, chair):
        meeting = drafted(secretary, chair=chair.member)
        services.return_minutes(meeting, comment="漏了第二项决定。", by=chair)
        assert (meeting.status, meeting.return_comment) == ("held", "漏了第二项决定。")
        assert told(secretary)[-1][0] == "“女教师代表座谈会”的纪要被退回修改。"
        services.submit_minutes(meeting, by=secretary, on=TODAY)
        assert (meeting.return_comment, len(told(chair))) == ("", 2)

    def test_returning_without_a_comment_is_refused(self, secretary, chair):
        with pytest.raises(Refused, match=r"^请写明退回的意见。$"):
            services.return_minutes(drafted(secretary, chair=chair.member), comment="", by=chair)

    @pytest.mark.parametrize("status", [one for one in MeetingStatus if one != MeetingStatus.HELD])
    def test_writing_at_another_step_is_refused(self, secretary, status):
        with pytest.raises(Refused, match=r"^会议召开以后、纪要提交以前才能编写纪要。$"):
            services.write_minutes(MeetingFactory(status=status), minutes="<p>改</p>", sent_to="", by=secretary)

    def test_confirmed_minutes_never_change(self, secretary, chair):
        meeting = confirmed(secretary, chair)
        sentence = r"^纪要已经确认，不能修改或删除。内容有误的，请登记更正说明。$"
        meeting.minutes = "<p>改</p>"
        with pytest.raises(Refused, match=sentence):
            meeting.save()
        with pytest.raises(Refused, match=sentence):
            Meeting.objects.filter(pk=meeting.pk).update(title="改")
        with pytest.raises(Refused, match=sentence):
            Meeting.objects.filter(pk=meeting.pk).delete()

    def test_what_was_wrong_is_said_beside_them(self, secretary, chair):
        note = services.note_correction(confirmed(secretary, chair), text="出席应为6人。", by=secretary, on=TODAY)
        assert (note.text, note.noted_by, verbs(note)) == ("出席应为6人。", secretary, [("陈静", "登记更正说明")])

    def test_note_before_they_are_confirmed_and_without_words_is_refused(self, secretary, chair):
        with pytest.raises(Refused, match=r"^纪要还没有确认，可以直接修改，不用更正说明。$"):
            services.note_correction(held(secretary), text="改", by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^请写明更正的内容。$"):
            services.note_correction(confirmed(secretary, chair), text=" ", by=secretary, on=TODAY)

    def test_text_of_unconfirmed_minutes_isnt_in_the_trail(self, secretary):
        meeting = services.write_minutes(held(secretary), minutes="<p>机密</p>", sent_to="", by=secretary)
        assert "机密" not in str([entry.changes for entry in trail_of(meeting)])


def test_party_secretary_plans_but_doesnt_confirm_in_the_principals_place(db):
    party = make_actor(Role.PARTY_SECRETARY, "韩建国")
    meeting = MeetingFactory(status=MeetingStatus.DRAFTED, kind=MeetingKind.ADMINISTRATIVE)
    with pytest.raises(Refused, match=r"^纪要由会议主持人确认。$"):
        services.confirm_minutes(meeting, version=meeting.version, by=party, on=TODAY)
