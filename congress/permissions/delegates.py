"""Who may do what with constituencies, elections and delegates."""

from typing import Any

import rules

from congress.enums import DelegateKind, ElectionStatus
from congress.permissions.people import keeps_congress, oversees
from members.permissions import member_id_of
from unionoffice.roles import User
from unionoffice.states import in_state


@rules.predicate
def serves_on(_user: User, delegate: Any) -> bool:
    """Nobody has entered a last day."""
    return delegate.to_on is None


@rules.predicate
def votes(_user: User, delegate: Any) -> bool:
    """One of those who were elected, and not asked in."""
    return delegate.kind == DelegateKind.VOTING


@rules.predicate
def shares_out(_user: User, term: Any) -> bool:
    """Delegates meet, and not everybody."""
    return term.has_delegates


@rules.predicate
def has_seats(_user: User, constituency: Any) -> bool:
    """Seats were shared out to it."""
    return constituency.seats is not None


@rules.predicate
def is_own_seat(user: User, delegate: Any) -> bool:
    """Sits or sat there."""
    mine = member_id_of(user)
    return mine is not None and mine == delegate.member_id


reads_departure = oversees | is_own_seat
"""Why somebody gave the seat back or lost it, and by how many votes; that it ended and how is for all to know."""

may_share_out_seats = keeps_congress & shares_out
may_adjust_seats = keeps_congress & has_seats
may_recall = keeps_congress & serves_on & votes
may_record_round = keeps_congress & in_state(ElectionStatus.RUNNING)
may_conclude_election = may_record_round
may_check_elected = keeps_congress & in_state(ElectionStatus.ELECTED)
may_end_delegacy = keeps_congress & serves_on
may_attach_to_election = keeps_congress
reads_election_files = oversees
"""Who was named and refused, and what was said of whom, stays with those who oversee elections."""
