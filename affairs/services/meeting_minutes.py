"""Every write to minutes: written, handed in, confirmed by who led the meeting, and corrected by a note alone."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import MeetingStatus
from affairs.models import Meeting, MeetingNote
from affairs.permissions import may_confirm_minutes
from affairs.selectors import accounts_confirming
from affairs.services import meeting_notices as notices
from unionoffice import audit
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock, moving


@transaction.atomic
def write_minutes(meeting: Meeting, *, minutes: str, sent_to: str, by: Any) -> Meeting:
    """Keep the text, as long as nobody was asked to confirm it."""
    lock(meeting)
    if meeting.status != MeetingStatus.HELD:
        raise Refused(_("会议召开以后、纪要提交以前才能编写纪要。"))
    meeting.minutes, meeting.sent_to = minutes, sent_to.strip()
    with audit.deed("编写纪要", by=by):
        meeting.save()
    return meeting


def submit_minutes(meeting: Meeting, *, by: Any, on: date) -> Meeting:
    """Ask for confirmation: of who led the meeting, else of who answers for its kind. Refused where nobody can."""
    with moving(meeting, to=MeetingStatus.DRAFTED, by=by, verb="提交纪要"):
        if not meeting.minutes.strip():
            raise Refused(_("还没有编写纪要，请先编写再提交。"))
        people = accounts_confirming(meeting, on)
        if not people:
            raise Refused(_("没有可以确认纪要的人。请先填写主持人，或请工会秘书授予相应角色。"))
        meeting.return_comment = ""
        notices.minutes_waiting(meeting, people)
    return meeting


def return_minutes(meeting: Meeting, *, comment: str, by: Any) -> Meeting:
    """Give them back to be written anew, with what is to be changed."""
    with moving(meeting, to=MeetingStatus.HELD, by=by, verb="退回纪要", note=comment):
        meeting.return_comment = stated(comment, _("请写明退回的意见。"))
        notices.minutes_returned(meeting)
    return meeting


def confirm_minutes(meeting: Meeting, *, version: int, by: Any, on: date) -> Meeting:
    """Confirm the text as it stood when `version` was read: everybody due reads it then, and nobody changes it.

    Refused to anybody but who led the meeting, or who answers for its kind where the leader has no account.
    """
    with moving(meeting, to=MeetingStatus.CONFIRMED, by=by, verb="确认纪要"):
        if not may_confirm_minutes.test(by, meeting):
            raise Refused(_("纪要由会议主持人确认。"))
        if meeting.version != version:
            raise Refused(_("您打开这一页之后，纪要又改过。请重新看过再确认。"))
        meeting.confirmed_by, meeting.confirmed_on = by, on
        notices.minutes_confirmed(meeting)
    return meeting


@transaction.atomic
def note_correction(meeting: Meeting, *, text: str, by: Any, on: date) -> MeetingNote:
    """Say what is wrong in confirmed minutes: the text stays, the note stands under it."""
    lock(meeting)
    if meeting.status != MeetingStatus.CONFIRMED:
        raise Refused(_("纪要还没有确认，可以直接修改，不用更正说明。"))
    note = MeetingNote(meeting=meeting, text=stated(text, _("请写明更正的内容。")), noted_on=on, noted_by=by)
    with audit.deed("登记更正说明", by=by):
        note.save()
    return note
