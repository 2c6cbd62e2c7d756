"""What of two records can't both be one person's in the congress, by the constraint that would break."""

from congress.enums import ProposalStatus
from congress.models import Delegate, Rating, Seconding
from tests.congress.factories import DelegateFactory, ProposalFactory, RatingFactory
from tests.members.merging import Clash, both


def _answer():
    return ProposalFactory(status=ProposalStatus.ANSWERED).answers.get()


CLASHES = {
    "delegate_once_at_a_time": Clash(both(DelegateFactory), Delegate),
    "second_once": Clash(
        both(Seconding.objects.create, proposal=lambda: ProposalFactory(status=ProposalStatus.SECONDING)), Seconding
    ),
    "rate_once": Clash(both(RatingFactory, answer=_answer), Rating),
}
