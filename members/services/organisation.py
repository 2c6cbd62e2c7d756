"""Departments and union groups, and where one person belongs.

A change of place closes the old row the day before and opens a new one; a row that would have to end before it began
never held: its target is corrected instead. Many people are moved at once in `members.services.moves`.
"""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.enums import DepartmentKind
from members.models import Department, DepartmentPlace, GroupPlace, Member, UnionGroup
from members.models.units import LEVELS
from members.services.leaders import end_all_leading
from unionoffice import audit
from unionoffice.dated import end_before, is_new_on
from unionoffice.days import in_full
from unionoffice.refusal import Refused
from unionoffice.states import lock

Unit = Department | UnionGroup


@transaction.atomic
def save_department(
    department: Department,
    *,
    name: str,
    kind: DepartmentKind,
    position: int,
    from_on: date | None = None,
    by: Any,
    on: date,
) -> Department:
    """Set a department up or correct it; refuses a name that is taken, and a first day to come."""
    if department.pk is not None:
        lock(department)
    _ensure_free(Department, name, department)
    _ensure_begun(department, from_on, on)
    department.name, department.kind, department.position, department.from_on = name, kind, position, from_on
    with audit.deed("", by=by):
        department.save()
    return department


@transaction.atomic
def save_group(
    group: UnionGroup,
    *,
    name: str,
    parent: UnionGroup | None,
    position: int,
    from_on: date | None = None,
    by: Any,
    on: date,
) -> UnionGroup:
    """Set a union group up or correct it. Who leads the group above sees the records of its people from now on.

    Refuses a name that is taken, a first day to come, a group above that stands below or was closed, and more levels
    than there may be.
    """
    # All of them, few as they are: two groups moved at the same moment must not end up under each other.
    groups = {one.pk: one for one in UnionGroup.objects.select_for_update()}
    if group.pk is not None:
        group.refresh_from_db()
    _ensure_free(UnionGroup, name, group)
    _ensure_begun(group, from_on, on)
    _ensure_above(group, parent, groups)
    group.name, group.position, group.from_on = name, position, from_on
    group.parent = groups[parent.pk] if parent is not None else None
    with audit.deed("", by=by):
        group.save()
    _put_below_in_place(group, groups)
    return group


def _ensure_free(model: type[Unit], name: str, record: Unit) -> None:
    if model.objects.filter(name=name).exclude(pk=record.pk).exists():
        raise Refused(_("已经有“%(name)s”，请换一个名称。") % {"name": name})


def _ensure_begun(unit: Unit, from_on: date | None, on: date) -> None:
    if from_on is not None and (from_on > on or (unit.to_on is not None and from_on > unit.to_on)):
        raise Refused(_("设立日期不能晚于今天，也不能晚于撤销日期，请核对。"))


def _ensure_above(group: UnionGroup, parent: UnionGroup | None, groups: dict[int, UnionGroup]) -> None:
    above = groups.get(parent.pk) if parent is not None else None
    if above is not None and not above.is_open and group.parent_id != above.pk:
        raise Refused(_("“%(name)s”已经撤销，不能再设下级小组。") % {"name": above})
    levels = 1 + _depth_below(group, groups)
    while above is not None:
        if above.pk == group.pk:
            raise Refused(_("上级不能是这个小组自己或它下面的小组，请重新选择。"))
        above = groups.get(above.parent_id) if above.parent_id is not None else None
        levels += 1
    if levels > LEVELS:
        raise Refused(_("工会小组最多分%(n)d级，请选择高一些的上级。") % {"n": LEVELS})


def _below(group: UnionGroup, groups: dict[int, UnionGroup]) -> list[UnionGroup]:
    return [one for one in groups.values() if group.pk is not None and one.parent_id == group.pk]


def _depth_below(group: UnionGroup, groups: dict[int, UnionGroup]) -> int:
    return max((1 + _depth_below(one, groups) for one in _below(group, groups)), default=0)


def _put_below_in_place(group: UnionGroup, groups: dict[int, UnionGroup]) -> None:
    """What stands under a group goes with it. Nothing is known of it that wasn't: neither version nor trail tells."""
    for one in _below(group, groups):
        one.parent = group
        one.make_order_key()
        UnionGroup.objects.filter(pk=one.pk).update(order_key=one.order_key, level=one.level)
        _put_below_in_place(one, groups)


@transaction.atomic
def close_unit(unit: Unit, *, on: date, today: date, by: Any) -> Unit:
    """撤销: from the day after `on`, its last, a unit is chosen for nothing more; what it was stays.

    Who leads it leads it until that day. Refuses while people or groups belong to it, a day to come, and a day before
    somebody came to belong to it, left it or began to lead it.
    """
    lock(unit)
    if not unit.is_open:
        raise Refused(_("“%(name)s”已经撤销。请刷新页面查看最新情况。") % {"name": unit})
    if on > today or (unit.from_on is not None and on < unit.from_on):
        raise Refused(_("撤销日期不能晚于今天，也不能早于设立日期，请核对。"))
    _ensure_empty(unit)
    last_on = unit.places.filter(to_on__gt=on).order_by("-to_on").values_list("to_on", flat=True).first()
    if last_on is not None:
        raise Refused(_("到%(day)s还有人在这里，撤销日期不能比这一天早。") % {"day": in_full(last_on)})
    with audit.deed(_("撤销"), by=by):
        end_all_leading(unit, on=on + timedelta(days=1))
        unit.to_on = on
        unit.save()
    return unit


def _ensure_empty(unit: Unit) -> None:
    here = unit.places.here().values("member").distinct().count()
    if here:
        raise Refused(_("“%(name)s”还有%(n)d人，请先把他们转到别处，再撤销。") % {"name": unit, "n": here})
    if isinstance(unit, UnionGroup) and unit.children.open().exists():
        raise Refused(_("“%(name)s”下面还有小组，请先撤销或移走它们。") % {"name": unit})


@transaction.atomic
def reopen_unit(unit: Unit, *, by: Any) -> Unit:
    """Take a closing back: people can be placed in the unit again. Who led it is named anew.

    Refuses one that is open, and a group under one that is closed.
    """
    lock(unit)
    if unit.is_open:
        raise Refused(_("“%(name)s”没有撤销。请刷新页面查看最新情况。") % {"name": unit})
    if isinstance(unit, UnionGroup) and unit.parent is not None and not unit.parent.is_open:
        raise Refused(_("上级“%(name)s”已经撤销，请先恢复上级。") % {"name": unit.parent})
    with audit.deed(_("恢复"), by=by):
        unit.to_on = None
        unit.save()
    return unit


@transaction.atomic
def place_in_department(member: Member, department: Department, *, by: Any, on: date) -> DepartmentPlace:
    """Make `department` the member's main one from a day on; where it was a further one, that ends.

    Refuses a closed one.
    """
    with audit.deed("调整部门", by=by):
        places = list(member.department_places.current().select_for_update())
        current = next((place for place in places if place.is_main), None)
        if current is not None and current.department_id == department.pk:
            return current
        ensure_open(department)
        for place in places:
            if place.department_id == department.pk:
                end_before(place, on)
        if current is not None:
            if is_new_on(current, on):
                current.department = department
                current.save()
                return current
            end_before(current, on)
        return DepartmentPlace.objects.create(member=member, department=department, from_on=on)


@transaction.atomic
def place_in_group(member: Member, group: UnionGroup, *, by: Any, on: date) -> GroupPlace:
    """Move the member into a union group from a day on; refuses a closed one."""
    with audit.deed("调整工会小组", by=by):
        current = member.group_places.current().select_for_update().first()
        if current is not None and current.group_id == group.pk:
            return current
        ensure_open(group)
        if current is not None:
            if is_new_on(current, on):
                current.group = group
                current.save()
                return current
            end_before(current, on)
        return GroupPlace.objects.create(member=member, group=group, from_on=on)


def ensure_open(unit: Unit) -> None:
    """Nobody is placed in a unit that was closed."""
    if not unit.is_open:
        raise Refused(_("“%(name)s”已经撤销，请另选一个。") % {"name": unit})
