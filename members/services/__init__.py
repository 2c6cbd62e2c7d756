"""Every write to members, the organisation and accounts."""

from members.services.accounts import change_password, grant_role, open_account, reset_password, revoke_role
from members.services.audiences import delete_audience, save_audience
from members.services.committees import appoint
from members.services.gatherings import (
    check_in,
    close_gathering,
    mark_attendance,
    open_gathering,
    reopen_gathering,
)
from members.services.organisation import place_in_department, place_in_group, save_department, save_group
from members.services.people import change_status, register_member, reorder_names, update_member
from members.services.rosters import KIND_OF_SERVICE, RosterChange, RosterRow, apply_roster, union_following
from members.services.sign_ins import (
    LOCKED,
    count_attempt,
    end_sign_ins,
    follow_session,
    forget_failures,
    note_failure,
    note_presence,
    open_sign_in,
    unlock_account,
)
from members.services.signoffs import open_sign_off, record_paper, record_proxy, revoke_sign_off, sign_off

__all__ = [
    "KIND_OF_SERVICE",
    "LOCKED",
    "RosterChange",
    "RosterRow",
    "apply_roster",
    "appoint",
    "change_password",
    "change_status",
    "check_in",
    "close_gathering",
    "count_attempt",
    "delete_audience",
    "end_sign_ins",
    "follow_session",
    "forget_failures",
    "grant_role",
    "mark_attendance",
    "note_failure",
    "note_presence",
    "open_account",
    "open_gathering",
    "open_sign_in",
    "open_sign_off",
    "place_in_department",
    "place_in_group",
    "record_paper",
    "record_proxy",
    "register_member",
    "reopen_gathering",
    "reorder_names",
    "reset_password",
    "revoke_role",
    "revoke_sign_off",
    "save_audience",
    "save_department",
    "save_group",
    "sign_off",
    "union_following",
    "unlock_account",
    "update_member",
]
