"""What of two records of one person can't stand beside each other in the congress."""

from datetime import date
from typing import Any

from congress.enums import LeaveStatus, PresidiumRole, SecondingStatus
from congress.models import (
    Acknowledgement,
    Candidacy,
    Delegate,
    GroupSeat,
    Leave,
    PresidiumMember,
    Rating,
    RequestSigner,
    Seconding,
    TakeUpRefusal,
)
from congress.selectors import double_delegacies, second_themselves
from members.models import Member
from unionoffice import audit
from unionoffice.merging import absorb, keep_better, twins

VERB = "合并重复档案"
SAYS_MORE = (SecondingStatus.SECONDED, SecondingStatus.DECLINED, SecondingStatus.INVITED)
"""Of two answers to one invitation, the earlier in this order stays."""
LEADS_MORE = (PresidiumRole.CHAIR, PresidiumRole.SECRETARY, PresidiumRole.MEMBER)
"""Of two places in one presidium, the earlier in this order stays."""

GRANTS_MORE = (LeaveStatus.GRANTED, LeaveStatus.ASKED, LeaveStatus.DECLINED)
"""Of two requests for leave from one sitting, the earlier in this order stays."""


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
    said = twins(Acknowledgement.objects.all(), kept, dropped, "proposal_id", "told_on")
    keep_better(said, worse=lambda row: row.is_done, by=by, verb=VERB)
    for mine, other in twins(TakeUpRefusal.objects.all(), kept, dropped, "proposal_id"):
        absorb(other, mine, by=by, verb=VERB)
    seats = twins(PresidiumMember.objects.all(), kept, dropped, "session_id")
    keep_better(seats, worse=lambda seat: LEADS_MORE.index(seat.role), by=by, verb=VERB)
    places = twins(GroupSeat.objects.filter(to_on=None), kept, dropped, "group_id")
    keep_better(places, worse=lambda seat: not seat.is_head, by=by, verb=VERB)
    leaves = twins(Leave.objects.all(), kept, dropped, "sitting_id")
    keep_better(leaves, worse=lambda leave: GRANTS_MORE.index(leave.status), by=by, verb=VERB)
    for mine, other in twins(RequestSigner.objects.all(), kept, dropped, "request_id"):
        absorb(other, mine, by=by, verb=VERB)
    named = twins(Candidacy.objects.all(), kept, dropped, "round_id")
    keep_better(named, worse=lambda row: not row.is_elected, by=by, verb=VERB)


def _join(mine: Delegate, other: Delegate, *, by: Any) -> None:
    """A seat held by both was held from the earlier day to the later one; what differs is refused before this."""
    mine.from_on = min(mine.from_on, other.from_on)
    later = mine if mine.to_on is None or (other.to_on and mine.to_on >= other.to_on) else other
    mine.to_on, mine.departure, mine.departure_note = later.to_on, later.departure, later.departure_note
    absorb(other, mine, by=by, verb=VERB)
    with audit.deed(VERB, by=by):
        mine.save()
