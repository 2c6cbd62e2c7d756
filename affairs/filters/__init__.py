"""What the lists of democratic management can be narrowed by."""

from affairs.filters.agreements import (
    AgreementCheckFilter,
    AgreementFilter,
)
from affairs.filters.catalogue import CatalogueEditionFilter, CatalogueItemFilter
from affairs.filters.channels import BoardCheckFilter, ChannelFilter, CheckIssueFilter, PostingFilter
from affairs.filters.consultations import (
    ConsultationFilter,
)
from affairs.filters.disclosures import (
    BoardFilter,
    DisclosureFilter,
)
from affairs.filters.inspections import (
    InspectionFilter,
    RectificationFilter,
    SchemeFilter,
)
from affairs.filters.letters import (
    LetterFilter,
    MailboxFilter,
)
from affairs.filters.meetings import (
    MeetingFilter,
    MeetingOpinionFilter,
    MeetingTaskFilter,
)
from affairs.filters.official_documents import (
    OfficialDocumentFilter,
)
from affairs.filters.public_notices import ObjectionFilter, PublicNoticeFilter
from affairs.filters.regulations import (
    RegulationFilter,
)
from affairs.filters.supervision import (
    SupervisionFilter,
)
from affairs.filters.surveys import (
    SurveyFilter,
)

__all__ = [
    "AgreementCheckFilter",
    "AgreementFilter",
    "BoardCheckFilter",
    "BoardFilter",
    "CatalogueEditionFilter",
    "CatalogueItemFilter",
    "ChannelFilter",
    "CheckIssueFilter",
    "ConsultationFilter",
    "DisclosureFilter",
    "InspectionFilter",
    "LetterFilter",
    "MailboxFilter",
    "MeetingFilter",
    "MeetingOpinionFilter",
    "MeetingTaskFilter",
    "ObjectionFilter",
    "OfficialDocumentFilter",
    "PostingFilter",
    "PublicNoticeFilter",
    "RectificationFilter",
    "RegulationFilter",
    "SchemeFilter",
    "SupervisionFilter",
    "SurveyFilter",
]
