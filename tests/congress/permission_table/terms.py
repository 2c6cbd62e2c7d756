"""Who may open which page of terms, sessions and delegates."""

from congress.enums import ProposalStatus
from tests.congress.factories import DelegateFactory, ProposalFactory, SessionFactory, TermFactory
from tests.members.factories import MemberFactory

S = ProposalStatus


def proposal(status):
    return lambda: {"pk": ProposalFactory(status=status).pk}


def other(factory):
    return lambda: {"pk": factory().pk}


TABLE = """
                                  ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
congress:member-terms             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:session-list             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:session-create           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-detail           o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:session-update           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-hold             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:term-list                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:term-create              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:term-detail              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:term-update              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-list            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:delegate-create          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:delegate-detail          o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:delegate-update          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "congress:member-terms": other(MemberFactory),
    "congress:session-detail": other(SessionFactory),
    "congress:session-update": other(SessionFactory),
    "congress:session-hold": other(SessionFactory),
    "congress:term-detail": other(TermFactory),
    "congress:term-update": other(TermFactory),
    "congress:delegate-detail": other(DelegateFactory),
    "congress:delegate-update": other(DelegateFactory),
}
