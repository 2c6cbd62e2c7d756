"""交办: which department answers a proposal, with whose help and until when."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import Deed, ExtensionStatus
from congress.models import Assistance, Proposal
from congress.selectors import opinion_due
from congress.services.notices import tell
from congress.services.steps import stepping
from members.models import Department
from unionoffice.days import in_full
from unionoffice.refusal import Refused


@transaction.atomic
def assign_proposal(
    proposal: Proposal, *, lead: Department, assisting: Iterable[Department], due_on: date, by: Any, on: date
) -> Proposal:
    """交办: a department answers by a day, others may assist; who asked is told.

    Refused to a department without a head, whom nobody could ask, and for a day that isn't ahead.
    """
    with stepping(proposal, Deed.ASSIGN, by=by, note=_note(lead, due_on)):
        helpers = _give(proposal, lead, assisting, due_on, on)
    _tell_departments(proposal, helpers, Deed.ASSIGN)
    sentence = _("提案%(proposal)s已交办%(lead)s。") % {"proposal": proposal, "lead": lead}
    tell(proposal.parties(), sentence, about=proposal, deed=Deed.ASSIGN)
    return proposal


@transaction.atomic
def reassign_proposal(
    proposal: Proposal, *, lead: Department, assisting: Iterable[Department], due_on: date, by: Any, on: date
) -> Proposal:
    """改派: another department answers, or others assist, before there is an answer; who asked is told.

    What assisting departments have said stays. Whoever led until now is told too; more time that they asked for is
    needed no more.
    """
    before = proposal.lead
    with stepping(proposal, Deed.REASSIGN, by=by, note=_note(lead, due_on)):
        helpers = _give(proposal, lead, assisting, due_on, on)
        for extension in proposal.extensions.open():
            extension.status = ExtensionStatus.DROPPED
            extension.save()
    _tell_departments(proposal, helpers, Deed.REASSIGN)
    sentence = _("提案%(proposal)s改由%(lead)s主办。") % {"proposal": proposal, "lead": lead}
    left = [before.head] if before is not None and before != lead else []
    tell({*proposal.parties(), *left}, sentence, about=proposal, deed=Deed.REASSIGN)
    return proposal


def _note(lead: Department, due_on: date) -> str:
    return _("%(lead)s，%(day)s前答复") % {"lead": lead, "day": in_full(due_on)}


def _give(
    proposal: Proposal, lead: Department, assisting: Iterable[Department], due_on: date, on: date
) -> Sequence[Department]:
    helpers = [department for department in assisting if department != lead]
    for department in (lead, *helpers):
        if department.head_id is None:
            raise Refused(_("%(department)s还没有登记负责人，请先登记再交办。") % {"department": department})
    if due_on <= on:
        raise Refused(_("答复期限要晚于今天。"))
    proposal.lead, proposal.due_on = lead, due_on
    proposal.assistances.filter(opinion="").exclude(department__in=helpers).delete()
    wanted_by = min(opinion_due(on), due_on)
    for department in helpers:
        Assistance.objects.get_or_create(proposal=proposal, department=department, defaults={"due_on": wanted_by})
    return helpers


def _tell_departments(proposal: Proposal, helpers: Sequence[Department], deed: Deed) -> None:
    assert proposal.lead is not None  # noqa: S101 -- just given
    words = {"proposal": proposal, "lead": proposal.lead, "day": proposal.due_on}
    told = _("提案%(proposal)s由%(lead)s主办，请在%(day)s前答复。") % words
    tell([proposal.lead.head], told, about=proposal, deed=deed, mark="lead")
    told = _("提案%(proposal)s由%(lead)s主办，请您部门协办。") % words
    tell([department.head for department in helpers], told, about=proposal, deed=deed, mark="assist")
