"""What of two records can't both be one person's in the congress, by the constraint that would break."""

from congress.enums import ProposalStatus, Stage
from congress.models import (
    Acknowledgement,
    Candidacy,
    Delegate,
    ElectionRound,
    GroupSeat,
    Leave,
    PresidiumMember,
    Rating,
    RequestSigner,
    Seconding,
    TakeUpRefusal,
)
from tests.conftest import TODAY
from tests.congress.elections import ElectionFactory
from tests.congress.factories import DelegateFactory, ProposalFactory, RatingFactory, SessionFactory
from tests.congress.preparation import make_group, make_request
from tests.congress.sittings import make_sitting
from tests.members.merging import Clash, both


def _answer():
    return ProposalFactory(status=ProposalStatus.ANSWERED).answers.get()


def _naming():
    return ElectionRound.objects.create(election=ElectionFactory(), number=1, stage=Stage.NAMING, held_on=TODAY)


CLASHES = {
    "named_once_a_round": Clash(both(Candidacy.objects.create, round=_naming), Candidacy),
    "delegate_once_at_a_time": Clash(both(DelegateFactory), Delegate),
    "second_once": Clash(
        both(Seconding.objects.create, proposal=lambda: ProposalFactory(status=ProposalStatus.SECONDING)), Seconding
    ),
    "refuse_take_up_once": Clash(
        both(TakeUpRefusal.objects.create, proposal=ProposalFactory, refused_on=lambda: TODAY), TakeUpRefusal
    ),
    "acknowledge_once": Clash(
        both(
            Acknowledgement.objects.create,
            proposal=lambda: ProposalFactory(status=ProposalStatus.CLOSED),
            told_on=lambda: TODAY,
            is_done=lambda: True,
            given_on=lambda: TODAY,
        ),
        Acknowledgement,
    ),
    "rate_once": Clash(both(RatingFactory, answer=_answer), Rating),
    "in_a_presidium_once": Clash(
        both(PresidiumMember.objects.create, session=SessionFactory, named_on=lambda: TODAY), PresidiumMember
    ),
    "in_a_working_group_once_at_a_time": Clash(
        both(GroupSeat.objects.create, group=make_group, from_on=lambda: TODAY), GroupSeat
    ),
    "signs_a_request_once": Clash(both(RequestSigner.objects.create, request=make_request), RequestSigner),
    "one_leave_a_sitting": Clash(
        both(Leave.objects.create, sitting=make_sitting, reason=lambda: "出差", asked_on=lambda: TODAY), Leave
    ),
}
