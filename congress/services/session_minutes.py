"""Every write to the minutes of a session."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import ItemOutcome, MinutesStatus, SessionStatus
from congress.models import Session, SessionMinutes
from congress.permissions import presides
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock, moving


@transaction.atomic
def write_minutes(session: Session, *, text: str, by: Any) -> SessionMinutes:
    """Keep the text; refused before the session and once the minutes are confirmed."""
    if lock(session).status == SessionStatus.PLANNED:
        raise Refused(_("会议召开以后才能编写纪要。"))
    minutes = SessionMinutes.objects.filter(session=session).first() or SessionMinutes(session=session)
    minutes.text = text
    with audit.deed("编写纪要", by=by):
        minutes.save()
    return minutes


def confirm_minutes(minutes: SessionMinutes, *, version: int, by: Any, on: date) -> SessionMinutes:
    """Confirm the text as it stood when `version` was read: nobody changes it, the agenda or the resolutions then.

    Refused as long as the session goes on, and while an item on its agenda has no result.
    """
    with moving(minutes, to=MinutesStatus.CONFIRMED, by=by, verb="确认纪要"):
        if not presides.test(by):
            raise Refused(_("纪要由工会主席或工会秘书确认。"))
        if minutes.version != version:
            raise Refused(_("打开这一页之后，纪要又改过。请重新看过再确认。"))
        if minutes.session.status != SessionStatus.HELD:
            raise Refused(_("会议还没有结束，请先确认已召开。"))
        waiting = minutes.session.agenda.in_order().filter(outcome=ItemOutcome.OPEN).first()
        if waiting is not None:
            raise Refused(_("议程“%(title)s”还没有登记结果。") % {"title": waiting.title})
        minutes.confirmed_by, minutes.confirmed_on = by, on
    return minutes
