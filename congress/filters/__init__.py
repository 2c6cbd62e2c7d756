"""What the congress's lists can be narrowed by."""

from congress.filters.choices import ALL, GROUP
from congress.filters.proposals import MINE, ONLY, OVERDUE, ProposalFilter
from congress.filters.terms import DelegateFilter, SessionFilter, TermFilter

__all__ = [
    "ALL",
    "GROUP",
    "MINE",
    "ONLY",
    "OVERDUE",
    "DelegateFilter",
    "ProposalFilter",
    "SessionFilter",
    "TermFilter",
]
