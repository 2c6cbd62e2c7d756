"""Departments and union groups, and where people belong.

A change of place closes the old row the day before and opens a new one; a row that would have to end before it began
never held: its target is corrected instead.
"""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.enums import DepartmentKind, ServiceStatus, UnionStatus
from members.models import Department, DepartmentPlace, GroupPlace, Member, UnionGroup
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def save_department(
    department: Department, *, name: str, kind: DepartmentKind, head: Member | None, by: Any
) -> Department:
    """Set a department up or correct it. Its head answers proposals from now on.

    Refuses a name that is taken, and naming a head who doesn't serve: one who no longer does stays until replaced.
    """
    if department.pk is not None:
        lock(department)
    _ensure_free(Department, name, department)
    if head is not None and head != department.head and head.service_status != ServiceStatus.IN_SERVICE:
        raise Refused(_("%(name)s不在职，不能担任负责人，请另选一位。") % {"name": head})
    department.name, department.kind, department.head = name, kind, head
    with audit.deed("", by=by):
        department.save()
    return department


@transaction.atomic
def save_group(
    group: UnionGroup, *, name: str, parent: UnionGroup | None, leader: Member | None, by: Any
) -> UnionGroup:
    """Set a union group up or correct it. Its leader sees the records of its people from now on.

    Refuses a name that is taken, naming a leader who isn't in the union, and a group above that stands below.
    """
    # All of them, few as they are: two groups moved at the same moment must not end up under each other.
    groups = {one.pk: one for one in UnionGroup.objects.select_for_update()}
    if group.pk is not None:
        group.refresh_from_db()
    _ensure_free(UnionGroup, name, group)
    _ensure_above(group, parent, groups)
    if leader is not None and leader != group.leader and leader.union_status == UnionStatus.NON_MEMBER:
        raise Refused(_("%(name)s不是会员，不能担任组长，请另选一位。") % {"name": leader})
    group.name, group.parent, group.leader = name, parent, leader
    with audit.deed("", by=by):
        group.save()
    return group


def _ensure_free(model: type[Department] | type[UnionGroup], name: str, record: Department | UnionGroup) -> None:
    if model.objects.filter(name=name).exclude(pk=record.pk).exists():
        raise Refused(_("已经有“%(name)s”，请换一个名称。") % {"name": name})


def _ensure_above(group: UnionGroup, parent: UnionGroup | None, groups: dict[int, UnionGroup]) -> None:
    above = groups.get(parent.pk) if parent is not None else None
    while above is not None:
        if above.pk == group.pk:
            raise Refused(_("上级不能是这个小组自己或它下面的小组，请重新选择。"))
        above = groups.get(above.parent_id) if above.parent_id is not None else None


@transaction.atomic
def place_in_department(member: Member, department: Department, *, by: Any, on: date) -> DepartmentPlace:
    """Make `department` the member's main one from a day on."""
    with audit.deed("调整部门", by=by):
        current = member.department_places.current().select_for_update().filter(is_main=True).first()
        if current is not None:
            if current.department == department:
                return current
            if current.is_new_on(on):
                current.department = department
                current.save()
                return current
            _end(current, on)
        return DepartmentPlace.objects.create(member=member, department=department, from_on=on)


@transaction.atomic
def place_in_group(member: Member, group: UnionGroup, *, by: Any, on: date) -> GroupPlace:
    """Move the member into a union group from a day on."""
    with audit.deed("调整工会小组", by=by):
        current = member.group_places.current().select_for_update().first()
        if current is not None:
            if current.group == group:
                return current
            if current.is_new_on(on):
                current.group = group
                current.save()
                return current
            _end(current, on)
        return GroupPlace.objects.create(member=member, group=group, from_on=on)


def _end(place: DepartmentPlace | GroupPlace, on: date) -> None:
    place.to_on = on - timedelta(days=1)
    place.save()
