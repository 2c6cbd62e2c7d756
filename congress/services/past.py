"""Proposals of former years, from the registers that the school kept before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import Deed, Ending, Outcome, ProposalStatus
from congress.models import Proposal, Session
from congress.services.filing import SERIES
from members.models import Department, Member
from unionoffice import audit
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused

OUTCOMES = {
    Ending.CLOSED: Outcome.ACCEPTED,
    Ending.MERGED: Outcome.MERGED,
    Ending.TURNED: Outcome.TURNED,
    Ending.REFUSED: Outcome.REFUSED,
    Ending.WITHDRAWN: Outcome.NONE,
}


@dataclass(frozen=True)
class PastProposal:
    """One line of a register: who asked for what at which session, and how it ended."""

    number: str
    session: Session
    proposer: Member
    filed_on: date
    ending: Ending
    fields: dict[str, Any]
    """Texts, category, result, grade and days by the names of the model's fields."""
    lead: Department | None = None
    main: str = ""
    """The number of the proposal that it was merged into."""


@transaction.atomic
def record_past_proposals(past: Iterable[PastProposal], *, by: Any) -> list[Proposal]:
    """Enter proposals under the numbers that they had; nobody is told.

    Refused where a number is taken or would leave a gap in its year. Those that were merged come last: the others
    must be there.
    """
    lines = sorted(past, key=lambda line: _parts(line.number))
    for line in lines:
        year, wanted = _parts(line.number)
        if next_number(SERIES, year) != wanted:
            raise Refused(_("编号%(number)s与已有编号不相连，请核对后重新导入。") % {"number": line.number})
    with audit.deed(Deed.BACKFILL, by=by):
        return [_enter(line) for line in sorted(lines, key=lambda line: line.ending is Ending.MERGED)]


def _parts(number: str) -> tuple[int, int]:
    """The year and the place in it that a number such as 2024-007 names."""
    year, place = number.split("-")
    return int(year), int(place)


def _enter(line: PastProposal) -> Proposal:
    outcome = OUTCOMES[line.ending]
    proposal = Proposal(
        number=line.number,
        session=line.session,
        originator=line.proposer,
        proposer=line.proposer,
        status=ProposalStatus(line.ending),
        filed_on=line.filed_on,
        outcome=outcome,
        reviewed_on=line.filed_on if outcome else None,
        lead=line.lead,
        **line.fields,
    )
    if line.ending is Ending.CLOSED:
        proposal.closed_on = proposal.closed_on or proposal.answered_on
    if line.main:
        proposal.merged_into = Proposal.objects.get(number=line.main)
    proposal.save()
    return proposal
