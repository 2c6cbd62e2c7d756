"""答复: what the lead department says, and the signature that makes it the school's answer."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import UNFINISHED, Deed, ExtensionStatus
from congress.models import Answer, Proposal
from congress.services.notices import tell, tell_role
from congress.services.steps import stepping
from unionoffice.refusal import Refused, stated
from unionoffice.roles import Role


@transaction.atomic
def answer_proposal(
    proposal: Proposal,
    *,
    result: str,
    text: str,
    by: Any,
    on: date,
    expected_on: date | None = None,
    without: str = "",
) -> Answer:
    """The lead department's answer goes to the principal or vice-principal; nobody else is told.

    Refused where it promises something without a day, and where an assisting department hasn't spoken and `without`
    doesn't say why it isn't waited for. More time that was asked for is needed no more.
    """
    with stepping(proposal, Deed.ANSWER, by=by):
        words = stated(text, _("请填写答复内容。"))
        assert proposal.lead is not None  # noqa: S101 -- a proposal that is handled has one, by constraint
        answer = Answer.objects.create(
            proposal=proposal,
            department=proposal.lead,
            result=result,
            text=words,
            expected_on=_promised(result, expected_on, on),
            without=_explained(proposal, without),
            written_by=by,
            written_on=on,
        )
        for extension in proposal.extensions.open():
            extension.status = ExtensionStatus.DROPPED
            extension.save()
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
        answer.returned_on, answer.return_reason = on, stated(reason, _("请写明退回的意见。"))
        answer.save()
    sentence = _("提案%(proposal)s的答复已退回，请按意见修改。") % {"proposal": proposal}
    tell([proposal.lead_head], sentence, about=proposal, deed=Deed.RETURN)
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
        proposal.result, proposal.answered_on, proposal.expected_on = answer.result, on, answer.expected_on
    sentence = _("提案%(proposal)s已有答复，请查看并评价。") % {"proposal": proposal}
    tell(proposal.parties(), sentence, about=proposal, deed=Deed.SIGN)
    told = _("提案%(proposal)s的答复已签批。") % {"proposal": proposal}
    tell({proposal.lead_head} - proposal.parties(), told, about=proposal, deed=Deed.SIGN)
    return answer


def _promised(result: str, expected_on: date | None, on: date) -> date | None:
    if result not in UNFINISHED:
        return None
    if expected_on is None:
        raise Refused(_("正在解决或列入计划的，请填写预计完成日期。"))
    if expected_on <= on:
        raise Refused(_("预计完成日期要晚于今天。已经完成的，请选择“已解决”。"))
    return expected_on


def _explained(proposal: Proposal, without: str) -> str:
    silent = [str(one.department) for one in proposal.assistances.filter(opinion="").select_related("department")]
    if not silent:
        return ""
    sentence = _("%(departments)s还没有填写协办意见。请等意见到齐，或写明为什么不等。")
    return stated(without, sentence % {"departments": "、".join(silent)})


def _unsigned(proposal: Proposal) -> Answer:
    """The answer that waits for a signature: there is exactly one while the proposal says so."""
    return proposal.answers.get(signed_on=None, returned_on=None)
