"""The surface of the lists of democratic management."""

from affairs.tables.agreements import (
    AgreementCheckTable,
    AgreementTable,
    agreement_badge,
    agreement_check_badge,
)
from affairs.tables.catalogue import CatalogueEditionTable, CatalogueItemTable
from affairs.tables.channels import (
    BoardCheckTable,
    ChannelTable,
    CheckIssueTable,
    PostingTable,
    check_badge,
    issue_badge,
    posting_badge,
)
from affairs.tables.consultations import ConsultationTable, consultation_badge
from affairs.tables.disclosures import (
    TONES,
    DisclosureTable,
    disclosure_badge,
)
from affairs.tables.inspections import (
    InspectionTable,
    RectificationTable,
    SchemeTable,
    inspection_badge,
    rectification_badge,
)
from affairs.tables.letters import LetterTable, MailboxTable, letter_badge, mailbox_badge
from affairs.tables.meetings import MeetingOpinionTable, MeetingTable, MeetingTaskTable, meeting_badge, task_badge
from affairs.tables.official_documents import OfficialDocumentTable, document_badge
from affairs.tables.public_notices import (
    ObjectionTable,
    PublicNoticeTable,
    notice_badge,
    objection_badge,
    result_badge,
)
from affairs.tables.regulations import RegulationTable, version_badge
from affairs.tables.supervision import (
    SupervisionTable,
    supervision_badge,
)
from affairs.tables.surveys import (
    SurveyTable,
    survey_badge,
)

__all__ = [
    "TONES",
    "AgreementCheckTable",
    "AgreementTable",
    "BoardCheckTable",
    "CatalogueEditionTable",
    "CatalogueItemTable",
    "ChannelTable",
    "CheckIssueTable",
    "ConsultationTable",
    "DisclosureTable",
    "InspectionTable",
    "LetterTable",
    "MailboxTable",
    "MeetingOpinionTable",
    "MeetingTable",
    "MeetingTaskTable",
    "ObjectionTable",
    "OfficialDocumentTable",
    "PostingTable",
    "PublicNoticeTable",
    "RectificationTable",
    "RegulationTable",
    "SchemeTable",
    "SupervisionTable",
    "SurveyTable",
    "agreement_badge",
    "agreement_check_badge",
    "check_badge",
    "consultation_badge",
    "disclosure_badge",
    "document_badge",
    "inspection_badge",
    "issue_badge",
    "letter_badge",
    "mailbox_badge",
    "meeting_badge",
    "notice_badge",
    "objection_badge",
    "posting_badge",
    "rectification_badge",
    "result_badge",
    "supervision_badge",
    "survey_badge",
    "task_badge",
    "version_badge",
]
