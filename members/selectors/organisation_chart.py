"""The union as a chart, and who held what on a day."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from members.enums import CommitteeKind
from members.models import (
    Committee,
    CommitteeTerm,
    DepartmentHead,
    GroupLeader,
    Member,
    OfficeHolding,
    RoleGrant,
    UnionGroup,
)
from unionoffice.dated import holds_on
from unionoffice.roles import Role


@dataclass(frozen=True)
class Seat:
    """Somebody in a post, with what is theirs to look after."""

    post: str
    member: Member


@dataclass(frozen=True)
class CommitteeBox:
    """A committee as it stood on a day, the chair first."""

    name: str
    term: CommitteeTerm
    seats: tuple[Seat, ...]


@dataclass(frozen=True)
class GroupBox:
    """A union group with who led it on a day, and the groups under it."""

    group: UnionGroup
    seats: tuple[Seat, ...]
    children: "tuple[GroupBox, ...]"


@dataclass(frozen=True)
class Chart:
    """The union on a day: its own committee, the others, and the groups that stand directly under the union."""

    union: CommitteeBox | None
    others: tuple[CommitteeBox, ...]
    groups: tuple[GroupBox, ...]


def organisation_chart(on: date) -> Chart:
    """Every committee that had a term by that day, and every group that there was: a few queries however many."""
    boxes = [(committee, _box(committee, on)) for committee in Committee.objects.with_terms().in_order_of_kind()]
    union = next((box for committee, box in boxes if box and committee.kind == CommitteeKind.UNION), None)
    others = tuple(box for _committee, box in boxes if box is not None and box is not union)
    return Chart(union, others, _groups(on))


def _box(committee: Committee, on: date) -> CommitteeBox | None:
    term = committee.term_on(on)
    if term is None:
        return None
    held = (office for office in term.offices.all() if holds_on(office, on))
    return CommitteeBox(committee.name, term, tuple(Seat(office.title, office.member) for office in held))


def _groups(on: date) -> tuple[GroupBox, ...]:
    there = [group for group in UnionGroup.objects.all() if holds_on(group, on)]
    led = GroupLeader.objects.held_on(on).with_member().order_by("unit_id", "is_deputy", "pk")
    leaders = {key: tuple(Seat(one.post, one.member) for one in rows) for key, rows in groupby(led, _unit_id)}
    known = {group.pk for group in there}

    def under(parent: int | None) -> tuple[GroupBox, ...]:
        return tuple(
            GroupBox(group, leaders.get(group.pk, ()), under(group.pk))
            for group in there
            if (group.parent_id if group.parent_id in known else None) == parent
        )

    return under(None)


def _unit_id(row: Any) -> int:
    return int(row.unit_id)


def offices_on(on: date) -> list[OfficeHolding]:
    """Who held which office on a day, committee by committee, the chair first."""
    held = OfficeHolding.objects.held_on(on).in_order_of_post().select_related("member", "term__committee")
    order = list(CommitteeKind)
    return sorted(
        held.defer(*Member.secrets_of("member")),
        key=lambda office: (order.index(CommitteeKind(office.term.committee.kind)), office.term_id),
    )


def leaders_on(on: date) -> list[Any]:
    """Who headed a department or led a union group on a day."""
    found: list[Any] = []
    for model in (DepartmentHead, GroupLeader):
        rows = model.objects.held_on(on).with_member().select_related("unit")
        found += rows.order_by("unit__order_key", "is_deputy", "pk")
    return found


def grants_on(on: date) -> list[RoleGrant]:
    """Which roles in the system were given to whom on a day, the highest first."""
    order = list(Role)
    rows = RoleGrant.objects.held_on(on).select_related("account").order_by("account__employee_no")
    return sorted(rows, key=lambda row: order.index(Role(row.role)))
