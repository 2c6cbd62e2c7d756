"""Who may open which page of proposals."""

from congress.enums import ProposalStatus
from tests.congress.factories import ProposalFactory
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.sheets.uploads import keep_upload

S = ProposalStatus


def proposal(status):
    return lambda: {"pk": ProposalFactory(status=status).pk}


def other(factory):
    return lambda: {"pk": factory().pk}


TABLE = """
                                  ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
congress:proposal-list            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:proposal-draft           o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:proposal-similar         o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:proposal-keep-new        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:proposal-detail          -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:proposal-detail/offered  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  o  -  x  s
congress:proposal-detail/seeking  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  o  -  x  s
congress:proposal-detail/filed    o  o  -  -  -  -  -  -  -  -  o  o  o  -  -  o  -  x  s
congress:proposal-detail/refused  o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:proposal-detail/case     o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:proposal-import          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-template        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-columns         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-plan            x  -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-edit            -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:proposal-edit/seeking    -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  -  x  s
congress:proposal-delete          -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:proposal-keep            -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:proposal-offer           -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:proposal-retract         -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  -  x  s
congress:proposal-take-up         x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  o  x  x  s
congress:proposal-beg-off         x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  o  x  x  s
congress:proposal-seek            x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  -  x  x  s
congress:proposal-invite          x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-second          x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  o  x  x  s
congress:proposal-decline         x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-take-back       -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  -  x  s
congress:proposal-file            x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-filed           -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:proposal-hand-over       -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:proposal-hand-over/asked -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  -  x  s
congress:proposal-withdraw        x  x  -  -  -  -  -  -  -  -  x  x  x  -  -  x  -  x  s
congress:member-proposals         o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
"""

RECORDS = {
    "congress:proposal-detail": proposal(S.DRAFT),
    "congress:proposal-detail/offered": proposal(S.OFFERED),
    "congress:proposal-detail/seeking": proposal(S.SECONDING),
    "congress:proposal-detail/filed": proposal(S.FILED),
    "congress:proposal-detail/refused": proposal(S.REFUSED),
    "congress:proposal-detail/case": proposal(S.ACCEPTED),
    "congress:proposal-plan": lambda: {
        "pk": keep_upload("congress:proposal", "提案.xlsx", b"-", by=AccountFactory()).pk
    },
    "congress:proposal-edit": proposal(S.DRAFT),
    "congress:proposal-edit/seeking": proposal(S.SECONDING),
    "congress:proposal-keep": proposal(S.DRAFT),
    "congress:proposal-delete": proposal(S.DRAFT),
    "congress:proposal-offer": proposal(S.DRAFT),
    "congress:proposal-retract": proposal(S.OFFERED),
    "congress:proposal-take-up": proposal(S.OFFERED),
    "congress:proposal-beg-off": proposal(S.OFFERED),
    "congress:proposal-seek": proposal(S.DRAFT),
    "congress:proposal-invite": proposal(S.SECONDING),
    "congress:proposal-second": proposal(S.SECONDING),
    "congress:proposal-decline": proposal(S.SECONDING),
    "congress:proposal-take-back": proposal(S.SECONDING),
    "congress:proposal-file": proposal(S.SECONDING),
    "congress:proposal-filed": proposal(S.FILED),
    "congress:proposal-hand-over": proposal(S.DRAFT),
    "congress:proposal-hand-over/asked": proposal(S.SECONDING),
    "congress:proposal-withdraw": proposal(S.FILED),
    "congress:member-proposals": other(MemberFactory),
}
