"""What can be counted of terms, sessions and delegates."""

from django.db.models import QuerySet

from congress.enums import Body, DelegateKind, SessionStatus
from congress.models import Delegate, Session
from congress.selectors import (
    delegates_of_group,
)
from unionoffice.areas import Scope
from unionoffice.days import in_short
from unionoffice.figures import Figure, FigureSet, Measure, Notable, list_url
from unionoffice.periods import Period


def session_figures(period: Period, scope: Scope) -> FigureSet:
    """Sessions held, and delegates as the period ends."""
    return FigureSet(figures=_of_congress(period, scope), notables=_sessions(period, scope))


def _of_congress(period: Period, scope: Scope) -> tuple[Figure, ...]:
    """Voting delegates at the end of the period, those of a group too; sessions are the whole union's."""
    voting = Delegate.objects.voting_on(period.end).filter(term__body=Body.STAFF)
    delegates = delegates_of_group(voting, scope.group_id, period.end).count()
    standing = {"kind": DelegateKind.VOTING, "on": period.end, "group": scope.group_id, "body": Body.STAFF}
    held = {"body": Body.STAFF, "status": SessionStatus.HELD, "held_from": period.start, "held_to": period.end}
    sessions = _held(period, scope).count()
    return (
        Figure(
            "congress.delegates",
            "正式代表",
            delegates,
            "名",
            Measure.COUNT,
            list_url("congress:delegate-list", **standing, figure="congress.delegates"),
        ),
        Figure(
            "congress.sessions",
            "教代会会议",
            sessions,
            "次",
            Measure.COUNT,
            list_url("congress:session-list", **held, figure="congress.sessions"),
        ),
    )


def _held(period: Period, scope: Scope) -> QuerySet[Session]:
    sessions = Session.objects.of_staff().held_in(period.start, period.end)
    return sessions if scope.is_whole else sessions.none()


def _sessions(period: Period, scope: Scope) -> tuple[Notable, ...]:
    """Sessions by their names and days."""
    held = _held(period, scope).select_related("term").order_by("starts_on")
    return tuple(
        Notable(
            "session",
            f"{in_short(session.starts_on)}召开{session.printed_name}",
            session.get_absolute_url(),
        )
        for session in held
    )
