"""Rosters (花名册): which columns they have, what must be right in a row, and what a file would change."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.enums import (
    CHANGES_OPEN_TO,
    ContractKind,
    Gender,
    PoliticalStatus,
    PostCategory,
    PostRank,
    ServiceStatus,
    UnionStatus,
)
from members.models import Department, Member, UnionGroup
from members.selectors import with_current_places
from members.services import KIND_OF_SERVICE, RosterChange, RosterRow, apply_roster, union_following
from members.validation import check_id_number, check_phone
from unionoffice import names, privacy
from unionoffice.sheets import (
    CheckedRow,
    Choice,
    Column,
    Importer,
    Plan,
    PlannedRow,
    Problem,
    Stored,
    Table,
    Unfit,
    code,
    day,
    limits_of,
    make_plan,
    read_table,
    read_workbook,
    text,
    told,
)

PLACES = ("department", "group")


def _name(cell: Any) -> str:
    return names.clean_name(text(cell))


def _phone(cell: Any) -> str:
    try:
        return check_phone(code(cell))
    except ValidationError as error:
        raise Unfit("phone_length", error.messages[0]) from error


def _id_number(cell: Any) -> str:
    return code(cell).upper()


COLUMNS: tuple[Column, ...] = (
    Column("employee_no", gettext_lazy("工号"), ("职工号", "教工号"), code, required=True),
    Column("name", gettext_lazy("姓名"), (), _name, required=True),
    Column("gender", gettext_lazy("性别"), (), Choice(Gender, unknown="unknown_gender"), required=True),
    Column("birth_date", gettext_lazy("出生日期"), ("生日",), day),
    Column("ethnicity", gettext_lazy("民族"), (), text),
    Column(
        "political_status",
        gettext_lazy("政治面貌"),
        (),
        Choice(PoliticalStatus, unknown="unknown_political_status"),
    ),
    Column("department", gettext_lazy("部门"), ("所在部门",), text),
    Column("post_category", gettext_lazy("岗位类别"), (), Choice(PostCategory, unknown="unknown_post_category")),
    Column("post_rank", gettext_lazy("岗位层级"), (), Choice(PostRank, unknown="unknown_post_rank")),
    Column("title", gettext_lazy("职称"), (), text),
    Column("contract_kind", gettext_lazy("用工形式"), (), Choice(ContractKind, unknown="unknown_contract_kind")),
    Column("first_job_on", gettext_lazy("参加工作时间"), ("参加工作日期",), day),
    Column("hired_on", gettext_lazy("来校时间"), ("来校日期", "入职日期"), day),
    Column("service_status", gettext_lazy("在职状态"), (), Choice(ServiceStatus, unknown="unknown_service_status")),
    Column("union_status", gettext_lazy("会籍状态"), (), Choice(UnionStatus, unknown="unknown_union_status")),
    Column("joined_on", gettext_lazy("入会日期"), ("入会时间",), day),
    Column("card_no", gettext_lazy("会员证号"), (), code),
    Column("group", gettext_lazy("工会小组"), ("所在工会小组",), text),
    Column("phone", gettext_lazy("手机号码"), ("手机", "手机号", "联系电话"), _phone),
    Column("id_number", gettext_lazy("身份证号"), ("身份证号码",), _id_number),
    Column("address", gettext_lazy("家庭住址"), ("住址",), text),
    Column("married_on", gettext_lazy("结婚日期"), (), day),
)
"""A cell that is empty tells nothing: it never erases what is known."""

FAULTY_COLUMN = {"birth_contradicts_id": "birth_date", "gender_contradicts_id": "gender"}
"""Where two columns contradict each other, the one that people mistype; the ID number proves itself."""

LONGEST: dict[str, int | None] = {
    **limits_of(Member),
    "department": Department._meta.get_field("name").max_length,
    "group": UnionGroup._meta.get_field("name").max_length,
}
"""Characters that each column's field can hold."""


def plan_roster(data: bytes, *, name: str) -> Plan:
    """Read a workbook and say what it would change; nothing is written. Raises Refused for what is no roster."""
    table = read_table(read_workbook(data, name=name), COLUMNS)
    known = _known(table)
    return make_plan(table, key="employee_no", title="name", stored=known, check=partial(_check_row, known))


def write_roster(plan: Plan, *, by: Any, on: date) -> None:
    """Enter the new people and write what changed of the others."""
    members = Member.objects.in_bulk([row.stored.pk for row in plan.changed if row.stored])
    changes = [_change(row, members) for row in plan.changed]
    apply_roster([_new(row) for row in plan.new], changes, by=by, on=on)


ROSTER = Importer(
    kind="members:roster",
    label=gettext_lazy("花名册"),
    columns=COLUMNS,
    plan=plan_roster,
    write=write_roster,
    key_label=gettext_lazy("工号"),
    title_label=gettext_lazy("姓名"),
    shown=PLACES,
    masks={"phone": privacy.mask_phone, "id_number": privacy.mask_id_number},
    advice=gettext_lazy("系统按工号认人，不按姓名。空着的单元格不会清掉已有的内容。"),
)


def _known(table: Table) -> dict[str, Stored]:
    """Everybody whom the roster names, by employee number."""
    keys = [column.key for column in COLUMNS if column.key not in PLACES]
    wanted = {row.values.get("employee_no") for row in table.rows}
    everybody: Any = with_current_places(Member.objects.all())
    return {
        member.employee_no: Stored(
            member.pk,
            member.version,
            {
                **{key: getattr(member, key) for key in keys},
                "department": next((place.department.name for place in member.current_departments), ""),
                "group": next((place.group.name for place in member.current_groups), ""),
            },
        )
        for member in everybody
        if member.employee_no in wanted
    }


def _check_row(known: Mapping[str, Stored], table: Table, row: CheckedRow) -> Iterator[Problem]:
    """What is wrong between the cells of a row, or between them and what is known of the person already."""
    new = told(row.values)
    stored = known.get(new.get("employee_no", ""))
    values = {**(stored.values if stored else {}), **new}
    yield from table.overlong(row, LONGEST)
    if stored and not _may_become(stored.values["service_status"], new.get("service_status")):
        yield table.problem(row, "service_status", "status_not_open", _("现在的状态不能这样变动，请核对。"))
    birth, joined = values.get("birth_date"), values.get("joined_on")
    if birth and joined and joined <= birth:
        if "joined_on" in new:
            sentence = _("应晚于出生日期%(day)s，请核对。") % {"day": birth.isoformat()}
            yield table.problem(row, "joined_on", "joined_before_birth", sentence)
        elif "birth_date" in new:
            sentence = _("应早于入会日期%(day)s，请核对。") % {"day": joined.isoformat()}
            yield table.problem(row, "birth_date", "joined_before_birth", sentence)
    if values.get("id_number") and new.keys() & {"id_number", "birth_date", "gender"}:
        yield from _check_id_number(table, row, values)


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
    return RosterRow(values, department, group)


def _change(row: PlannedRow, members: Mapping[int, Member]) -> RosterChange:
    assert row.stored is not None  # noqa: S101 -- a changed row is one that is stored
    changed = {change.key: change.new for change in row.changes}
    if "service_status" in changed and "union_status" not in told(row.values):
        changed |= union_following(members[row.stored.pk], changed["service_status"])
    department, group = changed.pop("department", ""), changed.pop("group", "")
    return RosterChange(members[row.stored.pk], row.stored.version, changed, department, group)
