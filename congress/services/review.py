"""What becomes of a filed proposal."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import OPEN_TO_MERGING, Deed, Outcome
from congress.models import Proposal
from congress.services.filing import must_stand_alone
from congress.services.notices import tell
from congress.services.steps import stepping
from congress.services.suggestions import suggestion_from_proposal
from unionoffice.refusal import Refused, stated


@transaction.atomic
def accept_proposal(proposal: Proposal, *, by: Any, on: date, category: str = "") -> Proposal:
    """立案: a department will have to answer; from now on all staff can read it. Perhaps under a better category."""
    with stepping(proposal, Deed.ACCEPT, by=by):
        _must_not_be_own(proposal, by)
        proposal.category = category or proposal.category
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
        _must_not_be_own(proposal, by)
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
    """转意见建议: worth passing on, but no case; why is told to those who made it.

    It goes on as a suggestion of its proposer, so that it gets an answer all the same.
    """
    _end_review(proposal, Outcome.TURNED, Deed.TURN, by=by, on=on, reason=reason)
    suggestion_from_proposal(proposal, by=by, on=on)
    _tell_parties(proposal, _("提案%(proposal)s已转为意见建议，请查看理由。"), Deed.TURN)
    return proposal


@transaction.atomic
def refuse_proposal(proposal: Proposal, *, by: Any, on: date, reason: str) -> Proposal:
    """不予立案, with the reason, which is told to those who made it."""
    _end_review(proposal, Outcome.REFUSED, Deed.REFUSE, by=by, on=on, reason=reason)
    _tell_parties(proposal, _("提案%(proposal)s不予立案，请查看理由。"), Deed.REFUSE)
    return proposal


def _end_review(proposal: Proposal, outcome: Outcome, deed: Deed, *, by: Any, on: date, reason: str) -> None:
    with stepping(proposal, deed, by=by, note=reason):
        _must_not_be_own(proposal, by)
        words = stated(reason, _("请写明理由，提案人会看到。"))
        must_stand_alone(proposal)
        proposal.outcome, proposal.reviewed_on, proposal.review = outcome, on, words


def _must_not_be_own(proposal: Proposal, by: Any) -> None:
    """Nobody decides about what they asked for."""
    if by.member in proposal.parties():
        sentence = _("提案%(proposal)s是您提出的，请审理组其他成员审理。")
        raise Refused(sentence % {"proposal": proposal})


def _tell_parties(proposal: Proposal, sentence: str, deed: Deed) -> None:
    tell(proposal.parties(), sentence % {"proposal": proposal}, about=proposal, deed=deed)
