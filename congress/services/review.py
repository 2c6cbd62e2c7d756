"""What becomes of a filed proposal, and which department gets it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import OPEN_TO_MERGING, Deed, Outcome
from congress.models import Assistance, Proposal
from congress.services.notices import tell
from congress.services.proposals import must_stand_alone
from congress.services.steps import stepping
from members.models import Department
from unionoffice.days import in_full
from unionoffice.refusal import Refused


@transaction.atomic
def accept_proposal(proposal: Proposal, *, by: Any, on: date) -> Proposal:
    """立案: a department will have to answer; from now on all staff can read it."""
    with stepping(proposal, Deed.ACCEPT, by=by):
        proposal.outcome, proposal.reviewed_on = Outcome.ACCEPTED, on
    _tell_parties(proposal, _("提案%(proposal)s已立案。"), Deed.ACCEPT)
    return proposal


@transaction.atomic
def merge_proposal(proposal: Proposal, into: Proposal, *, by: Any, on: date) -> Proposal:
    """并案: another filed proposal answers for this one too; its authors stay informed and rate the answer.

    Refused into itself, into one that is merged or answered, and for one that others were merged into.
    """
    # Both rows, always in the same order: two merges crosswise would wait for each other.
    both = Proposal.objects.select_for_update().filter(pk__in=(proposal.pk, into.pk)).order_by("pk")
    into = next(row for row in both if row.pk == into.pk)
    if into.pk == proposal.pk:
        raise Refused(_("请选择另一份提案作为主案。"))
    if into.status not in OPEN_TO_MERGING:
        sentence = _("提案%(into)s现在是“%(status)s”，不能再并入。请另选主案。")
        raise Refused(sentence % {"into": into, "status": into.get_status_display()})
    note = _("并入%(into)s") % {"into": into.number}
    with stepping(proposal, Deed.MERGE, by=by, note=note):
        must_stand_alone(proposal)
        proposal.outcome, proposal.reviewed_on, proposal.merged_into = Outcome.MERGED, on, into
    sentence = _("提案%(proposal)s已并入%(into)s一并办理，答复后请您评价。")
    people = {proposal.originator, proposal.proposer}
    tell(people, sentence % {"proposal": proposal, "into": into}, about=proposal, deed=Deed.MERGE)
    sentence = _("另有一份提案并入您的提案%(into)s一并办理。") % {"into": into}
    tell({into.originator, into.proposer} - people, sentence, about=into, deed=Deed.MERGE, mark=proposal.pk)
    return proposal


@transaction.atomic
def turn_proposal(proposal: Proposal, *, by: Any, on: date, reason: str) -> Proposal:
    """转意见建议: worth passing on, but no case; why is told to those who made it."""
    _end_review(proposal, Outcome.TURNED, Deed.TURN, by=by, on=on, reason=reason)
    _tell_parties(proposal, _("提案%(proposal)s已转为意见建议，请查看理由。"), Deed.TURN)
    return proposal


@transaction.atomic
def refuse_proposal(proposal: Proposal, *, by: Any, on: date, reason: str) -> Proposal:
    """不予立案, with the reason, which is told to those who made it."""
    _end_review(proposal, Outcome.REFUSED, Deed.REFUSE, by=by, on=on, reason=reason)
    _tell_parties(proposal, _("提案%(proposal)s不予立案，请查看理由。"), Deed.REFUSE)
    return proposal


@transaction.atomic
def assign_proposal(
    proposal: Proposal, *, lead: Department, assisting: Iterable[Department], due_on: date, by: Any, on: date
) -> Proposal:
    """交办: a department answers by a day, others may assist; who asked is told.

    Refused to a department without a head, whom nobody could ask, and for a day that isn't ahead.
    """
    helpers = [department for department in assisting if department != lead]
    note = _("%(lead)s，%(day)s前答复") % {"lead": lead, "day": in_full(due_on)}
    with stepping(proposal, Deed.ASSIGN, by=by, note=note):
        for department in (lead, *helpers):
            if department.head_id is None:
                raise Refused(_("%(department)s还没有登记负责人，请先登记再交办。") % {"department": department})
        if due_on <= on:
            raise Refused(_("答复期限要晚于今天。"))
        proposal.lead, proposal.due_on = lead, due_on
        proposal.assistances.filter(opinion="").exclude(department__in=helpers).delete()
        for department in helpers:
            Assistance.objects.get_or_create(proposal=proposal, department=department)
    sentence = _("提案%(proposal)s由%(lead)s主办，请在%(day)s前答复。")
    told = sentence % {"proposal": proposal, "lead": lead, "day": due_on}
    tell([lead.head], told, about=proposal, deed=Deed.ASSIGN, mark="lead")
    sentence = _("提案%(proposal)s由%(lead)s主办，请您部门协办。") % {"proposal": proposal, "lead": lead}
    tell([department.head for department in helpers], sentence, about=proposal, deed=Deed.ASSIGN, mark="assist")
    _tell_parties(proposal, _("提案%(proposal)s已交办%(lead)s。"), Deed.ASSIGN)
    return proposal


def _end_review(proposal: Proposal, outcome: Outcome, deed: Deed, *, by: Any, on: date, reason: str) -> None:
    with stepping(proposal, deed, by=by, note=reason):
        if not reason.strip():
            raise Refused(_("请写明理由，提案人会看到。"))
        must_stand_alone(proposal)
        proposal.outcome, proposal.reviewed_on, proposal.review = outcome, on, reason.strip()


def _tell_parties(proposal: Proposal, sentence: str, deed: Deed) -> None:
    words = {"proposal": proposal, "lead": proposal.lead}
    tell(proposal.parties(), sentence % words, about=proposal, deed=deed)
