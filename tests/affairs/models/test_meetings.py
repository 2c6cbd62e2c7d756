"""Who may know of a meeting and of what was said there, whom it means, and what the database refuses."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from affairs.enums import MeetingKind, MeetingStatus, TaskStatus
from affairs.models import Meeting, MeetingDecision, MeetingOpinion, MeetingTask, MeetingTopic
from members.enums import ServiceStatus
from tests.affairs.meetings import (
    DecisionFactory,
    HeldFactory,
    MeetingFactory,
    OpinionFactory,
    ParticipantFactory,
    TaskFactory,
    TopicFactory,
    planned,
    seated,
    signed,
)
from tests.conftest import TODAY, make_actor
from tests.members.factories import (
    AccountFactory,
    AudienceFactory,
    DepartmentFactory,
    DepartmentHeadFactory,
    GroupLeaderFactory,
    GroupPlaceFactory,
    MemberFactory,
    OfficeHoldingFactory,
    UnionGroupFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def sees(account, meeting):
    return Meeting.objects.visible_to(account).filter(pk=meeting.pk).exists()


class TestWhoKnows:
    def test_chair_and_secretary_know_of_all(self, chair, secretary):
        for kind in (MeetingKind.FORUM, MeetingKind.ADMINISTRATIVE):
            meeting = MeetingFactory(status=MeetingStatus.PLANNED, kind=kind)
            assert (sees(chair, meeting), sees(secretary, meeting)) == (True, True)

    @pytest.mark.parametrize(
        ("kind", "known"),
        [
            (MeetingKind.ADMINISTRATIVE, True),
            (MeetingKind.LEADERSHIP, True),
            (MeetingKind.ALL_STAFF, True),
            (MeetingKind.COMMITTEE, False),
            (MeetingKind.FORUM, False),
        ],
    )
    def test_principal_knows_of_the_schools_own(self, principal, kind, known):
        assert sees(principal, MeetingFactory(kind=kind)) == known

    def test_others_dont_know_of_what_doesnt_mean_them(self, teacher, group_leader, auditor):
        meeting = MeetingFactory(kind=MeetingKind.ADMINISTRATIVE)
        assert [sees(one, meeting) for one in (teacher, group_leader, auditor)] == [False] * 3
        assert not sees(AnonymousUser(), meeting)

    def test_meeting_of_all_staff_is_for_all_once_it_is_announced(self, teacher):
        assert sees(teacher, MeetingFactory(kind=MeetingKind.ALL_STAFF))
        assert not sees(teacher, MeetingFactory(kind=MeetingKind.ALL_STAFF, status=MeetingStatus.PLANNED))
        operator = AccountFactory(member=None, employee_no="ops", name="运维")
        assert not sees(operator, MeetingFactory(kind=MeetingKind.ALL_STAFF))

    def test_audience_knows_once_it_is_announced(self, teacher):
        audience = AudienceFactory()
        assert sees(teacher, MeetingFactory(audience=audience))
        assert not sees(teacher, MeetingFactory(audience=audience, status=MeetingStatus.PLANNED))

    def test_committee_of_that_day_knows(self, teacher, delegate):
        committee = seated(teacher.member)
        term = committee.terms.get()
        OfficeHoldingFactory(term=term, member=delegate.member, to_on=TODAY - timedelta(days=1))
        meeting = MeetingFactory(committee=committee, kind=MeetingKind.COMMITTEE)
        assert (sees(teacher, meeting), sees(delegate, meeting)) == (True, False)

    def test_holders_of_the_offices_that_are_asked_know(self, teacher, delegate, principal):
        DepartmentHeadFactory(member=teacher.member)
        GroupLeaderFactory(member=delegate.member)
        deputy = make_actor(None, "林芳")
        DepartmentHeadFactory(member=deputy.member, is_deputy=True)
        meeting = MeetingFactory(kind=MeetingKind.JOINT, with_heads=True)
        assert [sees(one, meeting) for one in (teacher, delegate, deputy)] == [True, False, False]
        meeting = MeetingFactory(kind=MeetingKind.JOINT, with_group_leaders=True, with_school_leaders=True)
        assert [sees(one, meeting) for one in (teacher, delegate, principal)] == [False, True, True]

    def test_group_and_those_under_it_know(self, teacher, delegate):
        branch = UnionGroupFactory()
        GroupPlaceFactory(member=teacher.member, group=UnionGroupFactory(parent=branch))
        GroupPlaceFactory(member=delegate.member)
        meeting = MeetingFactory(kind=MeetingKind.GROUP, group=branch)
        assert (sees(teacher, meeting), sees(delegate, meeting)) == (True, False)
        assert list(meeting.people_due()) == [teacher.member]

    def test_who_came_without_being_asked_knows(self, secretary, teacher, delegate):
        meeting = planned(secretary)
        signed(meeting, secretary, teacher.member)
        Meeting.objects.filter(pk=meeting.pk).update(status=MeetingStatus.HELD, year=2026, number=1)
        assert (sees(teacher, meeting), sees(delegate, meeting)) == (True, False)

    def test_who_leads_records_or_planned_it_knows_at_once(self, teacher, delegate, treasurer):
        meeting = MeetingFactory(
            status=MeetingStatus.PLANNED, chair=teacher.member, recorder=delegate.member, planned_by=treasurer
        )
        assert [sees(one, meeting) for one in (teacher, delegate, treasurer)] == [True] * 3


class TestWhoReads:
    @pytest.fixture
    def lines(self, teacher):
        def make(status):
            meeting = HeldFactory(status=status)
            ParticipantFactory(meeting=meeting, member=teacher.member)
            for factory in (OpinionFactory, DecisionFactory, TaskFactory, TopicFactory):
                factory(meeting=meeting)
            return meeting

        return make

    @pytest.mark.parametrize(
        ("status", "read"),
        [(MeetingStatus.HELD, 0), (MeetingStatus.DRAFTED, 0), (MeetingStatus.CONFIRMED, 1)],
    )
    def test_participants_read_what_was_said_once_it_is_confirmed(self, lines, teacher, secretary, status, read):
        lines(status)
        said = (MeetingOpinion, MeetingDecision, MeetingTask)
        assert [model.objects.visible_to(teacher).count() for model in said] == [read] * 3
        assert [model.objects.visible_to(secretary).count() for model in said] == [1] * 3
        assert MeetingTopic.objects.visible_to(teacher).count() == 1

    def test_others_read_nothing_of_confirmed_minutes(self, lines, delegate):
        lines(MeetingStatus.CONFIRMED)
        for model in (MeetingOpinion, MeetingDecision, MeetingTask, MeetingTopic):
            assert model.objects.visible_to(delegate).count() == 0

    def test_who_is_to_do_it_sees_the_task_and_not_the_meeting(self, teacher, delegate):
        own, heads = (
            TaskFactory(member=teacher.member),
            TaskFactory(member=None, department=DepartmentFactory(head=delegate.member)),
        )
        assert list(MeetingTask.objects.visible_to(teacher)) == [own]
        assert list(MeetingTask.objects.visible_to(delegate)) == [heads]
        assert Meeting.objects.visible_to(teacher).count() == 0


class TestPeopleDue:
    def test_each_is_named_once_whatever_the_reason(self, secretary, teacher):
        committee = seated(teacher.member)
        DepartmentHeadFactory(member=teacher.member)
        meeting = planned(
            secretary, kind=MeetingKind.JOINT, committee=committee, with_heads=True, people=[teacher.member]
        )
        assert list(meeting.people_due()) == [teacher.member]

    def test_who_had_left_by_then_isnt_waited_for(self, secretary):
        gone = MemberFactory(service_status=ServiceStatus.LEFT)
        assert list(planned(secretary, committee=seated(gone)).people_due()) == []

    def test_who_leads_and_who_records_are_due(self, secretary, chair):
        meeting = planned(secretary, chair=chair.member, recorder=secretary.member)
        assert set(meeting.people_due()) == {chair.member, secretary.member}


class TestDisclosure:
    def test_says_what_was_decided_and_not_who_said_what(self):
        meeting = HeldFactory(status=MeetingStatus.CONFIRMED, kind=MeetingKind.COMMITTEE, title="工会委员会议")
        DecisionFactory(meeting=meeting, number=1, text="发放节日慰问品。")
        DecisionFactory(meeting=meeting, number=2, text="举办运动会。")
        OpinionFactory(meeting=meeting)
        draft = meeting.as_disclosure()
        assert (draft.title, draft.category) == ("工会委员会议决定事项", "organisation")
        assert draft.body == ("2026年11月22日召开工会委员会议，议定以下事项：\n1. 发放节日慰问品。\n2. 举办运动会。")

    def test_says_nothing_before_the_minutes_are_confirmed(self):
        decision = DecisionFactory()
        assert decision.text not in decision.meeting.as_disclosure().body


@pytest.mark.parametrize(
    ("factory", "fields"),
    [
        (MeetingFactory, {"precision": "month", "held_on": date(2026, 6, 1)}),
        (MeetingFactory, {"status": MeetingStatus.HELD, "number": None}),
        (MeetingFactory, {"number": 3, "year": 2026}),
        (MeetingFactory, {"kind": MeetingKind.GROUP}),
        (MeetingFactory, {"announced_on": None}),
        (MeetingFactory, {"headcount": 0}),
        (MeetingFactory, {"qualifier": "over"}),
        (MeetingFactory, {"ends_at": "15:30"}),
        (MeetingFactory, {"status": MeetingStatus.DRAFTED, "minutes": ""}),
        (MeetingFactory, {"status": MeetingStatus.CONFIRMED, "confirmed_by": None}),
        (MeetingFactory, {"confirmed_on": TODAY}),
        (MeetingFactory, {"status": MeetingStatus.CANCELLED, "cancelled_because": ""}),
        (OpinionFactory, {"outcome": "adopted"}),
        (OpinionFactory, {"answer": "好"}),
        (TaskFactory, {"member": None}),
        (TaskFactory, {"status": TaskStatus.DONE}),
        (TaskFactory, {"done_on": TODAY}),
    ],
)
def test_database_refuses_what_no_state_allows(factory, fields):
    with pytest.raises(IntegrityError):
        factory(**fields)


def test_one_meeting_of_a_number():
    HeldFactory(number=1)
    HeldFactory(number=1, kind=MeetingKind.COMMITTEE)
    with pytest.raises(IntegrityError):
        HeldFactory(number=1)


def test_opinion_of_two_sides_is_refused_by_the_database():
    with pytest.raises(IntegrityError):
        OpinionFactory(member=MemberFactory(), group=UnionGroupFactory())
