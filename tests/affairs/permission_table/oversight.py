"""Supervision, agreements and inspections."""

from affairs.enums import AgreementStatus, SupervisionKind
from tests.affairs.oversight import (
    agreement_at,
    check,
    closed_supervision,
    demand,
    evidence,
    inspection,
    scheme,
    signed,
    supervision,
)
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from unionoffice.sources import SourceRef


def key(made):
    return {"pk": made.pk}


def at(status):
    return lambda: key(agreement_at(status))


def by_scheme():
    return key(inspection(scheme=scheme()))


TABLE = """
                                    ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
affairs:supervision-list            o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:supervision-record          o  o  x  x  o  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:supervision-detail          o  o  -  -  o  o  o  o  o  o  o  o  -  -  -  -  -  -  s
affairs:supervision-mend            o  o  -  -  x  o  o  o  o  o  x  x  -  -  -  -  -  -  s
affairs:supervision-follow-up       o  o  -  -  x  o  o  o  o  o  x  x  -  -  -  -  -  -  s
affairs:supervision-close           o  o  -  -  x  o  o  o  o  o  x  x  -  -  -  -  -  -  s
affairs:supervision-close/finance   o  o  -  -  o  o  o  o  o  o  x  x  -  -  -  -  -  -  s
affairs:supervision-paper           o  o  -  -  o  o  o  o  o  o  o  o  -  -  -  -  -  -  s
affairs:agreement-list              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:agreement-draft             o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-record            o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-detail            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:agreement-detail/draft      o  o  -  -  -  -  -  o  -  -  o  o  -  -  -  -  -  -  s
affairs:agreement-mend              o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-talks             o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-round             o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-pass              o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-reopen            o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-sign              o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-file              o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-renew             o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-end               o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-discard           o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-check             o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:agreement-paper             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:agreement-paper/draft       o  o  -  -  -  -  -  o  -  -  o  o  -  -  -  -  -  -  s
affairs:agreement-check-list        o  o  x  x  x  x  x  o  x  x  o  o  x  x  x  x  x  x  s
affairs:agreement-check-detail      o  o  x  x  x  x  x  o  x  x  o  o  x  x  x  x  x  x  s
affairs:agreement-check-settle      o  o  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  x  s
affairs:inspection-list             o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:inspection-record           o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:inspection-detail           o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:inspection-mend             o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:inspection-score            o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:inspection-conclude         o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:inspection-close            o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:inspection-paper            o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:inspection-workbook         o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:item-score                  o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:evidence-link               o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:evidence-unlink             o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:rectification-list          o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:rectification-add           o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:rectification-settle        o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:scheme-list                 o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:scheme-add                  o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:scheme-detail               o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:scheme-mend                 o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:scheme-workbook             o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  x  s
"""

RECORDS = {
    "affairs:supervision-detail": lambda: key(closed_supervision()),
    "affairs:supervision-mend": lambda: key(supervision()),
    "affairs:supervision-follow-up": lambda: key(supervision()),
    "affairs:supervision-close": lambda: key(supervision()),
    "affairs:supervision-close/finance": lambda: key(supervision(kind=SupervisionKind.FINANCE)),
    "affairs:supervision-paper": lambda: key(closed_supervision()),
    "affairs:agreement-detail": lambda: key(signed()),
    "affairs:agreement-detail/draft": at(AgreementStatus.DRAFT),
    "affairs:agreement-mend": at(AgreementStatus.NEGOTIATING),
    "affairs:agreement-talks": at(AgreementStatus.DRAFT),
    "affairs:agreement-round": at(AgreementStatus.NEGOTIATING),
    "affairs:agreement-pass": at(AgreementStatus.NEGOTIATING),
    "affairs:agreement-reopen": at(AgreementStatus.PASSED),
    "affairs:agreement-sign": at(AgreementStatus.PASSED),
    "affairs:agreement-file": at(AgreementStatus.SIGNED),
    "affairs:agreement-renew": at(AgreementStatus.FILED),
    "affairs:agreement-end": at(AgreementStatus.FILED),
    "affairs:agreement-discard": at(AgreementStatus.DRAFT),
    "affairs:agreement-check": at(AgreementStatus.FILED),
    "affairs:agreement-paper": lambda: key(signed()),
    "affairs:agreement-paper/draft": at(AgreementStatus.DRAFT),
    "affairs:agreement-check-detail": lambda: key(check(signed())),
    "affairs:agreement-check-settle": lambda: key(check(signed(), follow_up="补", due_on=TODAY)),
    "affairs:inspection-detail": lambda: key(inspection()),
    "affairs:inspection-mend": by_scheme,
    "affairs:inspection-score": by_scheme,
    "affairs:inspection-conclude": by_scheme,
    "affairs:inspection-close": lambda: key(inspection()),
    "affairs:inspection-paper": by_scheme,
    "affairs:inspection-workbook": by_scheme,
    "affairs:item-score": lambda: key(inspection(scheme=scheme()).scores.first()),
    "affairs:evidence-link": lambda: key(inspection(scheme=scheme()).scores.first()),
    "affairs:evidence-unlink": lambda: key(evidence(SourceRef.to(MemberFactory()))),
    "affairs:rectification-add": lambda: key(inspection()),
    "affairs:rectification-settle": lambda: key(demand(inspection())),
    "affairs:scheme-detail": lambda: key(scheme()),
    "affairs:scheme-mend": lambda: key(scheme()),
    "affairs:scheme-workbook": lambda: key(scheme()),
}
