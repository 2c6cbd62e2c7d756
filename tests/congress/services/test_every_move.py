"""Each service from each state: which ones move, and that the others leave no trace."""

import pytest

from congress import services
from congress.enums import PROPOSAL_MOVES, Grade, ProposalStatus, Result
from tests.conftest import TODAY, make_actor
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory, RatingFactory, SessionFactory
from tests.congress.steps import DUE, seconded, stored
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.roles import Role

S = ProposalStatus


def reviewer():
    """Somebody else than who asked: nobody reviews their own."""
    return make_actor(Role.SECRETARY, "陈静")


MOVES = {
    "offer": lambda one, by: services.offer_proposal(one, by=by, on=TODAY),
    "retract": lambda one, by: services.retract_proposal(one, by=by),
    "take up": lambda one, _by: services.take_up_proposal(one, by=make_actor(Role.DELEGATE, "王磊"), on=TODAY),
    "seek": lambda one, by: services.seek_seconders(one, by=by, on=TODAY),
    "file": lambda one, by: services.file_proposal(one, by=by, on=TODAY),
    "withdraw": lambda one, by: services.withdraw_proposal(one, by=by, on=TODAY, reason="不再需要"),
    "accept": lambda one, _by: services.accept_proposal(one, by=reviewer(), on=TODAY),
    "merge": lambda one, _by: services.merge_proposal(
        one, ProposalFactory(status=S.ACCEPTED), by=reviewer(), on=TODAY
    ),
    "turn": lambda one, _by: services.turn_proposal(one, by=reviewer(), on=TODAY, reason="日常管理"),
    "refuse": lambda one, _by: services.refuse_proposal(one, by=reviewer(), on=TODAY, reason="不属于职权"),
    "assign": lambda one, by: services.assign_proposal(
        one, lead=HeadedDepartmentFactory(), assisting=[], due_on=DUE, by=by, on=TODAY
    ),
    "reassign": lambda one, by: services.reassign_proposal(
        one, lead=HeadedDepartmentFactory(), assisting=[], due_on=DUE, by=by, on=TODAY
    ),
    "receive": lambda one, by: services.receive_proposal(one, by=by),
    "send back": lambda one, by: services.send_back_proposal(one, by=by, on=TODAY, reason="不属于职责"),
    "answer": lambda one, by: services.answer_proposal(one, result=Result.SOLVED, text="已办", by=by, on=TODAY),
    "return": lambda one, by: services.return_answer(one, by=by, on=TODAY, reason="请补充"),
    "sign": lambda one, _by: services.sign_answer(one, by=make_actor(Role.PRINCIPAL, "沈立"), on=TODAY),
    "rate": lambda one, by: services.rate_answer(one, grade=Grade.SATISFIED, by=by, on=TODAY),
    "finish": lambda one, by: services.finish_proposal(one, by=by, on=TODAY, fulfilment="已落实"),
    "reopen": lambda one, by: services.reopen_proposal(one, expected_on=DUE, reason="没有落实", by=by, on=TODAY),
}
TABLE = {
    "offer": {"draft": "offered"},
    "retract": {"offered": "draft"},
    "take up": {"offered": "seconding"},
    "seek": {"draft": "seconding"},
    "file": {"seconding": "filed"},
    "withdraw": {"seconding": "withdrawn", "filed": "withdrawn", "accepted": "withdrawn"},
    "accept": {"filed": "accepted"},
    "merge": {"filed": "merged"},
    "turn": {"filed": "turned"},
    "refuse": {"filed": "refused"},
    "assign": {"accepted": "assigned"},
    "reassign": {"assigned": "assigned", "handling": "assigned"},
    "receive": {"assigned": "handling"},
    "send back": {"assigned": "accepted"},
    "answer": {"handling": "answered"},
    "return": {"answered": "handling"},
    "sign": {"answered": "signed"},
    "rate": {"signed": "followed"},
    "finish": {"followed": "closed"},
    "reopen": {"closed": "followed"},
}
"""From which state each service moves a proposal to which: written by hand, not read from the code's own table."""

OTHERWISE_RATED = {("signed", "handling"), ("signed", "closed")}
"""Where the rating leads by grade and result: tests/congress/services/test_handling.py."""

HANDED_OVER = {("draft", "turned"), ("seconding", "turned")}
"""Where a text goes while no call is open: tests/congress/services/test_filing.py."""


def at_state(status, by):
    """A proposal of `by` as it stands there: with its seconders, or with the rating that brought it there."""
    proposal = ProposalFactory(status=status, originator=by.member)
    if status == S.SECONDING:
        seconded(proposal, "赵敏", "孙立")
    if status in (S.FOLLOWED, S.CLOSED):
        RatingFactory(answer=proposal.answers.get(), member=by.member)
    return proposal


@pytest.mark.django_db
@pytest.mark.parametrize("status", ProposalStatus)
@pytest.mark.parametrize("move", MOVES)
def test_every_move_from_every_state(move, status):
    by = make_actor(Role.DELEGATE, "魏雅琴")
    make_actor(Role.DELEGATE, "钱伟")
    SessionFactory()
    proposal = at_state(status, by)
    before = trail_of(proposal).count()
    if to := TABLE[move].get(status):
        MOVES[move](proposal, by)
        assert (stored(proposal).status, trail_of(proposal).count()) == (to, before + 1)
    else:
        with pytest.raises(Refused):
            MOVES[move](proposal, by)
        assert (stored(proposal).status, trail_of(proposal).count()) == (status, before)


def test_code_allows_no_move_that_no_service_makes():
    made = {(status, to) for moves in TABLE.values() for status, to in moves.items()}
    assert made | OTHERWISE_RATED | HANDED_OVER == {
        (status.value, to.value) for status, targets in PROPOSAL_MOVES.items() for to in targets
    }
