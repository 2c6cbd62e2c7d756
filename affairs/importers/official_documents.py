"""收发文登记簿: the register of documents as an office kept it in a table, taken in once or again and again.

A document is found by its direction, title, sender or addressee, and day. What the table tells of one that is
registered already sets its entry in order, as on the page; numbers are the office's own and no table gives them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from affairs.enums import Direction, DocumentStatus, Secrecy, Urgency
from affairs.models import OfficialDocument
from affairs.services import REWRITABLE_DOCUMENT, finish_document, mend_document, record_past_documents
from members.models import Department
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
    day,
    limits_of,
    make_plan,
    read_table,
    read_workbook,
    text,
    told,
)
from unionoffice.sheets.importing import Importer

KEY = ("direction", "title", "party", "handled_on")
LIMITS = limits_of(OfficialDocument)
STATE_SECRETS = frozenset({"秘密", "机密", "绝密"})


class _SecrecyChoice(Choice):
    """Whether a document is internal; one that is a state secret must not be here at all (保守国家秘密法)."""

    def __call__(self, cell: Any) -> str:
        if text(cell) in STATE_SECRETS:
            raise Unfit("state_secret", _("涉及国家秘密的文件不得在这里登记，请从表中删去这一行。"))
        return super().__call__(cell)


COLUMNS: tuple[Column, ...] = (
    Column(
        "direction",
        gettext_lazy("收发"),
        ("收文或发文",),
        Choice(Direction, unknown="unknown_direction", also={"收": Direction.INCOMING, "发": Direction.OUTGOING}),
        required=True,
    ),
    Column("title", gettext_lazy("标题"), ("文件标题", "文件名称", "文件题名"), text, required=True),
    Column(
        "party", gettext_lazy("来文或主送单位"), ("来文单位", "发文单位", "主送单位", "收发单位"), text, required=True
    ),
    Column(
        "handled_on",
        gettext_lazy("收发日期"),
        ("收到日期", "收文日期", "发出日期", "发文日期", "登记日期", "日期"),
        day,
        required=True,
    ),
    Column("document_no", gettext_lazy("文号"), ("来文文号", "发文字号", "文件编号"), text),
    Column("dated_on", gettext_lazy("成文日期"), (), day),
    Column(
        "urgency",
        gettext_lazy("紧急程度"),
        ("缓急",),
        Choice(Urgency, unknown="unknown_urgency", also={"普通": Urgency.PLAIN, "急件": Urgency.URGENT}),
    ),
    Column(
        "secrecy",
        gettext_lazy("密级"),
        (),
        _SecrecyChoice(
            Secrecy, unknown="unknown_secrecy", also=dict.fromkeys(("普通", "公开", "非密"), Secrecy.NONE)
        ),
    ),
    Column("asks_for", gettext_lazy("办理要求"), ("拟办意见",), text, hint=gettext_lazy("不需要办理的留空")),
    Column("due_on", gettext_lazy("办理期限"), (), day),
    Column("department", gettext_lazy("承办部门"), ("办理部门",), text),
    Column("done_on", gettext_lazy("办结日期"), (), day, hint=gettext_lazy("还没有办结的留空")),
    Column("outcome", gettext_lazy("办理结果"), (), text),
    Column("summary", gettext_lazy("摘要"), ("内容摘要",), text),
)

ORDER = (
    ("dated_on", "handled_on", gettext_lazy("不能早于成文日期，请核对。")),
    ("handled_on", "due_on", gettext_lazy("不能早于收发日期，请核对。")),
    ("handled_on", "done_on", gettext_lazy("不能早于收发日期，请核对。")),
)
"""What comes first, what comes after it, and what is said of the latter where it doesn't."""


@dataclass(frozen=True)
class _Known:
    """What the rows are held against."""

    departments: Mapping[str, Department]
    stored: Mapping[Any, Stored]
    documents: Mapping[Any, OfficialDocument]
    numbers: Mapping[tuple[Any, ...], OfficialDocument]
    today: date
    seen: dict[tuple[Any, ...], CheckedRow] = field(default_factory=dict)
    """By the number of a document, the row that told of it first."""

    @classmethod
    def of(cls, table: Table) -> Self:
        """The departments, and what the table names by its title or by its number."""
        titles = {row.values.get("title") for row in table.rows}
        numbers = {row.values.get("document_no") for row in table.rows} - {None, ""}
        documents = {}
        for one in OfficialDocument.objects.valid().select_related("department"):
            if one.title in titles or one.document_no in numbers:
                documents[(one.direction, one.title, one.party, one.handled_on)] = one
        return cls(
            departments={one.name: one for one in Department.objects.open()},
            stored={key: _stored(one) for key, one in documents.items()},
            documents=documents,
            numbers={(one.direction, one.document_no, one.party): one for one in documents.values()},
            today=timezone.localdate(),
        )

    def check(self, table: Table, row: CheckedRow) -> Iterator[Problem]:
        """What is wrong between the cells of a row, or with what is registered."""
        values = told(row.values)
        yield from table.overlong(row, LIMITS)
        if "department" in values and values["department"] not in self.departments:
            yield table.problem(row, "department", "unknown_department", _("没有这个部门，请核对名称。"))
        yield from self._check_days(table, row, values)
        same = self.documents.get(tuple(row.values.get(part) for part in KEY))
        yield from _check_handling(table, row, values, same)
        if "document_no" in values:
            yield from self._check_number(table, row, values, same)

    def _check_days(self, table: Table, row: CheckedRow, values: Mapping[str, Any]) -> Iterator[Problem]:
        for key in ("handled_on", "done_on"):
            if key in values and values[key] > self.today:
                yield table.problem(row, key, "in_the_future", _("不能晚于今天，请核对。"))
        for first, second, sentence in ORDER:
            if first in values and second in values and values[second] < values[first]:
                yield table.problem(row, second, "out_of_order", str(sentence))

    def _check_number(
        self, table: Table, row: CheckedRow, values: Mapping[str, Any], same: OfficialDocument | None
    ) -> Iterator[Problem]:
        """One number of one sender is one document, as the register itself has it."""
        number = (values.get("direction"), values["document_no"], values.get("party"))
        other = self.numbers.get(number)
        if other is not None and other is not same:
            sentence = _("已经登记过，登记号%(number)s。标题或日期与登记的不同，请核对。")
            yield table.problem(row, "document_no", "registered", sentence % {"number": other.short_number})
        first = self.seen.setdefault(number, row)
        if first is not row and first.values.get("title") != values.get("title"):
            sentence = _("与第%(first)d行的文号相同，标题不同，请核对。")
            yield table.problem(row, "document_no", "number_twice", sentence % {"first": first.number})


def plan_documents(data: bytes, *, name: str, answers: Mapping[str, str] | None = None) -> Plan:
    """Read a workbook and say what it would enter or change. Raises Refused for what is no such table."""
    table = read_table(read_workbook(data, name=name), COLUMNS, answers)
    known = _Known.of(table)
    return make_plan(table, key=KEY, title="title", stored=known.stored, check=known.check)


def write_documents(plan: Plan, *, by: Any, on: date) -> None:
    """Enter the new ones, the oldest first, so that their numbers follow their days; then set the others in order."""
    departments = {one.name: one for one in Department.objects.open()}
    rows = sorted(plan.new, key=lambda row: row.values["handled_on"])
    record_past_documents([_new(row, departments) for row in rows], by=by, on=on)
    for row in plan.changed:
        _change(row, departments, by=by, on=on)


DOCUMENTS = Importer(
    kind="affairs:document",
    label=gettext_lazy("收发文登记簿"),
    columns=COLUMNS,
    plan=plan_documents,
    write=write_documents,
    key_label=gettext_lazy("文件"),
    title_label=gettext_lazy("标题"),
    shown=("document_no", "secrecy", "asks_for", "outcome"),
    advice=gettext_lazy(
        "收文和发文可以放在一张表里。导入后按收发日期编登记号。以后再导入同一张表，只登记新的行，已登记的按表补充。"
    ),
)


def _stored(document: OfficialDocument) -> Stored:
    values = {column.key: getattr(document, column.key) for column in COLUMNS}
    values["department"] = document.department.name if document.department else ""
    return Stored(document.pk, document.version, values)


def _check_handling(
    table: Table, row: CheckedRow, values: Mapping[str, Any], same: OfficialDocument | None
) -> Iterator[Problem]:
    """What is asked for by a day is said, and what came of it is said once, with its day."""
    asked = values.get("asks_for") or (same.asks_for if same else "")
    if "due_on" in values and not asked:
        yield table.problem(row, "due_on", "incomplete", _("填写了办理期限，请同时写明办理要求。"))
    if ("done_on" in values) != ("outcome" in values):
        key = "done_on" if "done_on" in values else "outcome"
        yield table.problem(row, key, "incomplete", _("办结日期和办理结果要一起填写。"))
    elif same is not None and "outcome" in values:
        was, told_now = (same.done_on, same.outcome), (values["done_on"], values["outcome"])
        if same.status == DocumentStatus.DONE and told_now != was:
            sentence = _("%(number)s已经办结，登记的结果或日期不同。办结后不能修改，请核对。")
            yield table.problem(row, "outcome", "is_done", sentence % {"number": same.short_number})
        elif not asked and same.status != DocumentStatus.DONE:
            sentence = _("%(number)s登记时没有办理要求，请同时写明办理要求。")
            yield table.problem(row, "outcome", "nothing_asked", sentence % {"number": same.short_number})


def _new(row: PlannedRow, departments: Mapping[str, Department]) -> OfficialDocument:
    values = told(row.values)
    if name := values.pop("department", None):
        values["department"] = departments[name]
    return OfficialDocument(**values)


def _change(row: PlannedRow, departments: Mapping[str, Department], *, by: Any, on: date) -> None:
    changes = {change.key: change.new for change in row.changes}
    if name := changes.pop("department", None):
        changes["department"] = departments[name]
    document = OfficialDocument.objects.get(pk=row.stored.pk)  # type: ignore[union-attr]
    if REWRITABLE_DOCUMENT & changes.keys():
        document = mend_document(document, changes=changes, by=by, on=on)
    if "outcome" in changes:
        finish_document(document, outcome=changes["outcome"], by=by, on=changes["done_on"])
