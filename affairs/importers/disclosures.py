"""Disclosures of former years, as an office kept them in a table: taken in as published, or as taken down since."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from affairs.enums import Reach, Sphere, Stage
from affairs.importers.texts import rich_text_of
from affairs.models import CatalogueItem, Disclosure
from affairs.services import record_past_disclosures
from unionoffice.periods import Period
from unionoffice.refusal import Refused
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

KEY = ("title", "sphere", "item", "published_on")
LIMITS = {**limits_of(Disclosure), "body": None}
"""Characters that a field takes; of the text it is the words that are counted, not its markup."""


def _period(cell: Any) -> str:
    code = text(cell)
    if not code:
        return ""
    try:
        return Period.parse(code).code
    except Refused as refusal:
        raise Unfit("unknown_period", str(refusal)) from refusal


COLUMNS: tuple[Column, ...] = (
    Column("sphere", gettext_lazy("公开事务"), (), Choice(Sphere, unknown="unknown_sphere"), required=True),
    Column("item", gettext_lazy("公开目录"), ("目录",), text, required=True),
    Column("title", gettext_lazy("标题"), ("公开事项",), text, required=True),
    Column("body", gettext_lazy("正文"), ("内容",), rich_text_of(Disclosure, "body"), required=True),
    Column("stage", gettext_lazy("公开阶段"), (), Choice(Stage, unknown="unknown_stage")),
    Column("reach", gettext_lazy("公开范围"), (), Choice(Reach, unknown="unknown_reach")),
    Column("period_code", gettext_lazy("所属时段"), (), _period, hint=gettext_lazy("例如 2025、2025-Q1、2025-06")),
    Column("approver", gettext_lazy("审批人"), ("批准人",), text, required=True),
    Column("approved_on", gettext_lazy("审批日期"), ("批准日期",), day, required=True),
    Column("published_on", gettext_lazy("公开日期"), ("公开时间",), day, required=True),
    Column("posted_until", gettext_lazy("公开至"), (), day, hint=gettext_lazy("长期公开的留空")),
    Column("taken_down_on", gettext_lazy("撤下日期"), (), day, hint=gettext_lazy("仍在公开的留空")),
    Column("take_down_reason", gettext_lazy("撤下原因"), (), text),
)

ORDER = (
    ("approved_on", "published_on", gettext_lazy("不能早于审批日期，请核对。")),
    ("published_on", "posted_until", gettext_lazy("不能早于公开日期，请核对。")),
    ("published_on", "taken_down_on", gettext_lazy("不能早于公开日期，请核对。")),
)
"""What comes first, what comes after it, and what is said of the latter where it doesn't."""


def plan_disclosures(data: bytes, *, name: str, answers: Mapping[str, str] | None = None) -> Plan:
    """Read a workbook and say what it would add; nothing is written. Raises Refused for what is no such table."""
    table = read_table(read_workbook(data, name=name), COLUMNS, answers)
    items = {(item.sphere, item.content): item for item in CatalogueItem.objects.all()}
    known = _known(table)
    check = partial(_check_row, items, known, timezone.localdate())
    return make_plan(table, key=KEY, title="title", stored=known, check=check)


def write_disclosures(plan: Plan, *, by: Any, on: date) -> None:
    """Add the new ones, the oldest first, so that their numbers follow their days."""
    items = {(item.sphere, item.content): item for item in CatalogueItem.objects.all()}
    rows = sorted(plan.new, key=lambda row: row.values["published_on"])
    record_past_disclosures([_new(row, items) for row in rows], by=by, on=on)


DISCLOSURES = Importer(
    kind="affairs:disclosure",
    label=gettext_lazy("往年公开事项"),
    columns=COLUMNS,
    plan=plan_disclosures,
    write=write_disclosures,
    key_label=gettext_lazy("事项"),
    title_label=gettext_lazy("标题"),
    shown=("taken_down_on", "approver"),
    advice=gettext_lazy("补录本系统使用之前已经公开的事项。导入后按公开日期编号，内容不能再修改。"),
)


def _known(table: Table) -> dict[Any, Stored]:
    """What was already taken in of what the table names."""
    titles = {row.values.get("title") for row in table.rows}
    rows = Disclosure.objects.firsts().filter(published_on__isnull=False).select_related("item")
    return {
        (row.title, row.sphere, row.item.content, row.published_on): Stored(
            row.pk,
            row.version,
            {column.key: getattr(row, column.key) for column in COLUMNS if column.key != "item"}
            | {"item": row.item.content},
        )
        for row in rows
        if row.title in titles
    }


def _check_row(
    items: Mapping[tuple[str, str], CatalogueItem],
    known: Mapping[Any, Stored],
    today: date,
    table: Table,
    row: CheckedRow,
) -> Iterator[Problem]:
    """What is wrong between the cells of a row, or with what is public already."""
    values = row.values
    if values.get("item") and values.get("sphere") and (values["sphere"], values["item"]) not in items:
        yield table.problem(row, "item", "unknown_item", _("公开目录中没有这一项，请核对，或先添加到公开目录。"))
    yield from table.overlong(row, LIMITS)
    yield from _check_days(today, table, row)
    if bool(values.get("taken_down_on")) != bool(values.get("take_down_reason")):
        missing = "take_down_reason" if values.get("taken_down_on") else "taken_down_on"
        if missing in {column.key for column in table.columns}:
            yield table.problem(row, missing, "incomplete", _("撤下日期和撤下原因要一起填写。"))
    # A published text isn't changed by a table either.
    if stored := known.get(tuple(values.get(key) for key in KEY)):
        for key in stored.contradicted_by(row):
            sentence = _("这件事项已经登记，内容不同。已公开的不能修改，请提交更正。")
            yield table.problem(row, key, "is_public", sentence)


def _check_days(today: date, table: Table, row: CheckedRow) -> Iterator[Problem]:
    """Nothing was published tomorrow, and one day comes after the other."""
    days = {key: value for key, value in row.values.items() if value is not None}
    if "published_on" in days and days["published_on"] > today:
        yield table.problem(row, "published_on", "in_the_future", _("不能晚于今天，请核对。"))
    for first, second, sentence in ORDER:
        if first in days and second in days and days[second] < days[first]:
            yield table.problem(row, second, "out_of_order", str(sentence))


def _new(row: PlannedRow, items: Mapping[tuple[str, str], CatalogueItem]) -> Disclosure:
    values = told(row.values)
    sphere = values.pop("sphere")
    return Disclosure(item=items[sphere, values.pop("item")], **values)
