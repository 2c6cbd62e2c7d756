"""Who may open the papers and the statistics of proposals."""

from congress.enums import ProposalStatus
from tests.congress.factories import ProposalFactory

S = ProposalStatus


def proposal(status):
    return lambda: {"pk": ProposalFactory(status=status).pk}


TABLE = """
                                 ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
congress:proposal-register       o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:proposal-statistics     o  o  x  x  x  x  x  x  x  x  o  x  o  x  x  x  x  x  s
congress:proposal-publicise      x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-form-paper     o  o  -  -  -  -  -  -  -  -  o  o  o  -  -  o  -  x  s
congress:proposal-form-paper/own -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  -  x  s
congress:proposal-letter         o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:proposal-letter/waits   x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-slip           o  o  x  x  x  x  x  x  x  x  o  x  o  x  x  x  x  x  s
"""

RECORDS = {
    "congress:proposal-publicise": lambda: {"?": f"session={ProposalFactory(status=S.ACCEPTED).session_id}"},
    "congress:proposal-form-paper": proposal(S.FILED),
    "congress:proposal-form-paper/own": proposal(S.SECONDING),
    "congress:proposal-letter": proposal(S.SIGNED),
    "congress:proposal-letter/waits": proposal(S.ANSWERED),
    "congress:proposal-slip": proposal(S.ASSIGNED),
}
