"""Reads of departments and union groups: who leads them, and how many belong to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from members.enums import GONE, ServiceStatus, UnionStatus
from members.models import (
    Department,
    DepartmentHead,
    DepartmentPlace,
    GroupLeader,
    GroupPlace,
    Member,
    Tag,
    TagPlace,
    UnionGroup,
)


@dataclass(frozen=True)
class LedBy:
    """One place of a person with one of those who lead it."""

    unit: Department | UnionGroup
    post: str
    member: Member


def leaders_of(member: Member, on: date) -> list[LedBy]:
    """Who led the union group, the groups above it and the departments that somebody belonged to on a day.

    The person's own group first, heads before deputies; two queries for the places, two for who led them. They are
    named to whoever may see the person: whose group one is in, everybody is told.
    """
    return list(_leading_group(member, on)) + list(_leading_departments(member, on))


def _leading_group(member: Member, on: date) -> Iterator[LedBy]:
    places = GroupPlace.objects.held_on(on).select_related("group__parent__parent__parent")
    place = places.filter(member=member).first()
    group: UnionGroup | None = place.group if place is not None else None
    above = []
    while group is not None:
        above.append(group)
        group = group.parent
    led = GroupLeader.objects.held_on(on).filter(unit__in=above).select_related("member").defer(*_hidden())
    for unit in above:
        yield from (LedBy(unit, one.post, one.member) for one in led if one.unit_id == unit.pk)


def _leading_departments(member: Member, on: date) -> Iterator[LedBy]:
    places = DepartmentPlace.objects.held_on(on).filter(member=member).select_related("department")
    units = [place.department for place in places.order_by("-is_main", "department__order_key")]
    led = DepartmentHead.objects.held_on(on).filter(unit__in=units).select_related("member").defer(*_hidden())
    for unit in units:
        yield from (LedBy(unit, one.post, one.member) for one in led if one.unit_id == unit.pk)


def _hidden() -> Iterator[str]:
    return (f"member__{name}" for name in Member.SENSITIVE)


def people_below() -> dict[int, int]:
    """How many belong to each union group now, with those of the groups under it: two queries for all groups."""
    own = dict(GroupPlace.objects.here().order_by().values_list("group").annotate(Count("pk")))
    parents = dict(UnionGroup.objects.order_by().values_list("pk", "parent"))
    sizes = dict.fromkeys(parents, 0)
    for key, count in own.items():
        above: int | None = key
        while above is not None:
            sizes[above] += count
            above = parents[above]
    return sizes


def groups_wanting_leader() -> QuerySet[UnionGroup]:
    """Groups with people that nobody leads, or whose leader left, died or isn't in the union any more.

    A leader who retired is wanted on: a group of retired people has none other.
    """
    gone = Q(leader__service_status__in=GONE) | Q(leader__union_status=UnionStatus.NON_MEMBER)
    peopled = GroupPlace.objects.here().values("group")
    found: QuerySet[UnionGroup] = UnionGroup.objects.open().filter(Q(leader=None) | gone, pk__in=peopled)
    return found


def departments_wanting_head() -> QuerySet[Department]:
    """Departments whose head doesn't serve any more. One without a head may always have been so."""
    heads = Department.objects.open().filter(head__isnull=False)
    found: QuerySet[Department] = heads.exclude(head__service_status=ServiceStatus.IN_SERVICE)
    return found


def tagged(members: QuerySet[Member], tag: Tag, on: date) -> QuerySet[Member]:
    """Who bore a tag on a day."""
    return members.filter(Exists(TagPlace.objects.held_on(on).filter(member=OuterRef("pk"), tag=tag)))
