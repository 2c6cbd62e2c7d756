"""Reads of terms and delegates."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from congress.enums import Assembly, Body
from congress.models import Delegate, Delegation, Term
from congress.models.voters import electors, voters_of
from members.models import GroupPlace, Member, UnionGroup


def running_term(body: Body, on: date) -> Term | None:
    """The term of a body that runs on a day."""
    return Term.objects.running_on(on).filter(body=body).first()


def is_voting_delegate(member_id: int | None, on: date) -> bool:
    """Whether somebody has a vote in the staff congress on that day."""
    if member_id is None:
        return False
    seats = Delegate.objects.voting_on(on).filter(term=OuterRef("pk"), member=member_id)
    terms = Term.objects.running_on(on).filter(body=Body.STAFF).values_list("assembly", Exists(seats))
    return any(sits or _is_elector(member_id, Assembly(assembly), on) for assembly, sits in terms)


def _is_elector(member_id: int, assembly: Assembly, on: date) -> bool:
    """Whether everybody meets, and somebody is one of them: asked of few schools, though on each of their pages."""
    return assembly == Assembly.EVERYBODY and electors(Body.STAFF, on).filter(pk=member_id).exists()


def members_speaking_for(unit: UnionGroup | None, on: date) -> QuerySet[Member]:
    """Who votes in the staff congress and was sent by a union group or belongs to it; all where none is named."""
    term = running_term(Body.STAFF, on)
    if term is None:
        return Member.objects.none()
    voting = voters_of(term, on)
    if unit is None:
        return voting
    inside = GroupPlace.objects.held_on(on).filter(group=unit).values("member")
    sent = Delegate.objects.voting_on(on).filter(term=term, group=unit).values("member")
    return voting.filter(Q(pk__in=inside) | Q(pk__in=sent))


def delegation_of(member: Member, on: date) -> Delegation | None:
    """The delegation in which somebody sits in the staff congress with a vote, if there are any."""
    seats = Delegate.objects.voting_on(on).filter(term__body=Body.STAFF, member=member)
    seat = seats.select_related("delegation").first()
    return seat.delegation if seat else None


def unit_of(member: Member, on: date) -> UnionGroup | None:
    """The union group whose delegates can take up somebody's draft; None where it has none: then all are asked."""
    place = GroupPlace.objects.held_on(on).filter(member=member).select_related("group").first()
    if place is None or not members_speaking_for(place.group, on).exists():
        return None
    return place.group


def delegates_of_group(delegates: QuerySet[Delegate], group_id: int | None, on: date) -> QuerySet[Delegate]:
    """Delegates who belonged to a union group, or to one below it, on a day; all where no group is asked for."""
    if group_id is None:
        return delegates
    return delegates.filter(member__in=GroupPlace.objects.held_on(on).inside(group_id).values("member"))
