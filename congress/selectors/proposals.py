"""Reads of proposals."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from congress.enums import CONTENT, SIGNED_ONCE, TAKES_OPINIONS, Outcome, ProposalStatus
from congress.models import Answer, Assistance, Proposal, Rating
from members.models import GroupPlace
from unionoffice.areas import Scope
from unionoffice.dated import covering
from unionoffice.figures import share
from unionoffice.periods import Period
from unionoffice.rules import rule

REMINDED_FOR = timedelta(days=30)
"""How long after an answer those are reminded to rate it whose rating doesn't decide."""


def reworks_allowed(on: date) -> int:
    """How often an unsatisfied proposer can send a proposal back to the department (local rule)."""
    return int(rule("congress.reworks", on=on))


def received(period: Period, scope: Scope) -> QuerySet[Proposal]:
    """Proposals filed in the period, by people who were in the scope on the day."""
    return of_group(Proposal.objects.filter(filed_on__range=(period.start, period.end)), scope.group_id)


def of_group(proposals: QuerySet[Proposal], group_id: int | None) -> QuerySet[Proposal]:
    """Proposals by people who belonged to the group, or to one below it, on the day of filing; all where no group is
    asked for.
    """
    if group_id is None:
        return proposals
    inside = GroupPlace.objects.inside(group_id)
    places = inside.filter(covering(OuterRef("filed_on")), member=OuterRef("proposer_id"))
    return proposals.filter(Exists(places))


def accepted_rate(proposals: QuerySet[Proposal]) -> Any:
    """立案率: of those received, what share was filed as a case of its own; in percent."""
    return share(proposals, Q(outcome=Outcome.ACCEPTED))


def answered_rate(proposals: QuerySet[Proposal]) -> Any:
    """答复率: of the cases, what share has a signed answer; in percent."""
    return share(proposals.filter(outcome=Outcome.ACCEPTED), Q(answered_on__isnull=False))


def closed_rate(proposals: QuerySet[Proposal]) -> Any:
    """办结率: of the cases, what share is closed; in percent."""
    return share(proposals.filter(outcome=Outcome.ACCEPTED), Q(status=ProposalStatus.CLOSED))


def satisfied_rate(proposals: QuerySet[Proposal]) -> Any:
    """满意率: of the answers that proposers have rated, what share left them satisfied or mostly so; in percent."""
    return share(proposals.exclude(grade=""), Q(grade__in=CONTENT))


def waiting_for_rating(member_id: int, on: date) -> QuerySet[Proposal]:
    """Proposals whose signed answer somebody who asked, also by a merged proposal, hasn't rated; the latest first.

    Once the proposer has rated, the others are reminded for a while.
    """
    fresh = Q(status=ProposalStatus.SIGNED) | Q(answered_on__gte=on - REMINDED_FOR)
    asked = Q(originator=member_id) | Q(proposer=member_id)
    asked |= Q(merged__originator=member_id) | Q(merged__proposer=member_id)
    last = Answer.objects.signed().filter(proposal=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    rated = Rating.objects.filter(member=member_id, answer=OuterRef("last_answer"))
    waiting = Proposal.objects.filter(asked, fresh, status__in=SIGNED_ONCE).annotate(last_answer=Subquery(last))
    return waiting.filter(~Exists(rated), last_answer__isnull=False).distinct().order_by("-answered_on", "-pk")


def owing_opinions(member_id: int) -> QuerySet[Proposal]:
    """Proposals that wait for the word of an assisting department which somebody heads."""
    owed = Assistance.objects.filter(department__head=member_id, opinion="")
    running = Proposal.objects.filter(status__in=TAKES_OPINIONS)
    return running.filter(assistances__in=owed).distinct().order_by("due_on", "pk")
