"""Reads of the preparation of sessions: what is to be done by when, and how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from congress.enums import ChecklistStatus, SessionStatus
from congress.models import ChecklistItem, Session, StandardMatter, Term
from congress.selectors.evidence import recorded_days
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
    def is_missed(self) -> bool:
        """Whether the session began before anybody noted anything: nothing can be done about it any more."""
        return self.is_open and self.item.session.status != SessionStatus.PLANNED

    @property
    def is_under_way(self) -> bool:
        """Whether it is to be done now."""
        return self.is_open and self.item.from_on <= self.on

    @property
    def state(self) -> str:
        """How it stands, in words: 已完成, 不适用, 正在办理…"""
        if self.is_done:
            return str(ChecklistStatus.DONE.label)
        if self.is_missed:
            return _("会前未登记")
        if self.is_overdue:
            return _("已逾期")
        if self.is_open:
            return _("正在办理") if self.is_under_way else _("未到时间")
        return str(ChecklistStatus.DROPPED.label)


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
    return Checklist(tuple(checklist_lines(session.checklist.select_related("assignee", "session__term"), on)))


def matters_begun(user: Any, on: date) -> dict[Session, list[ChecklistLine]]:
    """What should be under way for each session ahead and isn't done, as far as this person sees it."""
    by_session: dict[Session, list[ChecklistLine]] = {}
    for line in _ahead(user, on, from_on__lte=on):
        by_session.setdefault(line.item.session, []).append(line)
    return by_session


def matters_due(user: Any, start: date, end: date) -> list[ChecklistItem]:
    """What is to be done for sessions ahead within some days, both included, as far as this person sees it."""
    return [line.item for line in _ahead(user, start, due_on__range=(start, end))]


def _ahead(user: Any, on: date, **within: Any) -> list[ChecklistLine]:
    items = ChecklistItem.objects.visible_to(user).open().filter(session__status=SessionStatus.PLANNED, **within)
    items = items.select_related("assignee", "session__term")
    ordered = items.order_by("session__starts_on", "session", "due_on", "from_on", "pk")
    return [line for line in checklist_lines(ordered, on) if line.is_open]


def checklist_line(item: ChecklistItem, on: date) -> ChecklistLine:
    """One matter as it stands."""
    return checklist_lines([item], on)[0]


def checklist_lines(items: Iterable[ChecklistItem], on: date) -> list[ChecklistLine]:
    """Matters as they stand, of whatever sessions; a fixed number of statements beside that of the matters."""
    found = list(items)
    recorded = recorded_days(found)
    return [ChecklistLine(item, recorded.get(item.pk), on) for item in found]


def sessions_ahead() -> QuerySet[Session]:
    """Sessions that are prepared, the next first."""
    return Session.objects.filter(status=SessionStatus.PLANNED).select_related("term").order_by("starts_on", "pk")


def accounts_responsible_for(item: ChecklistItem, on: date) -> QuerySet[Account]:
    """Who is told of a matter: the person who was given it, else those who hold its office, else the secretary."""
    if item.assignee_id is not None:
        return Account.objects.filter(member=item.assignee_id, is_active=True)
    holders = holders_of(Role(item.office), on=on)
    return holders if holders.exists() else holders_of(Role.SECRETARY, on=on)
