"""What the staff congress shows to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.area.agenda import REMIND_OF_RESOLUTIONS, agenda_tasks, find_resolutions, resolution_days
from congress.area.delegates import delegate_tasks
from congress.area.handling import REMIND_OF_PROPOSALS, handling_tasks
from congress.area.proposals import find_proposals, proposal_days, proposal_tasks
from congress.area.sessions import REMIND_OF_PREPARATION, find_sessions, session_days, session_tasks
from congress.area.sittings import sitting_days, sitting_tasks
from congress.area.suggestions import (
    REMIND,
    REMIND_OF_DRIVES,
    find_suggestions,
    suggestion_days,
    suggestion_tasks,
)
from congress.area.terms import roles
from congress.area.writing import TELL_OF_CALL, draft_tasks
from congress.demo import build
from congress.figures import figures
from congress.figures.proposals import headlines
from congress.models import Proposal, Term
from congress.selectors import foresee_merge
from congress.services import settle_before_merge
from unionoffice.areas import Area, BeforeMerge, CalendarEntry, MemberPanel, NavItem, Scheduled, SearchHit, Task

TASKS = (
    proposal_tasks,
    handling_tasks,
    draft_tasks,
    suggestion_tasks,
    session_tasks,
    sitting_tasks,
    agenda_tasks,
    delegate_tasks,
)
SEARCHES = (find_proposals, find_suggestions, find_sessions, find_resolutions)
DAYS = (session_days, sitting_days, proposal_days, suggestion_days, resolution_days)
SCHEDULED: tuple[Scheduled, ...] = (
    TELL_OF_CALL,
    REMIND,
    REMIND_OF_DRIVES,
    REMIND_OF_PREPARATION,
    REMIND_OF_RESOLUTIONS,
    REMIND_OF_PROPOSALS,
)
"""What each family of records shows or does, in the order of the pages."""


def tasks(user: Any, on: date) -> Iterator[Task]:
    """What waits for this person in the congress."""
    if not permissions.is_staff.test(user):
        return
    for waiting in TASKS:
        yield from waiting(user, on)


def search(user: Any, text: str) -> Iterator[SearchHit]:
    """Records whose words match, as far as this person may see them."""
    for find in SEARCHES:
        yield from find(user, text)


def calendar(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """What falls on the days from `start` to `end`, as far as this person may know of it."""
    for days in DAYS:
        yield from days(user, start, end)


area = Area(
    key="congress",
    label=_("教代会"),
    navigation=(
        NavItem(_("提案"), "congress:proposal-list", "bulb", permissions.is_staff, thumb=2),
        NavItem(_("意见建议"), "congress:suggestion-list", "message-circle", permissions.is_staff),
        NavItem(_("届次与代表"), "congress:session-list", "building-community", permissions.is_staff),
    ),
    roles=roles,
    figures=figures,
    headlines=headlines,
    tasks=tasks,
    search=search,
    calendar=calendar,
    schedule=SCHEDULED,
    member_panels=(
        MemberPanel(_("教代会代表"), "congress:member-terms", permissions.is_staff),
        MemberPanel(_("提案"), "congress:member-proposals", permissions.is_staff),
    ),
    has_records=lambda: Term.objects.exists() or Proposal.objects.exists(),
    before_merge=BeforeMerge(foresee_merge, settle_before_merge),
    demo=build,
)
