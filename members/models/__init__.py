"""Members, the organisation they belong to, and their accounts."""

from members.models.accounts import Account, FirstPasswordSheet, RoleGrant
from members.models.audiences import Audience, AudienceRule
from members.models.committees import Committee, CommitteeTerm, OfficeHolding
from members.models.gatherings import Attendance, Gathering
from members.models.handovers import Handover, HandoverItem
from members.models.joining import JoinApplication
from members.models.merges import DistinctPair, MergedMember
from members.models.milestones import CalendarKey, RetirementAge
from members.models.organisation import DepartmentHead, DepartmentPlace, GroupLeader, GroupPlace
from members.models.people import Member, StatusChange
from members.models.personal import OTHER, Child, CorrectionRequest, Portrait
from members.models.rosters import RosterImport
from members.models.sign_ins import FailedSignIn, SignIn
from members.models.signoffs import SignOffLine, SignOffSheet
from members.models.tags import Tag, TagPlace
from members.models.units import Department, UnionGroup

__all__ = [
    "OTHER",
    "Account",
    "Attendance",
    "Audience",
    "AudienceRule",
    "CalendarKey",
    "Child",
    "Committee",
    "CommitteeTerm",
    "CorrectionRequest",
    "Department",
    "DepartmentHead",
    "DepartmentPlace",
    "DistinctPair",
    "FailedSignIn",
    "FirstPasswordSheet",
    "Gathering",
    "GroupLeader",
    "GroupPlace",
    "Handover",
    "HandoverItem",
    "JoinApplication",
    "Member",
    "MergedMember",
    "OfficeHolding",
    "Portrait",
    "RetirementAge",
    "RoleGrant",
    "RosterImport",
    "SignIn",
    "SignOffLine",
    "SignOffSheet",
    "StatusChange",
    "Tag",
    "TagPlace",
    "UnionGroup",
]
