"""重点提案, which a leader sees to, and 优秀提案, which the congress's body chooses once they are rated."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import MAY_BE_PRIORITY, RATED, Deed
from congress.models import Proposal
from congress.selectors import supervisors_on
from congress.services.notices import tell
from members.models import Member
from unionoffice import audit
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock


@transaction.atomic
def prioritise_proposal(proposal: Proposal, supervisor: Member, *, by: Any, on: date) -> Proposal:
    """列为重点提案: a leader of the school sees to it; leader, department and who asked are told.

    Refused outside the time in which it is handled, for somebody who leads nothing, and to who asked for it.
    """
    if lock(proposal).status not in MAY_BE_PRIORITY:
        raise Refused(_("立案后、签批答复之前才能列为重点提案。"))
    if proposal.priority_on is not None:
        raise Refused(_("这件提案已经是重点提案。"))
    if not supervisors_on(on).filter(pk=supervisor.pk).exists():
        raise Refused(_("请选择一位校领导督办。"))
    if supervisor in proposal.parties():
        raise Refused(_("督办领导不能是这件提案的提案人或起草人。"))
    proposal.priority_on, proposal.supervisor = on, supervisor
    with audit.deed(Deed.PRIORITISE, by=by, note=_("%(name)s督办") % {"name": supervisor}):
        proposal.save()
    sentence = _("提案%(proposal)s列为重点提案，由%(name)s督办。") % {"proposal": proposal, "name": supervisor}
    people = {supervisor, proposal.lead_head, *proposal.parties()}
    tell(people, sentence, about=proposal, deed=Deed.PRIORITISE)
    return proposal


@transaction.atomic
def drop_priority(proposal: Proposal, *, by: Any) -> Proposal:
    """取消重点提案, as long as it isn't answered for; who was to see to it is told."""
    if lock(proposal).priority_on is None or proposal.status not in MAY_BE_PRIORITY:
        raise Refused(_("这件提案现在不能取消重点提案。请刷新页面查看最新情况。"))
    supervisor, proposal.priority_on, proposal.supervisor = proposal.supervisor, None, None
    with audit.deed(Deed.DROP_PRIORITY, by=by):
        proposal.save()
    sentence = _("提案%(proposal)s不再是重点提案。") % {"proposal": proposal}
    tell([supervisor, proposal.lead_head], sentence, about=proposal, deed=Deed.DROP_PRIORITY)
    return proposal


@transaction.atomic
def honour_proposals(proposals: Sequence[Proposal], *, decision: str, by: Any, on: date) -> list[Proposal]:
    """评为优秀提案, by a decision of the congress's body that is named; all or none. Who asked is told."""
    decision = stated(decision, _("请写明由哪次会议评选决定。"))
    return [_honour(proposal, decision, by=by, on=on) for proposal in proposals]


def _honour(proposal: Proposal, decision: str, *, by: Any, on: date) -> Proposal:
    if lock(proposal).status not in RATED:
        raise Refused(_("提案%(proposal)s还没有评价答复，不能评为优秀提案。") % {"proposal": proposal})
    if proposal.outstanding_on is not None:
        raise Refused(_("提案%(proposal)s已经是优秀提案。") % {"proposal": proposal})
    proposal.outstanding_on, proposal.outstanding_by = on, decision
    with audit.deed(Deed.HONOUR, by=by, note=decision):
        proposal.save()
    sentence = _("提案%(proposal)s被评为优秀提案。") % {"proposal": proposal}
    tell(proposal.parties(), sentence, about=proposal, deed=Deed.HONOUR)
    return proposal


@transaction.atomic
def drop_honour(proposal: Proposal, *, by: Any, reason: str) -> Proposal:
    """取消优秀提案, with the reason: it was entered by mistake, or the body thinks otherwise."""
    if lock(proposal).outstanding_on is None:
        raise Refused(_("这件提案不是优秀提案。请刷新页面查看最新情况。"))
    proposal.outstanding_on, proposal.outstanding_by = None, ""
    with audit.deed(Deed.DROP_HONOUR, by=by, note=stated(reason, _("请写明取消的理由。"))):
        proposal.save()
    return proposal
