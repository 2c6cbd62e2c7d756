"""What can be counted of sessions and their preparation."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Min, Q, QuerySet

from congress.enums import Body, ChecklistStatus, SessionKind, SessionNoticeKind, SessionStatus
from congress.figures.sittings import attendance_clause
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


STAFF = {"body": Body.STAFF}
OF_STAFF = Q(term__body=Body.STAFF)
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
        "congress.members_sessions",
        "工会会员代表大会会议",
        Q(term__body=Body.UNION),
        {"body": Body.UNION},
    ),
)


def session_figures(period: Period, scope: Scope) -> FigureSet:
    """Sessions held by body and kind, and the meetings before them. They are the whole union's."""
    held = _held(period, scope)
    return FigureSet(
        figures=(*(_count(part, held, period) for part in PARTS), *_prepared(period, scope)),
        notables=(*_sessions(held), *_meetings(period, scope)),
    )


def _held(period: Period, scope: Scope) -> SessionQuerySet:
    sessions = Session.objects.held_in(period.start, period.end)
    return sessions if scope.is_whole else sessions.none()


def _count(part: _Part, held: SessionQuerySet, period: Period) -> Figure:
    standing = {"status": SessionStatus.HELD, "held_from": period.start, "held_to": period.end}
    url = list_url("congress:session-list", **part.filters, **standing, figure=part.key)
    return Figure(part.key, part.label, held.filter(part.condition).count(), "次", Measure.COUNT, url)


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
    """Sessions by names and days, with theme and how early they were called; a joint one is told once."""
    alone_or_first = held.exclude(joined_by__isnull=False).with_partner().order_by("starts_on")
    called = alone_or_first.annotate(
        called_on=Min("notices__issued_on", filter=Q(notices__kind=SessionNoticeKind.NOTICE))
    )
    return tuple(Notable("session", _told(session), session.get_absolute_url()) for session in called)


def _told(session: Any) -> str:
    day = in_short(session.starts_on) if session.precision == Precision.DAY else session.when
    early = (session.starts_on - session.called_on).days if session.called_on else 0
    theme = f"（主题：{session.theme}）" if session.theme else ""
    notice = f"，提前{early}天通知" if early > 0 else ""
    came = attendance_clause(session)
    return f"{day}召开{session.joint_name}{theme}{notice}{'，' if came else ''}{came}"


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
