"""Who may open which page of terms."""

from congress.enums import ProposalStatus
from tests.congress.factories import ProposalFactory, TermFactory
from tests.members.factories import MemberFactory

S = ProposalStatus


def proposal(status):
    return lambda: {"pk": ProposalFactory(status=status).pk}


def other(factory):
    return lambda: {"pk": factory().pk}


TABLE = """
                                  ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
congress:member-terms             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:term-list                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:term-create              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:term-detail              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:term-update              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "congress:member-terms": other(MemberFactory),
    "congress:term-detail": other(TermFactory),
    "congress:term-update": other(TermFactory),
}
