"""Moving many people at once, or one of them on a day that is told: departments, union groups, tags.

Each is one transaction in statements for all, whatever the number of people, and one entry in the trail of each
person who is moved. Who is there already is left alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from members.enums import GONE
from members.models import Department, DepartmentPlace, GroupPlace, Member, Tag, TagPlace, UnionGroup
from members.services.organisation import ensure_open
from unionoffice import audit
from unionoffice.batches import BATCH, in_batches
from unionoffice.dated import is_new_on
from unionoffice.refusal import Refused

NAMED = 5
"""People that a refusal names before it says how many there are."""


@dataclass(frozen=True)
class _Kind:
    """A kind of place: its rows, where they lead, and which of them stand in each other's way."""

    model: Any
    target: str
    label: str | Promise
    rivals: Callable[[Any], Q]
    """The rows that a person can't have beside one that leads to a target."""
    told: Any = None
    """What else a new row says."""

    def new(self, member_id: int, target: Any, on: date) -> Any:
        return self.model(member_id=member_id, **{self.target: target}, from_on=on, **(self.told or {}))

    def key_of(self, row: Any) -> int:
        key: int = getattr(row, f"{self.target}_id")
        return key


MAIN = _Kind(DepartmentPlace, "department", _("主要部门"), lambda _target: Q(is_main=True), {"is_main": True})
FURTHER = _Kind(DepartmentPlace, "department", _("其他部门"), lambda target: Q(department=target), {"is_main": False})
GROUP = _Kind(GroupPlace, "group", _("工会小组"), lambda _target: Q())
TAG = _Kind(TagPlace, "tag", _("标签"), lambda target: Q(tag=target))


@transaction.atomic
def move_to_department(
    members: QuerySet[Member], department: Department, *, on: date, today: date, by: Any, is_main: bool = True
) -> int:
    """Make a department everybody's main one from a day on, or a further one beside it; returns how many it changed.

    Where it was somebody's further one, it is that no more. Refuses a closed department, a day to come, people who
    left or died, and a day on which somebody's place was settled later.
    """
    ensure_open(department)
    people = _held(members, on, today)
    _refuse_gone(people)
    if not is_main:
        mains = DepartmentPlace.objects.current().filter(is_main=True, department=department)
        already = {place.member_id for place in _rows(mains, people)}
        people = [member for member in people if member.pk not in already]
        return _place(FURTHER, people, department, on=on, by=by, verb=_t("增加部门"))
    further = list(_rows(DepartmentPlace.objects.current().filter(is_main=False, department=department), people))
    _refuse_settled(FURTHER, further, {member.pk: member for member in people}, on)
    _close(FURTHER, further, on)
    return _place(MAIN, people, department, on=on, by=by, verb=_t("调整部门"))


@transaction.atomic
def leave_department(members: QuerySet[Member], department: Department, *, on: date, today: date, by: Any) -> int:
    """Let a further department be nobody's any more from a day on; returns how many it was. The main one is never
    ended but by another. Refuses a day to come, and one before somebody came there.
    """
    people = _held(members, on, today)
    return _leave(FURTHER, people, department, on=on, by=by, verb=_t("退出部门"), rows=Q(is_main=False))


@transaction.atomic
def move_to_group(members: QuerySet[Member], group: UnionGroup, *, on: date, today: date, by: Any) -> int:
    """Move people into a union group from a day on; returns how many it changed.

    Refuses a closed group, a day to come, people who left or died, and a day on which somebody's group was settled
    later.
    """
    ensure_open(group)
    people = _held(members, on, today)
    _refuse_gone(people)
    return _place(GROUP, people, group, on=on, by=by, verb=_t("调整工会小组"))


@transaction.atomic
def add_tag(members: QuerySet[Member], tag: Tag, *, on: date, today: date, by: Any) -> int:
    """Give people a tag from a day on; returns how many hadn't borne it.

    Refuses a day to come, people who left or died, and a day on which somebody bore it already, or bears it from
    later on.
    """
    people = _held(members, on, today)
    _refuse_gone(people)
    return _place(TAG, people, tag, on=on, by=by, verb=_t("加标签"))


@transaction.atomic
def remove_tag(members: QuerySet[Member], tag: Tag, *, on: date, today: date, by: Any) -> int:
    """Take a tag off people from a day on; returns how many bore it. Refuses a day to come, and one before somebody
    came to bear it.
    """
    return _leave(TAG, _held(members, on, today), tag, on=on, by=by, verb=_t("去标签"), rows=Q())


@transaction.atomic
def move_everybody(
    unit: Department | UnionGroup, target: Department | UnionGroup, *, on: date, today: date, by: Any
) -> int:
    """Move all who belong to a unit now into another of its kind, as where several are merged; returns how many.

    Whose further department it was gets the other as a further one. Groups below stay where they are. Refuses what
    moving the people would, and the unit itself as its target.
    """
    if unit == target:
        raise Refused(_t("不能转入原来的%(name)s，请另选一个。") % {"name": unit})
    here: Any = unit.places.here()
    if isinstance(target, UnionGroup):
        return move_to_group(_of(here), target, on=on, today=today, by=by)
    further = list(here.filter(is_main=False).values_list("member", flat=True))
    moved = move_to_department(_of(here.filter(is_main=True)), target, on=on, today=today, by=by)
    people = Member.objects.filter(pk__in=further)
    leave_department(people, unit, on=on, today=today, by=by)  # type: ignore[arg-type]
    return moved + move_to_department(people, target, on=on, today=today, by=by, is_main=False)


def _of(places: Any) -> QuerySet[Member]:
    return Member.objects.filter(pk__in=places.order_by().values("member"))


def _held(members: QuerySet[Member], on: date, today: date) -> list[Member]:
    """The people, their rows held until the transaction ends: nobody else moves them meanwhile."""
    if on > today:
        raise Refused(_t("日期不能晚于今天，请到那一天再办理。"))
    return list(members.order_by("pk").select_for_update().only("name", "service_status"))


def _refuse_gone(people: Sequence[Member]) -> None:
    gone = [member.name for member in people if member.service_status in GONE]
    if gone:
        raise Refused(_t("%(names)s已经调离或去世，不能办理。请先取消选择。") % {"names": _named(gone)})


def _place(kind: _Kind, people: Sequence[Member], target: Any, *, on: date, by: Any, verb: str) -> int:
    """Give everybody a place that leads to the target, ending what stands in its way."""
    rivals = kind.model.objects.filter(kind.rivals(target)).select_related(kind.target)
    rows = list(_rows(rivals.filter(Q(to_on=None) | Q(to_on__gte=on)), people))
    there = {row.member_id for row in rows if row.to_on is None and kind.key_of(row) == target.pk}
    movers = {member.pk: member for member in people if member.pk not in there}
    in_the_way = [row for row in rows if row.member_id in movers]
    _refuse_settled(kind, in_the_way, movers, on)
    before = {row.member_id: str(getattr(row, kind.target)) for row in in_the_way}
    _close(kind, in_the_way, on)
    kind.model.objects.bulk_create([kind.new(key, target, on) for key in movers], batch_size=BATCH)
    _tell(kind, movers, before, str(target), on=on, by=by, verb=verb)
    return len(movers)


def _leave(kind: _Kind, people: Sequence[Member], target: Any, *, on: date, by: Any, verb: str, rows: Q) -> int:
    """End everybody's place that leads to the target, without another."""
    current = kind.model.objects.current().filter(rows, **{kind.target: target})
    ended = list(_rows(current, people))
    of = {row.member_id for row in ended}
    leavers = {member.pk: member for member in people if member.pk in of}
    _refuse_settled(kind, ended, leavers, on)
    _close(kind, ended, on)
    _tell(kind, leavers, dict.fromkeys(leavers, str(target)), "", on=on, by=by, verb=verb)
    return len(leavers)


def _refuse_settled(kind: _Kind, rows: Sequence[Any], people: dict[int, Member], on: date) -> None:
    """A day is settled once: what begins after it or was ended on it or later isn't pushed aside."""
    settled = (row for row in rows if row.to_on is not None or (row.from_on is not None and row.from_on > on))
    if late := [people[row.member_id].name for row in settled]:
        raise Refused(
            _t("%(names)s在这一天之后已经登记过%(what)s，请改用晚一些的日期。")
            % {"names": _named(late), "what": kind.label}
        )


def _close(kind: _Kind, rows: Sequence[Any], on: date) -> None:
    """End rows on the day before; those that would have held on no day go."""
    for batch in in_batches([row.pk for row in rows if is_new_on(row, on)]):
        kind.model.objects.filter(pk__in=batch).delete()
    for batch in in_batches([row.pk for row in rows if not is_new_on(row, on)]):
        kind.model.objects.filter(pk__in=batch).update(to_on=on - timedelta(days=1))


def _tell(
    kind: _Kind, people: dict[int, Member], before: dict[int, str], after: str, *, on: date, by: Any, verb: str
) -> None:
    """One entry for each person: from where to where, since when."""
    since = str(_t("自何日起"))
    changes = {key: {str(kind.label): [before.get(key, ""), after], since: ["", on.isoformat()]} for key in people}
    audit.record_many(people.values(), verb=verb, by=by, changes=changes)


def _rows(places: QuerySet[Any], people: Sequence[Member]) -> Iterator[Any]:
    for batch in in_batches([member.pk for member in people]):
        yield from places.filter(member__in=batch)


def _named(names: Sequence[str]) -> str:
    if len(names) <= NAMED:
        return "、".join(names)
    return _t("%(first)s等%(n)d人") % {"first": "、".join(names[:NAMED]), "n": len(names)}
