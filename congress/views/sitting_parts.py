"""What the page of a session shows of its sittings."""

from datetime import date
from typing import Any

from django.http import HttpRequest

from congress import permissions
from congress.enums import SessionStatus, SittingStatus
from congress.models import Session
from congress.selectors import sittings_of
from congress.tables import sitting_badge


def session_sittings(request: HttpRequest, session: Session, _on: date) -> dict[str, Any] | None:
    """Its units with their times and numbers; nothing of a session of former times that had none."""
    rows = list(sittings_of(session))
    keeps = permissions.keeps_congress.test(request.user)
    is_over = session.status == SessionStatus.HELD
    counts = f"{session.attendance}。" if session.attendance else ""
    if not rows and not counts and (is_over or not keeps):
        return None
    ends = session.status == SessionStatus.OPENED and not any(row.status != SittingStatus.CLOSED for row in rows)
    return {
        "session": session,
        "sittings": [(row, sitting_badge(row), row.hours) for row in rows],
        "counts": counts,
        "may_plan": keeps and not is_over,
        "may_end": ends and permissions.may_close_session.test(request.user, session),
    }
