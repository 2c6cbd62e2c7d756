"""What the lists of members can be narrowed by."""

from members.filters.accounts import AccountFilter
from members.filters.audiences import AudienceFilter
from members.filters.committees import CommitteeFilter, HandoverFilter, OfficeFilter
from members.filters.imports import RosterImportFilter
from members.filters.organisation import CLOSED, FILLED, DepartmentFilter, TagFilter, UnionGroupFilter
from members.filters.people import MemberFilter, StatisticFilter, UnitField, UnitFilter
from members.filters.requests import CorrectionFilter, JoinApplicationFilter

__all__ = [
    "CLOSED",
    "FILLED",
    "AccountFilter",
    "AudienceFilter",
    "CommitteeFilter",
    "CorrectionFilter",
    "DepartmentFilter",
    "HandoverFilter",
    "JoinApplicationFilter",
    "MemberFilter",
    "OfficeFilter",
    "RosterImportFilter",
    "StatisticFilter",
    "TagFilter",
    "UnionGroupFilter",
    "UnitField",
    "UnitFilter",
]
