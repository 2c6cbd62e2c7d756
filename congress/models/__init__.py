"""Terms, sessions and delegates of the staff congress, and the proposals made to it."""

from congress.models.handling import Answer, Assistance, Rating
from congress.models.proposals import Proposal, Seconding
from congress.models.terms import Delegate, Session, Term

__all__ = ["Answer", "Assistance", "Delegate", "Proposal", "Rating", "Seconding", "Session", "Term"]
