"""What can be counted of democratic management for a summary."""

from affairs.figures.agreements import agreement_figures
from affairs.figures.catalogue import catalogue_figures
from affairs.figures.disclosures import disclosure_figures
from affairs.figures.inspections import inspection_figures
from affairs.figures.mailbox import mailbox_figures
from affairs.figures.meetings import meeting_figures
from affairs.figures.public_notices import notice_figures
from affairs.figures.regulations import consultation_figures, document_figures, regulation_figures
from affairs.figures.supervision import supervision_figures
from affairs.figures.surveys import survey_figures
from unionoffice.areas import Scope
from unionoffice.figures import FigureSet
from unionoffice.periods import Period

__all__ = ["figures"]

COUNTED = (
    disclosure_figures,
    catalogue_figures,
    notice_figures,
    regulation_figures,
    document_figures,
    consultation_figures,
    mailbox_figures,
    meeting_figures,
    supervision_figures,
    agreement_figures,
    inspection_figures,
    survey_figures,
)
"""Each family of records, in the order in which a summary tells them."""


def figures(period: Period, scope: Scope) -> FigureSet:
    """What all families of records can tell of the period."""
    return FigureSet.joined(counted(period, scope) for counted in COUNTED)
