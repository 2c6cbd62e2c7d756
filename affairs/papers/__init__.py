"""The papers of democratic management."""

from affairs.papers.agreements import (
    agreement_paper,
)
from affairs.papers.catalogue import catalogue_paper, check_paper
from affairs.papers.consultations import (
    SUMMARY_HEAD,
    summary_lines,
    summary_paper,
)
from affairs.papers.disclosures import disclosure_paper
from affairs.papers.inspections import (
    scheme_workbook,
    score_paper,
    score_workbook,
)
from affairs.papers.letters import (
    letter_paper,
)
from affairs.papers.meetings import (
    composed_minutes,
    hours,
    meant_words,
    meeting_agenda,
    meeting_minutes,
    meeting_notice,
    progress_of,
    when_in_full,
)
from affairs.papers.official_documents import (
    circulation_paper,
    register_paper,
)
from affairs.papers.public_notices import notice_paper, record_paper
from affairs.papers.regulations import (
    collection_paper,
    regulation_paper,
    regulation_text,
)
from affairs.papers.sheets import board_address, board_sheet
from affairs.papers.supervision import (
    supervision_paper,
)
from affairs.papers.surveys import (
    survey_paper,
    survey_workbook,
)

__all__ = [
    "SUMMARY_HEAD",
    "agreement_paper",
    "board_address",
    "board_sheet",
    "catalogue_paper",
    "check_paper",
    "circulation_paper",
    "collection_paper",
    "composed_minutes",
    "disclosure_paper",
    "hours",
    "letter_paper",
    "meant_words",
    "meeting_agenda",
    "meeting_minutes",
    "meeting_notice",
    "notice_paper",
    "progress_of",
    "record_paper",
    "register_paper",
    "regulation_paper",
    "regulation_text",
    "scheme_workbook",
    "score_paper",
    "score_workbook",
    "summary_lines",
    "summary_paper",
    "supervision_paper",
    "survey_paper",
    "survey_workbook",
    "when_in_full",
]
