"""Meetings for tests, and the steps of one as tests take them."""

from datetime import date, datetime, time

import factory
from django.utils import timezone

from affairs import services
from affairs.enums import HELD_MEETING, MeetingKind, MeetingStatus
from affairs.models import (
    Meeting,
    MeetingDecision,
    MeetingLeave,
    MeetingOpinion,
    MeetingParticipant,
    MeetingTask,
    MeetingTopic,
)
from members.enums import AttendanceState
from members.services import close_gathering, mark_attendance
from tests.conftest import TODAY
from tests.members.factories import (
    AccountFactory,
    CommitteeFactory,
    CommitteeTermFactory,
    MemberFactory,
    OfficeHoldingFactory,
)
from unionoffice.sources import SourceRef

MINUTED = (MeetingStatus.DRAFTED, MeetingStatus.CONFIRMED)
NOW = timezone.make_aware(datetime.combine(TODAY, time(15, 30)))


class MeetingFactory(factory.django.DjangoModelFactory):
    """A forum of today that was announced; at a later status with what that status asks for."""

    class Meta:
        model = Meeting

    status = MeetingStatus.ANNOUNCED
    kind = MeetingKind.FORUM
    title = "女教师代表座谈会"
    held_on = TODAY
    starts_at = time(15, 30)
    place = "会议室"
    planned_by = factory.SubFactory(AccountFactory)
    announced_on = factory.LazyAttribute(
        lambda made: date(2026, 11, 16) if made.status == MeetingStatus.ANNOUNCED else None
    )
    year = factory.LazyAttribute(lambda made: made.held_on.year if made.status in HELD_MEETING else None)
    number = factory.LazyAttributeSequence(lambda made, n: n + 1 if made.status in HELD_MEETING else None)
    minutes = factory.LazyAttribute(lambda made: "<p>会议讨论了食堂供餐。</p>" if made.status in MINUTED else "")
    confirmed_on = factory.LazyAttribute(lambda made: TODAY if made.status == MeetingStatus.CONFIRMED else None)
    confirmed_by = factory.LazyAttribute(
        lambda made: made.planned_by if made.status == MeetingStatus.CONFIRMED else None
    )
    cancelled_because = factory.LazyAttribute(
        lambda made: "场地停电" if made.status == MeetingStatus.CANCELLED else ""
    )


class HeldFactory(MeetingFactory):
    """One that took place."""

    status = MeetingStatus.HELD


class ParticipantFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeetingParticipant

    meeting = factory.SubFactory(MeetingFactory)
    member = factory.SubFactory(MemberFactory)


class LeaveFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeetingLeave

    meeting = factory.SubFactory(MeetingFactory)
    member = factory.SubFactory(MemberFactory)
    reason = "外出培训"
    asked_on = TODAY


class TopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeetingTopic

    meeting = factory.SubFactory(HeldFactory)
    title = "食堂供餐"


class OpinionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeetingOpinion

    meeting = factory.SubFactory(HeldFactory)
    text = "希望延长供餐时间。"


class DecisionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeetingDecision

    meeting = factory.SubFactory(HeldFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = "供餐延长半小时。"


class TaskFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeetingTask

    meeting = factory.SubFactory(HeldFactory)
    text = "勘察增设哺乳室的地点"
    member = factory.SubFactory(MemberFactory)


def seated(*members, kind="union", name="工会委员会"):
    """A committee in which these people serve."""
    committee = CommitteeFactory(kind=kind, name=name)
    term = CommitteeTermFactory(committee=committee)
    for member in members:
        OfficeHoldingFactory(term=term, member=member)
    return committee


def planned(by, **fields):
    """A meeting of today, planned through the service."""
    told = {"kind": MeetingKind.FORUM, "title": "女教师代表座谈会", "held_on": TODAY}
    people = {name: fields.pop(name) for name in ("people", "observers") if name in fields}
    made = Meeting(**{**told, "starts_at": time(15, 30), "place": "会议室", **fields})
    return services.plan_meeting(made, by=by, **people)


def announced(by, *, on=TODAY, **fields):
    """One whose notice was sent."""
    return services.announce_meeting(planned(by, **fields), by=by, on=on)


def signed(meeting, by, *members, closed=True):
    """These people came."""
    gathering = services.open_meeting_attendance(meeting, by=by, at=NOW)
    mark_attendance(gathering, members, AttendanceState.PRESENT, by=by, at=NOW)
    return close_gathering(gathering, by=by, at=NOW) if closed else gathering


def held(by, *, on=TODAY, **fields):
    """One that took place."""
    return services.hold_meeting(planned(by, **fields), by=by, on=on)


def drafted(by, *, minutes="<p>会议讨论了食堂供餐。</p>", **fields):
    """One whose minutes were handed in."""
    meeting = services.write_minutes(held(by, **fields), minutes=minutes, sent_to="", by=by)
    return services.submit_minutes(meeting, by=by, on=TODAY)


def confirmed(by, leader, **fields):
    """One whose minutes were confirmed by who led it."""
    meeting = drafted(by, chair=leader.member, **fields)
    return services.confirm_minutes(meeting, version=meeting.version, by=leader, on=TODAY)


def past(by, *, topics=(), **fields):
    """One that was held without this office."""
    told = {"kind": MeetingKind.FORUM, "title": "女教师代表座谈会", "held_on": date(2026, 3, 8)}
    return services.record_past_meeting(Meeting(**{**told, **fields}), by=by, on=TODAY, topics=topics)


def opinion(meeting, by, **fields):
    """Somebody says something."""
    said = MeetingOpinion(meeting=meeting, **{"text": "希望延长供餐时间。", **fields})
    return services.note_opinion(said, by=by, on=TODAY)


def decision(meeting, by, **fields):
    """Something is decided."""
    decided = MeetingDecision(meeting=meeting, **{"text": "供餐延长半小时。", **fields})
    return services.note_decision(decided, by=by, on=TODAY)


def task(meeting, by, **fields):
    """Somebody is to do something."""
    given = MeetingTask(meeting=meeting, **{"text": "勘察增设哺乳室的地点", **fields})
    return services.give_task(given, by=by, on=TODAY)


def topic_about(record):
    """A topic about a record of any area."""
    made = TopicFactory.build(meeting=HeldFactory())
    made.source = SourceRef.to(record)
    made.save()
    return made


LINKS = {
    ("affairs.Meeting", "chair"): lambda one: MeetingFactory(chair=one),
    ("affairs.Meeting", "recorder"): lambda one: MeetingFactory(recorder=one),
    ("affairs.MeetingLeave", "member"): lambda one: LeaveFactory(member=one),
    ("affairs.MeetingOpinion", "member"): lambda one: OpinionFactory(member=one),
    ("affairs.MeetingParticipant", "member"): lambda one: ParticipantFactory(member=one),
    ("affairs.MeetingTask", "member"): lambda one: TaskFactory(member=one),
    ("affairs.MeetingTopic", "presenter"): lambda one: TopicFactory(presenter=one),
    ("affairs.MeetingTopic", "source_key"): topic_about,
}
"""A row that points at somebody, for every way in which meetings can."""
