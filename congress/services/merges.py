"""What of two records of one person can't stand beside each other in the congress."""

from datetime import date
from typing import Any

from congress.enums import SecondingStatus
from congress.models import Delegate, Rating, Seconding
from congress.selectors import double_delegacies, second_themselves
from members.models import Member
from unionoffice import audit
from unionoffice.merging import absorb, keep_better, twins

VERB = "合并重复档案"
SAYS_MORE = (SecondingStatus.SECONDED, SecondingStatus.DECLINED, SecondingStatus.INVITED)
"""Of two answers to one invitation, the earlier in this order stays."""


def settle_before_merge(kept: Member, dropped: Member, *, by: Any, on: date) -> None:  # noqa: ARG001 -- not dated
    """One seat, one voice: of what both records did, one row stays."""
    for mine, other in double_delegacies(kept, dropped):
        _join(mine, other, by=by)
    with audit.deed(VERB, by=by):
        for seconding in second_themselves(kept, dropped):
            seconding.delete()
    pairs = twins(Seconding.objects.all(), kept, dropped, "proposal_id")
    keep_better(pairs, worse=lambda row: SAYS_MORE.index(row.status), by=by, verb=VERB)
    ratings = twins(Rating.objects.select_related("answer__proposal"), kept, dropped, "answer_id")
    keep_better(ratings, worse=lambda row: row.member_id != row.answer.proposal.proposer_id, by=by, verb=VERB)


def _join(mine: Delegate, other: Delegate, *, by: Any) -> None:
    """A seat held by both was held from the earlier day to the later one; what differs is refused before this."""
    mine.from_on = min(mine.from_on, other.from_on)
    mine.to_on = max(mine.to_on, other.to_on) if mine.to_on and other.to_on else None
    absorb(other, mine, by=by, verb=VERB)
    with audit.deed(VERB, by=by):
        mine.save()
