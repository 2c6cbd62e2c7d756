"""Every write to members, the organisation and accounts."""

from members.services.accounts import grant_role, open_account, reset_password, revoke_role
from members.services.committees import appoint
from members.services.organisation import place_in_department, place_in_group
from members.services.people import change_status, register_member, update_member
from members.services.rosters import KIND_OF_SERVICE, RosterChange, RosterRow, apply_roster, union_following

__all__ = [
    "KIND_OF_SERVICE",
    "RosterChange",
    "RosterRow",
    "apply_roster",
    "appoint",
    "change_status",
    "grant_role",
    "open_account",
    "place_in_department",
    "place_in_group",
    "register_member",
    "reset_password",
    "revoke_role",
    "union_following",
    "update_member",
]
