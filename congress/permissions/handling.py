"""Who may do what beside a proposal's way: ask for more time, follow a promise up, choose proposals."""

from typing import Any

import rules

from congress.enums import MAY_BE_PRIORITY, RATED, UNFINISHED, Deed, ExtensionDecider, ProposalStatus
from congress.permissions.people import keeps_congress, oversees, signs
from congress.permissions.proposals import is_party, leads_department, open_to, reviews
from members.permissions import member_id_of
from unionoffice.roles import User
from unionoffice.states import in_state

reads_extensions = oversees | signs
"""Who asked for how much time is no affair of the department alone."""


@rules.predicate
def has_asked_for_time(_user: User, proposal: Any) -> bool:
    """An extension waits for a decision."""
    return proposal.extensions.open().exists()


@rules.predicate
def decides_extension(user: User, proposal: Any) -> bool:
    """Is the one whom the rule names to decide on the extension that was asked for."""
    asked = proposal.extensions.open().first()
    if asked is None:
        return False
    decides = signs if asked.decider == ExtensionDecider.LEADER else keeps_congress
    return decides.test(user)


@rules.predicate
def has_acknowledged(user: User, proposal: Any) -> bool:
    """Has said whether the promise was kept, as it was told last."""
    said = proposal.acknowledgements.filter(member=member_id_of(user), told_on=proposal.closed_on)
    return said.exists()


@rules.predicate
def has_promised(_user: User, proposal: Any) -> bool:
    """The answer promised something that could be done later."""
    return proposal.result in UNFINISHED


@rules.predicate
def is_said_to_be_done(_user: User, proposal: Any) -> bool:
    """The department told what was done; of what a register only calls closed nobody can say more."""
    return proposal.fulfilment != ""


@rules.predicate
def is_priority(_user: User, proposal: Any) -> bool:
    """Was chosen as a proposal that a leader sees to."""
    return proposal.priority_on is not None


@rules.predicate
def is_outstanding(_user: User, proposal: Any) -> bool:
    """Was chosen as an outstanding proposal."""
    return proposal.outstanding_on is not None


is_handled = in_state(ProposalStatus.HANDLING)
is_closed_case = in_state(ProposalStatus.CLOSED)

may_reassign = keeps_congress & open_to(Deed.REASSIGN)
may_ask_for_time = is_handled & leads_department & ~has_asked_for_time
may_decide_extension = is_handled & (keeps_congress | signs) & decides_extension
may_follow_up = (keeps_congress | leads_department) & open_to(Deed.FINISH)
may_acknowledge = is_closed_case & has_promised & is_said_to_be_done & is_party & ~has_acknowledged
may_reopen = keeps_congress & open_to(Deed.REOPEN) & has_promised

chooses_priority = reviews | signs
"""The review group proposes, a leader takes it on."""

may_prioritise = chooses_priority & in_state(*MAY_BE_PRIORITY) & ~is_priority
may_drop_priority = chooses_priority & in_state(*MAY_BE_PRIORITY) & is_priority
may_honour = keeps_congress & in_state(*RATED) & ~is_outstanding
may_drop_honour = keeps_congress & is_outstanding
