"""Writing a checked roster: all of it in one short transaction, in bulk."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from members.enums import AFTER_CHANGE, ChangeKind, DepartmentKind, ServiceStatus, UnionStatus
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
from members.services.accounts import adopt_account, follow_service
from members.services.changes import first_changes
from unionoffice import audit
from unionoffice.batches import BATCH, in_batches
from unionoffice.dated import is_new_on
from unionoffice.refusal import Refused
from unionoffice.sheets.journal import Journal
from unionoffice.strokes import own_orders

KIND_OF_SERVICE: dict[str, ChangeKind] = {
    ServiceStatus.IN_SERVICE: ChangeKind.RETURNED,
    ServiceStatus.RETIRED: ChangeKind.RETIRED,
    ServiceStatus.RETIRED_CADRE: ChangeKind.RETIRED,
    ServiceStatus.LEFT: ChangeKind.LEFT,
    ServiceStatus.DEAD: ChangeKind.DIED,
}
KIND_OF_UNION: dict[Any, ChangeKind] = {
    UnionStatus.MEMBER: ChangeKind.JOINED,
    UnionStatus.NON_MEMBER: ChangeKind.RESIGNED,
    UnionStatus.RETAINED: ChangeKind.REGISTERED,
}


@dataclass(frozen=True)
class RosterRow:
    """One person as a roster tells: fields of `Member`, and the places by name; what it doesn't tell isn't there."""

    fields: Mapping[str, Any]
    department: str = ""
    group: str = ""
    retired_on: date | None = None

    @property
    def employee_no(self) -> str:
        """By which people are matched, never by name."""
        return str(self.fields["employee_no"])


@dataclass(frozen=True)
class RosterChange:
    """What a roster changes of somebody known: new values of fields, new places by name.

    `version` is that of the member with whom the roster was compared: whoever was saved since isn't overwritten.
    """

    member: Member
    version: int
    fields: Mapping[str, Any] = field(default_factory=dict)
    department: str = ""
    group: str = ""
    retired_on: date | None = None


def apply_roster(
    new: Sequence[RosterRow],
    changed: Sequence[RosterChange],
    *,
    by: Any,
    on: date,
    came_with: RosterImport | None = None,
) -> Journal:
    """Enter the new people and write the changes, all or nothing, with an audit entry for each person.

    Departments and groups that aren't there yet are made. Refuses when somebody entered one of the new
    employee numbers, or changed one of the known people, since the roster was checked. Returns what it did, row by
    row.
    """
    journal = Journal()
    with transaction.atomic():
        numbers = [row.employee_no for row in new]
        if taken := _taken(numbers):
            raise Refused(_("检查之后，工号 %(no)s 已被登记。请重新检查这份花名册。") % {"no": taken})
        _must_be_as_compared(changed)
        told: list[RosterRow | RosterChange] = [*new, *changed]
        with audit.deed(_("从花名册登记"), by=by):
            departments = _named(Department, (row.department for row in told), _make_department, journal)
            groups = _named(UnionGroup, (row.group for row in told), lambda name: UnionGroup(name=name), journal)
        members = _enter(new, came_with, journal, by=by, on=on)
        _place(members, new, departments, groups, journal, on=on)
        _adopt_accounts(members, journal, by=by)
        left = _move(DepartmentPlace, "department", changed, departments, journal, on=on)
        left_groups = _move(GroupPlace, "group", changed, groups, journal, on=on)
        _correct(changed, _moves_told(changed, left, left_groups), journal, by=by, on=on)
    return journal


def _enter(
    rows: Sequence[RosterRow], came_with: RosterImport | None, journal: Journal, *, by: Any, on: date
) -> list[Member]:
    members, own = [Member(**row.fields, came_with=came_with) for row in rows], own_orders()
    for member in members:
        member.make_keys(own)
    journal.note_made(Member.objects.bulk_create(members, batch_size=BATCH))
    starts = [
        change
        for member, row in zip(members, rows, strict=True)
        for change in first_changes(member, on=on, retired_on=row.retired_on)
    ]
    journal.note_made(StatusChange.objects.bulk_create(starts, batch_size=BATCH))
    audit.record_many(members, verb=_("从花名册登记"), by=by)
    return members


def _place(
    members: Sequence[Member],
    rows: Sequence[RosterRow],
    departments: Mapping[str, Department],
    groups: Mapping[str, UnionGroup],
    journal: Journal,
    *,
    on: date,
) -> None:
    pairs = list(zip(members, rows, strict=True))
    in_departments = [
        DepartmentPlace(member=member, department=departments[row.department], from_on=member.hired_on or on)
        for member, row in pairs
        if row.department
    ]
    in_groups = [
        GroupPlace(member=member, group=groups[row.group], from_on=member.joined_on or member.hired_on or on)
        for member, row in pairs
        if row.group
    ]
    journal.note_made(DepartmentPlace.objects.bulk_create(in_departments, batch_size=BATCH))
    journal.note_made(GroupPlace.objects.bulk_create(in_groups, batch_size=BATCH))


def _adopt_accounts(members: Sequence[Member], journal: Journal, *, by: Any) -> None:
    """Accounts may wait for people of their number, as those of the office's first users do."""
    waiting = set(Account.objects.filter(member=None).values_list("employee_no", flat=True))
    adopting = [member for member in members if member.employee_no in waiting]
    numbers = [member.employee_no for member in adopting]
    with journal.watching(Account, "employee_no", numbers), audit.deed(_("从花名册登记"), by=by):
        for member in adopting:
            adopt_account(member)


def _correct(
    changed: Sequence[RosterChange],
    moves_told: Mapping[int, dict[str, list[str]]],
    journal: Journal,
    *,
    by: Any,
    on: date,
) -> None:
    names: set[str] = {*Member.MADE_KEYS, "version"}
    own = own_orders()
    told: dict[Any, dict[str, list[str]]] = {}
    before: dict[int, dict[str, Any]] = {}
    moves: list[StatusChange] = []
    last = _last_changes(changed)
    for change in changed:
        member = change.member
        told[member.pk] = _told(change) | moves_told[member.pk]
        before[member.pk] = {name: getattr(member, name) for name in change.fields}
        if move := _status_move(change, after=last[member.pk], on=on):
            moves.append(move)
        for name, value in change.fields.items():
            setattr(member, name, value)
        member.make_keys(own)
        member.version += 1
        names.update(change.fields)
    members = [change.member for change in changed]
    Member.objects.bulk_update(members, sorted(names), batch_size=BATCH)
    journal.note_changed(members, before)
    journal.note_made(StatusChange.objects.bulk_create(moves, batch_size=BATCH))
    audit.record_many(members, verb=_("按花名册更新"), by=by, changes=told)
    _tell_accounts(changed, journal, by=by, on=on)


def _tell_accounts(changed: Sequence[RosterChange], journal: Journal, *, by: Any, on: date) -> None:
    """An account bears the person's name, and is closed when they leave."""
    concerned = [change for change in changed if change.fields.keys() & {"name", "service_status"}]
    people = [change.member.pk for change in concerned]
    with (
        journal.watching(Account, "member", people),
        journal.watching(RoleGrant, "account__member", people),
        audit.deed(_("按花名册更新"), by=by),
    ):
        for change in concerned:
            if "name" in change.fields:
                for account in Account.objects.filter(member=change.member):
                    account.name = change.member.name
                    account.save()
            if "service_status" in change.fields:
                follow_service(change.member, on=on)


def union_following(member: Member, service: str) -> dict[str, str]:
    """The union status that a change of service brings, for a roster that tells nothing of it."""
    union = AFTER_CHANGE[KIND_OF_SERVICE[service]][1]
    if union is None or member.union_status in (union, UnionStatus.NON_MEMBER):
        return {}
    return {"union_status": union}


def _told(change: RosterChange) -> dict[str, list[str]]:
    return {
        name: [audit.HIDDEN, audit.HIDDEN]
        if name in Member.SENSITIVE
        else [str(getattr(change.member, name)), str(value)]
        for name, value in change.fields.items()
    }


def _moves_told(
    changed: Sequence[RosterChange], departments: Mapping[int, str], groups: Mapping[int, str]
) -> dict[int, dict[str, list[str]]]:
    """Old and new place of everybody who moves, under the words for the place: it is no field of the person."""
    words = {
        "department": (str(DepartmentPlace._meta.get_field("department").verbose_name), departments),
        "group": (str(GroupPlace._meta.get_field("group").verbose_name), groups),
    }
    return {
        change.member.pk: {
            label: [left.get(change.member.pk, ""), place]
            for name, (label, left) in words.items()
            if (place := getattr(change, name))
        }
        for change in changed
    }


def _last_changes(changed: Sequence[RosterChange]) -> dict[Any, date]:
    """The day of everybody's last change, before which no other can be recorded."""
    last: dict[Any, date] = {}
    for batch in in_batches([change.member.pk for change in changed]):
        rows = StatusChange.objects.filter(member__in=batch).order_by("member")
        last.update(rows.values_list("member").annotate(Max("on")))
    return last


def _status_move(change: RosterChange, *, after: date, on: date) -> StatusChange | None:
    """The dated row for a changed status: on the day of joining or retiring where the roster tells it, else today."""
    service = change.fields.get("service_status")
    union = change.fields.get("union_status")
    if service is None and union is None:
        return None
    kind = KIND_OF_SERVICE[service] if service else KIND_OF_UNION[union]
    days = {ChangeKind.JOINED: change.fields.get("joined_on"), ChangeKind.RETIRED: change.retired_on}
    told = days.get(kind)
    return StatusChange(
        member=change.member,
        kind=kind,
        on=told if told and after <= told <= on else on,
        service_status=service or change.member.service_status,
        union_status=union or change.member.union_status,
        reason=_("花名册导入"),
    )


def _move(
    places: Any,
    name: str,
    changed: Sequence[RosterChange],
    targets: Mapping[str, Any],
    journal: Journal,
    *,
    on: date,
) -> dict[int, str]:
    """End the current places of those who move and open the new ones: a move is a dated row, never an overwrite.

    Only a place that would have to end before it began is corrected. Returns what everybody's place was called.
    """
    movers = {change.member.pk: targets[getattr(change, name)] for change in changed if getattr(change, name)}
    main = {"is_main": True} if name == "department" else {}
    left: dict[int, str] = {}
    ended, corrected = [], []
    before: dict[int, dict[str, Any]] = {}
    for pks in in_batches(list(movers)):
        for place in places.objects.current().filter(member__in=pks, **main).select_related(name):
            left[place.member_id] = str(getattr(place, name))
            if is_new_on(place, on):
                before[place.pk] = {f"{name}_id": getattr(place, f"{name}_id")}
                setattr(place, name, movers.pop(place.member_id))
                corrected.append(place)
            else:
                before[place.pk] = {"to_on": None}
                place.to_on = on - timedelta(days=1)
                ended.append(place)
    places.objects.bulk_update(corrected, [name], batch_size=BATCH)
    places.objects.bulk_update(ended, ["to_on"], batch_size=BATCH)
    journal.note_changed([*corrected, *ended], before)
    opened = [places(member_id=pk, **{name: target}, from_on=on) for pk, target in movers.items()]
    journal.note_made(places.objects.bulk_create(opened, batch_size=BATCH))
    return left


def _taken(numbers: Sequence[str]) -> str | None:
    for batch in in_batches(numbers):
        if found := Member.objects.filter(employee_no__in=batch).values_list("employee_no", flat=True).first():
            return found
    return None


def _must_be_as_compared(changed: Sequence[RosterChange]) -> None:
    versions = {change.member.pk: change.version for change in changed}
    for batch in in_batches(list(versions)):
        for pk, version in Member.objects.select_for_update().filter(pk__in=batch).values_list("pk", "version"):
            if versions[pk] != version:
                raise Refused(_("检查之后，有人修改了其中的档案。请重新检查这份花名册。"))


def _named(model: Any, names: Iterable[str], make: Callable[[str], Any], journal: Journal) -> dict[str, Any]:
    """The records of these names, those not yet there made now."""
    wanted = {name for name in names if name}
    found = {record.name: record for record in model.objects.filter(name__in=wanted)}
    made = [make(name) for name in sorted(wanted - found.keys())]
    for record in made:
        record.save()
    journal.note_made(made)
    return found | {record.name: record for record in made}


def _make_department(name: str) -> Department:
    kind = DepartmentKind.OFFICE
    if name.endswith("年级组"):
        kind = DepartmentKind.GRADE_GROUP
    elif name.endswith("组"):
        kind = DepartmentKind.SUBJECT_GROUP
    return Department(name=name, kind=kind)
