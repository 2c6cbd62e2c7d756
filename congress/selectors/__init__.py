"""Reads of the congress."""

# isort: skip_file
# It would give every name a statement of its own, since each is imported as itself.

from congress.selectors.merges import (
    double_delegacies as double_delegacies,
    foresee_merge as foresee_merge,
    second_themselves as second_themselves,
)
from congress.selectors.proposals import (
    REMINDED_FOR as REMINDED_FOR,
    accepted_rate as accepted_rate,
    answer_due as answer_due,
    answered_rate as answered_rate,
    closed_rate as closed_rate,
    invited_to_second as invited_to_second,
    of_group as of_group,
    owing_opinions as owing_opinions,
    ready_to_file as ready_to_file,
    received as received,
    reworks_allowed as reworks_allowed,
    satisfied_rate as satisfied_rate,
    seconders_needed as seconders_needed,
    seconders_of as seconders_of,
    waiting_for_rating as waiting_for_rating,
    waiting_to_be_taken_up as waiting_to_be_taken_up,
)
from congress.selectors.terms import (
    running_term as running_term,
    voters_of as voters_of,
    electors as electors,
    delegates_of_group as delegates_of_group,
    delegates_speaking_for as delegates_speaking_for,
    is_voting_delegate as is_voting_delegate,
    nearest_calls as nearest_calls,
    open_call as open_call,
    unit_of as unit_of,
)
