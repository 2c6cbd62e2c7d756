"""Reads of terms, sessions and delegates."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from congress.enums import Assembly, Body
from congress.models import Delegate, Session, Term
from members.models import GroupPlace, Member, UnionGroup


def electors(body: Body, on: date) -> QuerySet[Member]:
    """All who work here on contract, or all members of the union: those whom the congress of a body stands for.

    Retained members and temporary staff aren't among them.
    """
    return Member.objects.counted_in_rate_on(on) if body == Body.STAFF else Member.objects.union_members_on(on)


def voters_of(term: Term, on: date) -> QuerySet[Member]:
    """Everybody who has a vote in a term's congress on a day: delegates, or all electors where everybody meets."""
    if term.assembly == Assembly.EVERYBODY:
        return electors(Body(term.body), on)
    voting = Delegate.objects.voting_on(on).filter(term=term)
    return Member.objects.filter(pk__in=voting.values("member"))


def running_term(body: Body, on: date) -> Term | None:
    """The term of a body that runs on a day."""
    return Term.objects.running_on(on).filter(body=body).first()


def is_voting_delegate(member_id: int | None, on: date) -> bool:
    """Whether somebody has a vote in the staff congress on that day."""
    if member_id is None:
        return False
    seated = Exists(Delegate.objects.voting_on(on).filter(term=OuterRef("pk"), member=member_id))
    everybody = Q(assembly=Assembly.EVERYBODY) & Exists(electors(Body.STAFF, on).filter(pk=member_id))
    return Term.objects.running_on(on).filter(seated | everybody, body=Body.STAFF).exists()


def delegates_speaking_for(unit: UnionGroup | None, on: date) -> QuerySet[Delegate]:
    """Voting delegates whom a union group sent or who belong to it; all where no unit is named."""
    voting = Delegate.objects.voting_on(on).filter(term__body=Body.STAFF)
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
    return Session.objects.of_staff().calling_on(on).select_related("term").order_by("call_to", "pk").first()


def nearest_calls(on: date) -> tuple[Session | None, Session | None]:
    """The session whose call ended last, and the one whose call begins next."""
    called = Session.objects.of_staff().select_related("term").filter(call_from__isnull=False)
    past = called.filter(call_to__lt=on).order_by("-call_to").first()
    return past, called.filter(call_from__gt=on).order_by("call_from").first()


def delegates_of_group(delegates: QuerySet[Delegate], group_id: int | None, on: date) -> QuerySet[Delegate]:
    """Delegates who belonged to a union group, or to one below it, on a day; all where no group is asked for."""
    if group_id is None:
        return delegates
    return delegates.filter(member__in=GroupPlace.objects.held_on(on).inside(group_id).values("member"))
