"""Who may do what with member records."""

import rules
from django.utils import timezone

from members.enums import CHANGES_OPEN_TO, ServiceStatus
from unionoffice.roles import Role, User, holds, signed_in


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
    """An operator of the system has an account, but is nobody's colleague."""
    return getattr(user, "member_id", None) is not None


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


may_open_account = manages_accounts & ~has_account
may_reset_password = manages_accounts & has_account
may_grant_role = manages_accounts & has_account
may_revoke_role = manages_accounts & has_granted_role
