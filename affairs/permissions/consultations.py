"""Who may do what with consultations."""

from typing import Any

import rules

from affairs.enums import CLOSED_ONCE, ConsultationStatus
from unionoffice.roles import Role, User, holds, signed_in
from unionoffice.states import in_state

opens_consultations = signed_in
"""Which of them, `visible_to` says: staff see those that they are asked in."""

keeps_consultations = holds(Role.SECRETARY)
begins_consultations = keeps_consultations | holds(Role.DEPARTMENT_HEAD)
sees_all_consultations = holds(Role.SECRETARY, Role.CHAIR, Role.PRINCIPAL, Role.PARTY_SECRETARY)
"""Also drafts; names of those who didn't want theirs shown are only for those who work on it."""


@rules.predicate
def begun_by(user: User, consultation: Any) -> bool:
    """Whose consultation it is."""
    return consultation.drafted_by_id == user.pk


runs_consultation = keeps_consultations | (begins_consultations & begun_by)
reads_names = runs_consultation

may_mend_consultation = runs_consultation & in_state(ConsultationStatus.DRAFT)
may_open_consultation = runs_consultation & in_state(ConsultationStatus.DRAFT)
may_extend_consultation = runs_consultation & in_state(ConsultationStatus.OPEN)
may_close_consultation = runs_consultation & in_state(ConsultationStatus.OPEN)
may_answer_consultation = runs_consultation & in_state(ConsultationStatus.ANSWERING)
may_conclude_consultation = runs_consultation & in_state(ConsultationStatus.ANSWERING)
may_withdraw_consultation = runs_consultation & in_state(
    ConsultationStatus.DRAFT, ConsultationStatus.OPEN, ConsultationStatus.ANSWERING
)
may_attach_to_consultation = runs_consultation & in_state(
    ConsultationStatus.DRAFT, ConsultationStatus.OPEN, ConsultationStatus.ANSWERING
)
may_print_opinions = (sees_all_consultations | runs_consultation) & in_state(*CLOSED_ONCE)
reads_points = in_state(ConsultationStatus.CONCLUDED) | may_print_opinions
"""Once concluded, the answers are for all who were asked."""
