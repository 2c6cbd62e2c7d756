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
from affairs.models.catalogue import CatalogueDuty, CatalogueEdition, CatalogueItem
from affairs.models.channels import Channel, Posting, channels_for
from affairs.models.checks import BoardCheck, CheckIssue, CheckPerson
from affairs.models.consultations import Consultation, label_of_passage
from affairs.models.deputies import Deputyship
from affairs.models.disclosure_rows import FROZEN, DisclosureQuerySet
from affairs.models.disclosures import Disclosure
from affairs.models.drafting import DisclosureDraft
from affairs.models.inspections import (
    Evidence,
    Inspection,
    InspectionQuerySet,
    ItemScore,
    Rectification,
    RectificationQuerySet,
)
from affairs.models.letters import Letter, LetterFile, LetterMessage, PublishedReply
from affairs.models.mailboxes import BoxOpening, Mailbox
from affairs.models.meeting_lines import MeetingDecision, MeetingNote, MeetingOpinion, MeetingTask, MeetingTopic
from affairs.models.meeting_people import (
    MeetingLeave,
    MeetingParticipant,
    committee_on,
)
from affairs.models.meetings import Meeting
from affairs.models.notice_people import NoticeCandidate, NoticeExtension, NoticeReviewer
from affairs.models.notice_rows import PublicNoticeQuerySet
from affairs.models.objections import Objection
from affairs.models.official_documents import DocumentForward, OfficialDocument
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
from affairs.models.regulations import LAW, Regulation, RegulationQuerySet, RegulationVersion
from affairs.models.review import LONGEST_QUOTE, Opened, PassageComment, Submission
from affairs.models.schemes import InspectionScheme, SchemeItem, marks_text
from affairs.models.supervision import (
    Supervision,
    SupervisionPerson,
    SupervisionQuerySet,
)
from affairs.models.survey_totals import SATISFIED_WITH, SURVEY_MINIMUM, QuestionTotal, total_of_choices
from affairs.models.surveys import (
    Survey,
    SurveyAnswer,
    SurveyPlace,
    SurveyQuerySet,
    SurveyQuestion,
)

__all__ = [
    "FROZEN",
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
    "Deputyship",
    "Disclosure",
    "DisclosureDraft",
    "DisclosureQuerySet",
    "DocumentForward",
    "Evidence",
    "Inspection",
    "InspectionQuerySet",
    "InspectionScheme",
    "ItemScore",
    "Letter",
    "LetterFile",
    "LetterMessage",
    "Mailbox",
    "Meeting",
    "MeetingDecision",
    "MeetingLeave",
    "MeetingNote",
    "MeetingOpinion",
    "MeetingParticipant",
    "MeetingTask",
    "MeetingTopic",
    "NegotiationRound",
    "NoticeCandidate",
    "NoticeExtension",
    "NoticeReviewer",
    "Objection",
    "OfficialDocument",
    "Opened",
    "Opinion",
    "OpinionPoint",
    "OpinionQuerySet",
    "Passage",
    "PassageComment",
    "Posting",
    "PublicNotice",
    "PublicNoticeQuerySet",
    "PublishedReply",
    "QuestionTotal",
    "ReadCount",
    "Reading",
    "Rectification",
    "RectificationQuerySet",
    "Regulation",
    "RegulationQuerySet",
    "RegulationVersion",
    "SchemeItem",
    "Submission",
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
    "total_of_choices",
]
