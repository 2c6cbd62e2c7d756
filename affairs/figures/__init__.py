"""What can be counted of democratic management for a summary."""

from affairs.figures.disclosures import disclosure_figures
from unionoffice.areas import Scope
from unionoffice.figures import FigureSet
from unionoffice.periods import Period

__all__ = ["figures"]

COUNTED = (disclosure_figures,)
"""Each family of records, in the order in which a summary tells them."""


def figures(period: Period, scope: Scope) -> FigureSet:
    """What all families of records can tell of the period."""
    return FigureSet.joined(counted(period, scope) for counted in COUNTED)
