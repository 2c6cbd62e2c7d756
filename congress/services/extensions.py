"""延期: more time for an answer, asked for with a reason and granted by whom the school's rule names."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import Deed, ExtensionDecider, ExtensionStatus, ProposalStatus
from congress.models import Extension, Proposal
from congress.permissions import keeps_congress, signs
from congress.selectors import extension_decider, extensions_allowed, latest_extension
from congress.services.notices import tell, tell_role
from unionoffice import audit
from unionoffice.days import in_full
from unionoffice.refusal import Refused, stated
from unionoffice.roles import Role
from unionoffice.states import lock


@transaction.atomic
def ask_for_time(proposal: Proposal, *, until: date, reason: str, by: Any, on: date) -> Extension:
    """The department asks for a later day; until somebody has decided the old one holds.

    Refused before the department has accepted and after it has answered, while another one waits, beyond how often
    and how far the rules allow, and without a reason.
    """
    _ensure_handled(lock(proposal))
    if proposal.extensions.open().exists():
        raise Refused(_("已有一份延期申请在等待审批。"))
    allowed = extensions_allowed(on)
    if proposal.extensions.granted().count() >= allowed:
        raise Refused(_("每件提案最多延期%(n)d次，不能再申请。请在期限前答复。") % {"n": allowed})
    assert proposal.due_on is not None and proposal.lead is not None  # noqa: S101, PT018 -- handled: by constraint
    last = latest_extension(proposal.due_on, on)
    if not proposal.due_on < until <= last:
        words = {"first": in_full(proposal.due_on), "last": in_full(last)}
        raise Refused(_("延期要晚于原期限%(first)s，最迟到%(last)s。") % words)
    extension = Extension(
        proposal=proposal,
        department=proposal.lead,
        due_was=proposal.due_on,
        until=until,
        reason=stated(reason, _("请写明延期的理由。")),
        decider=extension_decider(on),
        asked_by=by,
        asked_on=on,
    )
    with audit.deed(Deed.ASK_EXTENSION, by=by, note=_("延至%(day)s") % {"day": in_full(until)}):
        extension.save()
    roles = DECIDERS[ExtensionDecider(extension.decider)]
    sentence = _("%(lead)s申请提案%(proposal)s延期答复，请审批。") % {"lead": proposal.lead, "proposal": proposal}
    tell_role(*roles, on=on, sentence=sentence, about=proposal, deed=Deed.ASK_EXTENSION, mark=extension.pk)
    return extension


@transaction.atomic
def grant_extension(proposal: Proposal, *, by: Any, on: date, remark: str = "") -> Extension:
    """同意延期: the answer is due on the later day, and who asked is told of it."""
    extension = _decide(proposal, ExtensionStatus.GRANTED, by=by, on=on, remark=remark)
    note = _("延至%(day)s") % {"day": in_full(extension.until)}
    with audit.deed(Deed.EXTEND, by=by, note=note):
        extension.save()
        proposal.due_on = extension.until
        proposal.save()
    words = {"proposal": proposal, "day": in_full(extension.until)}
    told = _("提案%(proposal)s的答复期限延至%(day)s。") % words
    head = extension.department.head
    tell({head, *proposal.parties()}, told, about=proposal, deed=Deed.EXTEND, mark=extension.pk)
    return extension


@transaction.atomic
def deny_extension(proposal: Proposal, *, by: Any, on: date, remark: str) -> Extension:
    """不同意延期, with the reason: the day stays, and the department alone is told."""
    extension = _decide(proposal, ExtensionStatus.REFUSED, by=by, on=on, remark=remark)
    stated(remark, _("请写明不同意延期的理由。"))
    with audit.deed(Deed.DENY_EXTENSION, by=by):
        extension.save()
    words = {"proposal": proposal, "day": in_full(extension.due_was)}
    told = _("提案%(proposal)s没有同意延期，请在%(day)s前答复。") % words
    tell([extension.department.head], told, about=proposal, deed=Deed.DENY_EXTENSION, mark=extension.pk)
    return extension


DECIDERS = {
    ExtensionDecider.SECRETARY: (Role.SECRETARY,),
    ExtensionDecider.LEADER: (Role.PRINCIPAL, Role.VICE_PRINCIPAL),
}
"""Whose inbox an application goes to."""


def _decide(proposal: Proposal, status: ExtensionStatus, *, by: Any, on: date, remark: str) -> Extension:
    _ensure_handled(lock(proposal))
    extension = proposal.extensions.open().select_related("department__head").first()
    if extension is None:
        raise Refused(_("没有等待审批的延期申请。请刷新页面查看最新情况。"))
    decides = signs if extension.decider == ExtensionDecider.LEADER else keeps_congress
    if not decides.test(by):
        raise Refused(_("按学校规定，延期由%(who)s审批。") % {"who": extension.get_decider_display()})
    extension.status, extension.remark = status, remark.strip()
    extension.decided_by, extension.decided_on = by, on
    return extension


def _ensure_handled(proposal: Proposal) -> None:
    if proposal.status != ProposalStatus.HANDLING:
        sentence = _("现在是“%(status)s”状态，只有办理中的提案可以延期。")
        raise Refused(sentence % {"status": proposal.get_status_display()})
