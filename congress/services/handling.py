"""From the department that gets a proposal to the rating of its answer and the end of the case."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import SIGNED_ONCE, UNFINISHED, Deed, Grade, ProposalStatus
from congress.models import Answer, Assistance, Proposal, Rating
from congress.selectors import answer_due, reworks_allowed
from congress.services.notices import tell, tell_role
from congress.services.steps import stepping
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.states import lock


@transaction.atomic
def receive_proposal(proposal: Proposal, *, by: Any) -> Proposal:
    """The department takes the case on."""
    with stepping(proposal, Deed.RECEIVE, by=by):
        pass
    sentence = _("%(lead)s已接收提案%(proposal)s，正在办理。") % {"lead": proposal.lead, "proposal": proposal}
    tell(proposal.parties(), sentence, about=proposal, deed=Deed.RECEIVE)
    return proposal


@transaction.atomic
def send_back_proposal(proposal: Proposal, *, by: Any, on: date, reason: str) -> Proposal:
    """The department says why it isn't the right one; the secretary assigns anew."""
    lead = proposal.lead
    with stepping(proposal, Deed.SEND_BACK, by=by, note=reason):
        if not reason.strip():
            raise Refused(_("请写明退回的理由。"))
        proposal.lead = proposal.due_on = None
    sentence = _("%(lead)s退回了提案%(proposal)s，请另行交办。") % {"lead": lead, "proposal": proposal}
    tell_role(Role.SECRETARY, on=on, sentence=sentence, about=proposal, deed=Deed.SEND_BACK)
    return proposal


@transaction.atomic
def give_opinion(proposal: Proposal, *, opinion: str, by: Any, on: date) -> Assistance:
    """An assisting department tells the lead what it can do; refused twice, and once the answer is written."""
    lock(proposal)
    if proposal.status not in (ProposalStatus.ASSIGNED, ProposalStatus.HANDLING):
        raise Refused(_("主办部门已经答复，不能再填写协办意见。"))
    mine = proposal.assistances.filter(department__head=by.member_id, opinion="").first()
    if mine is None:
        raise Refused(_("您没有待填写的协办意见。"))
    if not opinion.strip():
        raise Refused(_("请填写协办意见。"))
    mine.opinion, mine.given_on = opinion.strip(), on
    with audit.deed(Deed.OPINE, by=by):
        mine.save()
    sentence = _("%(department)s已填写提案%(proposal)s的协办意见。") % {
        "department": mine.department,
        "proposal": proposal,
    }
    tell([_head(proposal)], sentence, about=proposal, deed=Deed.OPINE, mark=mine.pk)
    return mine


@transaction.atomic
def answer_proposal(proposal: Proposal, *, result: str, text: str, by: Any, on: date) -> Answer:
    """The lead department's answer goes to the principal or vice-principal; nobody else is told."""
    with stepping(proposal, Deed.ANSWER, by=by):
        if not text.strip():
            raise Refused(_("请填写答复内容。"))
        assert proposal.lead is not None  # noqa: S101 -- a proposal that is handled has one, by constraint
        answer = Answer.objects.create(
            proposal=proposal,
            department=proposal.lead,
            result=result,
            text=text.strip(),
            written_by=by,
            written_on=on,
        )
    sentence = _("提案%(proposal)s的答复待签批。") % {"proposal": proposal}
    tell_role(Role.PRINCIPAL, Role.VICE_PRINCIPAL, on=on, sentence=sentence, about=proposal, deed=Deed.ANSWER)
    return answer


@transaction.atomic
def return_answer(proposal: Proposal, *, by: Any, on: date, reason: str) -> Answer:
    """The leader doesn't sign: the department writes another answer, this one is kept with the reason.

    The reason stands with the answer alone: more people read the proposal's trail.
    """
    with stepping(proposal, Deed.RETURN, by=by):
        answer = _unsigned(proposal)
        if not reason.strip():
            raise Refused(_("请写明退回的意见。"))
        answer.returned_on, answer.return_reason = on, reason.strip()
        answer.save()
    sentence = _("提案%(proposal)s的答复已退回，请按意见修改。") % {"proposal": proposal}
    tell([_head(proposal)], sentence, about=proposal, deed=Deed.RETURN)
    return answer


@transaction.atomic
def sign_answer(proposal: Proposal, *, by: Any, on: date) -> Answer:
    """签批: the answer becomes the school's and is shown to those who asked, who are asked to rate it.

    Refused to a leader who made the proposal.
    """
    with stepping(proposal, Deed.SIGN, by=by):
        answer = _unsigned(proposal)
        if by.member in proposal.parties():
            raise Refused(_("不能签批自己提案的答复，请由另一位校领导签批。"))
        answer.signed_by, answer.signed_on = by, on
        answer.save()
        proposal.result, proposal.answered_on = answer.result, on
    sentence = _("提案%(proposal)s已有答复，请查看并评价。") % {"proposal": proposal}
    tell(proposal.parties(), sentence, about=proposal, deed=Deed.SIGN)
    told = _("提案%(proposal)s的答复已签批。") % {"proposal": proposal}
    tell({_head(proposal)} - proposal.parties(), told, about=proposal, deed=Deed.SIGN)
    return answer


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


@transaction.atomic
def finish_proposal(proposal: Proposal, *, by: Any, on: date, fulfilment: str) -> Proposal:
    """What was promised is done: the case is closed, and who asked is told."""
    with stepping(proposal, Deed.FINISH, by=by, note=fulfilment):
        if not fulfilment.strip():
            raise Refused(_("请写明落实情况。"))
        proposal.fulfilment, proposal.closed_on = fulfilment.strip(), on
    sentence = _("提案%(proposal)s已办结，请查看落实情况。") % {"proposal": proposal}
    tell(proposal.parties(), sentence, about=proposal, deed=Deed.FINISH)
    return proposal


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
    tell([_head(proposal)], sentence, about=proposal, deed=Deed.RATE)


def _unsigned(proposal: Proposal) -> Answer:
    """The answer that waits for a signature: there is exactly one while the proposal says so."""
    return proposal.answers.get(signed_on=None, returned_on=None)


def _head(proposal: Proposal) -> Any:
    return proposal.lead.head if proposal.lead is not None else None
