"""制度台账: the regulations that a school and its union have, version by version, each row one version.

A version is found by the title of its regulation and the day from which it holds. What held is never changed by a
table: a version more is added behind those that are there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from affairs.enums import CONGRESS_KINDS, ENACTED, UNDER_WAY, RegulationKind
from affairs.importers.texts import rich_text_of
from affairs.models import Regulation, RegulationVersion
from affairs.services import abolish_version, record_regulations
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
    day,
    limits_of,
    make_plan,
    read_table,
    read_workbook,
    text,
    told,
)
from unionoffice.sheets.importing import Importer

KEY = ("title", "from_on")
LIMITS = {**limits_of(RegulationVersion), "text": None}
"""Characters that a field takes; of the text it is the words that are counted, not its markup."""

END = frozenset({"abolished_on", "end_reason"})
"""What befalls a version that holds, and so may be told of one that is there."""


COLUMNS: tuple[Column, ...] = (
    Column("title", gettext_lazy("名称"), ("制度名称", "标题", "文件名称"), text, required=True),
    Column(
        "kind", gettext_lazy("类别"), ("制度类别",), Choice(RegulationKind, unknown="unknown_kind"), required=True
    ),
    Column("from_on", gettext_lazy("施行日期"), ("生效日期", "实施日期", "执行日期"), day, required=True),
    Column(
        "text",
        gettext_lazy("正文"),
        ("内容",),
        rich_text_of(RegulationVersion, "text"),
        required=True,
        hint=gettext_lazy("只有纸质或扫描件的填“见附件”，导入后上传"),
    ),
    Column("document_no", gettext_lazy("发文字号"), ("文号",), text),
    Column("adopted_by", gettext_lazy("通过或批准"), ("通过会议", "批准机关"), text),
    Column("adopted_on", gettext_lazy("通过日期"), ("批准日期",), day),
    Column("change_note", gettext_lazy("修订说明"), (), text),
    Column("abolished_on", gettext_lazy("废止日期"), (), day, hint=gettext_lazy("现行有效的留空")),
    Column("end_reason", gettext_lazy("废止原因"), ("废止依据",), text),
    Column("department", gettext_lazy("责任部门"), ("主管部门",), text),
)


@dataclass(frozen=True)
class _Known:
    """What the rows are held against: every regulation with its versions, and the rows before."""

    departments: Mapping[str, Department]
    regulations: Mapping[str, Regulation]
    versions: Mapping[tuple[str, date | None], RegulationVersion]
    latest: Mapping[int, RegulationVersion]
    under_way: frozenset[int]
    last_rows: Mapping[str, date]
    """By title, the last day from which a row lets a version hold."""
    today: date

    @classmethod
    def of(cls, table: Table) -> Self:
        """All regulations: a school has dozens."""
        versions = list(RegulationVersion.objects.select_related("regulation__department").order_by("from_on"))
        enacted = [one for one in versions if one.status in ENACTED]
        last_rows: dict[str, date] = {}
        for row in table.rows:
            title, from_on = row.values.get("title", ""), row.values.get("from_on")
            if from_on is not None:
                last_rows[title] = max(from_on, last_rows.get(title, from_on))
        return cls(
            departments={one.name: one for one in Department.objects.open()},
            regulations={one.regulation.title: one.regulation for one in versions},
            versions={(one.title, one.from_on): one for one in enacted},
            latest={one.regulation_id: one for one in enacted},
            under_way=frozenset(one.regulation_id for one in versions if one.status in UNDER_WAY),
            last_rows=last_rows,
            today=timezone.localdate(),
        )

    def check(self, table: Table, row: CheckedRow) -> Iterator[Problem]:
        """What is wrong between the cells of a row, or with what holds."""
        values = told(row.values)
        yield from table.overlong(row, LIMITS)
        if "department" in values and values["department"] not in self.departments:
            yield table.problem(row, "department", "unknown_department", _("没有这个部门，请核对名称。"))
        yield from self._check_days(table, row, values)
        if "title" not in values or "from_on" not in values:
            return
        version = self.versions.get((values["title"], values["from_on"]))
        if version is None:
            yield from self._check_new(table, row, values)
        else:
            yield from _check_held(table, row, version)

    def _check_days(self, table: Table, row: CheckedRow, values: Mapping[str, Any]) -> Iterator[Problem]:
        if values.get("adopted_on", self.today) > self.today:
            yield table.problem(row, "adopted_on", "in_the_future", _("不能晚于今天，请核对。"))
        if "adopted_on" in values and "from_on" in values and values["from_on"] < values["adopted_on"]:
            yield table.problem(row, "from_on", "out_of_order", _("不能早于通过日期，请核对。"))
        if "abolished_on" in values and "from_on" in values and values["abolished_on"] <= values["from_on"]:
            yield table.problem(row, "abolished_on", "out_of_order", _("要晚于施行日期，请核对。"))
        if ("abolished_on" in values) != ("end_reason" in values):
            key = "abolished_on" if "abolished_on" in values else "end_reason"
            yield table.problem(row, key, "incomplete", _("废止日期和废止原因要一起填写。"))
        elif "abolished_on" in values and values.get("from_on") != self.last_rows.get(values.get("title", "")):
            yield table.problem(row, "abolished_on", "followed", _("后面还有新版本。废止日期只填在最后一版。"))

    def _check_new(self, table: Table, row: CheckedRow, values: Mapping[str, Any]) -> Iterator[Problem]:
        """A version more stands behind all that are there, while none is being worked on."""
        regulation = self.regulations.get(values["title"])
        if regulation is None:
            return
        if regulation.pk in self.under_way:
            yield table.problem(row, "title", "under_way", _("这项制度有一版正在办理，请先办完再导入。"))
        last = self.latest.get(regulation.pk)
        if last is not None and (last.to_on or last.from_on) >= values["from_on"]:
            sentence = _("已登记的第%(n)d版在这一天之后才施行或失效，不能再补录更早的版本。")
            yield table.problem(row, "from_on", "before_the_last", sentence % {"n": last.number})


def plan_regulations(data: bytes, *, name: str, answers: Mapping[str, str] | None = None) -> Plan:
    """Read a workbook and say what it would add. Raises Refused for what is no such table."""
    table = read_table(read_workbook(data, name=name), COLUMNS, answers)
    known = _Known.of(table)
    stored = {key: _stored(version) for key, version in known.versions.items()}
    return make_plan(table, key=KEY, title="title", stored=stored, check=known.check)


def write_regulations(plan: Plan, *, by: Any, on: date) -> None:
    """Add the versions, of each regulation the earliest first; then end what the table says is abolished."""
    departments = {one.name: one for one in Department.objects.open()}
    regulations = {one.title: one for one in Regulation.objects.select_related("department")}
    rows = sorted(plan.new, key=lambda row: row.values["from_on"])
    made = [(row, _new(row, regulations, departments)) for row in rows]
    record_regulations([version for _row, version in made], by=by, on=on)
    held = [(row, RegulationVersion.objects.get(pk=row.stored.pk)) for row in plan.changed if row.stored]
    for row, version in [*made, *held]:
        if day_told := row.values.get("abolished_on"):
            abolish_version(version, abolished_on=day_told, reason=row.values["end_reason"], by=by)


REGULATIONS = Importer(
    kind="affairs:regulation",
    label=gettext_lazy("制度台账"),
    columns=COLUMNS,
    plan=plan_regulations,
    write=write_regulations,
    key_label=gettext_lazy("施行日期"),
    title_label=gettext_lazy("名称"),
    shown=("kind", "document_no", "adopted_by", "abolished_on"),
    advice=gettext_lazy("每行一个版本，同一制度修订过的按施行日期各占一行。导入后内容不能再修改，修订请起草新版本。"),
)


def _stored(version: RegulationVersion) -> Stored:
    regulation = version.regulation
    values = {column.key: getattr(version, column.key, None) for column in COLUMNS}
    values |= {"kind": regulation.kind, "department": regulation.department.name if regulation.department else ""}
    return Stored(version.pk, version.version, values)


def _check_held(table: Table, row: CheckedRow, version: RegulationVersion) -> Iterator[Problem]:
    """A text that holds isn't changed by a table; only its end may be told, once."""
    for key in _stored(version).contradicted_by(row):
        if key not in END:
            sentence = _("这一版已经登记，内容不同。已施行的不能从表格修改，请在制度的页面上办理。")
            yield table.problem(row, key, "holds_already", sentence)
        elif version.abolished_on is not None:
            yield table.problem(row, key, "is_abolished", _("这一版已登记为废止，日期或原因不同，请核对。"))
        elif version.to_on is not None and key == "abolished_on":
            yield table.problem(row, key, "followed", _("后面还有新版本。废止日期只填在最后一版。"))


def _new(
    row: PlannedRow, regulations: dict[str, Regulation], departments: Mapping[str, Department]
) -> RegulationVersion:
    values = {key: value for key, value in told(row.values).items() if key not in END}
    title, kind, department = values.pop("title"), values.pop("kind"), values.pop("department", None)
    regulation = regulations.setdefault(
        title,
        Regulation(
            title=title,
            kind=kind,
            department=departments[department] if department else None,
            needs_congress=kind in CONGRESS_KINDS,
        ),
    )
    return RegulationVersion(regulation=regulation, **values)
