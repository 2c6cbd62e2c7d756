"""Reads of departments and union groups: who leads them, and how many belong to them."""

from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from members.enums import GONE, ServiceStatus, UnionStatus
from members.models import (
    Department,
    GroupPlace,
    Member,
    Tag,
    TagPlace,
    UnionGroup,
)


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
