"""Rosters (花名册): what must be right in a row, what a file would change, and how it is written."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.enums import CHANGES_OPEN_TO, ServiceStatus, UnionStatus
from members.importers.columns import COLUMNS, LONGEST, PLACES, UNKEPT
from members.importers.filling import fill_in
from members.models import Member, RosterImport
from members.selectors import who_gave_up, with_current_places
from members.services import KIND_OF_SERVICE, RosterChange, RosterRow, import_roster, union_following
from members.validation import check_id_number
from unionoffice.batches import in_batches
from unionoffice.sheets import (
    Absent,
    CheckedRow,
    Layout,
    Plan,
    PlannedRow,
    Problem,
    Stored,
    Table,
    make_plan,
    read_table,
    read_workbook,
    told,
)
from unionoffice.sheets.importing import Importer

FAULTY_COLUMN = {"birth_contradicts_id": "birth_date", "gender_contradicts_id": "gender"}
"""Where two columns contradict each other, the one that people mistype; the ID number proves itself."""

COMPARED = ("birth_date", "gender", "hired_on", "id_number", "joined_on", "service_status", "union_status")
"""Fields that other cells of a row are held against, whether or not the file has a column for them."""

LAYOUT = Layout(all_sheets=True, titled="service_status", counts_people=True)


def plan_roster(data: bytes, *, name: str, answers: Mapping[str, str] | None = None) -> Plan:
    """Read a roster and say what it would change; nothing is written. Raises Refused for what is no roster."""
    table = read_table(read_workbook(data, name=name), COLUMNS, answers, layout=LAYOUT)
    known = _known(table)
    table = fill_in(table, known, today=timezone.localdate())
    return make_plan(
        table,
        key="employee_no",
        title="name",
        stored=known,
        check=partial(_check_row, known, who_gave_up(_numbers(table) - known.keys())),
        absent=_absent(table, known),
    )


def write_roster(plan: Plan, *, by: Any, on: date) -> RosterImport:
    """Enter the new people and write what changed of the others; the record of it can be taken back."""
    members = Member.objects.in_bulk([row.stored.pk for row in plan.changed if row.stored])
    changes = [_change(row, members) for row in plan.changed]
    new = [_new(row) for row in plan.new]
    counts = {"unchanged": len(plan.unchanged), "absent": len(plan.absent)}
    return import_roster(new, changes, name=plan.name, digest=plan.digest, counts=counts, by=by, on=on)


ROSTER = Importer(
    kind="members:roster",
    label=gettext_lazy("花名册"),
    columns=COLUMNS,
    plan=plan_roster,
    write=write_roster,
    key_label=gettext_lazy("工号"),
    title_label=gettext_lazy("姓名"),
    shown=PLACES,
    masks=Member.MASKS,
    advice=gettext_lazy("系统按工号认人，不按姓名。空着的单元格不会清掉已有的内容。"),
)


def _known(table: Table) -> dict[str, Stored]:
    """Everybody whom the roster names, by employee number, with the fields that it can change or contradict."""
    found = {column.key for column in table.columns} - set(UNKEPT)
    keys = sorted(found | {*COMPARED} | ({"hired_on"} if "first_job_on" in found else set()))
    unread = [field for field in Member.SENSITIVE if field not in keys]
    known = {}
    for numbers in in_batches(sorted(_numbers(table))):
        people = Member.objects.filter(employee_no__in=numbers).defer(*unread)
        for member in with_current_places(people):
            known[member.employee_no] = Stored(member.pk, member.version, _values(member, keys))
    return known


def _values(member: Any, keys: list[str]) -> dict[str, Any]:
    return {
        **{key: getattr(member, key) for key in keys},
        "department": next((place.department.name for place in member.current_departments), ""),
        "group": next((place.group.name for place in member.current_groups), ""),
    }


def _numbers(table: Table) -> set[str]:
    return {number for row in table.rows if (number := row.values.get("employee_no"))}


def _absent(table: Table, known: Mapping[str, Stored]) -> list[Absent]:
    """Those whom the roster doesn't name, of the same statuses as those whom it names."""
    statuses = {
        row.values.get("service_status")
        or (stored.values["service_status"] if (stored := known.get(row.values.get("employee_no", ""))) else None)
        or ServiceStatus.IN_SERVICE
        for row in table.rows
    }
    named = _numbers(table)
    people = Member.objects.filter(service_status__in=statuses).order_by("employee_no")
    return [Absent(number, name) for number, name in people.values_list("employee_no", "name") if number not in named]


def _check_row(
    known: Mapping[str, Stored], given_up: Mapping[str, Member], table: Table, row: CheckedRow
) -> Iterator[Problem]:
    """What is wrong between the cells of a row, or between them and what is known of the person already."""
    new = told(row.values)
    if kept := given_up.get(new.get("employee_no", "")):
        sentence = _("这个工号的档案已并入%(no)s %(name)s，请改用%(no)s。") % {"no": kept.employee_no, "name": kept}
        yield table.problem(row, "employee_no", "given_up_employee_no", sentence)
    stored = known.get(new.get("employee_no", ""))
    values = {**(stored.values if stored else {}), **new}
    yield from table.overlong(row, LONGEST)
    if stored and not _may_become(stored.values["service_status"], new.get("service_status")):
        yield table.problem(row, "service_status", "status_not_open", _("现在的状态不能这样变动，请核对。"))
    if "gender" not in values and "gender" not in row.cells:
        yield table.problem(row, "gender", "missing_gender", _("名单没有性别，也不能从身份证号得知，请补上。"))
    yield from _check_days(table, row, values, new)
    if values.get("id_number") and new.keys() & {"id_number", "birth_date", "gender"}:
        yield from _check_id_number(table, row, values)


def _check_days(
    table: Table, row: CheckedRow, values: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Problem]:
    """Nobody joins or retires before being born."""
    birth, joined, retired = (values.get(key) for key in ("birth_date", "joined_on", "retired_on"))
    if birth and joined and joined <= birth:
        if "joined_on" in new:
            sentence = _("应晚于出生日期%(day)s，请核对。") % {"day": birth.isoformat()}
            yield table.problem(row, "joined_on", "joined_before_birth", sentence)
        elif "birth_date" in new:
            sentence = _("应早于入会日期%(day)s，请核对。") % {"day": joined.isoformat()}
            yield table.problem(row, "birth_date", "joined_before_birth", sentence)
    if birth and retired and retired <= birth:
        sentence = _("应晚于出生日期%(day)s，请核对。") % {"day": birth.isoformat()}
        yield table.problem(row, "retired_on", "retired_before_birth", sentence)


def _check_id_number(table: Table, row: CheckedRow, values: Mapping[str, Any]) -> Iterator[Problem]:
    try:
        check_id_number(values["id_number"], birth=values.get("birth_date"), gender=values.get("gender"))
    except ValidationError as error:
        fault = error.error_list[0].code or ""
        column = FAULTY_COLUMN.get(fault, "id_number")
        yield table.problem(row, column if row.cells.get(column) else "id_number", fault, error.messages[0])


def _may_become(old: str, new: str | None) -> bool:
    """Whether a change of service is open to somebody: the dead don't return to work."""
    return new in (None, old) or KIND_OF_SERVICE[str(new)] in CHANGES_OPEN_TO[ServiceStatus(old)]


def _new(row: PlannedRow) -> RosterRow:
    """A new person; where the roster has no column for it, the status follows from the rest."""
    values = told(row.values)
    service = values.setdefault("service_status", ServiceStatus.IN_SERVICE)
    if "union_status" not in values:
        status = UnionStatus.MEMBER if service == ServiceStatus.IN_SERVICE else UnionStatus.RETAINED
        values["union_status"] = status if values.get("joined_on") else UnionStatus.NON_MEMBER
    department, group = values.pop("department", ""), values.pop("group", "")
    return RosterRow(values, department, group, values.pop("retired_on", None))


def _change(row: PlannedRow, members: Mapping[int, Member]) -> RosterChange:
    assert row.stored is not None  # noqa: S101 -- a changed row is one that is stored
    changed = {change.key: change.new for change in row.changes}
    if "service_status" in changed and "union_status" not in told(row.values):
        changed |= union_following(members[row.stored.pk], changed["service_status"])
    department, group = changed.pop("department", ""), changed.pop("group", "")
    retired_on = row.values.get("retired_on")
    return RosterChange(members[row.stored.pk], row.stored.version, changed, department, group, retired_on)
