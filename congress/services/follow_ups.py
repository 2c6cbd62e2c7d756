"""跟踪落实: whether what an answer promised is done, entry by entry until it is."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import UNFINISHED, Deed, ProposalStatus
from congress.models import Acknowledgement, FollowUp, Proposal
from congress.services.notices import tell, tell_role
from congress.services.steps import stepping
from unionoffice import audit
from unionoffice.refusal import Refused, stated
from unionoffice.roles import Role
from unionoffice.states import lock


@transaction.atomic
def follow_up_proposal(
    proposal: Proposal, *, text: str, by: Any, on: date, expected_on: date | None = None
) -> FollowUp:
    """Note how far a promise is, perhaps with a new day by which it will be kept; who asked is told."""
    if lock(proposal).status != ProposalStatus.FOLLOWED:
        raise Refused(_("这件提案现在不需要跟踪落实。请刷新页面查看最新情况。"))
    if expected_on is not None and expected_on <= on:
        raise Refused(_("预计完成日期要晚于今天。已经完成的，请直接办结。"))
    words = stated(text, _("请写明落实进展。"))
    with audit.deed(Deed.FOLLOW_UP, by=by, note=words):
        entry = FollowUp.objects.create(
            proposal=proposal, noted_on=on, text=words, expected_on=expected_on, noted_by=by
        )
        if expected_on is not None and expected_on != proposal.expected_on:
            proposal.expected_on = expected_on
            proposal.save()
    sentence = _("提案%(proposal)s有了新的落实进展，请查看。") % {"proposal": proposal}
    tell(proposal.parties(), sentence, about=proposal, deed=Deed.FOLLOW_UP, mark=entry.pk)
    return entry


@transaction.atomic
def finish_proposal(proposal: Proposal, *, by: Any, on: date, fulfilment: str) -> Proposal:
    """What was promised is done: the case is closed, and who asked is told and may say whether it is so."""
    with stepping(proposal, Deed.FINISH, by=by, note=fulfilment):
        proposal.fulfilment, proposal.closed_on = stated(fulfilment, _("请写明落实情况。")), on
    sentence = _("提案%(proposal)s已办结，请查看落实情况。") % {"proposal": proposal}
    tell(proposal.parties(), sentence, about=proposal, deed=Deed.FINISH)
    return proposal


@transaction.atomic
def acknowledge_fulfilment(
    proposal: Proposal, *, is_done: bool, by: Any, on: date, comment: str = ""
) -> Acknowledgement:
    """Whether, to somebody who asked, it is really done: each once for each time that it is said to be.

    If not, department and secretary are told: the secretary may follow it up again.
    """
    told_on = lock(proposal).closed_on
    if told_on is None or proposal.result not in UNFINISHED or not proposal.fulfilment:
        raise Refused(_("现在没有需要反馈的落实情况。"))
    if by.member not in proposal.parties():
        raise Refused(_("只有提案人和起草人可以反馈落实情况。"))
    if proposal.acknowledgements.filter(member=by.member, told_on=told_on).exists():
        raise Refused(_("您已经反馈过这次落实情况。"))
    if not is_done:
        stated(comment, _("请写明哪些事项没有落实。"))
    with audit.deed(Deed.ACKNOWLEDGE, by=by):
        said = Acknowledgement.objects.create(
            proposal=proposal,
            member=by.member,
            told_on=told_on,
            is_done=is_done,
            comment=comment.strip(),
            given_on=on,
        )
    if not is_done:
        sentence = _("提案%(proposal)s的提案方认为没有落实，请查看。") % {"proposal": proposal}
        tell([proposal.lead_head], sentence, about=proposal, deed=Deed.ACKNOWLEDGE, mark=said.pk)
        tell_role(Role.SECRETARY, on=on, sentence=sentence, about=proposal, deed=Deed.ACKNOWLEDGE, mark=said.pk)
    return said


@transaction.atomic
def reopen_proposal(proposal: Proposal, *, expected_on: date, by: Any, on: date, reason: str) -> Proposal:
    """恢复跟踪落实: what was said to be done isn't; a new day is set, and what was said then stays in the trail.

    Refused for what promised nothing. An outstanding proposal stays one.
    """
    with stepping(proposal, Deed.REOPEN, by=by, note=reason):
        stated(reason, _("请写明为什么恢复跟踪落实。"))
        if proposal.result not in UNFINISHED:
            raise Refused(_("只有答复为正在解决或列入计划的提案可以恢复跟踪落实。"))
        if expected_on <= on:
            raise Refused(_("预计完成日期要晚于今天。"))
        proposal.closed_on, proposal.fulfilment, proposal.expected_on = None, "", expected_on
    sentence = _("提案%(proposal)s恢复跟踪落实，请继续办理。") % {"proposal": proposal}
    tell({proposal.lead_head, *proposal.parties()}, sentence, about=proposal, deed=Deed.REOPEN)
    return proposal
