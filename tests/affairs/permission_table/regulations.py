"""Regulations, documents and consultations."""

from affairs.enums import ConsultationStatus, DocumentStatus, Secrecy, VersionStatus
from tests.affairs.regulations import (
    ConsultationFactory,
    DocumentFactory,
    ForwardFactory,
    HeldFactory,
    OpinionFactory,
    PointFactory,
    VersionFactory,
)
from tests.members.factories import AccountFactory
from unionoffice.sheets.uploads import keep_upload


def version(status, **fields):
    return {"pk": VersionFactory(status=status, **fields).pk}


def consultation(status):
    return {"pk": ConsultationFactory(status=ConsultationStatus(status)).pk}


def document(**fields):
    return {"pk": DocumentFactory(**fields).pk}


TABLE = """
                                        ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
affairs:regulation-list                 o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:regulation-draft                x  o  x  x  x  x  x  x  x  x  x  x  x  o  x  x  x  x  s
affairs:regulation-import               x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:regulation-template             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:regulation-columns              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:regulation-plan                 x  -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:collection                      o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:regulation-detail               o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:regulation-detail/draft         o  o  -  -  -  -  -  -  -  -  o  o  o  -  -  -  -  -  s
affairs:regulation-mend                 x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:regulation-revise               x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:regulation-compare              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:version-detail                  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:version-detail/draft            o  o  -  -  -  -  -  -  -  -  o  o  o  -  -  -  -  -  s
affairs:version-paper                   o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:version-paper/draft             o  o  -  -  -  -  -  -  -  -  o  o  o  -  -  -  -  -  s
affairs:version-mend                    x  o  -  -  -  -  -  -  -  -  x  x  x  -  -  -  -  -  s
affairs:version-consult                 x  o  x  x  x  x  x  x  x  x  x  x  x  -  x  x  x  x  s
affairs:version-submit                  x  o  -  -  -  -  -  -  -  -  x  x  x  -  -  -  -  -  s
affairs:version-enact                   o  o  -  -  -  -  -  -  -  -  o  x  x  -  -  -  -  -  s
affairs:version-abolish                 o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
affairs:version-discard                 x  o  -  -  -  -  -  -  -  -  x  x  x  -  -  -  -  -  s
affairs:document-list                   o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:document-receive                x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:document-send                   x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:document-import                 x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:document-template               x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:document-columns                x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:document-plan                   x  -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:document-register               o  o  x  x  x  x  x  x  x  x  o  o  o  x  x  x  x  x  s
affairs:document-detail                 o  o  -  -  -  -  -  -  -  -  o  o  o  -  -  -  -  -  s
affairs:document-detail/internal        o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:document-mend                   x  o  -  -  -  -  -  -  -  -  x  x  x  -  -  -  -  -  s
affairs:document-forward                x  o  -  -  -  -  -  -  -  -  x  x  x  -  -  -  -  -  s
affairs:document-read                   -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:document-finish                 x  o  -  -  -  -  -  -  -  -  x  x  x  -  -  -  -  -  s
affairs:document-void                   x  o  -  -  -  -  -  -  -  -  x  x  x  -  -  -  -  -  s
affairs:document-circulation            o  o  -  -  -  -  -  -  -  -  o  o  o  -  -  -  -  -  s
affairs:forward-recall                  x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:consultation-list               o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:consultation-draft              x  o  x  x  x  x  x  x  x  x  x  x  x  o  x  x  x  x  s
affairs:consultation-detail             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -  s
affairs:consultation-detail/draft       o  o  -  -  -  -  -  -  -  -  o  o  -  -  -  -  -  -  s
affairs:consultation-mend               x  o  -  -  -  -  -  -  -  -  x  x  -  -  -  -  -  -  s
affairs:consultation-open               x  o  -  -  -  -  -  -  -  -  x  x  -  -  -  -  -  -  s
affairs:consultation-extend             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  -  s
affairs:consultation-close              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  -  s
affairs:consultation-withdraw           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  -  s
affairs:consultation-conclude           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  -  s
affairs:consultation-gather             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  -  s
affairs:consultation-each               x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  -  s
affairs:consultation-read               o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -  s
affairs:consultation-say                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -  s
affairs:consultation-thanks             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -  s
affairs:consultation-paper              o  o  -  -  -  -  -  -  -  -  o  o  -  -  -  -  -  -  s
affairs:consultation-paper/open         -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:point-answer                    -  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
"""


def upload(kind):
    return {"pk": keep_upload(kind, "台账.xlsx", b"-", by=AccountFactory()).pk}


RECORDS = {
    "affairs:regulation-plan": lambda: upload("affairs:regulation"),
    "affairs:document-plan": lambda: upload("affairs:document"),
    "affairs:regulation-detail": lambda: {"pk": HeldFactory().regulation_id},
    "affairs:regulation-detail/draft": lambda: {"pk": VersionFactory().regulation_id},
    "affairs:regulation-mend": lambda: {"pk": HeldFactory().regulation_id},
    "affairs:regulation-revise": lambda: {"pk": HeldFactory().regulation_id},
    "affairs:regulation-compare": lambda: {"pk": HeldFactory().regulation_id},
    "affairs:version-detail": lambda: version(VersionStatus.IN_FORCE),
    "affairs:version-detail/draft": lambda: version(VersionStatus.DRAFT),
    "affairs:version-paper": lambda: {**version(VersionStatus.IN_FORCE), "file_format": "docx"},
    "affairs:version-paper/draft": lambda: {**version(VersionStatus.DRAFT), "file_format": "docx"},
    "affairs:version-mend": lambda: version(VersionStatus.DRAFT),
    "affairs:version-consult": lambda: version(VersionStatus.DRAFT),
    "affairs:version-submit": lambda: version(VersionStatus.DRAFT),
    "affairs:version-enact": lambda: version(VersionStatus.DELIBERATING),
    "affairs:version-abolish": lambda: version(VersionStatus.IN_FORCE),
    "affairs:version-discard": lambda: version(VersionStatus.DELIBERATING),
    "affairs:document-detail": document,
    "affairs:document-detail/internal": lambda: document(secrecy=Secrecy.INTERNAL),
    "affairs:document-mend": document,
    "affairs:document-forward": document,
    "affairs:document-read": document,
    "affairs:document-finish": lambda: document(status=DocumentStatus.PENDING),
    "affairs:document-void": document,
    "affairs:document-circulation": document,
    "affairs:forward-recall": lambda: {"pk": ForwardFactory().pk},
    "affairs:consultation-detail": lambda: consultation("concluded"),
    "affairs:consultation-detail/draft": lambda: consultation("draft"),
    "affairs:consultation-mend": lambda: consultation("draft"),
    "affairs:consultation-open": lambda: consultation("draft"),
    "affairs:consultation-extend": lambda: consultation("open"),
    "affairs:consultation-close": lambda: consultation("open"),
    "affairs:consultation-withdraw": lambda: consultation("open"),
    "affairs:consultation-conclude": lambda: consultation("answering"),
    "affairs:consultation-gather": lambda: {"pk": OpinionFactory().consultation_id},
    "affairs:consultation-each": lambda: consultation("answering"),
    "affairs:consultation-read": lambda: consultation("open"),
    "affairs:consultation-say": lambda: consultation("open"),
    "affairs:consultation-thanks": lambda: consultation("open"),
    "affairs:consultation-paper": lambda: {**consultation("answering"), "file_format": "xlsx"},
    "affairs:consultation-paper/open": lambda: {**consultation("open"), "file_format": "xlsx"},
    "affairs:point-answer": lambda: {"pk": PointFactory().pk},
}
