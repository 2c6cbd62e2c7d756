"""Every write about who comes to a meeting: leave asked beforehand, attendance on the day, a number afterwards."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import MeetingStatus
from affairs.models import Meeting, MeetingLeave
from affairs.selectors import gathering_of, is_due_at
from affairs.services import meeting_notices as notices
from members.enums import AttendanceState
from members.models import Gathering, Member
from members.services import mark_attendance, open_gathering
from unionoffice import audit
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock


@transaction.atomic
def ask_meeting_leave(
    meeting: Meeting, member: Member, *, reason: str, by: Any, on: date, at: datetime
) -> MeetingLeave:
    """Say that one can't come, and why: on the roll it stands as leave. Saying it again changes the reason.

    Refused to whoever isn't due, and once the meeting was held or its day is over.
    """
    lock(meeting)
    reason = stated(reason, _("请写明请假事由。"))
    if meeting.status != MeetingStatus.ANNOUNCED or meeting.held_on < on:
        raise Refused(_("只有已通知、还没有召开的会议可以请假。"))
    if not is_due_at(meeting, member.pk):
        raise Refused(_("您不在这次会议的应到名单里，不用请假。"))
    with audit.deed("请假", by=by):
        leave, _made = MeetingLeave.objects.update_or_create(
            meeting=meeting, member=member, defaults={"reason": reason, "asked_on": on}
        )
    gathering = gathering_of(meeting)
    if gathering is not None and gathering.is_open:
        mark_attendance(gathering, [member], AttendanceState.ON_LEAVE, by=by, at=at)
    notices.leave_asked(meeting, leave.pk)
    return leave


@transaction.atomic
def take_back_leave(meeting: Meeting, member: Member, *, by: Any, on: date) -> None:
    """One comes after all. Once people sign in the code at the door is enough."""
    lock(meeting)
    leave = meeting.leaves.filter(member=member).first()
    if leave is None:
        raise Refused(_("您没有请假。"))
    if meeting.status != MeetingStatus.ANNOUNCED or meeting.held_on < on or gathering_of(meeting) is not None:
        raise Refused(_("会议已经开始签到。您如果到了现场，请直接签到。"))
    with audit.deed("取消请假", by=by):
        leave.delete()


@transaction.atomic
def open_meeting_attendance(meeting: Meeting, *, by: Any, at: datetime) -> Gathering:
    """The meeting's attendance: begun now, with those on leave noted as such, or the one that was begun before.

    Whoever came reads the meeting's record afterwards: so only those due sign in themselves and others are noted by
    hand; where nobody in particular was asked anybody signs in. Refused beside a number without names: one and the
    same attendance isn't told twice.
    """
    lock(meeting)
    if meeting.status not in (MeetingStatus.PLANNED, MeetingStatus.ANNOUNCED, MeetingStatus.HELD):
        raise Refused(_("现在不能登记签到。请刷新页面查看最新情况。"))
    if meeting.headcount is not None:
        raise Refused(_("已经填写了到会人数。要改用签到名单，请先清空到会人数。"))
    if begun := gathering_of(meeting):
        return begun
    title = _("%(title)s签到") % {"title": meeting.title}
    open_to_all = not meeting.asks_somebody
    gathering = open_gathering(meeting, title=title, on=meeting.held_on, by=by, at=at, admits_others=open_to_all)
    away = [leave.member for leave in meeting.leaves.select_related("member")]
    if away:
        mark_attendance(gathering, away, AttendanceState.ON_LEAVE, by=by, at=at)
    return gathering


@transaction.atomic
def count_heads(meeting: Meeting, *, headcount: int | None, qualifier: str, by: Any) -> Meeting:
    """Say how many came where nobody kept names, as exactly as it is known; None takes the number back."""
    lock(meeting)
    if meeting.status != MeetingStatus.HELD:
        raise Refused(_("请先登记召开；纪要提交以后不能再改人数。"))
    if headcount is not None and gathering_of(meeting) is not None:
        raise Refused(_("已经有签到名单，人数按名单计算，请把到会人数留空。"))
    meeting.headcount, meeting.qualifier = headcount, qualifier if headcount is not None else ""
    with audit.deed("登记到会人数", by=by):
        meeting.save()
    return meeting
