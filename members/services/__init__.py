"""Every write to members, the organisation and accounts."""

from members.services.accounts import (
    block_account,
    change_password,
    grant_role,
    open_account,
    reset_password,
    revoke_role,
    unblock_account,
)
from members.services.audiences import delete_audience, save_audience
from members.services.calendar_keys import end_calendar_key, renew_calendar_key
from members.services.changes import change_status, correct_change, withdraw_change
from members.services.clashes import settle_before_merge
from members.services.committees import (
    appoint,
    end_office,
    move_term_end,
    open_term,
    save_committee,
    update_term,
)
from members.services.corrections import accept_correction, ask_for_correction, decline_correction
from members.services.first_passwords import destroy_first_passwords, forget_first_passwords, open_accounts
from members.services.gatherings import (
    check_in,
    close_gathering,
    mark_attendance,
    open_gathering,
    reopen_gathering,
)
from members.services.handovers import HandoverTerms, hand_over_office, hand_over_role
from members.services.joining import (
    apply_to_join,
    approve_application,
    refuse_application,
    withdraw_application,
)
from members.services.leaders import end_leading, name_leader
from members.services.merges import find_distinct, merge_members
from members.services.moves import (
    add_tag,
    leave_department,
    move_everybody,
    move_to_department,
    move_to_group,
    remove_tag,
)
from members.services.organisation import (
    close_unit,
    place_in_department,
    place_in_group,
    reopen_unit,
    save_department,
    save_group,
)
from members.services.people import register_member, reorder_names, update_member
from members.services.personal import remove_child, remove_portrait, reveal, save_child, set_portrait
from members.services.roster_imports import import_roster, take_back_import
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
from members.services.tags import delete_tag, save_tag

__all__ = [
    "KIND_OF_SERVICE",
    "LOCKED",
    "HandoverTerms",
    "RosterChange",
    "RosterRow",
    "accept_correction",
    "add_tag",
    "apply_roster",
    "apply_to_join",
    "appoint",
    "approve_application",
    "ask_for_correction",
    "block_account",
    "change_password",
    "change_status",
    "check_in",
    "close_gathering",
    "close_unit",
    "correct_change",
    "count_attempt",
    "decline_correction",
    "delete_audience",
    "delete_tag",
    "destroy_first_passwords",
    "end_calendar_key",
    "end_leading",
    "end_office",
    "end_sign_ins",
    "find_distinct",
    "follow_session",
    "forget_failures",
    "forget_first_passwords",
    "grant_role",
    "hand_over_office",
    "hand_over_role",
    "import_roster",
    "leave_department",
    "mark_attendance",
    "merge_members",
    "move_everybody",
    "move_term_end",
    "move_to_department",
    "move_to_group",
    "name_leader",
    "note_failure",
    "note_presence",
    "open_account",
    "open_accounts",
    "open_gathering",
    "open_sign_in",
    "open_sign_off",
    "open_term",
    "place_in_department",
    "place_in_group",
    "record_paper",
    "record_proxy",
    "refuse_application",
    "register_member",
    "remove_child",
    "remove_portrait",
    "remove_tag",
    "renew_calendar_key",
    "reopen_gathering",
    "reopen_unit",
    "reorder_names",
    "reset_password",
    "reveal",
    "revoke_role",
    "revoke_sign_off",
    "save_audience",
    "save_child",
    "save_committee",
    "save_department",
    "save_group",
    "save_tag",
    "set_portrait",
    "settle_before_merge",
    "sign_off",
    "take_back_import",
    "unblock_account",
    "union_following",
    "unlock_account",
    "update_member",
    "update_term",
    "withdraw_application",
    "withdraw_change",
]
