"""Every write to activities: planning, sign-up, and how it went."""

from activities.services.outcomes import (
    approve_cost,
    hold_activity,
    open_attendance,
    pay_activity,
    record_activity,
    settle_activity,
    tell_outcome,
)
from activities.services.plans import (
    AGREED,
    amend_activity,
    announce_activity,
    approve_activity,
    cancel_activity,
    close_sign_up,
    delete_activity,
    draft_activity,
    reopen_sign_up,
    return_activity,
    submit_activity,
)
from activities.services.sign_ups import settle_before_merge, sign_up, withdraw

__all__ = [
    "AGREED",
    "amend_activity",
    "announce_activity",
    "approve_activity",
    "approve_cost",
    "cancel_activity",
    "close_sign_up",
    "delete_activity",
    "draft_activity",
    "hold_activity",
    "open_attendance",
    "pay_activity",
    "record_activity",
    "reopen_sign_up",
    "return_activity",
    "settle_activity",
    "settle_before_merge",
    "sign_up",
    "submit_activity",
    "tell_outcome",
    "withdraw",
]
