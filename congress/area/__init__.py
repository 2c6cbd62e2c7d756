"""What the staff congress shows to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.area.proposals import find_proposals, proposal_days, proposal_tasks
from congress.area.terms import roles, session_days
from congress.demo import build
from congress.figures import figures
from congress.figures.proposals import headlines
from congress.models import Proposal, Term
from congress.selectors import foresee_merge
from congress.services import settle_before_merge
from unionoffice.areas import Area, BeforeMerge, CalendarEntry, MemberPanel, NavItem, Scheduled, SearchHit, Task

TASKS = (proposal_tasks,)
SEARCHES = (find_proposals,)
DAYS = (session_days, proposal_days)
SCHEDULED: tuple[Scheduled, ...] = ()
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
