"""Many proposals at once: all of them, or none and the list of which can't and why."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.models import Proposal
from congress.services.assignment import assign_proposal
from congress.services.review import accept_proposal, merge_proposal, refuse_proposal, turn_proposal
from members.models import Department
from unionoffice.refusal import Refused


def accept_together(proposals: Iterable[Proposal], *, by: Any, on: date) -> list[Proposal]:
    """立案, several at once."""
    return _together(proposals, lambda one: accept_proposal(one, by=by, on=on))


def merge_together(proposals: Iterable[Proposal], into: Proposal, *, by: Any, on: date) -> list[Proposal]:
    """并案, several into one; the main one may stand among those that were chosen, and stays what it is."""
    others = [one for one in proposals if one.pk != into.pk]
    if not others:
        raise Refused(_("请再选择要并入的提案。"))
    return _together(others, lambda one: merge_proposal(one, into, by=by, on=on))


def turn_together(proposals: Iterable[Proposal], *, by: Any, on: date, reason: str) -> list[Proposal]:
    """转意见建议, several for one reason."""
    return _together(proposals, lambda one: turn_proposal(one, by=by, on=on, reason=reason))


def refuse_together(proposals: Iterable[Proposal], *, by: Any, on: date, reason: str) -> list[Proposal]:
    """不予立案, several for one reason."""
    return _together(proposals, lambda one: refuse_proposal(one, by=by, on=on, reason=reason))


def assign_together(
    proposals: Iterable[Proposal],
    *,
    lead: Department,
    assisting: Sequence[Department],
    due_on: date,
    by: Any,
    on: date,
) -> list[Proposal]:
    """交办, several to one department by one day."""
    return _together(
        proposals,
        lambda one: assign_proposal(one, lead=lead, assisting=assisting, due_on=due_on, by=by, on=on),
    )


@transaction.atomic
def _together(proposals: Iterable[Proposal], act: Callable[[Proposal], Proposal]) -> list[Proposal]:
    """Each in turn; what is refused is collected, so that people read of all of it at once."""
    done, refused = [], []
    for proposal in proposals:
        try:
            with transaction.atomic():
                done.append(act(proposal))
        except Refused as refusal:
            refused.append(_("%(proposal)s：%(why)s") % {"proposal": proposal, "why": refusal})
    if refused:
        head = _("下面%(n)d件不能办理，所选的都没有办理。请取消勾选后再试。") % {"n": len(refused)}
        raise Refused("\n".join([head, *refused]))
    return done
