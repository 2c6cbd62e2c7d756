"""The parts of a session's page: each family of records adds one, and none of them knows the others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import rules
from django.http import HttpRequest

from congress import permissions
from congress.enums import SessionStatus
from congress.models import Session
from congress.views.checklists import session_checklist
from congress.views.preparatory import session_preparatory
from congress.views.session_agenda import session_agenda
from congress.views.session_notices import session_notices
from congress.views.sitting_parts import session_sittings
from congress.views.topics import session_people, session_topics


@dataclass(frozen=True)
class SessionPart:
    """A part of the page: its template, which reads everything from `part`, and where that comes from.

    `tell(request, session, on)` gives what the template shows, or None where there is nothing to show to this user.
    What only `prepares` the session stands first until it opens, and at the end of the page afterwards.
    """

    template: str
    tell: Callable[[HttpRequest, Session, date], dict[str, Any] | None]
    permission: rules.Predicate = permissions.is_staff
    prepares: bool = False


PARTS: tuple[SessionPart, ...] = (
    SessionPart("congress/sessions/_checklist.html", session_checklist, prepares=True),
    SessionPart("congress/sessions/_topics.html", session_topics),
    SessionPart("congress/sessions/_sittings.html", session_sittings),
    SessionPart("congress/sessions/_agenda.html", session_agenda),
    SessionPart("congress/sessions/_people.html", session_people),
    SessionPart("congress/sessions/_notices.html", session_notices, prepares=True),
    SessionPart("congress/sessions/_preparatory.html", session_preparatory),
)
"""In the order of the page."""


@dataclass(frozen=True)
class ShownPart:
    """A part as one user sees it."""

    template: str
    told: dict[str, Any]


def parts_of(request: HttpRequest, session: Session, on: date) -> list[ShownPart]:
    """What this user sees of a session beside its facts."""
    is_over = session.status != SessionStatus.PLANNED
    shown = []
    for part in sorted(PARTS, key=lambda part: part.prepares is is_over):
        told = part.tell(request, session, on) if part.permission.test(request.user) else None
        if told is not None:
            shown.append(ShownPart(part.template, told))
    return shown
