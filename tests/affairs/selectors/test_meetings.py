"""Reads of meetings: presence, quorum, what is carried over, and where topics lead."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affairs import services
from affairs.enums import MeetingKind, TaskStatus
from affairs.models import Meeting
from affairs.selectors import (
    Quorum,
    attendance_at,
    carried_over,
    headcount_text,
    lines_of,
    presence,
    quorum,
    sources_shown,
    tasks_to_remind,
)
from tests.affairs.meetings import (
    NOW,
    DecisionFactory,
    HeldFactory,
    OpinionFactory,
    TaskFactory,
    TopicFactory,
    announced,
    held,
    planned,
    seated,
    signed,
)
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from unionoffice.roles import roles_of
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


class TestQuorum:
    @pytest.mark.parametrize(("came", "reached"), [(2, False), (3, True)])
    def test_more_than_half_of_the_committee_is_enough(self, secretary, came, reached):
        seats = MemberFactory.create_batch(5)
        meeting = held(secretary, kind=MeetingKind.COMMITTEE, committee=seated(*seats))
        signed(meeting, secretary, *seats[:came], secretary.member)
        found = quorum(meeting)
        assert (found.due, found.present, found.is_reached) == (5, came, reached)

    @given(st.integers(1, 60), st.integers(0, 60))
    def test_half_is_not_more_than_half(self, due, present):
        assert Quorum(due, present, 50).is_reached == (2 * present > due)

    def test_is_asked_of_committees_at_which_somebody_signed_in(self, secretary):
        assert quorum(held(secretary)) is None
        assert quorum(held(secretary, kind=MeetingKind.COMMITTEE, committee=seated(MemberFactory()))) is None


class TestPresence:
    def test_names_who_came_with_the_reasons_of_the_others(self, secretary, teacher, delegate, auditor):
        meeting = announced(secretary, people=[one.member for one in (teacher, delegate, auditor)])
        services.ask_meeting_leave(meeting, teacher.member, reason="培训", by=teacher, on=TODAY, at=NOW)
        assert presence(meeting).asked_leave == ("韩梅（培训）",)
        signed(meeting, secretary, delegate.member)
        found = presence(meeting)
        assert (found.present, found.on_leave, found.absent) == (["魏雅琴"], ["韩梅（培训）"], ["冯岚"])
        assert found.asked_leave == ()

    @pytest.mark.parametrize(
        ("qualifier", "text"), [("", "30人"), ("over", "30余人"), ("nearly", "近30人"), ("at_least", "至少30人")]
    )
    def test_number_without_names_is_printed_as_it_was_told(self, qualifier, text):
        assert headcount_text(HeldFactory(headcount=30, qualifier=qualifier)) == text

    def test_nothing_known_is_nothing(self):
        assert (headcount_text(HeldFactory()), presence(HeldFactory()).number) == ("", "")

    def test_names_count_before_the_number_that_was_told(self, secretary, teacher, delegate):
        named = held(secretary)
        signed(named, secretary, teacher.member, delegate.member)
        HeldFactory(headcount=30, qualifier="over", number=7)
        assert attendance_at(Meeting.objects.all()) == 32


class TestCarriedOver:
    def test_all_of_the_last_meeting_and_what_earlier_ones_left(self, secretary):
        first, second = (HeldFactory(held_on=TODAY - days * DAY) for days in (20, 10))
        done = {"status": TaskStatus.DONE}
        TaskFactory(meeting=first, text="早已办结", done_on=TODAY - 15 * DAY, **done)
        TaskFactory(meeting=first, text="后来办结", done_on=TODAY - 5 * DAY, **done)
        TaskFactory(meeting=first, text="至今未办")
        TaskFactory(meeting=first, text="不再办理", status=TaskStatus.DROPPED)
        TaskFactory(meeting=second, text="上次决定", done_on=TODAY - 10 * DAY, **done)
        TaskFactory(meeting=HeldFactory(kind=MeetingKind.OTHER, held_on=TODAY - DAY), text="别的会议")
        this = planned(secretary)
        assert [task.text for task in carried_over(this)] == ["后来办结", "至今未办", "上次决定"]

    def test_first_meeting_looks_back_on_nothing(self, secretary):
        assert list(carried_over(planned(secretary))) == []


class TestLines:
    def test_stand_under_their_topics_and_the_rest_at_the_end(self, secretary):
        meeting = HeldFactory()
        topic = TopicFactory(meeting=meeting)
        mine, free = OpinionFactory(meeting=meeting, topic=topic), OpinionFactory(meeting=meeting)
        decision = DecisionFactory(meeting=meeting, topic=topic)
        on_topic, rest = lines_of(meeting, user=secretary, told=True)
        assert (on_topic.topic, on_topic.opinions, on_topic.decisions) == (topic, (mine,), (decision,))
        assert (rest.topic, rest.opinions, rest.decisions) == (None, (free,), ())

    def test_agenda_alone_for_who_isnt_told(self, secretary):
        meeting = HeldFactory()
        topic = TopicFactory(meeting=meeting)
        OpinionFactory(meeting=meeting, topic=topic)
        assert [line.opinions for line in lines_of(meeting, user=secretary, told=False)] == [(), ()]

    def test_queries_dont_grow_with_the_record(self, secretary, django_assert_num_queries):
        counts = []
        roles_of(secretary)
        for size in (1, 5):
            meeting = HeldFactory()
            for place in range(size):
                topic = TopicFactory(meeting=meeting, place=place, presenter=MemberFactory())
                topic.source = SourceRef.to(MemberFactory())
                topic.save()
                OpinionFactory(meeting=meeting, topic=topic, member=MemberFactory())
                TaskFactory(meeting=meeting, topic=topic)
            with django_assert_num_queries(6):
                counts.append(len(lines_of(meeting, user=secretary, told=True)))
        assert counts == [2, 6]

    def test_source_that_isnt_ones_own_shows_its_number_alone(self, secretary, teacher):
        member = MemberFactory(name="林芳")
        topic = TopicFactory()
        topic.source = SourceRef.to(member)
        topic.save()
        assert sources_shown([topic], secretary)[topic.pk].text == "林芳"
        hidden = sources_shown([topic], teacher)[topic.pk]
        assert (hidden.text, hidden.url) == ("教职工档案", "")


def test_task_is_reminded_of_before_and_after_its_day():
    for days in (-1, 0, 3, 4):
        TaskFactory(due_on=TODAY + days * DAY, text=str(days))
    TaskFactory(text="没有时限")
    assert [(task.text, what) for task, what in tasks_to_remind(TODAY, 3)] == [
        ("-1", "overdue"),
        ("0", "soon"),
        ("3", "soon"),
    ]
