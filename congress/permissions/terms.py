"""Who may do what with terms, sessions and delegates."""

from congress.enums import (
    SessionStatus,
)
from congress.permissions.people import keeps_congress
from unionoffice.states import in_state

may_hold = keeps_congress & in_state(SessionStatus.PLANNED)
