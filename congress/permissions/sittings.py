"""Who may do what with sittings, their attendance, and leave."""

from typing import Any

import rules
from django.utils import timezone

from congress.enums import LeaveStatus, SessionStatus, SittingStatus
from congress.permissions.people import keeps_congress, oversees
from members.permissions import has_own_record, member_id_of
from unionoffice.states import in_state

is_planned = in_state(SittingStatus.PLANNED)
is_opened = in_state(SittingStatus.OPENED)


@rules.predicate
def presides_sitting(user: Any, sitting: Any) -> bool:
    """Whether somebody leads the sitting."""
    mine = member_id_of(user)
    return mine is not None and mine == sitting.presider_id


@rules.predicate
def presides_today(user: Any) -> bool:
    """Whether somebody leads a sitting of today that isn't closed. The imagined holder of a role, of whom
    `unionoffice.pages.rights` asks what a role opens, leads none.
    """
    member = getattr(user, "member", None)
    return member is not None and member.presided_sittings.on_the_way().filter(day=timezone.localdate()).exists()


scans_cards = keeps_congress | presides_today
"""Stands at the door of today's sittings."""

leads_sitting = keeps_congress | presides_sitting
"""Keeps attendance, opens and closes: whoever leads the sitting, and the secretary for them."""

may_edit_sitting = keeps_congress & is_planned
may_keep_sitting = leads_sitting & (is_planned | is_opened)
may_open_sitting = leads_sitting & is_planned
may_close_sitting = leads_sitting & is_opened
reads_roll = leads_sitting | oversees
may_ask_leave = has_own_record & is_planned
may_record_leave = keeps_congress & is_planned


@rules.predicate
def is_own_leave(user: Any, leave: Any) -> bool:
    """Whether somebody asked it for themselves."""
    mine = member_id_of(user)
    return mine is not None and mine == leave.member_id


@rules.predicate
def leads_its_sitting(user: Any, leave: Any) -> bool:
    """Whether somebody leads the sitting that the leave is from."""
    return bool(leads_sitting.test(user, leave.sitting))


reads_leave = is_own_leave | leads_its_sitting
may_decide_leave = leads_its_sitting & in_state(LeaveStatus.ASKED, LeaveStatus.DECLINED)


@rules.predicate
def presides_in_session(user: Any, session: Any) -> bool:
    """Whether somebody leads one of the session's sittings."""
    mine = member_id_of(user)
    return mine is not None and session.sittings.filter(presider=mine).exists()


may_close_session = (keeps_congress | presides_in_session) & in_state(SessionStatus.OPENED)
