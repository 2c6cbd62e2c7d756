"""Terms, sessions and delegates of the staff congress, and the proposals made to it."""

from congress.models.agenda import AgendaItem, ItemOpinion
from congress.models.constituencies import Constituency, Delegation
from congress.models.delegates import Delegate, Recall
from congress.models.elections import Candidacy, DelegateElection, ElectionRound
from congress.models.follow_ups import (
    Acknowledgement,
    Extension,
    FollowUp,
    Reminder,
)
from congress.models.handling import Answer, Assistance, Rating
from congress.models.minutes import SessionMinutes
from congress.models.preparation import ChecklistItem, StandardMatter
from congress.models.preparatory import PreparatoryMeeting
from congress.models.presidium import DiscussionGroup, GroupSeat, PresidiumMember, WorkingGroup
from congress.models.proposals import Proposal
from congress.models.resolutions import InterimDecision, Resolution, ResolutionStep
from congress.models.seconders import Seconding, TakeUpRefusal
from congress.models.session_notices import SessionNotice
from congress.models.session_requests import RequestSigner, SessionRequest
from congress.models.sessions import Session
from congress.models.sittings import Exit, Leave, Sitting
from congress.models.suggestions import Suggestion, SuggestionDrive
from congress.models.tallies import Tally
from congress.models.terms import Term
from congress.models.topics import Topic, TopicAgreement

__all__ = [
    "Acknowledgement",
    "AgendaItem",
    "Answer",
    "Assistance",
    "Candidacy",
    "ChecklistItem",
    "Constituency",
    "Delegate",
    "DelegateElection",
    "Delegation",
    "DiscussionGroup",
    "ElectionRound",
    "Exit",
    "Extension",
    "FollowUp",
    "GroupSeat",
    "InterimDecision",
    "ItemOpinion",
    "Leave",
    "PreparatoryMeeting",
    "PresidiumMember",
    "Proposal",
    "Rating",
    "Recall",
    "Reminder",
    "RequestSigner",
    "Resolution",
    "ResolutionStep",
    "Seconding",
    "Session",
    "SessionMinutes",
    "SessionNotice",
    "SessionRequest",
    "Sitting",
    "StandardMatter",
    "Suggestion",
    "SuggestionDrive",
    "TakeUpRefusal",
    "Tally",
    "Term",
    "Topic",
    "TopicAgreement",
    "WorkingGroup",
]
