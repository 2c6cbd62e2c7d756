"""Who may open which page on which proposals are reviewed, handled and followed up."""

from congress.enums import ProposalStatus
from tests.conftest import TODAY
from tests.congress.factories import ProposalFactory
from tests.members.factories import MemberFactory

S = ProposalStatus


def proposal(status, **fields):
    return lambda: {"pk": ProposalFactory(status=status, **fields).pk}


def chosen():
    return {"?": f"chosen={ProposalFactory(status=S.FILED).pk}"}


TABLE = """
                                  ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
congress:proposal-review          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-sign-queue      x  x  x  x  x  x  x  x  x  x  o  x  o  x  x  x  x  x  s
congress:proposal-follow-ups      o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:proposal-accept-together  x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-merge-together   x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-turn-together    x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-refuse-together  x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-assign-together  x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-honour-together  x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-accept          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-merge           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-turn            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-refuse          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-assign          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-reassign        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-receive         x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-send-back       x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-extend          x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-extension       x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-extension/leader  x  x  x  x  x  x  x  x  x  x  o  x  o  x  x  x  x  x  s
congress:proposal-opine           x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-answer          x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-sign            x  x  x  x  x  x  x  x  x  x  o  x  o  x  x  x  x  x  s
congress:proposal-rate            x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-follow-up       x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-finish          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-acknowledge     x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-reopen          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-prioritise      x  o  x  x  x  x  x  x  x  x  o  x  o  x  x  x  x  x  s
congress:proposal-drop-priority   x  o  x  x  x  x  x  x  x  x  o  x  o  x  x  x  x  x  s
congress:proposal-honour          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:proposal-drop-honour     x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
"""


def asking(decider):
    def made():
        one = ProposalFactory(status=S.HANDLING)
        one.extensions.create(
            department=one.lead,
            due_was=one.due_on,
            until="2027-01-11",
            reason="要等招标",
            decider=decider,
            asked_by=one.lead.head.account,
            asked_on=TODAY,
        )
        return {"pk": one.pk}

    return made


def seen_to():
    return {"pk": ProposalFactory(status=S.HANDLING, priority_on=TODAY, supervisor=MemberFactory()).pk}


RECORDS = {
    "congress:proposal-accept-together": chosen,
    "congress:proposal-merge-together": chosen,
    "congress:proposal-turn-together": chosen,
    "congress:proposal-refuse-together": chosen,
    "congress:proposal-assign-together": lambda: {"?": f"chosen={ProposalFactory(status=S.ACCEPTED).pk}"},
    "congress:proposal-honour-together": lambda: {"?": f"chosen={ProposalFactory(status=S.CLOSED).pk}"},
    "congress:proposal-accept": proposal(S.FILED),
    "congress:proposal-merge": proposal(S.FILED),
    "congress:proposal-turn": proposal(S.FILED),
    "congress:proposal-refuse": proposal(S.FILED),
    "congress:proposal-assign": proposal(S.ACCEPTED),
    "congress:proposal-reassign": proposal(S.HANDLING),
    "congress:proposal-receive": proposal(S.ASSIGNED),
    "congress:proposal-send-back": proposal(S.ASSIGNED),
    "congress:proposal-extend": proposal(S.HANDLING),
    "congress:proposal-extension": asking("secretary"),
    "congress:proposal-extension/leader": asking("leader"),
    "congress:proposal-opine": proposal(S.HANDLING),
    "congress:proposal-answer": proposal(S.HANDLING),
    "congress:proposal-sign": proposal(S.ANSWERED),
    "congress:proposal-rate": proposal(S.SIGNED),
    "congress:proposal-follow-up": proposal(S.FOLLOWED),
    "congress:proposal-finish": proposal(S.FOLLOWED),
    "congress:proposal-acknowledge": proposal(S.CLOSED),
    "congress:proposal-reopen": proposal(S.CLOSED),
    "congress:proposal-prioritise": proposal(S.HANDLING),
    "congress:proposal-drop-priority": seen_to,
    "congress:proposal-honour": proposal(S.CLOSED),
    "congress:proposal-drop-honour": proposal(S.CLOSED, outstanding_on=TODAY, outstanding_by="主席团会议"),
}
