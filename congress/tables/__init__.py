"""The surface of the congress's lists."""

from congress.tables.agenda import (
    AgendaItemTable,
    InterimDecisionTable,
    ItemOpinionTable,
    ResolutionTable,
    agenda_badge,
    answer_badge,
    reported_badge,
    resolution_badge,
)
from congress.tables.delegates import DelegateTable, ElectionTable, election_badge, told_shares
from congress.tables.follow_ups import (
    FollowUpTable,
)
from congress.tables.preparation import (
    ChecklistTable,
    PreparatoryTable,
    SessionRequestTable,
    StandardTable,
    line_badge,
    request_badge,
)
from congress.tables.proposals import TONES, ProposalTable, proposal_badge
from congress.tables.sessions import SessionTable, days, session_badge
from congress.tables.sittings import LeaveTable, SittingTable, leave_badge, sitting_badge
from congress.tables.suggestions import (
    DriveTable,
    SuggestionTable,
    drive_badge,
    drive_counts,
    suggestion_badge,
)
from congress.tables.terms import TermTable

__all__ = [
    "TONES",
    "AgendaItemTable",
    "ChecklistTable",
    "DelegateTable",
    "DriveTable",
    "ElectionTable",
    "FollowUpTable",
    "InterimDecisionTable",
    "ItemOpinionTable",
    "LeaveTable",
    "PreparatoryTable",
    "ProposalTable",
    "ResolutionTable",
    "SessionRequestTable",
    "SessionTable",
    "SittingTable",
    "StandardTable",
    "SuggestionTable",
    "TermTable",
    "agenda_badge",
    "answer_badge",
    "days",
    "drive_badge",
    "drive_counts",
    "election_badge",
    "leave_badge",
    "line_badge",
    "proposal_badge",
    "reported_badge",
    "request_badge",
    "resolution_badge",
    "session_badge",
    "sitting_badge",
    "suggestion_badge",
    "told_shares",
]
