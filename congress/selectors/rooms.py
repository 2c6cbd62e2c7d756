"""The roll of a sitting: everybody who is expected or came, by delegation, with where they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from congress.enums import DelegateKind, LeaveStatus, Standing
from congress.models import Delegate, Exit, Leave, Sitting
from congress.selectors.sittings import door_of, hall
from members.enums import AttendanceState, AttendanceWay
from members.models import Attendance, Member
from members.selectors import name_places

STANDINGS = {
    AttendanceState.PRESENT: Standing.PRESENT,
    AttendanceState.ON_LEAVE: Standing.ON_LEAVE,
    AttendanceState.ABSENT: Standing.ABSENT,
}


@dataclass(frozen=True)
class RoomLine:
    """Somebody on the roll: with a vote (`is_due`), attending or invited, or come without being expected."""

    member: Member
    is_due: bool
    kind: str
    """正式代表, 会员代表, 列席代表…, all that the person is where two bodies meet; empty for who is no delegate."""
    unit: str
    place: int
    attendance: Attendance | None
    exit: Exit | None
    leave: Leave | None

    @property
    def standing(self) -> Standing:
        """Where the person is; who has leave and wasn't seen is on leave."""
        if self.attendance is None:
            granted = self.leave is not None and self.leave.status == LeaveStatus.GRANTED
            return Standing.ON_LEAVE if granted else Standing.MISSING
        here = STANDINGS[AttendanceState(self.attendance.state)]
        return Standing.LEFT if here == Standing.PRESENT and self.exit is not None else here

    @property
    def came(self) -> bool:
        """Whether the person was there, gone since or not."""
        return self.standing in (Standing.PRESENT, Standing.LEFT)

    @property
    def kind_label(self) -> str:
        """What the person is; nothing where everybody meets; 来宾 for who came without being expected."""
        return self.kind or ("" if self.is_due else _("来宾"))

    @property
    def way_label(self) -> str:
        """How the office knows that the person came."""
        return str(AttendanceWay(self.attendance.way).label) if self.attendance is not None else ""


@dataclass(frozen=True)
class RoomUnit:
    """One delegation, or those beside the delegates."""

    name: str
    lines: tuple[RoomLine, ...]

    @property
    def came(self) -> int:
        """How many of them are or were there."""
        return sum(line.came for line in self.lines)


@dataclass(frozen=True)
class Room:
    """The whole roll, counted."""

    lines: tuple[RoomLine, ...]

    @cached_property
    def due(self) -> tuple[RoomLine, ...]:
        """Those who count for the quorum."""
        return tuple(line for line in self.lines if line.is_due)

    @cached_property
    def guests(self) -> tuple[RoomLine, ...]:
        """列席, 特邀 and whoever else came: in neither count."""
        return tuple(line for line in self.lines if not line.is_due)

    def count(self, standing: Standing) -> int:
        """How many of those due are there, gone, on leave…"""
        return sum(line.standing == standing for line in self.due)

    def units(self, standing: str = "") -> list[RoomUnit]:
        """Those due, by delegation, all of them or those who stand so."""
        return units_of(line for line in self.due if standing in ("", line.standing))


def units_of(lines: Iterable[RoomLine]) -> list[RoomUnit]:
    """Lines by delegation, in the order of delegations, those without one last."""
    ordered = sorted(lines, key=lambda line: (not line.unit, line.place, line.unit))
    return [RoomUnit(name, tuple(inside)) for name, inside in groupby(ordered, key=lambda line: line.unit)]


def room(sitting: Sitting) -> Room:
    """Everybody expected in the room or seen there, by 姓氏笔画 within each kind; a fixed number of statements."""
    seats = _seats(sitting)
    door = door_of(sitting)
    seen = {row.member_id: row for row in door.attendances.all()} if door is not None else {}
    gone = Exit.objects.filter(attendance__in=[row.pk for row in seen.values()], returned_at=None)
    exits = {row.attendance_id: row for row in gone}
    leaves = {row.member_id: row for row in Leave.objects.filter(sitting=sitting.hall_id)}
    due = set(sitting.people_due().order_by().values_list("pk", flat=True))
    people = Member.objects.filter(pk__in=due | seats.keys() | seen.keys()).defer(*Member.SENSITIVE)
    members: list[Any] = list(people.in_stroke_order(sitting.day))
    name_places(members, sitting.day)
    lines = []
    for member in members:
        held, row = seats.get(member.pk, []), seen.get(member.pk)
        unit, place = _unit_of(held[0]) if held else (member.group_name or member.department_names, 0)
        left = exits.get(row.pk) if row is not None else None
        kind = "、".join(seat.kind_name for seat in held)
        lines.append(RoomLine(member, member.pk in due, kind, unit, place, row, left, leaves.get(member.pk)))
    return Room(tuple(lines))


def _unit_of(seat: Delegate) -> tuple[str, int]:
    """The delegation's name, and its place among the others."""
    found = seat.delegation or seat.constituency or seat.group
    return seat.unit, found.position if found is not None else 0


def _seats(sitting: Sitting) -> dict[int, list[Delegate]]:
    """The delegates of those who meet. Of the seats of one person those with a vote are told, the one of the body
    that keeps attendance first: there the person is looked for on the roll.
    """
    terms = [one.session.term_id for one in hall(sitting) if one.session is not None]
    seats = Delegate.objects.in_force_on(sitting.day).filter(term__in=terms)
    found: dict[int, list[Delegate]] = {}
    along = seats.select_related("delegation", "constituency", "group", "term")
    for seat in sorted(along, key=lambda one: (one.kind != DelegateKind.VOTING, terms.index(one.term_id))):
        held = found.setdefault(seat.member_id, [])
        if not held or seat.kind == DelegateKind.VOTING:
            held.append(seat)
    return found
