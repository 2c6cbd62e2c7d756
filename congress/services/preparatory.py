"""Every write to preparatory meetings."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from congress.models import PreparatoryMeeting
from congress.services.records import take
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def record_preparatory_meeting(
    meeting: PreparatoryMeeting, changes: Mapping[str, Any], *, by: Any, on: date
) -> PreparatoryMeeting:
    """Enter a preparatory meeting or correct it; a new one gets the session's next number.

    Refuses a day to come, one after the session's last, and more who came than were due.
    """
    is_new = meeting.pk is None
    take(meeting, changes)
    session = lock(meeting.session)
    if meeting.held_on > on:
        raise Refused(_("预备会要在召开之后登记，日期不能晚于今天。"))
    if meeting.held_on > session.ends_on:
        raise Refused(_("预备会应当在会议之前。会议到%(day)s结束。") % {"day": session.ends_on})
    due, present = meeting.due_count, meeting.present_count
    if due is not None and present is not None and present > due:
        raise Refused(_("实到人数不能多于应到人数。"))
    if is_new:
        meeting.number = (session.preparatory.aggregate(last=Max("number"))["last"] or 0) + 1
    with audit.deed(_("登记预备会") if is_new else _("修改预备会"), by=by):
        meeting.save()
    return meeting
