"""Reads of resolutions and of what was decided between sessions."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from congress.enums import ResolutionStatus, SessionStatus
from congress.models import InterimDecision, Resolution, ResolutionStep, Session
from members.permissions import member_id_of


def session_before(session: Session) -> Session | None:
    """The session of the same body that came before, perhaps in the term before."""
    earlier = Session.objects.filter(term__body=session.term.body).exclude(pk=session.pk)
    before = earlier.filter(
        Q(term__number=session.term.number, number__lt=session.number) | Q(term__number__lt=session.term.number)
    )
    return before.select_related("term").order_by("-term__number", "-number").first()


def session_to_come(session: Session) -> Session | None:
    """The next session of the same body that is prepared: what wasn't passed goes to it."""
    planned = Session.objects.filter(term__body=session.term.body, status=SessionStatus.PLANNED)
    return planned.exclude(pk=session.pk).order_by("starts_on", "pk").first()


def resolutions_of(session: Session) -> QuerySet[Resolution]:
    """In the order of their numbers, with what was done about each."""
    told = Prefetch("steps", ResolutionStep.objects.order_by("noted_on", "pk"))
    rows = session.resolutions.select_related("session__term", "item", "department").prefetch_related(told)
    return rows.order_by("number")


def resolutions_carried_over(session: Session) -> QuerySet[Resolution]:
    """What a session is told of: resolutions of the one before, and of earlier ones what was open when that ended.

    A resolution that is carried out leaves the report after the session that heard of it.
    """
    told = Prefetch("steps", ResolutionStep.objects.filter(noted_on__lte=session.ends_on).order_by("noted_on", "pk"))
    earlier = Resolution.objects.filter(
        Q(session__term__number=session.term.number, session__number__lt=session.number)
        | Q(session__term__number__lt=session.term.number),
        session__term__body=session.term.body,
    )
    before = session_before(session)
    since = before.ends_on if before is not None else date.min
    waiting = Q(status=ResolutionStatus.OPEN) | Q(done_on__gt=since) | Q(session=before)
    rows = earlier.filter(waiting).select_related("session__term", "department").prefetch_related(told)
    return rows.order_by("session__term__number", "session__number", "number")


def decisions_for(session: Session) -> QuerySet[InterimDecision]:
    """What a session hears of: what is on its agenda, and what was decided before it and is on no agenda yet."""
    of_body = InterimDecision.objects.filter(term__body=session.term.body)
    waiting = Q(item=None, decided_on__lte=session.ends_on)
    rows = of_body.filter(Q(item__session=session) | waiting).select_related("term", "committee", "item", "meeting")
    return rows.defer("meeting__minutes").order_by("decided_on", "pk")


def resolutions_to_carry_out(user: Any) -> QuerySet[Resolution]:
    """Open resolutions of the departments that somebody heads, the most urgent first."""
    mine = member_id_of(user)
    if mine is None:
        return Resolution.objects.none()
    led = Resolution.objects.open().filter(department__head=mine).select_related("session__term")
    return led.order_by("due_on", "pk")


def resolutions_due(on: date, days: int) -> QuerySet[Resolution]:
    """Open resolutions whose day comes within `days`, or was yesterday."""
    soon = Q(due_on__range=(on, on + timedelta(days=days))) | Q(due_on=on - timedelta(days=1))
    return Resolution.objects.open().filter(soon).select_related("session__term", "department__head")
