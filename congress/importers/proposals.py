"""Proposals of former years, as a register kept them: taken in under their own numbers, with how they ended."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congress.enums import Category, Ending, Grade, Outcome, ProposalStatus, Result
from congress.models import Proposal, Session
from congress.services import PastProposal, record_past_proposals
from members.models import Department, Member
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
    limits_of,
    make_plan,
    read_table,
    read_workbook,
    text,
    told,
)
from unionoffice.sheets.importing import Importer

NUMBER = re.compile(r"([1-9]\d{3})-(\d{3,})")


def _number(cell: Any) -> str:
    number = code(cell)
    if number and NUMBER.fullmatch(number) is None:
        raise Unfit("unreadable_number", _("应写成年份和三位序号，例如2024-001。"))
    return number


def _whole(cell: Any) -> str:
    number = code(cell)
    if number and not number.isdecimal():
        raise Unfit("not_whole", _("应为数字，例如第九届填9。"))
    return number


COLUMNS: tuple[Column, ...] = (
    Column("number", gettext_lazy("编号"), ("提案编号",), _number, required=True, hint=gettext_lazy("例如2024-001")),
    Column("term", gettext_lazy("届"), ("届次",), _whole, required=True, hint=gettext_lazy("第九届填9")),
    Column("session", gettext_lazy("次"), ("会议次数",), _whole, required=True, hint=gettext_lazy("第二次填2")),
    Column("title", gettext_lazy("案名"), ("提案名称",), text, required=True),
    Column("category", gettext_lazy("类别"), (), Choice(Category, unknown="unknown_category"), required=True),
    Column("reason", gettext_lazy("案由"), (), text),
    Column("measures", gettext_lazy("建议"), ("建议和措施",), text),
    Column("proposer", gettext_lazy("提案人"), (), text, required=True),
    Column("employee_no", gettext_lazy("提案人工号"), ("工号",), code, hint=gettext_lazy("有同名的才需要填写")),
    Column("filed_on", gettext_lazy("提交日期"), (), day, required=True),
    Column("ending", gettext_lazy("审理结果"), (), Choice(Ending, unknown="unknown_ending"), required=True),
    Column("main", gettext_lazy("并入编号"), ("主案编号",), _number, hint=gettext_lazy("只有并案的填写")),
    Column("review", gettext_lazy("审理意见"), ("理由",), text),
    Column("lead", gettext_lazy("主办部门"), ("承办部门",), text),
    Column("answered_on", gettext_lazy("答复日期"), (), day),
    Column("result", gettext_lazy("答复结果"), (), Choice(Result, unknown="unknown_result")),
    Column("fulfilment", gettext_lazy("落实情况"), ("办理情况",), text),
    Column("grade", gettext_lazy("满意度"), (), Choice(Grade, unknown="unknown_grade")),
    Column("closed_on", gettext_lazy("办结日期"), (), day),
)

FIELDS = (
    "title",
    "category",
    "reason",
    "measures",
    "review",
    "answered_on",
    "result",
    "fulfilment",
    "grade",
    "closed_on",
)
"""Columns that are fields of the proposal as they stand."""

ENDINGS = {
    ProposalStatus.CLOSED: Ending.CLOSED,
    ProposalStatus.MERGED: Ending.MERGED,
    ProposalStatus.TURNED: Ending.TURNED,
    ProposalStatus.REFUSED: Ending.REFUSED,
    ProposalStatus.WITHDRAWN: Ending.WITHDRAWN,
}


def plan_proposals(data: bytes, *, name: str, answers: Mapping[str, str] | None = None) -> Plan:
    """Read a workbook and say what it would add; nothing is written. Raises Refused for what is no register."""
    table = read_table(read_workbook(data, name=name), COLUMNS, answers)
    known = _known()
    check = _Checks.of(table, known)
    return make_plan(table, key="number", title="title", stored=known, check=check)


def write_proposals(plan: Plan, *, by: Any, on: date) -> None:  # noqa: ARG001 -- each bears its own days
    """Add the new ones; what is stored already is left as it is."""
    found = _Found.load()
    record_past_proposals([_new(row, found) for row in plan.new], by=by)


PROPOSALS = Importer(
    kind="congress:proposal",
    label=gettext_lazy("往年提案"),
    columns=COLUMNS,
    plan=plan_proposals,
    write=write_proposals,
    key_label=gettext_lazy("编号"),
    title_label=gettext_lazy("案名"),
    shown=("proposer", "ending", "lead", "result"),
    advice=gettext_lazy("补录已经办结的提案，保留原来的编号；每年的编号要从001起相连。请先登记届次和会议。"),
)


@dataclass(frozen=True)
class _Found:
    """What the cells of a register name: read once for all rows."""

    sessions: Mapping[tuple[str, str], Session]
    departments: Mapping[str, Department]
    people: Mapping[str, list[Member]]

    @classmethod
    def load(cls) -> "_Found":
        """Sessions by term and number, departments by name, people by name; also those who have left."""
        sessions = Session.objects.select_related("term")
        people: dict[str, list[Member]] = {}
        for member in Member.objects.defer(*Member.SENSITIVE):
            people.setdefault(member.name, []).append(member)
        return cls(
            {(str(one.term.number), str(one.number)): one for one in sessions},
            {department.name: department for department in Department.objects.all()},
            people,
        )

    def proposers(self, values: Mapping[str, Any]) -> list[Member]:
        """Who may be meant: of those of the name the one with the number, where a number is told."""
        named = self.people.get(values.get("proposer", ""), [])
        number = values.get("employee_no")
        return [one for one in named if one.employee_no == number] if number else named


@dataclass(frozen=True)
class _Checks:
    """What is wrong in a row, or between it and what the office has, or between it and the rows beside it."""

    known: Mapping[Any, Stored]
    found: _Found
    expected: frozenset[str]
    """The numbers that may stand in this register without a gap."""
    today: date

    @classmethod
    def of(cls, table: Table, known: Mapping[Any, Stored]) -> "_Checks":
        """For one register on this day."""
        told = {row.values["number"] for row in table.rows if row.values.get("number")}
        return cls(known, _Found.load(), _unbroken({*told, *known}), timezone.localdate())

    def __call__(self, table: Table, row: CheckedRow) -> Iterator[Problem]:
        """Every problem of the row."""
        stored = self.known.get(row.values.get("number"))
        if stored is not None:
            for key in stored.contradicted_by(row):
                yield table.problem(row, key, "already_there", _("这个编号已经登记，与现有内容不同，不能覆盖。"))
            return
        yield from self._numbers(table, row)
        yield from self._names(table, row)
        yield from self._days(table, row)
        yield from self._ending(table, row)
        yield from table.overlong(row, limits_of(Proposal))

    def _numbers(self, table: Table, row: CheckedRow) -> Iterator[Problem]:
        number, filed_on = row.values.get("number"), row.values.get("filed_on")
        if number and filed_on and int(number[:4]) != filed_on.year:
            yield table.problem(row, "number", "other_year", _("编号的年份应与提交日期一致。"))
        elif number and number not in self.expected:
            yield table.problem(row, "number", "gap", _("这一年在它之前还缺编号，请补齐后一起导入。"))

    def _names(self, table: Table, row: CheckedRow) -> Iterator[Problem]:
        values = row.values
        session = (values.get("term"), values.get("session"))
        if all(session) and session not in self.found.sessions:
            yield table.problem(row, "session", "unknown_session", _("还没有登记这次会议，请先登记。"))
        if values.get("proposer") and len(self.found.proposers(values)) != 1:
            yield table.problem(
                row, "proposer", "unknown_person", _("没有找到这个人，或者有同名的，请核对姓名并填写工号。")
            )
        if values.get("lead") and values["lead"] not in self.found.departments:
            yield table.problem(row, "lead", "unknown_department", _("没有这个部门，请核对名称。"))

    def _days(self, table: Table, row: CheckedRow) -> Iterator[Problem]:
        earlier = row.values.get("filed_on")
        for key in ("filed_on", "answered_on", "closed_on"):
            if (value := row.values.get(key)) is None:
                continue
            if value > self.today:
                yield table.problem(row, key, "in_the_future", _("不能晚于今天，请核对。"))
            elif earlier and value < earlier:
                yield table.problem(row, key, "out_of_order", _("不能早于前面的日期，请核对。"))
            earlier = value

    def _ending(self, table: Table, row: CheckedRow) -> Iterator[Problem]:
        """A case has its answer, a merged one its main, and nothing else has either."""
        values, ending = row.values, row.values.get("ending")
        wanted: dict[Any, tuple[str, ...]] = {
            Ending.CLOSED: ("answered_on", "result"),
            Ending.MERGED: ("main",),
            Ending.REFUSED: ("review",),
        }
        for key in wanted.get(ending, ()):
            if not values.get(key):
                yield table.problem(row, key if key in row.cells else "ending", "incomplete", _incomplete(key))
        main = values.get("main")
        if main and (ending != Ending.MERGED or main == values.get("number") or main not in self.expected):
            yield table.problem(row, "main", "unknown_main", _("应为另一份立案提案的编号，只有并案的填写。"))


def _incomplete(key: str) -> str:
    label = next(str(column.label) for column in COLUMNS if column.key == key)
    return _("请填写%(label)s。") % {"label": label}


def _unbroken(numbers: set[str]) -> frozenset[str]:
    """Of these numbers those that have all before them in their year."""
    kept = set()
    for year in {number[:4] for number in numbers}:
        place = 1
        while (number := f"{year}-{place:03}") in numbers:
            kept.add(number)
            place += 1
    return frozenset(kept)


def _known() -> dict[Any, Stored]:
    """Every numbered proposal, since a register must go on where the numbers end."""
    rows = Proposal.objects.filed().select_related("session__term", "proposer", "lead", "merged_into")
    return {row.number: Stored(row.pk, row.version, _values(row)) for row in rows}


def _values(row: Proposal) -> dict[str, Any]:
    assert row.session is not None and row.proposer is not None  # noqa: S101, PT018 -- filed: by constraint
    return {
        **{name: getattr(row, name) for name in FIELDS},
        "number": row.number,
        "term": str(row.session.term.number),
        "session": str(row.session.number),
        "proposer": row.proposer.name,
        "employee_no": row.proposer.employee_no,
        "filed_on": row.filed_on,
        "ending": ENDINGS.get(ProposalStatus(row.status), row.outcome or Outcome.NONE),
        "main": row.merged_into.number if row.merged_into else "",
        "lead": row.lead.name if row.lead else "",
    }


def _new(row: PlannedRow, found: _Found) -> PastProposal:
    values = told(row.values)
    return PastProposal(
        number=values["number"],
        session=found.sessions[values["term"], values["session"]],
        proposer=found.proposers(values)[0],
        filed_on=values["filed_on"],
        ending=Ending(values["ending"]),
        fields={name: values[name] for name in FIELDS if name in values},
        lead=found.departments.get(values.get("lead", "")),
        main=values.get("main", ""),
    )
