"""Who prints which paper of a proposal."""

from typing import Any

import rules

from affairs.permissions import drafts_disclosures
from congress.enums import WITH_DEPARTMENT
from congress.permissions.people import keeps_congress, oversees, signs
from congress.permissions.proposals import assists, leads_department
from unionoffice.roles import User
from unionoffice.states import in_state


@rules.predicate
def is_numbered(_user: User, proposal: Any) -> bool:
    """It was filed: before that it is its authors' own, and no paper of the congress."""
    return proposal.number != ""


@rules.predicate
def has_signed_answer(_user: User, proposal: Any) -> bool:
    """The school stands behind an answer; of proposals of former years only the day may be known."""
    return proposal.answered_on is not None and proposal.answers.signed().exists()


may_print_form = is_numbered
"""Whoever sees the proposal: what they may not know isn't on their paper."""

may_print_letter = has_signed_answer
may_print_slip = in_state(*WITH_DEPARTMENT) & (oversees | signs | leads_department | assists)
"""The slip says who is to do what: it goes to departments, not to everybody."""

publicises_handling = drafts_disclosures & keeps_congress
"""The board's own approval follows: this only begins the draft."""

reads_proposal_statistics = oversees | signs
"""All numbers at once; figures of the year reach the staff by the summary and the board."""
