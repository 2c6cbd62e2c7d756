"""Reads of the preparation of sessions: what is to be done by when, and how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from congress.enums import (
    Body,
    ChecklistStatus,
    Evidence,
    PresidiumRole,
    SessionNoticeKind,
    SessionNoticeStatus,
    SessionStatus,
    Side,
)
from congress.models import (
    ChecklistItem,
    DiscussionGroup,
    PreparatoryMeeting,
    PresidiumMember,
    Session,
    SessionNotice,
    StandardMatter,
    Term,
    TopicAgreement,
    WorkingGroup,
)
from congress.selectors.presidium import teachers_are_most
from members.models import Account
from members.selectors import holders_of
from unionoffice.roles import Role


def standard_of(term: Term) -> QuerySet[StandardMatter]:
    """What belongs to the preparation of a session of a term."""
    fits = Q(body="") | Q(body=term.body), Q(assembly="") | Q(assembly=term.assembly)
    return StandardMatter.objects.filter(*fits, is_in_use=True)


def counted_back(matter: StandardMatter, starts_on: date, on: date) -> tuple[date, date]:
    """From when and until when a matter is done, counted back in days from the session's first.

    The last day is never before `on`, on which the session is planned: what should have been done by then is due at
    once.
    """
    due_on = max(starts_on - timedelta(days=matter.days_until), on)
    return min(starts_on - timedelta(days=matter.days_from), due_on), due_on


@dataclass(frozen=True)
class ChecklistLine:
    """A matter as it stands: what somebody noted, or what a record says."""

    item: ChecklistItem
    recorded_on: date | None
    """The day on which a record made it done; None where it rests on a note."""
    on: date

    @property
    def is_done(self) -> bool:
        """Whether it is done, by a note or a record."""
        return self.item.status == ChecklistStatus.DONE or self.by_record

    @property
    def by_record(self) -> bool:
        """Whether a record says so, and no note."""
        return self.item.status == ChecklistStatus.OPEN and self.recorded_on is not None

    @property
    def done_on(self) -> date | None:
        """The day on which it was done."""
        return self.recorded_on if self.by_record else self.item.settled_on

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.item.status == ChecklistStatus.OPEN and self.recorded_on is None

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed and it isn't done."""
        return self.is_open and self.item.due_on < self.on

    @property
    def is_under_way(self) -> bool:
        """Whether it is to be done now."""
        return self.is_open and self.item.from_on <= self.on


@dataclass(frozen=True)
class Checklist:
    """How far the preparation of a session is."""

    lines: tuple[ChecklistLine, ...]

    @cached_property
    def needed(self) -> list[ChecklistLine]:
        """Without what doesn't apply."""
        return [line for line in self.lines if line.item.status != ChecklistStatus.DROPPED]

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(line.is_done for line in self.needed)

    @property
    def overdue(self) -> int:
        """How many should be."""
        return sum(line.is_overdue for line in self.needed)


def checklist_of(session: Session, on: date) -> Checklist:
    """The checklist of a session: the matters, and what the records say of them; a constant number of queries."""
    items = session.checklist.select_related("assignee", "session__term")
    return Checklist(tuple(_lines(session, items, on)))


def matters_begun(user: Any, on: date) -> dict[Session, list[ChecklistLine]]:
    """What should be under way for each session ahead and isn't done, as far as this person sees it."""
    items = ChecklistItem.objects.visible_to(user).open().filter(session__status=SessionStatus.PLANNED)
    begun = items.filter(from_on__lte=on).select_related("assignee", "session__term")
    by_session: dict[Session, list[ChecklistItem]] = {}
    for item in begun.order_by("session__starts_on", "session", "due_on", "from_on", "pk"):
        by_session.setdefault(item.session, []).append(item)
    return {
        session: [line for line in _lines(session, matters, on) if line.is_open]
        for session, matters in by_session.items()
    }


def checklist_line(item: ChecklistItem, on: date) -> ChecklistLine:
    """One matter as it stands."""
    return next(iter(_lines(item.session, [item], on)))


def _lines(session: Session, items: Iterable[ChecklistItem], on: date) -> list[ChecklistLine]:
    found = list(items)
    told = recorded(session, {item.evidence for item in found if item.status == ChecklistStatus.OPEN})
    return [ChecklistLine(item, told.get(item.evidence), on) for item in found]


def recorded(session: Session, asked: Iterable[str]) -> dict[str, date | None]:
    """For each kind of evidence the day on which the records of a session were complete; None where they aren't."""
    return {kind: RECORDED[Evidence(kind)](session) for kind in asked if kind}


def _topics_agreed(session: Session) -> date | None:
    if not session.topics.exists():
        return None
    agreed = dict(TopicAgreement.objects.filter(session=session).values_list("side", "agreed_on"))
    return max(agreed.values()) if len(agreed) == len(Side) else None


def _issued(kind: SessionNoticeKind) -> Any:
    def issued(session: Session) -> date | None:
        notices = SessionNotice.objects.filter(session=session, kind=kind, status=SessionNoticeStatus.ISSUED)
        return notices.values_list("issued_on", flat=True).first()

    return issued


def _presidium(session: Session) -> date | None:
    """Complete with somebody to chair, and with teachers as its majority; its day is that of the last name."""
    seats = list(PresidiumMember.objects.filter(session=session).select_related("member"))
    has_chair = any(seat.role == PresidiumRole.CHAIR for seat in seats)
    balanced = session.term.body != Body.STAFF or teachers_are_most(seats)
    if not (has_chair and balanced):
        return None
    return max(seat.named_on for seat in seats)


def _groups(session: Session) -> date | None:
    headed = WorkingGroup.objects.filter(session=session, seats__is_head=True, seats__to_on=None)
    return headed.order_by("-set_up_on").values_list("set_up_on", flat=True).first()


def _preparatory(session: Session) -> date | None:
    """The one that passes agenda and presidium; others talk single matters over."""
    meetings = PreparatoryMeeting.objects.filter(session=session, on_agenda=True)
    return meetings.values_list("held_on", flat=True).first()


def _discussion(session: Session) -> date | None:
    """Every delegation has its place and somebody to convene it."""
    placed = DiscussionGroup.objects.filter(session=session, convener__isnull=False)
    missing = session.term.delegations.exclude(Exists(placed.filter(delegation=OuterRef("pk"))))
    return None if missing.exists() else placed.order_by("-made_on").values_list("made_on", flat=True).first()


RECORDED: dict[Evidence, Any] = {
    Evidence.TOPICS: _topics_agreed,
    Evidence.CALL: _issued(SessionNoticeKind.CALL),
    Evidence.NOTICE: _issued(SessionNoticeKind.NOTICE),
    Evidence.PRESIDIUM: _presidium,
    Evidence.GROUPS: _groups,
    Evidence.PREPARATORY: _preparatory,
    Evidence.DISCUSSION: _discussion,
}


def sessions_ahead() -> QuerySet[Session]:
    """Sessions that are prepared, the next first."""
    return Session.objects.filter(status=SessionStatus.PLANNED).select_related("term").order_by("starts_on", "pk")


def accounts_responsible_for(item: ChecklistItem, on: date) -> QuerySet[Account]:
    """Who is told of a matter: the person who was given it, else those who hold its office, else the secretary."""
    if item.assignee_id is not None:
        return Account.objects.filter(member=item.assignee_id, is_active=True)
    holders = holders_of(Role(item.office), on=on)
    return holders if holders.exists() else holders_of(Role.SECRETARY, on=on)
