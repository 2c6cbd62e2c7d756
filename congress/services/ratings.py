"""评价: what those who asked make of an answer, and where it leads."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import SIGNED_ONCE, UNFINISHED, Deed, Grade, ProposalStatus
from congress.models import Answer, Proposal, Rating
from congress.selectors import answer_due, reworks_allowed
from congress.services.notices import tell, tell_role
from congress.services.steps import stepping
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.states import lock


@transaction.atomic
def rate_answer(proposal: Proposal, *, grade: str, by: Any, on: date, comment: str = "") -> Rating:
    """What those who asked make of the answer, each once. The proposer's rating moves the case on.

    不满意 sends it back to the department with a new due date as often as the rule allows, and the answer is kept;
    otherwise what promised something is followed up, and the rest is closed.
    """
    lock(proposal)
    answer = _to_be_rated(proposal, by)
    if grade == Grade.UNSATISFIED and not comment.strip():
        raise Refused(_("请写明不满意的理由，主办部门会据此重新办理。"))
    rating = Rating(answer=answer, member=by.member, grade=grade, comment=comment.strip(), rated_on=on)
    if by.member_id != proposal.proposer_id:
        with audit.deed(Deed.RATE, by=by):
            rating.save()
        return rating
    to = _after_rating(proposal, grade, on)
    deed = Deed.REWORK if to is ProposalStatus.HANDLING else Deed.RATE
    with stepping(proposal, deed, to=to, by=by, note=str(Grade(grade).label)):
        rating.save()
        proposal.grade = grade
        if to is ProposalStatus.HANDLING:
            proposal.reworks, proposal.due_on = proposal.reworks + 1, answer_due(on)
        if to is ProposalStatus.CLOSED:
            proposal.closed_on = on
    _tell_of_rating(proposal, on)
    return rating


def _to_be_rated(proposal: Proposal, by: Any) -> Answer:
    """The answer of the moment, to those who asked and haven't rated it yet."""
    answer = proposal.answers.signed().last()
    if proposal.status not in SIGNED_ONCE or answer is None:
        raise Refused(_("现在没有可以评价的答复。"))
    if by.member not in proposal.parties():
        raise Refused(_("只有提案人和起草人可以评价。"))
    if answer.ratings.filter(member=by.member).exists():
        raise Refused(_("您已经评价过这次答复。"))
    return answer


def _after_rating(proposal: Proposal, grade: str, on: date) -> ProposalStatus:
    if grade == Grade.UNSATISFIED and proposal.reworks < reworks_allowed(on):
        return ProposalStatus.HANDLING
    return ProposalStatus.FOLLOWED if proposal.result in UNFINISHED else ProposalStatus.CLOSED


def _tell_of_rating(proposal: Proposal, on: date) -> None:
    if proposal.status == ProposalStatus.HANDLING:
        words = {"proposal": proposal, "day": proposal.due_on}
        sentence = _("提案%(proposal)s要重新办理，请在%(day)s前答复。") % words
        tell_role(Role.SECRETARY, on=on, sentence=sentence, about=proposal, deed=Deed.REWORK)
    else:
        sentence = _("提案%(proposal)s的答复已评价，请查看。") % {"proposal": proposal}
    tell([proposal.lead_head], sentence, about=proposal, deed=Deed.RATE)
