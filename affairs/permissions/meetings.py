"""Who may do what with meetings.

Least access: a meeting of a committee or of the school's leaders is known to those who are meant or came, to the
union's chair and secretary, and a meeting of the school to the principal. What was said and decided is read by the
others only once the minutes are confirmed. What isn't announced yet is known to those who prepare it.
"""

from typing import Any

import rules

from affairs.enums import NOTED_MEETING, SCHOOLS_OWN, UPCOMING_MEETING, MeetingKind, MeetingStatus, TaskStatus
from members.permissions import has_own_record, member_id_of
from unionoffice.precision import Precision
from unionoffice.roles import Role, User, holds, roles_of, signed_in
from unionoffice.states import in_state

keeps_all_meetings = holds(Role.CHAIR, Role.SECRETARY)
"""Prepares and files the union's meetings, and sees what the others do."""

KINDS_OF: dict[Role, tuple[MeetingKind, ...]] = {
    Role.CHAIR: tuple(MeetingKind),
    Role.SECRETARY: tuple(MeetingKind),
    Role.PRINCIPAL: (*SCHOOLS_OWN, MeetingKind.FORUM, MeetingKind.OTHER),
    Role.PARTY_SECRETARY: (*SCHOOLS_OWN, MeetingKind.FORUM, MeetingKind.OTHER),
    Role.VICE_PRINCIPAL: (*SCHOOLS_OWN, MeetingKind.FORUM, MeetingKind.OTHER),
    Role.AUDITOR: (MeetingKind.AUDIT,),
    Role.WOMEN_OFFICER: (MeetingKind.WOMEN, MeetingKind.FORUM),
    Role.GROUP_LEADER: (MeetingKind.GROUP,),
}
"""Which meetings a role calls."""

plans_meetings = holds(*KINDS_OF)
opens_meeting_list = signed_in
opens_meeting = signed_in
"""Whether there is anything to open is decided by `visible_to`."""

has_meeting_tasks = has_own_record


def kinds_to_plan(user: User) -> tuple[MeetingKind, ...]:
    """The kinds of meeting that somebody may call, in their order."""
    allowed = {kind for role in roles_of(user) for kind in KINDS_OF.get(role, ())}
    return tuple(kind for kind in MeetingKind if kind in allowed)


def principals_kinds(user: User) -> tuple[MeetingKind, ...]:
    """The kinds of which somebody sees every meeting by their office, whether they were meant or not."""
    return SCHOOLS_OWN if Role.PRINCIPAL in roles_of(user) else ()


@rules.predicate
def answers_for_kind(user: User, meeting: Any) -> bool:
    """The principal for meetings of the school, the union's chair for the others."""
    return (Role.PRINCIPAL if meeting.kind in SCHOOLS_OWN else Role.CHAIR) in roles_of(user)


@rules.predicate
def planned_it(user: User, meeting: Any) -> bool:
    """Who entered it."""
    return meeting.planned_by_id == user.pk


@rules.predicate
def records_it(user: User, meeting: Any) -> bool:
    """Who writes the minutes."""
    return meeting.recorder_id is not None and meeting.recorder_id == member_id_of(user)


@rules.predicate
def chairs_it(user: User, meeting: Any) -> bool:
    """Who leads it."""
    return meeting.chair_id is not None and meeting.chair_id == member_id_of(user)


@rules.predicate
def chair_signs_here(_user: User, meeting: Any) -> bool:
    """Whether somebody leads it who can confirm the minutes in the office."""
    return bool(meeting.chair_signs_here)


@rules.predicate
def counts_without_names(_user: User, meeting: Any) -> bool:
    """A number without names stands for who came."""
    return meeting.headcount is not None


@rules.predicate
def has_minutes(_user: User, meeting: Any) -> bool:
    """Somebody has begun to write them."""
    return bool(meeting.minutes)


@rules.predicate
def is_of_a_day(_user: User, meeting: Any) -> bool:
    """Its day is known: nobody signs in on a month."""
    return meeting.precision == Precision.DAY


keeps_meeting = keeps_all_meetings | planned_it | records_it | chairs_it | answers_for_kind
"""Prepares it, writes down what happens, and sees everything of it."""

reads_outcome = keeps_meeting | in_state(MeetingStatus.CONFIRMED)
"""Opinions, decisions and minutes: for who was meant or came, once the minutes are confirmed."""

may_amend_meeting = keeps_meeting & in_state(*NOTED_MEETING)
may_announce_meeting = keeps_meeting & in_state(MeetingStatus.PLANNED)
may_cancel_meeting = keeps_meeting & in_state(*UPCOMING_MEETING)
may_delete_meeting = keeps_meeting & in_state(MeetingStatus.PLANNED)
may_hold_meeting = keeps_meeting & in_state(*UPCOMING_MEETING)
may_note_lines = keeps_meeting & in_state(*NOTED_MEETING)
may_keep_attendance = keeps_meeting & in_state(*NOTED_MEETING) & ~counts_without_names & is_of_a_day
may_count_heads = keeps_meeting & in_state(MeetingStatus.HELD)
may_write_minutes = keeps_meeting & in_state(MeetingStatus.HELD)
may_submit_minutes = keeps_meeting & in_state(MeetingStatus.HELD) & has_minutes
may_confirm_minutes = (chairs_it | (answers_for_kind & ~chair_signs_here)) & in_state(MeetingStatus.DRAFTED)
may_return_minutes = (keeps_meeting | chairs_it) & in_state(MeetingStatus.DRAFTED)
may_note_correction = keeps_meeting & in_state(MeetingStatus.CONFIRMED)
may_copy_meeting = keeps_meeting & ~in_state(MeetingStatus.CANCELLED)
may_answer_opinion = keeps_meeting & in_state(MeetingStatus.HELD, MeetingStatus.DRAFTED, MeetingStatus.CONFIRMED)
"""Answers come after the meeting too, when its minutes are confirmed already."""

may_ask_leave = in_state(MeetingStatus.ANNOUNCED)
"""Who is due is asked for where the meeting is at hand."""

may_attach_to_meeting = keeps_meeting & ~in_state(MeetingStatus.CANCELLED)
may_print_meeting_notice = opens_meeting & in_state(MeetingStatus.ANNOUNCED, MeetingStatus.PLANNED)
may_print_agenda = opens_meeting & ~in_state(MeetingStatus.CANCELLED)
may_print_minutes = reads_outcome & in_state(MeetingStatus.HELD, MeetingStatus.DRAFTED, MeetingStatus.CONFIRMED)


@rules.predicate
def is_asked_to(user: User, task: Any) -> bool:
    """The person who is to do it, or the head of the department that is."""
    member_id = member_id_of(user)
    return member_id is not None and (
        task.member_id == member_id or (task.department is not None and task.department.head_id == member_id)
    )


@rules.predicate
def keeps_its_meeting(user: User, task: Any) -> bool:
    """Who follows up what the meeting asked for."""
    return keeps_meeting.test(user, task.meeting)


follows_task = is_asked_to | keeps_its_meeting
may_finish_task = follows_task & in_state(TaskStatus.OPEN)
may_drop_task = keeps_its_meeting & in_state(TaskStatus.OPEN)
may_reopen_task = keeps_its_meeting & in_state(TaskStatus.DONE, TaskStatus.DROPPED)


@rules.predicate
def may_mend_line(user: User, line: Any) -> bool:
    """Whoever writes the record of its meeting, until the minutes are handed in."""
    return may_note_lines.test(user, line.meeting)


@rules.predicate
def may_answer(user: User, opinion: Any) -> bool:
    """Whoever follows up the meeting at which it was said."""
    return may_answer_opinion.test(user, opinion.meeting)
