"""Who may do what with supervision: findings are for those who need to know, until they are disclosed."""

from typing import Any

import rules

from affairs.enums import OPEN_SUPERVISION, SupervisionKind, SupervisionStatus
from unionoffice.roles import Role, User, holds, signed_in
from unionoffice.states import in_state

OFFICERS = (
    Role.CHAIR,
    Role.SECRETARY,
    Role.WELFARE_OFFICER,
    Role.SPORTS_OFFICER,
    Role.WOMEN_OFFICER,
    Role.ORGANISATION_OFFICER,
    Role.PUBLICITY_OFFICER,
)
"""工会委员会: who supervises in the union's name."""

keeps_supervision = holds(*OFFICERS)
audits = holds(Role.AUDITOR)
records_supervision = keeps_supervision | audits
"""An auditor records what the 经审委员会 looked at: the school's finances."""

sees_all_supervision = keeps_supervision | audits | holds(Role.PRINCIPAL, Role.PARTY_SECRETARY)
"""Others see what they took part in; what staff should know of it is disclosed."""

opens_supervision_list = sees_all_supervision
opens_supervision = signed_in
"""Whether there is anything to open is decided by `visible_to`."""


@rules.predicate
def is_audit(_user: User, supervision: Any) -> bool:
    """Whether it is about the school's finances."""
    return supervision.kind == SupervisionKind.FINANCE


@rules.predicate
def is_recorder(user: User, supervision: Any) -> bool:
    """Who entered it."""
    return supervision.recorded_by_id == user.pk


works_on_supervision = keeps_supervision | (audits & (is_audit | is_recorder))

may_mend_supervision = works_on_supervision & in_state(*OPEN_SUPERVISION)
may_follow_up_supervision = works_on_supervision & in_state(SupervisionStatus.RECORDED)
may_close_supervision = works_on_supervision & in_state(*OPEN_SUPERVISION)
may_attach_to_supervision = works_on_supervision
"""Evidence may come in after the end, such as the minutes of the meeting that heard of it."""
