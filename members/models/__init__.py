"""Members, the organisation they belong to, and their accounts."""

from members.models.accounts import Account, RoleGrant
from members.models.committees import Committee, CommitteeTerm, OfficeHolding
from members.models.organisation import Department, DepartmentPlace, GroupPlace, UnionGroup
from members.models.people import Member, StatusChange

__all__ = [
    "Account",
    "Committee",
    "CommitteeTerm",
    "Department",
    "DepartmentPlace",
    "GroupPlace",
    "Member",
    "OfficeHolding",
    "RoleGrant",
    "StatusChange",
    "UnionGroup",
]
