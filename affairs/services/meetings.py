"""Every write to a meeting before it is held, and to meetings that were held before they were entered."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import NOTED_MEETING, UPCOMING_MEETING, MeetingKind, MeetingStatus, TaskStatus
from affairs.models import Meeting, MeetingParticipant, MeetingTopic
from affairs.selectors import carried_over, gathering_of, meetings_on, tasks_to_remind
from affairs.selectors.meetings import REMIND_MEETING, REMIND_TASK
from affairs.services import meeting_notices as notices
from members.models import Member
from unionoffice import audit
from unionoffice.attachments import remove_attachments
from unionoffice.numbering import next_number
from unionoffice.precision import Precision
from unionoffice.refusal import Refused, stated
from unionoffice.rules import rule
from unionoffice.states import lock, moving

MEETING_SERIES = "affairs.meeting"

TOLD = ("title", "held_on", "starts_at", "ends_at", "place")
"""What people were told when the meeting was announced: they are told of a change."""

NUMBERED_BY = ("kind", "group")
"""What the number of a meeting hangs on, together with its year."""

COPIED = (
    "kind",
    "theme",
    "title",
    "starts_at",
    "ends_at",
    "place",
    "chair",
    "recorder",
    "convener",
    "audience",
    "committee",
    "group",
    "with_heads",
    "with_group_leaders",
    "with_school_leaders",
)
"""What the next meeting of a series has in common with this one."""


@transaction.atomic
def plan_meeting(
    meeting: Meeting, *, by: Any, people: Iterable[Member] = (), observers: Iterable[Member] = ()
) -> Meeting:
    """Begin preparing a meeting: `people` and `observers` are asked by name, beside those whom its rule means."""
    meeting.planned_by = by
    _check(meeting)
    with audit.deed("筹备会议", by=by):
        meeting.save()
        _ask(meeting, people, observers)
    return meeting


@transaction.atomic
def amend_meeting(
    meeting: Meeting,
    *,
    changes: Mapping[str, Any],
    by: Any,
    people: Iterable[Member] | None = None,
    observers: Iterable[Member] | None = None,
) -> Meeting:
    """Change what is arranged. Of a meeting that is announced everybody due is told of another time, place or name,
    and whoever is asked now and wasn't before gets the notice.

    Refused once its minutes wait or are confirmed; another kind, group or year once it was held; another day once
    somebody signed in.
    """
    lock(meeting)
    if meeting.status not in NOTED_MEETING:
        raise Refused(_("现在是“%(status)s”状态，不能再修改。") % {"status": meeting.get_status_display()})
    changed = {name for name, value in changes.items() if getattr(meeting, name) != value}
    year = meeting.held_on.year
    for name, value in changes.items():
        setattr(meeting, name, value)
    _check(meeting)
    _check_settled(meeting, changed, year)
    with audit.deed("", by=by):
        meeting.save()
        if people is not None or observers is not None:
            _ask(meeting, people or (), observers or ())
    if meeting.status == MeetingStatus.ANNOUNCED:
        notices.announced(meeting)
        if changed & set(TOLD):
            notices.changed(meeting)
    return meeting


def announce_meeting(meeting: Meeting, *, by: Any, on: date) -> Meeting:
    """Send the notice to everybody due; refused without time, place or anybody to come, and after its day."""
    with moving(meeting, to=MeetingStatus.ANNOUNCED, by=by, verb="发出会议通知"):
        if meeting.starts_at is None or not meeting.place:
            raise Refused(_("请先填写开始时间和地点，再发通知。"))
        if meeting.held_on < on:
            raise Refused(_("会议日期已经过了。请修改日期，或者直接登记召开。"))
        if not meeting.people_due().exists():
            raise Refused(_("还没有应到人员。请先选择参会范围，或点名列入参会人员。"))
        meeting.announced_on = on
        notices.announced(meeting)
    return meeting


def cancel_meeting(meeting: Meeting, *, reason: str, by: Any) -> Meeting:
    """Call it off; who had got the notice is told why."""
    with moving(meeting, to=MeetingStatus.CANCELLED, by=by, verb="取消会议", note=reason):
        meeting.cancelled_because = stated(reason, _("请写明取消的原因。"))
        if meeting.announced_on is not None:
            notices.cancelled(meeting)
    return meeting


@transaction.atomic
def delete_meeting(meeting: Meeting, *, by: Any) -> None:
    """Throw away what nobody was told of; refused where anything was said at it already."""
    lock(meeting)
    if meeting.status != MeetingStatus.PLANNED:
        raise Refused(_("已经发出通知的会议不能删除，可以取消。"))
    if gathering_of(meeting) or any(
        rows.exists() for rows in (meeting.opinions, meeting.decisions, meeting.tasks, meeting.leaves)
    ):
        raise Refused(_("会议已有签到或记录，不能删除，可以取消。"))
    with audit.deed("删除会议", by=by):
        for rows in (meeting.topics, meeting.participants):
            for row in rows.all():
                row.delete()
        remove_attachments(meeting, by=by)
        meeting.delete()


def hold_meeting(meeting: Meeting, *, by: Any, on: date) -> Meeting:
    """Note that it took place: it gets its number of the year. Refused before its day."""
    with moving(meeting, to=MeetingStatus.HELD, by=by, verb="登记召开"):
        if meeting.held_on > on:
            raise Refused(_("会议还没有召开，请在当天或以后登记。"))
        _number(meeting)
    return meeting


@transaction.atomic
def record_past_meeting(
    meeting: Meeting,
    *,
    by: Any,
    on: date,
    topics: Sequence[str] = (),
    people: Iterable[Member] = (),
    observers: Iterable[Member] = (),
) -> Meeting:
    """Enter a meeting that was held without this office (补录); its day may be known by month, term or year only.

    Refuses days to come.
    """
    meeting.planned_by, meeting.recorded_late, meeting.status = by, True, MeetingStatus.HELD
    if meeting.held_on > on:
        raise Refused(_("补录的会议应当已经召开，日期不能晚于今天。"))
    _check(meeting)
    _number(meeting)
    with audit.deed("补录会议", by=by):
        meeting.save()
        _ask(meeting, people, observers)
        for place, title in enumerate(topics, start=1):
            MeetingTopic.objects.create(meeting=meeting, place=place, title=title)
    return meeting


@transaction.atomic
def copy_meeting(meeting: Meeting, *, held_on: date, by: Any, on: date) -> Meeting:
    """The next one of a series, for the same people at the same hour; what is still to be done from this one and
    earlier ones stands first on its agenda. Refuses a day that is over.
    """
    if held_on < on:
        raise Refused(_("下次会议的日期不能早于今天。"))
    following = Meeting(held_on=held_on, **{name: getattr(meeting, name) for name in COPIED})
    asked = list(meeting.participants.select_related("member"))
    plan_meeting(
        following,
        by=by,
        people=[one.member for one in asked if not one.is_observer],
        observers=[one.member for one in asked if one.is_observer],
    )
    if carried_over(following).filter(status=TaskStatus.OPEN).exists():
        with audit.deed("列入议程", by=by):
            MeetingTopic.objects.create(
                meeting=following, title=_("上次会议决定事项办理情况"), presenter=meeting.recorder
            )
    return following


def remind_of_meetings(*, on: date) -> None:
    """The day's reminders: meetings that are near, tasks that are near their day, and tasks that are past it."""
    for meeting in meetings_on(on + timedelta(days=rule(REMIND_MEETING, on=on))):
        notices.reminded(meeting)
    for task, what in tasks_to_remind(on, rule(REMIND_TASK, on=on)):
        notices.task_reminded(task, what)


def _check(meeting: Meeting) -> None:
    """A title that nobody gave is the kind's name, or the theme; a group meeting has its group, no other has one."""
    meeting.title = meeting.title.strip() or meeting.theme or meeting.get_kind_display()
    if (meeting.kind == MeetingKind.GROUP) != (meeting.group is not None):
        if meeting.group is None:
            raise Refused(_("请选择召开会议的工会小组。"))
        raise Refused(_("只有工会小组会才选工会小组，请改会议类型或不选小组。"))
    if meeting.precision != Precision.DAY and not meeting.recorded_late:
        raise Refused(_("还没有召开的会议，日期要填到日。"))


def _check_settled(meeting: Meeting, changed: set[str], year: int) -> None:
    """What may not change any more once the meeting has its number, or its attendance."""
    if meeting.status not in UPCOMING_MEETING and (changed & set(NUMBERED_BY) or meeting.held_on.year != year):
        raise Refused(_("会议已经编号，类型、小组和年份不能再改。"))
    if "held_on" in changed and gathering_of(meeting) is not None:
        raise Refused(_("签到已经开始，不能再改日期。"))


def _number(meeting: Meeting) -> None:
    """The next number of its kind, or of its group, in the year in which it was held."""
    series = f"{MEETING_SERIES}.{meeting.kind}" + (f".{meeting.group_id}" if meeting.group_id else "")
    meeting.year = meeting.held_on.year
    meeting.number = next_number(series, meeting.year)


def _ask(meeting: Meeting, people: Iterable[Member], observers: Iterable[Member]) -> None:
    """Who is asked by name from now on; somebody who stands in both attends."""
    wanted = {member.pk: (member, True) for member in observers} | {member.pk: (member, False) for member in people}
    known = {row.member_id: row for row in meeting.participants.all()}
    for key, row in known.items():
        if key not in wanted:
            row.delete()
        elif row.is_observer != wanted[key][1]:
            row.is_observer = wanted[key][1]
            row.save()
    for key, (member, is_observer) in wanted.items():
        if key not in known:
            MeetingParticipant.objects.create(meeting=meeting, member=member, is_observer=is_observer)
