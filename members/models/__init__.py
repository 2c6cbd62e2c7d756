"""Members, the organisation they belong to, and their accounts."""

from members.models.accounts import Account, RoleGrant
from members.models.audiences import Audience, AudienceRule
from members.models.committees import Committee, CommitteeTerm, OfficeHolding
from members.models.gatherings import Attendance, Gathering
from members.models.organisation import Department, DepartmentPlace, GroupPlace, UnionGroup
from members.models.people import Member, StatusChange
from members.models.sign_ins import FailedSignIn, SignIn
from members.models.signoffs import SignOffLine, SignOffSheet

__all__ = [
    "Account",
    "Attendance",
    "Audience",
    "AudienceRule",
    "Committee",
    "CommitteeTerm",
    "Department",
    "DepartmentPlace",
    "FailedSignIn",
    "Gathering",
    "GroupPlace",
    "Member",
    "OfficeHolding",
    "RoleGrant",
    "SignIn",
    "SignOffLine",
    "SignOffSheet",
    "StatusChange",
    "UnionGroup",
]
