"""Reads of people, where they belong and which roles they hold."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Value

from members.enums import ServiceStatus, UnionStatus
from members.models import (
    Account,
    Department,
    DepartmentPlace,
    GroupPlace,
    Member,
    RoleGrant,
    StatusChange,
    UnionGroup,
)
from unionoffice.dated import covering
from unionoffice.figures import percentage
from unionoffice.roles import Role


def with_current_places(members: QuerySet[Member]) -> QuerySet[Member]:
    """Members with `current_departments` and `current_groups`, one query each for the whole page."""
    departments = DepartmentPlace.objects.current().select_related("department").order_by("-is_main")
    groups = GroupPlace.objects.current().select_related("group")
    return members.prefetch_related(
        Prefetch("department_places", departments, to_attr="current_departments"),
        Prefetch("group_places", groups, to_attr="current_groups"),
    )


def in_department(members: QuerySet[Member], department: Any) -> QuerySet[Member]:
    """Who belongs to the department now."""
    return members.filter(
        Exists(DepartmentPlace.objects.current().filter(member=OuterRef("pk"), department=department))
    )


def in_group(members: QuerySet[Member], group: UnionGroup) -> QuerySet[Member]:
    """Who belongs to the union group now."""
    return members.filter(Exists(GroupPlace.objects.current().filter(member=OuterRef("pk"), group=group)))


def was_in_group(group_id: int, *, day: str) -> Exists:
    """A condition on rows about a member: the member belonged to the group on the day in the row's field `day`."""
    places = GroupPlace.objects.filter(covering(OuterRef(day)), member=OuterRef("member_id"), group_id=group_id)
    return Exists(places)


def changes_between(kind: str, start: date, end: date, *, group_id: int | None = None) -> QuerySet[StatusChange]:
    """Changes of one kind within some days; with a group, of those who belonged to it on the day of the change."""
    changes = StatusChange.objects.filter(kind=kind, on__range=(start, end))
    if group_id is None:
        return changes
    return changes.filter(was_in_group(group_id, day="on"))


def membership_rate(counted: QuerySet[Member]) -> Decimal:
    """Full members in percent of `counted`, by the status of the day they were asked for, else today's."""
    status = "union_on" if "union_on" in counted.query.annotations else "union_status"
    return percentage(counted.filter(**{status: UnionStatus.MEMBER}).count(), counted.count())


def granted_roles(account: Any, on: date) -> list[str]:
    """Roles given to the account that are in force on a day."""
    return list(RoleGrant.objects.held_on(on).filter(account=account).values_list("role", flat=True))


def roles_in_organisation(member_id: int) -> list[str]:
    """What follows from leading a union group or heading a department now; by key, since every request asks it."""
    leads = UnionGroup.objects.filter(leader=member_id).order_by().values_list(Value(Role.GROUP_LEADER.value))
    heads = Department.objects.filter(head=member_id).order_by().values_list(Value(Role.DEPARTMENT_HEAD.value))
    return [role for (role,) in leads.union(heads)]


def visitable_members(user: Any) -> QuerySet[Member]:
    """Those whom the user may ask something for, by name: not those who left, as far as they are visible."""
    return (
        Member.objects.visible_to(user)
        .exclude(service_status=ServiceStatus.LEFT)
        .only("name", "employee_no", "pinyin", "initials")
        .order_by("pinyin", "employee_no")
    )


def holder_of(role: Role, on: date) -> Account:
    """Whoever holds a given role on a day; Account.DoesNotExist where nobody does."""
    grants = RoleGrant.objects.held_on(on).filter(role=role)
    return Account.objects.filter(grants__in=grants).order_by("pk").distinct().get()


def colleagues() -> QuerySet[Member]:
    """Everybody who serves or has retired, by name and number alone: for who notes the presence of whoever comes."""
    return (
        Member.objects.exclude(service_status__in=(ServiceStatus.LEFT, ServiceStatus.DEAD))
        .only("name", "employee_no", "pinyin", "initials")
        .order_by("pinyin", "employee_no")
    )
