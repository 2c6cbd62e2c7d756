"""What can be counted of the congress for a summary."""

from congress.figures.agenda import agenda_figures
from congress.figures.proposals import proposal_figures
from congress.figures.sessions import session_figures
from congress.figures.sittings import sitting_figures
from congress.figures.suggestions import suggestion_figures
from congress.figures.terms import delegate_figures
from unionoffice.areas import Scope
from unionoffice.figures import FigureSet
from unionoffice.periods import Period

__all__ = ["figures"]

COUNTED = (proposal_figures, delegate_figures, session_figures, sitting_figures, agenda_figures, suggestion_figures)
"""Each family of records, in the order in which a summary tells them."""


def figures(period: Period, scope: Scope) -> FigureSet:
    """What all families of records can tell of the period."""
    return FigureSet.joined(counted(period, scope) for counted in COUNTED)
