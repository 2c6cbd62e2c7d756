"""The surface of the congress's lists."""

from congress.tables.proposals import TONES, ProposalTable, proposal_badge
from congress.tables.terms import DelegateTable, SessionTable, TermTable, days, session_badge

__all__ = [
    "TONES",
    "DelegateTable",
    "ProposalTable",
    "SessionTable",
    "TermTable",
    "days",
    "proposal_badge",
    "session_badge",
]
