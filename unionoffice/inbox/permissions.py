"""Who may do what with notices and the ways they go."""

from typing import Any

import rules

from unionoffice.inbox.enums import MessageStatus
from unionoffice.roles import Role, User, holds, signed_in

reads_own_notices = signed_in
sets_own_address = signed_in

keeps_channels = holds(Role.SECRETARY)
"""Adds and switches off the robots, and sees what couldn't be sent."""


@rules.predicate
def is_active(_user: User, robot: Any) -> bool:
    """Messages go through it."""
    return robot.is_active


@rules.predicate
def was_given_up(_user: User, message: Any) -> bool:
    """The worker doesn't try any more."""
    return message.status == MessageStatus.FAILED


may_switch_off = keeps_channels & is_active
may_switch_on = keeps_channels & ~is_active
may_test = keeps_channels & is_active
may_resend = keeps_channels & was_given_up
