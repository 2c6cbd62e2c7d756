"""Reads of meetings that span several tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from affairs.enums import HELD_MEETING, SCHOOLS_OWN, UPCOMING_MEETING, MeetingStatus, TaskStatus
from affairs.models import (
    Meeting,
    MeetingDecision,
    MeetingOpinion,
    MeetingParticipant,
    MeetingTask,
    MeetingTopic,
    committee_on,
)
from members.enums import AttendanceState
from members.models import Account, Attendance, Gathering, Member
from members.permissions import member_id_of
from members.selectors import RollLine, gatherings_of, holders_of, roll
from unionoffice.areas import Scope
from unionoffice.periods import Period
from unionoffice.roles import Role
from unionoffice.rules import rule
from unionoffice.sources import ShownSource

QUORUM = "affairs.meeting.quorum"
"""The rule on how large a part of a committee has to be there, in percent; more than that is enough."""
REMIND_MEETING = "affairs.meeting.remind"
"""The rule on how many days before a meeting people are reminded of it."""
REMIND_TASK = "affairs.meeting.remind_task"
"""The rule on how many days before a task is due somebody is reminded of it."""


def with_attendance(meetings: QuerySet[Meeting]) -> QuerySet[Any]:
    """Meetings with `attended` (人次): the names where there are any, else the number that was told."""
    if "attended" in meetings.query.annotations:
        return meetings
    came = Attendance.objects.present().filter(
        gathering__source_model=Meeting._meta.label, gathering__source_key=OuterRef("pk")
    )
    counted = came.order_by().values("gathering__source_key").annotate(n=Count("pk")).values("n")
    return meetings.annotate(
        attended=Coalesce(Subquery(counted), F("headcount"), 0, output_field=IntegerField()),
    )


def attendance_at(meetings: QuerySet[Meeting]) -> int:
    """All attendance of some meetings, in 人次."""
    return with_attendance(meetings).order_by().aggregate(total=Sum("attended"))["total"] or 0


def opinions_at(meetings: QuerySet[Meeting]) -> QuerySet[MeetingOpinion]:
    """What was said at some meetings."""
    return MeetingOpinion.objects.filter(meeting__in=meetings.order_by().values("pk"))


def decisions_of(meetings: QuerySet[Meeting]) -> QuerySet[MeetingDecision]:
    """What some meetings decided."""
    return MeetingDecision.objects.filter(meeting__in=meetings.order_by().values("pk"))


def tasks_of_meetings(meetings: QuerySet[Meeting]) -> QuerySet[MeetingTask]:
    """What some meetings asked for; what was given up isn't counted any more."""
    asked = MeetingTask.objects.filter(meeting__in=meetings.order_by().values("pk"))
    return asked.exclude(status=TaskStatus.DROPPED)


def meetings_held(period: Period, scope: Scope) -> QuerySet[Meeting]:
    """Meetings that took place in the period; of a union group those that it held itself."""
    held = Meeting.objects.held().held_between(period.start, period.end)
    return held if scope.group_id is None else held.filter(group=scope.group_id)


def gathering_of(meeting: Meeting) -> Gathering | None:
    """Its attendance, once somebody has begun to keep it."""
    return gatherings_of(meeting).first()


@dataclass(frozen=True)
class Presence:
    """Who came to a meeting and who didn't: by name, or as a number alone."""

    lines: tuple[RollLine, ...]
    reasons: dict[int, str]
    """Why somebody asked leave, by their key."""
    asked_leave: tuple[str, ...]
    """Who asked leave beforehand, while nobody has begun to keep attendance."""
    number: str
    """Where there are no names: 30余人."""

    @property
    def present(self) -> list[str]:
        """Names of those who came."""
        return self._names(AttendanceState.PRESENT)

    @property
    def on_leave(self) -> list[str]:
        """Names of those who asked leave, each with the reason where one was given."""
        found = [line.member for line in self.lines if _state(line) == AttendanceState.ON_LEAVE]
        return [_with_reason(member, self.reasons.get(member.pk, "")) for member in found]

    @property
    def absent(self) -> list[str]:
        """Names of those who stayed away."""
        return self._names(AttendanceState.ABSENT)

    def _names(self, state: str) -> list[str]:
        return [line.member.name for line in self.lines if _state(line) == state]


def _state(line: RollLine) -> str:
    return line.attendance.state if line.attendance is not None else ""


def _with_reason(member: Member, reason: str) -> str:
    return f"{member}（{reason}）" if reason else str(member)


def presence(meeting: Meeting) -> Presence:
    """What is known of who came."""
    gathering = gathering_of(meeting)
    lines = tuple(roll(gathering)) if gathering is not None else ()
    leaves = list(meeting.leaves.select_related("member").defer(*Member.secrets_of("member")))
    reasons = {leave.member_id: leave.reason for leave in leaves}
    asked = () if lines else tuple(_with_reason(leave.member, leave.reason) for leave in leaves)
    return Presence(lines, reasons, asked, headcount_text(meeting))


def headcount_text(meeting: Meeting) -> str:
    """30人, 30余人, 近30人, 至少30人: a number without names as it was told."""
    if meeting.headcount is None:
        return ""
    words = {"": "%d人", "over": "%d余人", "nearly": "近%d人", "at_least": "至少%d人"}
    return words[meeting.qualifier] % meeting.headcount


@dataclass(frozen=True)
class Quorum:
    """How many of a committee were to come and came, and whether that is enough to decide."""

    due: int
    present: int
    percent: Any

    @property
    def is_reached(self) -> bool:
        """More than the part that the rule asks for."""
        return self.present * 100 > self.due * self.percent


def quorum(meeting: Meeting) -> Quorum | None:
    """Of a committee's meeting at which attendance is kept; None for any other."""
    if meeting.committee_id is None:
        return None
    came = Attendance.objects.present().filter(gathering__in=gatherings_of(meeting).values("pk"))
    if not came.exists():
        return None
    seated = committee_on(meeting.committee_id, meeting.held_on)
    present = seated.filter(pk__in=came.values("member")).count()
    return Quorum(seated.count(), present, rule(QUORUM, on=meeting.held_on))


def carried_over(meeting: Meeting) -> QuerySet[MeetingTask]:
    """上次会议决定事项: all that the meeting before asked for, and what earlier ones did and wasn't done by then."""
    earlier = Meeting.objects.before(meeting).filter(status__in=HELD_MEETING)
    last = earlier.first()
    if last is None:
        return MeetingTask.objects.none()
    unfinished = Q(status=TaskStatus.OPEN) | Q(done_on__gt=last.held_on)
    rows = MeetingTask.objects.filter(Q(meeting=last) | Q(unfinished, meeting__in=earlier.order_by().values("pk")))
    return rows.select_related("meeting", "member", "department").order_by("meeting__held_on", "pk")


@dataclass(frozen=True)
class TopicLines:
    """A topic with what was said and decided on it; without a topic what was said freely."""

    topic: MeetingTopic | None
    source: ShownSource | None
    opinions: tuple[MeetingOpinion, ...]
    decisions: tuple[MeetingDecision, ...]
    tasks: tuple[MeetingTask, ...]


def lines_of(meeting: Meeting, *, user: Any, told: bool) -> list[TopicLines]:
    """The record of a meeting topic by topic, what belongs to none at the end: a few queries however long it is.

    Who isn't `told` of the outcome gets the agenda alone.
    """
    topics = list(meeting.topics.select_related("presenter"))
    sources = sources_shown(topics, user)
    opinions = list(meeting.opinions.select_related("member", "group")) if told else []
    decisions = list(meeting.decisions.all()) if told else []
    tasks = list(meeting.tasks.select_related("member", "department")) if told else []
    return [
        TopicLines(
            topic,
            sources.get(topic.pk) if topic else None,
            tuple(_on(topic, opinions)),
            tuple(_on(topic, decisions)),
            tuple(_on(topic, tasks)),
        )
        for topic in (*topics, None)
    ]


def _on(topic: MeetingTopic | None, lines: Iterable[Any]) -> Iterator[Any]:
    key = topic.pk if topic else None
    return (line for line in lines if line.topic_id == key)


def sources_shown(topics: Iterable[MeetingTopic], user: Any) -> dict[int, ShownSource]:
    """What the user may see of the records that topics are about, by topic: two queries for each kind of record."""
    asked: dict[str, dict[int, list[int]]] = {}
    for topic in topics:
        if topic.source is not None:
            asked.setdefault(topic.source.model, {}).setdefault(topic.source.key, []).append(topic.pk)
    shown: dict[int, ShownSource] = {}
    for label, keys in asked.items():
        model: Any = apps.get_model(label)
        seen = model._default_manager.visible_to(user).in_bulk(list(keys))
        for key, record in model._default_manager.in_bulk(list(keys)).items():
            hit = seen.get(key)
            told = ShownSource(str(hit), hit.get_absolute_url()) if hit else ShownSource(record.public_number, "")
            shown.update(dict.fromkeys(keys[key], told))
    return shown


def accounts_due_at(meeting: Meeting) -> QuerySet[Account]:
    """Who of those due can be told something in the office."""
    return Account.objects.filter(member__in=meeting.people_due().order_by().values("pk"), is_active=True)


def keepers_of(meeting: Meeting) -> QuerySet[Account]:
    """Who entered the meeting, and who writes its minutes."""
    return Account.objects.filter(Q(pk=meeting.planned_by_id) | Q(member=meeting.recorder_id), is_active=True)


def is_due_at(meeting: Meeting, member_id: int | None) -> bool:
    """Whether somebody is to come."""
    return member_id is not None and meeting.people_due().filter(pk=member_id).exists()


def observers_of(meeting: Meeting) -> list[MeetingParticipant]:
    """Who is asked by name, the observers last."""
    return list(meeting.participants.select_related("member"))


def meetings_to_confirm(user: Any) -> QuerySet[Meeting]:
    """Minutes that wait for somebody's confirmation, as far as a query can tell; the rule decides."""
    waiting = Meeting.objects.visible_to(user).filter(status=MeetingStatus.DRAFTED)
    return waiting.select_related("chair").defer("minutes").order_by("held_on", "pk")


def meetings_ahead(user: Any, start: date, end: date) -> QuerySet[Meeting]:
    """Announced meetings of some days that mean this person, not only ones that their office sees."""
    known = Meeting.objects.meaning(user, start).filter(status=MeetingStatus.ANNOUNCED)
    return known.filter(held_on__range=(start, end)).defer("minutes").order_by("held_on", "starts_at", "pk")


def tasks_waiting(user: Any) -> QuerySet[MeetingTask]:
    """What this person still has to do from meetings, the most urgent first."""
    return MeetingTask.objects.open().asked_of(user).select_related("meeting", "department").by_due_day()


def meetings_on(day: date) -> QuerySet[Meeting]:
    """Announced meetings of a day."""
    return Meeting.objects.filter(status=MeetingStatus.ANNOUNCED, held_on=day).order_by("pk")


def tasks_to_remind(on: date, before: int) -> Iterator[tuple[MeetingTask, str]]:
    """Open tasks whose day comes within so many days, or is past, with the name of that moment."""
    rows = MeetingTask.objects.open().filter(due_on__isnull=False).select_related("member", "department", "meeting")
    for task in rows.order_by("due_on", "pk"):
        left = (task.due_on - on).days  # type: ignore[operator]  # filtered above
        if left < 0:
            yield task, "overdue"
        elif left <= before:
            yield task, "soon"


def accounts_responsible(task: MeetingTask) -> QuerySet[Account]:
    """Who is to do it: the person, else who heads the department."""
    member_id = task.member_id or (task.department.head_id if task.department else None)
    return Account.objects.filter(member=member_id, member__isnull=False, is_active=True)


def accounts_confirming(meeting: Meeting, on: date) -> QuerySet[Account]:
    """Who confirms the minutes: who led the meeting, or, where nobody did who has an account, who answers for it."""
    if meeting.chair_signs_here:
        return Account.objects.filter(member=meeting.chair_id, is_active=True)
    return holders_of(Role.PRINCIPAL if meeting.kind in SCHOOLS_OWN else Role.CHAIR, on=on)


def meetings_to_hold(user: Any, on: date) -> QuerySet[Meeting]:
    """Meetings whose day is past, and of which those who enter or record them haven't said that they were held."""
    own, mine = Q(planned_by=user), member_id_of(user)
    own |= Q(recorder=mine) if mine is not None else Q()
    waiting = Meeting.objects.filter(own, status__in=UPCOMING_MEETING, held_on__lt=on)
    return waiting.defer("minutes").order_by("held_on", "pk")
