"""The records of democratic management."""

from affairs.models.agreements import (
    Agreement,
    AgreementCheck,
    AgreementCheckQuerySet,
    AgreementClause,
    AgreementQuerySet,
    CheckFinding,
    NegotiationRound,
)
from affairs.models.catalogue import DATED, CatalogueDuty, CatalogueEdition, CatalogueItem
from affairs.models.channels import Channel, Posting, channels_for
from affairs.models.checks import BoardCheck, CheckIssue, CheckPerson
from affairs.models.consultations import (
    Consultation,
    ConsultationQuerySet,
    label_of_passage,
)
from affairs.models.deputies import Deputyship, DeputyshipQuerySet
from affairs.models.disclosure_rows import FROZEN, DisclosureQuerySet
from affairs.models.disclosures import Disclosure
from affairs.models.drafting import DisclosureDraft
from affairs.models.inspections import (
    Evidence,
    Inspection,
    InspectionQuerySet,
    ItemScore,
    ItemScoreQuerySet,
    Rectification,
    RectificationQuerySet,
)
from affairs.models.letters import (
    Letter,
    LetterFile,
    LetterMessage,
    LetterQuerySet,
    PublishedReply,
    PublishedReplyQuerySet,
)
from affairs.models.mailboxes import (
    BoxOpening,
    Mailbox,
    MailboxQuerySet,
)
from affairs.models.meeting_lines import (
    MeetingDecision,
    MeetingLine,
    MeetingNote,
    MeetingOpinion,
    MeetingTask,
    MeetingTopic,
)
from affairs.models.meeting_people import (
    MeetingLeave,
    MeetingParticipant,
    committee_on,
)
from affairs.models.meetings import (
    Meeting,
    MeetingQuerySet,
)
from affairs.models.notice_people import NoticeCandidate, NoticeExtension, NoticeReviewer
from affairs.models.notice_rows import FROZEN_NOTICE, PublicNoticeQuerySet
from affairs.models.objections import Objection, ObjectionQuerySet
from affairs.models.official_documents import (
    DocumentForward,
    OfficialDocument,
    OfficialDocumentQuerySet,
)
from affairs.models.opinions import (
    Opinion,
    OpinionPoint,
    OpinionQuerySet,
)
from affairs.models.passages import (
    Passage,
    passages_of,
)
from affairs.models.public_notices import PublicNotice
from affairs.models.reading import BoardVisit, ReadCount, Reading
from affairs.models.regulations import (
    LAW,
    Regulation,
    RegulationQuerySet,
    RegulationVersion,
    RegulationVersionQuerySet,
)
from affairs.models.review import (
    LONGEST_QUOTE,
    Opened,
    PassageComment,
    PassageCommentQuerySet,
    Submission,
    SubmissionQuerySet,
)
from affairs.models.schemes import (
    InspectionScheme,
    InspectionSchemeQuerySet,
    SchemeItem,
    marks_text,
)
from affairs.models.supervision import (
    Supervision,
    SupervisionPerson,
    SupervisionQuerySet,
)
from affairs.models.survey_totals import (
    SATISFIED_WITH,
    SURVEY_MINIMUM,
    OptionTotal,
    QuestionTotal,
    satisfied_grades,
    total_of_choices,
    total_of_texts,
)
from affairs.models.surveys import (
    Survey,
    SurveyAnswer,
    SurveyPlace,
    SurveyQuerySet,
    SurveyQuestion,
)

__all__ = [
    "DATED",
    "FROZEN",
    "FROZEN_NOTICE",
    "LAW",
    "LONGEST_QUOTE",
    "SATISFIED_WITH",
    "SURVEY_MINIMUM",
    "Agreement",
    "AgreementCheck",
    "AgreementCheckQuerySet",
    "AgreementClause",
    "AgreementQuerySet",
    "BoardCheck",
    "BoardVisit",
    "BoxOpening",
    "CatalogueDuty",
    "CatalogueEdition",
    "CatalogueItem",
    "Channel",
    "CheckFinding",
    "CheckIssue",
    "CheckPerson",
    "Consultation",
    "ConsultationQuerySet",
    "Deputyship",
    "DeputyshipQuerySet",
    "Disclosure",
    "DisclosureDraft",
    "DisclosureQuerySet",
    "DocumentForward",
    "Evidence",
    "Inspection",
    "InspectionQuerySet",
    "InspectionScheme",
    "InspectionSchemeQuerySet",
    "ItemScore",
    "ItemScoreQuerySet",
    "Letter",
    "LetterFile",
    "LetterMessage",
    "LetterQuerySet",
    "Mailbox",
    "MailboxQuerySet",
    "Meeting",
    "MeetingDecision",
    "MeetingLeave",
    "MeetingLine",
    "MeetingNote",
    "MeetingOpinion",
    "MeetingParticipant",
    "MeetingQuerySet",
    "MeetingTask",
    "MeetingTopic",
    "NegotiationRound",
    "NoticeCandidate",
    "NoticeExtension",
    "NoticeReviewer",
    "Objection",
    "ObjectionQuerySet",
    "OfficialDocument",
    "OfficialDocumentQuerySet",
    "Opened",
    "Opinion",
    "OpinionPoint",
    "OpinionQuerySet",
    "OptionTotal",
    "Passage",
    "PassageComment",
    "PassageCommentQuerySet",
    "Posting",
    "PublicNotice",
    "PublicNoticeQuerySet",
    "PublishedReply",
    "PublishedReplyQuerySet",
    "QuestionTotal",
    "ReadCount",
    "Reading",
    "Rectification",
    "RectificationQuerySet",
    "Regulation",
    "RegulationQuerySet",
    "RegulationVersion",
    "RegulationVersionQuerySet",
    "SchemeItem",
    "Submission",
    "SubmissionQuerySet",
    "Supervision",
    "SupervisionPerson",
    "SupervisionQuerySet",
    "Survey",
    "SurveyAnswer",
    "SurveyPlace",
    "SurveyQuerySet",
    "SurveyQuestion",
    "channels_for",
    "committee_on",
    "label_of_passage",
    "marks_text",
    "passages_of",
    "satisfied_grades",
    "total_of_choices",
    "total_of_texts",
]
