"""Reads of the congress that span several tables."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from congress.enums import CONTENT, SIGNED_ONCE, Outcome, ProposalStatus, SecondingStatus
from congress.models import Answer, Assistance, Delegate, Proposal, Rating, Seconding, Session
from members.models import GroupPlace, Member, UnionGroup
from unionoffice.areas import Foreseen, Scope
from unionoffice.dated import covering
from unionoffice.figures import percentage
from unionoffice.merging import twins
from unionoffice.periods import Period
from unionoffice.rules import rule
from unionoffice.workdays import add_workdays

REMINDED_FOR = timedelta(days=30)
"""How long after an answer those are reminded to rate it whose rating doesn't decide."""


def is_voting_delegate(member_id: int | None, on: date) -> bool:
    """Whether somebody is a delegate with a vote on that day."""
    return Delegate.objects.voting_on(on).filter(member=member_id).exists()


def delegates_speaking_for(unit: UnionGroup | None, on: date) -> QuerySet[Delegate]:
    """Voting delegates whom a union group sent or who belong to it; all where no unit is named."""
    voting = Delegate.objects.voting_on(on)
    if unit is None:
        return voting
    inside = GroupPlace.objects.held_on(on).filter(group=unit).values("member")
    return voting.filter(Q(group=unit) | Q(member__in=inside))


def unit_of(member: Member, on: date) -> UnionGroup | None:
    """The union group whose delegates can take up somebody's draft; None where it has none: then all are asked."""
    place = GroupPlace.objects.held_on(on).filter(member=member).select_related("group").first()
    if place is None or not delegates_speaking_for(place.group, on).exists():
        return None
    return place.group


def open_call(on: date) -> Session | None:
    """The session that takes proposals on that day; the one that closes first, should there be two."""
    return Session.objects.calling_on(on).select_related("term").order_by("call_to", "pk").first()


def nearest_calls(on: date) -> tuple[Session | None, Session | None]:
    """The session whose call ended last, and the one whose call begins next."""
    called = Session.objects.select_related("term").filter(call_from__isnull=False)
    past = called.filter(call_to__lt=on).order_by("-call_to").first()
    return past, called.filter(call_from__gt=on).order_by("call_from").first()


def seconders_needed(on: date) -> int:
    """How many delegates must stand behind a proposal before it can be filed (local rule)."""
    return int(rule("congress.seconders", on=on))


def seconders_of(proposal: Proposal) -> QuerySet[Any]:
    """Those who second the text as it stands."""
    return proposal.secondings.filter(status=SecondingStatus.SECONDED).select_related("member")


def answer_due(on: date) -> date:
    """The day by which a department must answer what it is given on `on` (local rule, in working days)."""
    return add_workdays(on, int(rule("congress.answer_days", on=on)))


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


def delegates_of_group(delegates: QuerySet[Delegate], group_id: int | None, on: date) -> QuerySet[Delegate]:
    """Delegates who belonged to a union group, or to one below it, on a day; all where no group is asked for."""
    if group_id is None:
        return delegates
    return delegates.filter(member__in=GroupPlace.objects.held_on(on).inside(group_id).values("member"))


def accepted_rate(proposals: QuerySet[Proposal]) -> Any:
    """立案率: of those received, what share was filed as a case of its own; in percent."""
    return percentage(proposals.filter(outcome=Outcome.ACCEPTED).count(), proposals.count())


def answered_rate(proposals: QuerySet[Proposal]) -> Any:
    """答复率: of the cases, what share has a signed answer; in percent."""
    cases = proposals.filter(outcome=Outcome.ACCEPTED)
    return percentage(cases.filter(answered_on__isnull=False).count(), cases.count())


def closed_rate(proposals: QuerySet[Proposal]) -> Any:
    """办结率: of the cases, what share is closed; in percent."""
    cases = proposals.filter(outcome=Outcome.ACCEPTED)
    return percentage(cases.filter(status=ProposalStatus.CLOSED).count(), cases.count())


def satisfied_rate(proposals: QuerySet[Proposal]) -> Any:
    """满意率: of the answers that proposers have rated, what share left them satisfied or mostly so; in percent."""
    rated = proposals.exclude(grade="")
    return percentage(rated.filter(grade__in=CONTENT).count(), rated.count())


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


def invited_to_second(member_id: int) -> QuerySet[Proposal]:
    """Proposals that somebody was asked to second, in the order of asking."""
    asked = Seconding.objects.filter(member=member_id, status=SecondingStatus.INVITED)
    return Proposal.objects.filter(status=ProposalStatus.SECONDING, secondings__in=asked).order_by("secondings__pk")


def waiting_to_be_taken_up(user: Any) -> QuerySet[Proposal]:
    """Drafts of others that ask this delegate, among those of the unit, to take them up."""
    offered = Proposal.objects.visible_to(user).filter(status=ProposalStatus.OFFERED)
    return offered.exclude(originator=user.member_id).order_by("pk")


def ready_to_file(member_id: int, on: date) -> QuerySet[Proposal]:
    """Somebody's proposals that have enough seconders, on a day on which proposals are taken."""
    mine = Proposal.objects.filter(proposer=member_id, status=ProposalStatus.SECONDING)
    if not mine.exists() or open_call(on) is None:
        return mine.none()
    seconded = Count("secondings", filter=Q(secondings__status=SecondingStatus.SECONDED))
    return mine.annotate(seconded=seconded).filter(seconded__gte=seconders_needed(on)).order_by("pk")


def owing_opinions(member_id: int) -> QuerySet[Proposal]:
    """Proposals that wait for the word of an assisting department which somebody heads."""
    owed = Assistance.objects.filter(department__head=member_id, opinion="")
    running = Proposal.objects.filter(status__in=(ProposalStatus.ASSIGNED, ProposalStatus.HANDLING))
    return running.filter(assistances__in=owed).distinct().order_by("due_on", "pk")


def double_delegacies(kept: Member, dropped: Member) -> list[tuple[Delegate, Delegate]]:
    """Delegacies of two records of one person in one term, where both hold on some day."""
    rows = Delegate.objects.select_related("term", "group")
    others = list(rows.filter(member=dropped))
    return [
        (mine, other)
        for mine in rows.filter(member=kept)
        for other in others
        if mine.term_id == other.term_id
        and mine.from_on <= (other.to_on or date.max)
        and other.from_on <= (mine.to_on or date.max)
    ]


def second_themselves(kept: Member, dropped: Member) -> QuerySet[Seconding]:
    """Secondings of a proposal that the other record of the same person made."""
    found = Q(pk__in=[])
    for author, seconder in ((kept, dropped), (dropped, kept)):
        found |= Q(member=seconder) & (Q(proposal__proposer=author) | Q(proposal__originator=author))
    return Seconding.objects.filter(found)


def foresee_merge(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    """What one person can't have done twice. Only numbers are told: whoever merges may not know the proposals."""
    for mine, other in double_delegacies(kept, dropped):
        if not mine.is_same_seat_as(other):
            sentence = _("两份档案在%(term)s同时是%(mine)s和%(other)s，请先结束其中一个，再合并。")
            told = {"term": mine.term, "mine": mine.seat, "other": other.seat}
            yield Foreseen(sentence % told, forbids=True)
    if count := second_themselves(kept, dropped).count():
        yield Foreseen(_("%(n)d次附议的是本人的提案，撤销附议。") % {"n": count})
    if count := len(twins(Seconding.objects.all(), kept, dropped, "proposal_id")):
        yield Foreseen(_("%(n)d件提案两份档案都在附议名单里，各留一次，已附议的优先。") % {"n": count})
    if count := len(twins(Rating.objects.all(), kept, dropped, "answer_id")):
        yield Foreseen(_("%(n)d份答复两份档案都评价过，各留一次，提案人的优先。") % {"n": count})
