"""The part of a session's page with its agenda, what it resolved, and what it is told of."""

from datetime import date
from typing import Any

from django.http import HttpRequest

from congress import permissions
from congress.enums import SessionStatus
from congress.models import Session, SessionMinutes
from congress.selectors import (
    decisions_for,
    items_of,
    lacking_consultation,
    resolutions_carried_over,
    resolutions_of,
)
from congress.tables import agenda_badge, reported_badge, resolution_badge


def session_agenda(request: HttpRequest, session: Session, _on: date) -> dict[str, Any]:
    """Every item with what became of it, and what the session still needs for it."""
    user = request.user
    items = list(items_of(session).select_related("sitting"))
    minutes = SessionMinutes.objects.visible_to(user).filter(session=session).defer("text").first()
    closed = permissions.is_closed.test(user, session)
    plans = permissions.keeps_agenda.test(user) and not closed
    lacking = lacking_consultation(items, session) if plans and session.status == SessionStatus.PLANNED else {}
    decisions = list(decisions_for(session))
    return {
        "lines": [
            {
                "item": item,
                "badge": agenda_badge(item),
                "lack": lacking.get(item.pk, ""),
                "opinions": len(item.opinions.all()),
                "may_move": plans and not item.is_decided,
            }
            for item in items
        ],
        "plans": plans,
        "presides": permissions.presides.test(user) and not closed,
        "resolutions": [(one, resolution_badge(one)) for one in resolutions_of(session)],
        "carried": [(one, resolution_badge(one)) for one in resolutions_carried_over(session)],
        "decisions": [(one, reported_badge(one)) for one in decisions],
        "unreported": any(one.item_id is None for one in decisions),
        "minutes": minutes,
        "writes_minutes": plans and session.status != SessionStatus.PLANNED,
        "reads_file": permissions.reads_opinions_on_items.test(user),
        "may_resolve": plans and session.status != SessionStatus.PLANNED,
    }
