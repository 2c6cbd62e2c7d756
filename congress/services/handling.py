"""What departments do with a proposal that they were given, until there is an answer."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import TAKES_OPINIONS, Deed
from congress.models import Assistance, Proposal
from congress.services.notices import tell, tell_role
from congress.services.steps import stepping
from unionoffice import audit
from unionoffice.refusal import Refused, stated
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
        stated(reason, _("请写明退回的理由。"))
        proposal.lead = proposal.due_on = None
    sentence = _("%(lead)s退回了提案%(proposal)s，请另行交办。") % {"lead": lead, "proposal": proposal}
    tell_role(Role.SECRETARY, on=on, sentence=sentence, about=proposal, deed=Deed.SEND_BACK)
    return proposal


@transaction.atomic
def give_opinion(proposal: Proposal, *, opinion: str, by: Any, on: date) -> Assistance:
    """An assisting department tells the lead what it can do; refused twice, and once the answer is signed.

    What comes when the answer is written already still reaches whoever signs it.
    """
    lock(proposal)
    if proposal.status not in TAKES_OPINIONS:
        raise Refused(_("答复已经签批，不能再填写协办意见。"))
    mine = proposal.assistances.filter(department__head=by.member_id, opinion="").first()
    if mine is None:
        raise Refused(_("您没有待填写的协办意见。"))
    mine.opinion, mine.given_on = stated(opinion, _("请填写协办意见。")), on
    with audit.deed(Deed.OPINE, by=by):
        mine.save()
    sentence = _("%(department)s已填写提案%(proposal)s的协办意见。") % {
        "department": mine.department,
        "proposal": proposal,
    }
    tell([proposal.lead_head], sentence, about=proposal, deed=Deed.OPINE, mark=mine.pk)
    return mine
