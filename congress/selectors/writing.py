"""Reads of proposals that aren't filed: who may be asked for what, and what waits for whom."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from congress.enums import SHOWN_UNFILED, Body, ProposalStatus, SecondingStatus
from congress.models import Delegate, Delegation, Proposal, Seconding
from congress.models.voters import voters_of
from congress.selectors.sessions import open_call
from congress.selectors.terms import delegation_of, members_speaking_for, running_term
from members.models import Member
from unionoffice.rules import rule


def seconders_needed(on: date) -> int:
    """How many must stand behind a proposal before it can be filed (local rule)."""
    return int(rule("congress.seconders", on=on))


def seconders_wanted(proposal: Proposal, on: date) -> int:
    """How many this one needs: what a delegation's head files in its name has others behind it (local rule)."""
    if proposal.delegation_id is None:
        return seconders_needed(on)
    return int(rule("congress.delegation_seconders", on=on))


def seconders_of(proposal: Proposal) -> QuerySet[Any]:
    """Those who second the text as it stands."""
    return proposal.secondings.filter(status=SecondingStatus.SECONDED).select_related("member")


def missing_seconders(proposal: Proposal, on: date) -> int:
    """How many are still wanted."""
    return max(0, seconders_wanted(proposal, on) - seconders_of(proposal).count())


def takers_of(proposal: Proposal, on: date) -> QuerySet[Member]:
    """Who can take a draft up: those who speak for the drafter's unit, or the one asked by name; not who said no."""
    people = members_speaking_for(proposal.unit, on).exclude(pk=proposal.originator_id)
    if proposal.asked_id is not None:
        people = people.filter(pk=proposal.asked_id)
    return people.exclude(pk__in=proposal.refusals.values("member"))


def may_be_asked_to_second(proposal: Proposal, on: date) -> QuerySet[Member]:
    """Everybody with a vote but the authors, those of the delegation whose word it is, and who was asked before."""
    term = running_term(Body.STAFF, on)
    if term is None:
        return Member.objects.none()
    known = proposal.secondings.values("member")
    people = voters_of(term, on).exclude(pk__in=known)
    people = people.exclude(pk__in=[pk for pk in (proposal.proposer_id, proposal.originator_id) if pk])
    if proposal.delegation_id is not None:
        own = Delegate.objects.voting_on(on).filter(delegation=proposal.delegation_id)
        people = people.exclude(pk__in=own.values("member"))
    return people


def seats_of(people: QuerySet[Member], on: date) -> QuerySet[Delegate]:
    """The seats with a vote that some people hold in the congress of the staff."""
    voting = Delegate.objects.voting_on(on).filter(term__body=Body.STAFF)
    return voting.filter(member__in=people.order_by().values("pk")).select_related("delegation")


def invited_to_second(member_id: int) -> QuerySet[Proposal]:
    """Proposals that somebody was asked to second, in the order of asking."""
    asked = Seconding.objects.filter(member=member_id, status=SecondingStatus.INVITED)
    return Proposal.objects.filter(status=ProposalStatus.SECONDING, secondings__in=asked).order_by("secondings__pk")


def waiting_to_be_taken_up(user: Any) -> QuerySet[Proposal]:
    """Drafts of others that ask this delegate, by name or with the unit, to take them up."""
    offered = Proposal.objects.visible_to(user).filter(status=ProposalStatus.OFFERED)
    return offered.exclude(originator=user.member_id).order_by("pk")


def ready_to_file(member_id: int, on: date) -> QuerySet[Proposal]:
    """Somebody's proposals that have enough behind them, on a day on which proposals are taken."""
    mine = Proposal.objects.filter(proposer=member_id, status=ProposalStatus.SECONDING)
    if not mine.exists() or open_call(on) is None:
        return mine.none()
    seconded = Count("secondings", filter=Q(secondings__status=SecondingStatus.SECONDED))
    enough = Q(delegation=None, seconded__gte=seconders_needed(on))
    enough |= Q(delegation__isnull=False, seconded__gte=int(rule("congress.delegation_seconders", on=on)))
    return mine.annotate(seconded=seconded).filter(enough).order_by("pk")


def waiting_for_call() -> QuerySet[Member]:
    """Who has a text that isn't filed: drafters, and proposers of what seeks seconders."""
    unfiled = Proposal.objects.filter(status__in=(ProposalStatus.DRAFT, *SHOWN_UNFILED))
    authors = Q(pk__in=unfiled.values("originator")) | Q(pk__in=unfiled.exclude(proposer=None).values("proposer"))
    return Member.objects.filter(authors)


def has_no_delegates(on: date) -> bool:
    """Whether everybody meets instead of delegates."""
    term = running_term(Body.STAFF, on)
    return term is not None and not term.has_delegates


def headed_delegation(member: Member, on: date) -> Delegation | None:
    """The delegation in whose name somebody may speak."""
    delegation = delegation_of(member, on)
    return delegation if delegation is not None and delegation.head_id == member.pk else None
