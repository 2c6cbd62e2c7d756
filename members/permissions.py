"""Who may do what with member records."""

from unionoffice.roles import Role, holds, signed_in

keeps_roster = holds(Role.SECRETARY, Role.ORGANISATION_OFFICER)
"""Enters, imports and changes member records."""

sees_all_members = holds(
    Role.SECRETARY, Role.CHAIR, Role.ORGANISATION_OFFICER, Role.WELFARE_OFFICER, Role.WOMEN_OFFICER
)
"""Needs everybody's record for the work: the other officers get the names that their own area shows."""

sees_contacts = holds(Role.SECRETARY, Role.CHAIR, Role.ORGANISATION_OFFICER, Role.WELFARE_OFFICER)
"""May see phone, address, ID number and card, masked, of people other than themselves."""

opens_member_list = sees_all_members | holds(Role.GROUP_LEADER)
"""A list is for those who see more than themselves."""

opens_member = signed_in
"""Whether there is anything to open is decided by `visible_to`."""
