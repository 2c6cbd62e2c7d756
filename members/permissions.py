"""Who may do what with member records.

Family by family: a person's record and what is read of it, corrections, changes of status, the organisation, rosters
and merges, accounts, audiences with attendance and sign-off.
"""

from typing import Any

import rules
from django.utils import timezone

from members.enums import (
    CHANGES_OPEN_TO,
    HERE,
    ApplicationStatus,
    ChangeKind,
    CorrectionStatus,
    ServiceStatus,
    UnionStatus,
)
from unionoffice.roles import Role, User, holds, signed_in
from unionoffice.states import in_state


def member_id_of(user: User) -> int | None:
    """Whose record the account is; none for strangers and for operators of the system, who are nobody's colleague."""
    return getattr(user, "member_id", None)


@rules.predicate
def has_own_record(user: User) -> bool:
    """Whether there is a member to whom what is one's own can belong."""
    return member_id_of(user) is not None


@rules.predicate
def is_oneself(user: User, member: Any) -> bool:
    """Whether the record is about who asks."""
    return member_id_of(user) == member.pk


keeps_roster = holds(Role.SECRETARY, Role.ORGANISATION_OFFICER)
"""Enters, imports and changes member records."""

opens_member = signed_in
"""Whether there is anything to open is decided by `visible_to`."""

sees_all_members = holds(
    Role.SECRETARY, Role.CHAIR, Role.ORGANISATION_OFFICER, Role.WELFARE_OFFICER, Role.WOMEN_OFFICER
)
"""Needs everybody's record for the work: the other officers get the names that their own area shows."""

sees_contacts = holds(Role.SECRETARY, Role.CHAIR, Role.ORGANISATION_OFFICER, Role.WELFARE_OFFICER)
"""Needs to know where people live, and whose festivals they keep."""

sees_union_file = holds(Role.SECRETARY, Role.CHAIR, Role.ORGANISATION_OFFICER)
"""Needs what a union file holds beyond the dates; also its history, whose lines tell old values."""

opens_member_list = sees_all_members | holds(Role.GROUP_LEADER)
"""A list is for those who see more than themselves."""

reads_statistics = sees_all_members

sees_milestones = sees_all_members
"""Prepares birthdays, weddings and farewells, and needs years and ages for it."""

opens_milestones = sees_milestones | holds(Role.GROUP_LEADER)
"""A leader congratulates the own group: day and month of birthdays, and nothing else."""

READERS: dict[str, rules.Predicate] = {
    **dict.fromkeys(("birth_date", "keeps_lunar_birthday", "married_on", "children", "phone"), sees_all_members),
    **dict.fromkeys(("post_category", "post_rank", "contract_kind", "first_job_on", "hired_on"), sees_all_members),
    **dict.fromkeys(("status_changes", "tags"), sees_all_members),
    **dict.fromkeys(("ethnicity", "address"), sees_contacts),
    **dict.fromkeys(("political_status", "card_no", "trail"), sees_union_file),
    **dict.fromkeys(("id_number", "bank_card", "attachments"), keeps_roster),
}
"""Who reads what of somebody else; what isn't named here is for all who open the page (decision 0011)."""


def reads(user: User, member: Any, name: str) -> bool:
    """Whether the user, who may open the page, reads one thing of it: their own record they read whole."""
    return name not in READERS or READERS[name].test(user) or is_oneself.test(user, member)


reads_files = keeps_roster | is_oneself
"""Contracts and certificates: for who files them and whom they are about."""

may_set_portrait = keeps_roster | is_oneself


@rules.predicate
def has_portrait(_user: User, member: Any) -> bool:
    """Whether there is a photo to take away."""
    return hasattr(member, "portrait")


may_remove_portrait = may_set_portrait & has_portrait

asks_for_corrections = has_own_record & ~keeps_roster
"""Who keeps the roster corrects it at once."""

may_ask_for_correction = asks_for_corrections & is_oneself


@rules.predicate
def is_undecided(_user: User, correction: Any) -> bool:
    """Whether the office hasn't answered yet."""
    return correction.status == CorrectionStatus.OPEN


may_decide_correction = keeps_roster & is_undecided


@rules.predicate
def is_open_to_change(_user: User, member: Any) -> bool:
    """Whether any change of status is still open to the person."""
    return bool(CHANGES_OPEN_TO[ServiceStatus(member.service_status)])


@rules.predicate
def is_own_paper(user: User, record: Any) -> bool:
    """Whether the change or application is about who asks."""
    return member_id_of(user) == record.member_id


@rules.predicate
def is_first_record(_user: User, change: Any) -> bool:
    """Whether it tells how somebody stood when the office first heard of them, which can be corrected only."""
    return change.kind == ChangeKind.REGISTERED


@rules.predicate
def is_transfer_out(_user: User, change: Any) -> bool:
    """Whether a letter of introduction went with it."""
    return change.kind == ChangeKind.TRANSFERRED_OUT


@rules.predicate
def is_joining(_user: User, change: Any) -> bool:
    """Whether an application went before it."""
    return change.kind == ChangeKind.JOINED


may_change_status = keeps_roster & is_open_to_change
may_withdraw_change = keeps_roster & ~is_first_record
reads_change_files = keeps_roster | is_own_paper
may_print_letter = keeps_roster & is_transfer_out
may_print_joining = keeps_roster & is_joining


@rules.predicate
def is_outside(_user: User, member: Any) -> bool:
    """Whether somebody serves here and isn't in the union."""
    return (member.service_status, member.union_status) == (ServiceStatus.IN_SERVICE, UnionStatus.NON_MEMBER)


may_apply_to_join = is_oneself & is_outside

is_filed = in_state(ApplicationStatus.FILED)

may_decide_application = keeps_roster & is_filed & ~is_own_paper
"""Nobody takes themselves into the union."""

may_withdraw_application = is_own_paper & is_filed


@rules.predicate
def is_open_unit(_user: User, unit: Any) -> bool:
    """Whether a department or union group wasn't closed."""
    return bool(unit.is_open)


@rules.predicate
def is_here(_user: User, member: Any) -> bool:
    """Whether the person can be placed anywhere: neither left nor dead."""
    return member.service_status in HERE


@rules.predicate
def is_further_place(_user: User, place: Any) -> bool:
    """Whether a place in a department can end without another: the main one is only ever replaced."""
    return not place.is_main and place.to_on is None


@rules.predicate
def is_current(_user: User, row: Any) -> bool:
    """Whether a dated row hasn't ended."""
    return row.to_on is None


may_name_leader = may_close_unit = may_empty_unit = keeps_roster & is_open_unit
may_reopen_unit = keeps_roster & ~is_open_unit
may_place = keeps_roster & is_here
may_end_further_place = keeps_roster & is_further_place
may_end_current = keeps_roster & is_current

keeps_committees = keeps_roster
"""Enters committees, their terms with the papers of each, and who takes or leaves an office."""

hands_over = holds(Role.SECRETARY, Role.CHAIR)
"""Writes down what passes with an office; what is open of somebody's work isn't for everybody's eyes."""


@rules.predicate
def is_last_import(_user: User, record: Any) -> bool:
    """Whether it is known what the import did: only of the last one, and until it is taken back."""
    return bool(record.can_be_taken_back)


may_take_back_import = keeps_roster & is_last_import

merges_records = holds(Role.SECRETARY)
"""Makes two records one: accounts may be closed by it, and it can't be taken back on a page."""

manages_accounts = holds(Role.SECRETARY)
"""Opens accounts, resets passwords and gives roles."""

sees_account_trail = holds(Role.SECRETARY, Role.CHAIR)
"""Reads who opened an account, set its password and gave it roles: a secretary's hand on an account shows."""


@rules.predicate
def has_account(_user: User, member: Any) -> bool:
    """Whether there is an account to give a role to."""
    return hasattr(member, "account")


@rules.predicate
def has_granted_role(_user: User, member: Any) -> bool:
    """Whether there is a role to take back."""
    return hasattr(member, "account") and member.account.grants.held_on(timezone.localdate()).exists()


@rules.predicate
def is_locked_out(_user: User, member: Any) -> bool:
    """Whether wrong passwords keep the person out at this moment."""
    return hasattr(member, "account") and member.account.is_locked_at(timezone.now())


@rules.predicate
def has_blocked_account(_user: User, member: Any) -> bool:
    """Whether the office keeps the person out."""
    return hasattr(member, "account") and member.account.blocked_on is not None


@rules.predicate
def holds_open_passwords(_user: User, sheet: Any) -> bool:
    """Whether first passwords can still be printed."""
    return bool(sheet.is_open)


may_open_account = manages_accounts & ~has_account
may_block_account = manages_accounts & has_account & ~has_blocked_account & ~is_oneself
may_unblock_account = manages_accounts & has_blocked_account
may_unlock_account = manages_accounts & is_locked_out
may_reset_password = manages_accounts & has_account
may_grant_role = manages_accounts & has_account
may_revoke_role = manages_accounts & has_granted_role
may_hand_out_passwords = manages_accounts & holds_open_passwords

keeps_audiences = holds(Role.SECRETARY, Role.ORGANISATION_OFFICER)
"""Says whom a name such as 女教职工 means; everybody who organises something chooses from these names."""


@rules.predicate
def is_seeded(_user: User, audience: Any) -> bool:
    """Whether every office has it."""
    return bool(audience.is_seeded)


may_delete_audience = keeps_audiences & ~is_seeded


@rules.predicate
def keeps_attendance(user: User, gathering: Any) -> bool:
    """Whom the record that the gathering belongs to names as its keeper."""
    record = gathering.source_record
    return bool(record.KEEPS_ATTENDANCE.test(user, record))


@rules.predicate
def is_named_reader(user: User, gathering: Any) -> bool:
    """Whom that record names in `READS_ATTENDANCE`, where it does: rolls are read when nobody keeps them any more."""
    record = gathering.source_record
    return hasattr(record, "READS_ATTENDANCE") and bool(record.READS_ATTENDANCE.test(user, record))


@rules.predicate
def is_open(_user: User, gathering: Any) -> bool:
    """Whether people can still check in."""
    return bool(gathering.is_open)


reads_attendance = keeps_attendance | is_named_reader
may_keep_open_gathering = keeps_attendance & is_open
may_reopen_gathering = keeps_attendance & ~is_open


@rules.predicate
def keeps_sign_off(user: User, sheet: Any) -> bool:
    """Whom the record that the sheet belongs to names as its keeper."""
    record = sheet.source_record
    return bool(record.KEEPS_SIGN_OFF.test(user, record))


@rules.predicate
def keeps_its_sheet(user: User, line: Any) -> bool:
    """Who keeps the sheet that the line stands on."""
    return bool(keeps_sign_off.test(user, line.sheet))


@rules.predicate
def is_signed(_user: User, line: Any) -> bool:
    """Whether it was handed over."""
    return bool(line.is_signed)


may_record_proxy = keeps_its_sheet & ~is_signed
may_revoke_sign_off = keeps_its_sheet & is_signed
