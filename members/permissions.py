"""Who may do what with member records."""

import rules
from django.utils import timezone

from members.enums import CHANGES_OPEN_TO, ServiceStatus
from unionoffice.roles import Role, User, holds, signed_in


def member_id_of(user: User) -> int | None:
    """Whose record the account is; none for strangers and for operators of the system, who are nobody's colleague."""
    return getattr(user, "member_id", None)


@rules.predicate
def is_open_to_change(_user: User, member: object) -> bool:
    """Whether any change of status is still open to the person."""
    return bool(CHANGES_OPEN_TO[ServiceStatus(member.service_status)])  # type: ignore[attr-defined]


keeps_roster = holds(Role.SECRETARY, Role.ORGANISATION_OFFICER)
"""Enters, imports and changes member records."""

manages_accounts = holds(Role.SECRETARY)
"""Opens accounts, resets passwords and gives roles."""

may_change_status = keeps_roster & is_open_to_change

sees_account_trail = holds(Role.SECRETARY, Role.CHAIR)
"""Reads who opened an account, set its password and gave it roles: a secretary's hand on an account shows."""

sees_all_members = holds(
    Role.SECRETARY, Role.CHAIR, Role.ORGANISATION_OFFICER, Role.WELFARE_OFFICER, Role.WOMEN_OFFICER
)
"""Needs everybody's record for the work: the other officers get the names that their own area shows."""

sees_contacts = holds(Role.SECRETARY, Role.CHAIR, Role.ORGANISATION_OFFICER, Role.WELFARE_OFFICER)
"""May see phone, address, ID number and card, masked, of people other than themselves."""

opens_member_list = sees_all_members | holds(Role.GROUP_LEADER)
"""A list is for those who see more than themselves."""


@rules.predicate
def has_own_record(user: User) -> bool:
    """Whether there is a member to whom what is one's own can belong."""
    return member_id_of(user) is not None


keeps_audiences = holds(Role.SECRETARY, Role.ORGANISATION_OFFICER)
"""Says whom a name such as 女教职工 means; everybody who organises something chooses from these names."""

opens_member = signed_in
"""Whether there is anything to open is decided by `visible_to`."""


@rules.predicate
def has_account(_user: User, member: object) -> bool:
    """Whether there is an account to give a role to."""
    return hasattr(member, "account")


@rules.predicate
def has_granted_role(_user: User, member: object) -> bool:
    """Whether there is a role to take back."""
    return hasattr(member, "account") and member.account.grants.held_on(timezone.localdate()).exists()


@rules.predicate
def is_locked_out(_user: User, member: object) -> bool:
    """Whether wrong passwords keep the person out at this moment."""
    return hasattr(member, "account") and member.account.is_locked_at(timezone.now())


may_open_account = manages_accounts & ~has_account
may_unlock_account = manages_accounts & is_locked_out
may_reset_password = manages_accounts & has_account
may_grant_role = manages_accounts & has_account
may_revoke_role = manages_accounts & has_granted_role


@rules.predicate
def is_seeded(_user: User, audience: object) -> bool:
    """Whether every office has it."""
    return bool(audience.is_seeded)  # type: ignore[attr-defined]


@rules.predicate
def keeps_attendance(user: User, gathering: object) -> bool:
    """Whom the record that the gathering belongs to names as its keeper."""
    record = gathering.source_record  # type: ignore[attr-defined]
    return bool(record.KEEPS_ATTENDANCE.test(user, record))


@rules.predicate
def is_named_reader(user: User, gathering: object) -> bool:
    """Whom that record names in `READS_ATTENDANCE`, where it does: rolls are read when nobody keeps them any more."""
    record = gathering.source_record  # type: ignore[attr-defined]
    return hasattr(record, "READS_ATTENDANCE") and bool(record.READS_ATTENDANCE.test(user, record))


@rules.predicate
def is_open(_user: User, gathering: object) -> bool:
    """Whether people can still check in."""
    return bool(gathering.is_open)  # type: ignore[attr-defined]


@rules.predicate
def keeps_sign_off(user: User, sheet: object) -> bool:
    """Whom the record that the sheet belongs to names as its keeper."""
    record = sheet.source_record  # type: ignore[attr-defined]
    return bool(record.KEEPS_SIGN_OFF.test(user, record))


@rules.predicate
def keeps_its_sheet(user: User, line: object) -> bool:
    """Who keeps the sheet that the line stands on."""
    return bool(keeps_sign_off.test(user, line.sheet))  # type: ignore[attr-defined]


@rules.predicate
def is_signed(_user: User, line: object) -> bool:
    """Whether it was handed over."""
    return bool(line.is_signed)  # type: ignore[attr-defined]


may_delete_audience = keeps_audiences & ~is_seeded
reads_attendance = keeps_attendance | is_named_reader
may_keep_open_gathering = keeps_attendance & is_open
may_reopen_gathering = keeps_attendance & ~is_open
may_record_proxy = keeps_its_sheet & ~is_signed
may_revoke_sign_off = keeps_its_sheet & is_signed
