"""Who may do what with the agenda of a session, with what is said to it, and with what is resolved."""

from typing import Any

import rules

from affairs.permissions import enacts_regulations
from congress.enums import ITEM_UNSETTLED, ItemOutcome, MinutesStatus, ResolutionStatus
from congress.permissions.people import is_delegate, is_staff, keeps_congress, oversees, signs
from members.permissions import member_id_of
from unionoffice.roles import Role, User, holds
from unionoffice.states import in_state

keeps_agenda = keeps_congress
presides = oversees
"""Says in the hall which item is on, and notes what became of it."""

answers_opinions = signs | keeps_congress
"""Says for the school what becomes of an opinion."""

reads_opinions_on_items = oversees | signs | is_delegate | holds(Role.PARTY_SECRETARY)
"""Reads what every delegate said; who said it reads the own words whatever the role."""


@rules.predicate
def is_closed(_user: User, session: Any) -> bool:
    """The session's minutes are confirmed: what they tell isn't changed any more."""
    minutes = getattr(session, "minutes", None)
    return minutes is not None and minutes.status == MinutesStatus.CONFIRMED


@rules.predicate
def is_of_closed_session(user: User, record: Any) -> bool:
    """The same of something that belongs to a session."""
    return bool(is_closed(user, record.session))


@rules.predicate
def is_undecided(_user: User, item: Any) -> bool:
    """Nothing became of it yet."""
    return item.outcome == ItemOutcome.OPEN


@rules.predicate
def was_passed(_user: User, item: Any) -> bool:
    """The congress passed the version of a regulation that the item is about."""
    return item.outcome == ItemOutcome.PASSED and item.regulation_version_id is not None


@rules.predicate
def comes_again(_user: User, item: Any) -> bool:
    """It wasn't passed, or was put off."""
    return item.outcome in ITEM_UNSETTLED


@rules.predicate
def sits_in_presidium(user: User, item: Any) -> bool:
    """Is one of those who lead the session."""
    mine = member_id_of(user)
    return mine is not None and item.session.presidium.filter(member=mine).exists()


@rules.predicate
def heads_responsible(user: User, resolution: Any) -> bool:
    """Heads the department that carries the resolution out."""
    mine, department = member_id_of(user), resolution.department
    return mine is not None and department is not None and department.head_id == mine


may_plan_agenda = keeps_agenda & ~is_closed
may_mend_item = keeps_agenda & is_undecided & ~is_of_closed_session
may_call_item = (presides | sits_in_presidium) & ~is_of_closed_session
may_decide_item = presides & is_undecided & ~is_of_closed_session
may_reopen_item = keeps_agenda & ~is_undecided & ~is_of_closed_session
may_enact_item = enacts_regulations & was_passed
may_bring_again = keeps_agenda & comes_again
may_attach_to_item = keeps_agenda & ~is_of_closed_session

may_adopt_resolution = keeps_agenda & ~is_closed
may_mend_resolution = keeps_agenda & ~is_of_closed_session
confirms_resolutions = keeps_congress | signs
"""Says that a resolution is carried out."""

follows_resolution = confirms_resolutions | heads_responsible
may_note_resolution_step = follows_resolution & in_state(ResolutionStatus.OPEN)
may_finish_resolution = confirms_resolutions & in_state(ResolutionStatus.OPEN)
may_reopen_resolution = keeps_congress & in_state(ResolutionStatus.DONE)

may_write_minutes_of = keeps_agenda & ~is_closed
reads_drafted_minutes = oversees
opens_agenda = is_staff
"""The agenda, its documents and what was resolved are for everybody who works here."""
