"""A list of delegates: the people of a term with their kind, constituency and delegation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congress.enums import Body, DelegateKind
from congress.models import Constituency, Delegate, Delegation, Term
from congress.services import save_delegate
from members.enums import ServiceStatus, UnionStatus
from members.models import Member
from unionoffice.sheets import (
    CheckedRow,
    Choice,
    Column,
    Plan,
    PlannedRow,
    Problem,
    Stored,
    Table,
    Unfit,
    code,
    day,
    make_plan,
    read_table,
    read_workbook,
    text,
    told,
)
from unionoffice.sheets.importing import Importer


def _whole(cell: Any) -> str:
    number = code(cell)
    if number and not number.isdecimal():
        raise Unfit("not_whole", _("应为数字，例如第九届填9。"))
    return number


COLUMNS: tuple[Column, ...] = (
    Column("employee_no", gettext_lazy("工号"), ("职工号",), code, required=True),
    Column("name", gettext_lazy("姓名"), ("代表姓名",), text, required=True),
    Column("term", gettext_lazy("届"), ("届次",), _whole, required=True, hint=gettext_lazy("第九届填9")),
    Column(
        "body",
        gettext_lazy("会议"),
        (),
        Choice(Body, unknown="unknown_body"),
        hint=gettext_lazy("不填即教职工代表大会"),
    ),
    Column("kind", gettext_lazy("代表类别"), ("类别",), Choice(DelegateKind, unknown="unknown_kind"), required=True),
    Column("constituency", gettext_lazy("选举单位"), (), text),
    Column("delegation", gettext_lazy("代表团"), (), text),
    Column("from_on", gettext_lazy("自何日起"), ("起始日期",), day, hint=gettext_lazy("不填即任期第一天")),
)


@dataclass(frozen=True)
class _Found:
    """What the cells of a list name: read once for all rows."""

    terms: Mapping[tuple[str, str], Term]
    people: Mapping[str, Member]
    constituencies: Mapping[tuple[int, str], Constituency]
    delegations: Mapping[tuple[int, str], Delegation]

    @classmethod
    def load(cls) -> "_Found":
        """Terms by body and number, people by number, parts of a term by name."""
        return cls(
            {(term.body, str(term.number)): term for term in Term.objects.all()},
            {member.employee_no: member for member in Member.objects.defer(*Member.SENSITIVE)},
            {(one.term_id, one.name): one for one in Constituency.objects.select_related("term")},
            {(one.term_id, one.name): one for one in Delegation.objects.select_related("term")},
        )

    def term(self, values: Mapping[str, Any]) -> Term | None:
        """The term that a row means: of the staff congress where it doesn't say."""
        return self.terms.get((values.get("body") or Body.STAFF, values.get("term") or ""))


def plan_delegates(data: bytes, *, name: str, answers: Mapping[str, str] | None = None) -> Plan:
    """Read a workbook and say what it would add; nothing is written. Raises Refused for what is no list."""
    table = read_table(read_workbook(data, name=name), COLUMNS, answers)
    stored = _known(table)
    return make_plan(table, key="employee_no", title="name", stored=stored, check=_Checks(stored, _Found.load()))


def write_delegates(plan: Plan, *, by: Any, on: date) -> None:  # noqa: ARG001 -- each bears its own days
    """Add the new ones; who is a delegate already is left as they are."""
    found = _Found.load()
    for row in plan.new:
        save_delegate(_new(row, found), {}, by=by)


DELEGATES = Importer(
    kind="congress:delegate",
    label=gettext_lazy("代表名单"),
    columns=COLUMNS,
    plan=plan_delegates,
    write=write_delegates,
    key_label=gettext_lazy("工号"),
    title_label=gettext_lazy("姓名"),
    shown=("kind", "constituency", "delegation"),
    advice=gettext_lazy("请先登记届次、选举单位和代表团。已经是代表的人不会重复登记。"),
)


@dataclass(frozen=True)
class _Checks:
    """What is wrong in a row, or between it and what the office has."""

    stored: Mapping[Any, Stored]
    found: _Found

    def __call__(self, table: Table, row: CheckedRow) -> Iterator[Problem]:
        """Every problem of the row."""
        known = self.stored.get(row.values.get("employee_no"))
        if known is not None:
            for key in known.contradicted_by(row):
                yield table.problem(
                    row, key, "already_there", _("此人已是代表，登记的内容不同，请在代表的页面上修改。")
                )
            return
        yield from self._person(table, row)
        term = self.found.term(row.values)
        if row.values.get("term") and term is None:
            yield table.problem(row, "term", "unknown_term", _("还没有登记这一届，请先登记。"))
        if term is not None:
            yield from self._parts(table, row, term)

    def _person(self, table: Table, row: CheckedRow) -> Iterator[Problem]:
        number, name = row.values.get("employee_no"), row.values.get("name")
        if not number:
            return
        member = self.found.people.get(number)
        if member is None:
            yield table.problem(row, "employee_no", "unknown_person", _("没有这个工号，请核对。"))
        elif name and member.name != name:
            sentence = _("这个工号是%(name)s，请核对姓名和工号。") % {"name": member.name}
            yield table.problem(row, "name", "other_name", sentence)
        elif row.values.get("kind") == DelegateKind.VOTING and member.service_status != ServiceStatus.IN_SERVICE:
            yield table.problem(row, "kind", "not_in_service", _("已不在职，不能是正式代表。"))

    def _parts(self, table: Table, row: CheckedRow, term: Term) -> Iterator[Problem]:
        values = row.values
        votes = values.get("kind") == DelegateKind.VOTING
        member = self.found.people.get(values.get("employee_no", ""))
        if votes and not term.has_delegates:
            yield table.problem(row, "kind", "everybody_votes", _("这一届由全体人员参加，不用登记正式代表。"))
        elif votes and term.body == Body.UNION and member and member.union_status != UnionStatus.MEMBER:
            yield table.problem(row, "kind", "no_union_member", _("不是工会会员，不能是会员代表。"))
        if values.get("constituency") and (term.pk, values["constituency"]) not in self.found.constituencies:
            yield table.problem(row, "constituency", "unknown_constituency", _("这一届没有这个选举单位，请先登记。"))
        if values.get("delegation") and (term.pk, values["delegation"]) not in self.found.delegations:
            yield table.problem(row, "delegation", "unknown_delegation", _("这一届没有这个代表团，请先登记。"))
        from_on = values.get("from_on")
        if from_on and not term.from_on <= from_on <= term.to_on:
            yield table.problem(row, "from_on", "outside_term", _("不在这一届的任期之内，请核对。"))


def _known(table: Table) -> dict[Any, Stored]:
    """Who is a delegate already of one of the terms that the list names."""
    named = {(row.values.get("body") or Body.STAFF, row.values.get("term")) for row in table.rows}
    rows = Delegate.objects.filter(to_on=None).select_related("term", "member", "constituency", "delegation")
    return {
        row.member.employee_no: Stored(row.pk, row.version, _values(row))
        for row in rows
        if (row.term.body, str(row.term.number)) in named
    }


def _values(row: Delegate) -> dict[str, Any]:
    return {
        "employee_no": row.member.employee_no,
        "name": row.member.name,
        "term": str(row.term.number),
        "body": row.term.body,
        "kind": row.kind,
        "constituency": row.constituency.name if row.constituency else "",
        "delegation": row.delegation.name if row.delegation else "",
        "from_on": row.from_on,
    }


def _new(row: PlannedRow, found: _Found) -> Delegate:
    values = told(row.values)
    term = found.term(values)
    assert term is not None  # noqa: S101 -- checked
    return Delegate(
        term=term,
        member=found.people[values["employee_no"]],
        kind=values["kind"],
        constituency=found.constituencies.get((term.pk, values.get("constituency", ""))),
        delegation=found.delegations.get((term.pk, values.get("delegation", ""))),
        from_on=values.get("from_on") or term.from_on,
    )
