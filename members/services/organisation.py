"""Where people belong: a change closes the old row the day before and opens a new one.

A row that would have to end before it began never held: its target is corrected instead.
"""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from members.models import Department, DepartmentPlace, GroupPlace, Member, UnionGroup
from unionoffice import audit


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
