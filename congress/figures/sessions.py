"""What can be counted of sessions and their preparation."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from congress.enums import Asker, Assembly, Body, ChecklistStatus, SessionKind, SessionNoticeKind, SessionStatus
from congress.models import ChecklistItem, PreparatoryMeeting, Session
from congress.models.sessions import SessionQuerySet
from unionoffice.areas import Scope
from unionoffice.days import in_short
from unionoffice.figures import Figure, FigureSet, Measure, Notable, list_url
from unionoffice.periods import Period
from unionoffice.precision import Precision

PARTY_AGENDA = "party"
"""The standard matter by which the congress's work comes before the Party organisation."""


@dataclass(frozen=True)
class _Part:
    """Some of the sessions held, as the database and as the filters of the list say it."""

    key: str
    label: str
    condition: Q
    filters: dict[str, Any] = field(default_factory=dict)


STAFF, UNION = {"body": Body.STAFF}, {"body": Body.UNION}
OF_STAFF, OF_UNION = Q(term__body=Body.STAFF), Q(term__body=Body.UNION)
ALL_MEET = Q(term__assembly=Assembly.EVERYBODY)
PARTS = (
    _Part("congress.sessions", "教代会会议", OF_STAFF, STAFF),
    _Part(
        "congress.sessions.ordinary",
        "教代会例会",
        OF_STAFF & Q(kind=SessionKind.ORDINARY),
        {**STAFF, "kind": SessionKind.ORDINARY},
    ),
    _Part(
        "congress.sessions.extraordinary",
        "临时教代会",
        OF_STAFF & Q(kind=SessionKind.EXTRAORDINARY),
        {**STAFF, "kind": SessionKind.EXTRAORDINARY},
    ),
    _Part(
        "congress.sessions.joint",
        "合并召开的会议",
        OF_STAFF & (Q(joint_with__isnull=False) | Q(joined_by__isnull=False)),
        {**STAFF, "joint": "true"},
    ),
    _Part(
        "congress.sessions.everybody", "教职工大会", OF_STAFF & ALL_MEET, {**STAFF, "assembly": Assembly.EVERYBODY}
    ),
    _Part("congress.members_sessions", "工会会员代表大会会议", OF_UNION, UNION),
    _Part(
        "congress.members_sessions.everybody",
        "工会会员大会",
        OF_UNION & ALL_MEET,
        {**UNION, "assembly": Assembly.EVERYBODY},
    ),
)


def session_figures(period: Period, scope: Scope) -> FigureSet:
    """Sessions held by body and kind, and the meetings before them. They are the whole union's."""
    held = _held(period, scope)
    return FigureSet(
        figures=(*_counted(held, period), *_prepared(period, scope)),
        notables=(*_sessions(held), *_meetings(period, scope)),
    )


def _held(period: Period, scope: Scope) -> SessionQuerySet:
    sessions = Session.objects.held_in(period.start, period.end)
    return sessions if scope.is_whole else sessions.none()


def _counted(held: SessionQuerySet, period: Period) -> list[Figure]:
    """How many there were of each part: one statement."""
    standing = {"status": SessionStatus.HELD, "held_from": period.start, "held_to": period.end}
    counts = held.order_by().aggregate(
        **{f"n{place}": Count("pk", filter=part.condition) for place, part in enumerate(PARTS)}
    )
    return [
        Figure.listed(
            "congress:session-list", part.key, part.label, counts[f"n{place}"], "次", **part.filters, **standing
        )
        for place, part in enumerate(PARTS)
    ]


def _prepared(period: Period, scope: Scope) -> tuple[Figure, ...]:
    meetings, on_agenda = _preparatory(period, scope), _on_party_agenda(period, scope)
    held = {"held_from": period.start, "held_to": period.end}
    done = {"key": PARTY_AGENDA, "status": ChecklistStatus.DONE, "done_from": period.start, "done_to": period.end}
    return (
        Figure(
            "congress.preparatory",
            "教代会预备会",
            meetings.count(),
            "次",
            Measure.COUNT,
            list_url("congress:preparatory-list", **held, figure="congress.preparatory"),
        ),
        Figure(
            "congress.party_agenda",
            "教代会工作列入党组织议事日程",
            on_agenda.count(),
            "次",
            Measure.COUNT,
            list_url("congress:checklist-list", **done, figure="congress.party_agenda"),
        ),
    )


def _preparatory(period: Period, scope: Scope) -> QuerySet[PreparatoryMeeting]:
    meetings = PreparatoryMeeting.objects.held_between(period.start, period.end)
    return meetings if scope.is_whole else meetings.none()


def _on_party_agenda(period: Period, scope: Scope) -> QuerySet[ChecklistItem]:
    items = ChecklistItem.objects.done_in(period.start, period.end).filter(key=PARTY_AGENDA)
    return items if scope.is_whole else items.none()


def _sessions(held: SessionQuerySet) -> tuple[Notable, ...]:
    """Sessions by names and days, with theme, how early they were called, and who asked for an extraordinary one; a
    joint one is told once.
    """
    alone_or_first = held.exclude(joined_by__isnull=False).with_partner().select_related("request")
    called = alone_or_first.order_by("starts_on", "pk").annotate(
        called_on=Min("notices__issued_on", filter=Q(notices__kind=SessionNoticeKind.NOTICE))
    )
    return tuple(Notable("session", _told(session), session.get_absolute_url()) for session in called)


def _told(session: Any) -> str:
    day = in_short(session.starts_on) if session.precision == Precision.DAY else session.when
    early = (session.starts_on - session.called_on).days if session.called_on else 0
    theme = f"（主题：{session.theme}）" if session.theme else ""
    notice = f"，提前{early}天通知" if early > 0 else ""
    came = session.attendance
    kind = "（临时会议）" if session.kind == SessionKind.EXTRAORDINARY else ""
    return f"{_asked(session)}{day}召开{session.joint_name}{kind}{theme}{notice}{'，' if came else ''}{came}"


def _asked(session: Session) -> str:
    """应31名代表联名提议，: at whose word an extraordinary session was called, where that is recorded."""
    request = getattr(session, "request", None)
    if request is None:
        return ""
    if request.asked_by == Asker.DELEGATES:
        return f"应{request.count}名代表联名提议，"
    return f"应{request.get_asked_by_display()}提议，"


def _meetings(period: Period, scope: Scope) -> tuple[Notable, ...]:
    """What preparatory meetings were on: one line a topic, however often it was talked over."""
    topics: dict[str, list[PreparatoryMeeting]] = {}
    for meeting in _preparatory(period, scope).order_by("held_on", "pk").defer("minutes"):
        topics.setdefault(meeting.topic, []).append(meeting)
    return tuple(
        Notable(
            "preparatory",
            f"就“{topic}”召开预备会{len(meetings)}次" if len(meetings) > 1 else f"就“{topic}”召开预备会",
            meetings[0].get_absolute_url(),
        )
        for topic, meetings in topics.items()
    )
