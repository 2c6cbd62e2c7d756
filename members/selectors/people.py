"""Reads of people, where they belong and which roles they hold."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet, Value

from members.enums import HERE, ServiceStatus, UnionStatus
from members.models import (
    Account,
    Department,
    DepartmentPlace,
    GroupPlace,
    Member,
    RoleGrant,
    RosterImport,
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


def name_places(members: Sequence[Any], on: date | None = None) -> None:
    """Give each member of a page `department_names`, the main one first, and `group_name`, of today or of a day.

    Two queries without a record made for any place: a list asks it for every page.
    """
    departments = _names_by_member(DepartmentPlace, members, on, "department__name", "-is_main", "from_on", "pk")
    groups = _names_by_member(GroupPlace, members, on, "group__name", "from_on", "pk")
    for member in members:
        member.department_names = "、".join(departments.get(member.pk, ()))
        member.group_name = "、".join(groups.get(member.pk, ()))


def _names_by_member(
    places: type[DepartmentPlace | GroupPlace], members: Sequence[Any], on: date | None, name: str, *order: str
) -> dict[int, list[str]]:
    held = places.objects.current() if on is None else places.objects.held_on(on)
    found: dict[int, list[str]] = {}
    wanted = held.filter(member__in=[member.pk for member in members]).order_by(*order)
    for member_id, text in wanted.values_list("member_id", name):
        found.setdefault(member_id, []).append(text)
    return found


def in_department(members: QuerySet[Member], department: Any, *, on: date | None = None) -> QuerySet[Member]:
    """Who belongs to the department now, or belonged to it on a day."""
    places = DepartmentPlace.objects.held_on(on) if on else DepartmentPlace.objects.here()
    return members.filter(Exists(places.filter(member=OuterRef("pk"), department=department)))


def in_group(members: QuerySet[Member], group: UnionGroup) -> QuerySet[Member]:
    """Who belongs to the union group, or to one below it, now."""
    return members.filter(Exists(GroupPlace.objects.here().inside(group.pk).filter(member=OuterRef("pk"))))


def was_in_group(group_id: int, *, day: str) -> Exists:
    """A condition on rows about a member: on the day in the row's field `day` the member belonged to the group, or to
    one below it."""
    places = GroupPlace.objects.inside(group_id).filter(covering(OuterRef(day)), member=OuterRef("member_id"))
    return Exists(places)


def changes_between(start: date, end: date, *, group_id: int | None = None) -> QuerySet[StatusChange]:
    """Changes within some days; with a group, of those who belonged to it on the day of the change."""
    changes = StatusChange.objects.filter(on__range=(start, end))
    if group_id is None:
        return changes
    return changes.filter(was_in_group(group_id, day="on"))


def people_changed(start: date, end: date, *, group_id: int | None = None) -> dict[str, int]:
    """How many people each kind of change befell within some days."""
    changes = changes_between(start, end, group_id=group_id).order_by()
    return dict(changes.values_list("kind").annotate(people=Count("member", distinct=True)))


def membership_rate(counted: QuerySet[Member]) -> Decimal:
    """Full members in percent of `counted`, by the status of the day they were asked for, else today's."""
    status = "union_on" if "union_on" in counted.query.annotations else "union_status"
    return percentage(counted.filter(**{status: UnionStatus.MEMBER}).count(), counted.count())


def granted_roles(account: Any, on: date) -> list[str]:
    """Roles given to the account that are in force on a day."""
    return list(RoleGrant.objects.held_on(on).filter(account=account).values_list("role", flat=True))


def grants_by_role(on: date) -> dict[str, list[RoleGrant]]:
    """Who holds each given role on a day or will later, longest first."""
    found: dict[str, list[RoleGrant]] = {}
    for grant in RoleGrant.objects.held_from(on).select_related("account").order_by("from_on", "account__name"):
        found.setdefault(grant.role, []).append(grant)
    return found


def lacking_account(members: QuerySet[Member]) -> QuerySet[Member]:
    """Those who could be given an account: they have none and still belong to the school."""
    return members.filter(account=None, service_status__in=HERE)


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


def holders_of(*roles: Role, on: date) -> QuerySet[Account]:
    """Everybody who was given one of some roles and holds it on a day."""
    grants = RoleGrant.objects.held_on(on).filter(role__in=roles)
    return Account.objects.filter(Exists(grants.filter(account=OuterRef("pk"))), is_active=True)


def people_of_import(record: RosterImport) -> QuerySet[Member]:
    """Who was entered by a roster and is still there: who opens accounts for all of them begins here."""
    return Member.objects.filter(came_with=record)


def colleagues() -> QuerySet[Member]:
    """Everybody who serves or has retired, by name and number alone: for who notes the presence of whoever comes."""
    return (
        Member.objects.exclude(service_status__in=(ServiceStatus.LEFT, ServiceStatus.DEAD))
        .only("name", "employee_no", "pinyin", "initials")
        .order_by("pinyin", "employee_no")
    )
