"""Who may open which page of delegates, their constituencies and elections."""

from congress.enums import ElectionStatus
from tests.conftest import TODAY
from tests.congress.elections import ConstituencyFactory, DelegationFactory, ElectionFactory
from tests.congress.factories import DelegateFactory, TermFactory
from tests.members.factories import AccountFactory
from unionoffice.sheets.uploads import keep_upload


def other(factory, **fields):
    return lambda: {"pk": factory(**fields).pk}


def elected():
    return {"pk": ElectionFactory(status=ElectionStatus.ELECTED, concluded_on=TODAY).pk}


def card():
    return {"key": DelegateFactory().card_key}


TABLE = """
                                  ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
congress:term-seats               x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-roll            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:delegate-cards           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:qualification-report     o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:constituency-create      x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegation-create        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:election-create          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:constituency-detail      o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:constituency-update      x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:constituency-adjust      x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:constituency-remove      x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegation-detail        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:delegation-update        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:election-list            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:election-detail          o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:election-names           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:election-ballot          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:election-retract         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:election-conclude        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:election-check           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-list            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:delegate-create          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-seat            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-import          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-template        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-columns         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-plan            x  -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-card            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:delegate-detail          o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:delegate-update          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-end             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-recall          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
"""

TERMS = ("term-seats", "delegate-roll", "delegate-cards", "qualification-report")
OF_TERMS = ("constituency-create", "delegation-create", "election-create")
CONSTITUENCIES = ("detail", "update", "adjust", "remove")
ELECTIONS = ("detail", "names", "ballot", "retract", "conclude")
DELEGATES = ("detail", "update", "end", "recall")

RECORDS = {
    **{f"congress:{name}": other(TermFactory) for name in (*TERMS, *OF_TERMS)},
    **{f"congress:constituency-{name}": other(ConstituencyFactory) for name in CONSTITUENCIES},
    "congress:delegation-detail": other(DelegationFactory),
    "congress:delegation-update": other(DelegationFactory),
    **{f"congress:election-{name}": other(ElectionFactory) for name in ELECTIONS},
    "congress:election-check": elected,
    **{f"congress:delegate-{name}": other(DelegateFactory) for name in DELEGATES},
    "congress:delegate-card": card,
    "congress:delegate-seat": lambda: {"?": f"chosen={DelegateFactory().pk}"},
    "congress:delegate-plan": lambda: {
        "pk": keep_upload("congress:delegate", "代表.xlsx", b"-", by=AccountFactory()).pk
    },
}
