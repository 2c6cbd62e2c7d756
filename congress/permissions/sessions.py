"""Who may do what with sessions."""

from typing import Any

import rules

from congress.enums import SessionStatus
from congress.permissions.people import keeps_congress
from unionoffice.states import in_state


@rules.predicate
def is_joint(_user: Any, session: Any) -> bool:
    """Whether it is held together with a session of the other body."""
    return session.partner is not None


may_hold = keeps_congress & in_state(SessionStatus.PLANNED)
may_join = keeps_congress & in_state(SessionStatus.PLANNED) & ~is_joint
may_part = keeps_congress & in_state(SessionStatus.PLANNED) & is_joint
