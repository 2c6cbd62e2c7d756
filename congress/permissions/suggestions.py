"""Who may do what with suggestions: they are between the author, who keeps them, and who answers."""

from typing import Any

import rules

from congress.enums.suggestions import (
    ANSWER_EXPECTED,
    SUGGESTION_ANSWERED,
    SUGGESTION_STEPS,
    WITH_HANDLER,
    DriveStatus,
    SuggestionDeed,
)
from congress.permissions.people import oversees
from members.permissions import member_id_of
from unionoffice.roles import Role, User, holds
from unionoffice.states import in_state

keeps_suggestions = holds(Role.SECRETARY)
"""Gives suggestions to departments, follows them up and runs the drives."""

reads_all_suggestions = oversees | holds(Role.PRINCIPAL)
"""Knows of every suggestion; of its author only where the author shows the name."""


def suggestion_open_to(deed: SuggestionDeed) -> rules.Predicate:
    """The suggestion is in a state in which this may be done."""
    return in_state(*SUGGESTION_STEPS[deed][0])


@rules.predicate
def made_suggestion(user: User, suggestion: Any) -> bool:
    """Whose suggestion it is: the author, and who drafted the proposal that it was."""
    mine = member_id_of(user)
    if mine is None:
        return False
    source = suggestion.from_proposal
    return mine == suggestion.author_id or (source is not None and mine == source.originator_id)


@rules.predicate
def is_suggestion_author(user: User, suggestion: Any) -> bool:
    """In whose name it was made."""
    return member_id_of(user) == suggestion.author_id


@rules.predicate
def heads_suggestion(user: User, suggestion: Any) -> bool:
    """Heads the department that has it."""
    department = suggestion.department
    return department is not None and department.head_id is not None and member_id_of(user) == department.head_id


@rules.predicate
def shows_author(_user: User, suggestion: Any) -> bool:
    """The author lets others know who asked."""
    return suggestion.show_name


@rules.predicate
def is_taken(_user: User, suggestion: Any) -> bool:
    """It was adopted, wholly or in part."""
    return suggestion.is_taken


@rules.predicate
def is_answered(_user: User, suggestion: Any) -> bool:
    """The author has an answer."""
    return suggestion.status in SUGGESTION_ANSWERED


reads_author = shows_author | oversees | made_suggestion
"""Who doesn't show the name is known to the union's chair and secretary alone, as the form says."""

handles_suggestion = heads_suggestion & in_state(*WITH_HANDLER)
answers_suggestions = keeps_suggestions | handles_suggestion
"""The secretary too: what concerns the union itself, and what a department answered on paper."""

may_attach_to_suggestion = keeps_suggestions | (made_suggestion & in_state(*ANSWER_EXPECTED))
may_withdraw_suggestion = is_suggestion_author & suggestion_open_to(SuggestionDeed.WITHDRAW)
may_assign_suggestion = keeps_suggestions & suggestion_open_to(SuggestionDeed.ASSIGN)
may_reassign_suggestion = keeps_suggestions & suggestion_open_to(SuggestionDeed.REASSIGN)
may_send_back_suggestion = heads_suggestion & suggestion_open_to(SuggestionDeed.SEND_BACK)
may_answer_suggestion = answers_suggestions & suggestion_open_to(SuggestionDeed.ANSWER)
may_adopt_suggestion = keeps_suggestions & suggestion_open_to(SuggestionDeed.ADOPT)
may_finish_suggestion = answers_suggestions & suggestion_open_to(SuggestionDeed.FINISH)

_official = rules.always_allow
_inside = heads_suggestion | reads_all_suggestions

READS_SUGGESTION_DEED: dict[str, rules.Predicate] = {
    SuggestionDeed.HAND_IN: reads_author,
    SuggestionDeed.TAKE_OVER: reads_author,
    SuggestionDeed.WITHDRAW: reads_author,
    SuggestionDeed.ASSIGN: _official,
    SuggestionDeed.REASSIGN: _official,
    SuggestionDeed.SEND_BACK: _inside,
    SuggestionDeed.ANSWER: _official,
    SuggestionDeed.ADOPT: _official,
    SuggestionDeed.FINISH: _official,
    SuggestionDeed.HONOUR: _official,
}
"""Who reads which line of a suggestion's history: it tells no name that the author doesn't show.

What was a proposal may have been taken over by its author, outside a call.
"""

may_open_drive = keeps_suggestions & in_state(DriveStatus.PLANNED)
may_edit_drive = keeps_suggestions & in_state(DriveStatus.PLANNED, DriveStatus.OPEN)
may_discard_drive = keeps_suggestions & in_state(DriveStatus.PLANNED)
may_conclude_drive = keeps_suggestions & in_state(DriveStatus.OPEN)
