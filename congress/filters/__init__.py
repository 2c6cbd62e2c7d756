"""What the congress's lists can be narrowed by."""

from congress.filters.agenda import AgendaItemFilter, InterimDecisionFilter, ItemOpinionFilter, ResolutionFilter
from congress.filters.choices import ALL, GROUP
from congress.filters.delegates import DelegateFilter, ElectionFilter
from congress.filters.preparation import ChecklistFilter, PreparatoryFilter, SessionRequestFilter, StandardFilter
from congress.filters.proposals import (
    DEPARTMENT,
    DUE_SOON,
    MINE,
    ONLY,
    OUTSTANDING,
    OVERDUE,
    PRIORITY,
    TO_SECOND,
    ProposalFilter,
    ReviewFilter,
)
from congress.filters.sessions import SessionFilter
from congress.filters.sittings import LeaveFilter, SittingFilter
from congress.filters.suggestions import DriveFilter, SuggestionFilter
from congress.filters.terms import TermFilter

__all__ = [
    "ALL",
    "DEPARTMENT",
    "DUE_SOON",
    "GROUP",
    "MINE",
    "ONLY",
    "OUTSTANDING",
    "OVERDUE",
    "PRIORITY",
    "TO_SECOND",
    "AgendaItemFilter",
    "ChecklistFilter",
    "DelegateFilter",
    "DriveFilter",
    "ElectionFilter",
    "InterimDecisionFilter",
    "ItemOpinionFilter",
    "LeaveFilter",
    "PreparatoryFilter",
    "ProposalFilter",
    "ResolutionFilter",
    "ReviewFilter",
    "SessionFilter",
    "SessionRequestFilter",
    "SittingFilter",
    "StandardFilter",
    "SuggestionFilter",
    "TermFilter",
]
