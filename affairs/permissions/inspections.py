"""Who may do what with inspections and their schemes."""

from typing import Any

import rules

from affairs.enums import RECTIFIABLE, InspectionStatus
from affairs.permissions.supervision import OFFICERS
from unionoffice.roles import Role, User, holds
from unionoffice.states import in_state

keeps_inspections = holds(*OFFICERS)
"""Gathers the evidence and enters the result: the work is shared out among the officers."""

keeps_schemes = holds(Role.CHAIR, Role.SECRETARY)

opens_inspections = keeps_inspections | holds(Role.PRINCIPAL, Role.PARTY_SECRETARY, Role.AUDITOR)
"""Whoever has a part in preparing for one, or answers for its result."""


@rules.predicate
def has_scheme(_user: User, inspection: Any) -> bool:
    """Whether it is scored item by item."""
    return inspection.scheme_id is not None


@rules.predicate
def is_unused(_user: User, scheme: Any) -> bool:
    """Whether nothing was scored by it yet."""
    return not scheme.inspections.exists()


may_mend_scheme = keeps_schemes & is_unused
may_copy_scheme = keeps_schemes
may_mend_inspection = keeps_inspections & in_state(InspectionStatus.PREPARING)
may_score_inspection = keeps_inspections & has_scheme & in_state(InspectionStatus.PREPARING)
may_conclude_inspection = keeps_inspections & in_state(InspectionStatus.PREPARING)
may_add_rectification = keeps_inspections & in_state(*RECTIFIABLE)
may_close_inspection = keeps_inspections & in_state(*RECTIFIABLE)
may_attach_to_inspection = keeps_inspections
may_print_scores = has_scheme
