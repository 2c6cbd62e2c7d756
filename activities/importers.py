"""Activities of former years, as an office kept them in a table: taken in as held."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from activities import services
from activities.enums import ActivityKind, Occasion
from activities.models import Activity
from finance.enums import Fund
from members.enums import AudienceKey
from members.models import Audience, UnionGroup
from unionoffice.precision import Precision
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
    amount,
    day,
    limits_of,
    make_plan,
    read_table,
    read_workbook,
    text,
    told,
)
from unionoffice.sheets.importing import Importer

KEY = ("title", "when")
PART_OF_DAY = re.compile(r"(?P<year>(?:19|20)\d{2})(?:年|[-/.](?=\d)|$)(?:(?P<month>0?[1-9]|1[0-2])月?)?")
"""2025, 2025年, 2025-05, 2025/5 or 2025年5月."""

MOST_PEOPLE = 100_000


def _when(cell: Any) -> str:
    """2025-05-20, 2025-05 or 2025: as much as is known."""
    found = PART_OF_DAY.fullmatch(text(cell).replace(" ", ""))
    if found is None:
        known = day(cell)
        return known.isoformat() if known else ""
    return f"{found['year']}-{int(found['month']):02}" if found["month"] else found["year"]


def _count(cell: Any) -> int | None:
    words = text(cell).removesuffix("人")
    if not words:
        return None
    if not (words.isascii() and words.isdigit() and 0 < int(words) <= MOST_PEOPLE):
        raise Unfit("no_count", _("应为整数，例如 86；不清楚的留空。"))
    return int(words)


COLUMNS: tuple[Column, ...] = (
    Column("title", gettext_lazy("活动名称"), ("活动", "名称"), text, required=True),
    Column(
        "when",
        gettext_lazy("日期"),
        ("活动日期", "时间"),
        _when,
        required=True,
        hint=gettext_lazy("例如 2025-05-20；只知道月份或年份的，写 2025-05 或 2025"),
    ),
    Column("kind", gettext_lazy("类别"), (), Choice(ActivityKind, unknown="unknown_kind"), required=True),
    Column("occasion", gettext_lazy("节庆"), (), Choice(Occasion, unknown="unknown_occasion")),
    Column("audience", gettext_lazy("参加范围"), (), text, hint=gettext_lazy("全体在职教职工的留空")),
    Column("group", gettext_lazy("主办小组"), (), text, hint=gettext_lazy("校工会主办的留空")),
    Column("place", gettext_lazy("地点"), (), text),
    Column("headcount", gettext_lazy("参加人数"), ("人数",), _count),
    Column("fund", gettext_lazy("经费来源"), (), Choice(Fund, unknown="unknown_fund")),
    Column(
        "actual_cost",
        gettext_lazy("实际支出"),
        ("支出", "金额"),
        amount,
        hint=gettext_lazy("只填非工会经费；工会经费的支出导入后在活动页登记"),
    ),
    Column("report", gettext_lazy("活动小结"), ("小结",), text),
)


@dataclass(frozen=True)
class _Office:
    """What the names in a table are held against."""

    audiences: Mapping[str, Audience]
    groups: Mapping[str, UnionGroup]
    everybody: Audience
    today: date

    @classmethod
    def now(cls) -> "_Office":
        return cls(
            {audience.name: audience for audience in Audience.objects.all()},
            {group.name: group for group in UnionGroup.objects.all()},
            Audience.objects.get(key=AudienceKey.STAFF),
            timezone.localdate(),
        )


def plan_activities(data: bytes, *, name: str, answers: Mapping[str, str] | None = None) -> Plan:
    """Read a workbook and say what it would add; nothing is written. Raises Refused for what is no such table."""
    table = read_table(read_workbook(data, name=name), COLUMNS, answers)
    known = _known(table)
    return make_plan(table, key=KEY, title="title", stored=known, check=partial(_check_row, _Office.now(), known))


def write_activities(plan: Plan, *, by: Any, on: date) -> None:
    """Add the new ones, the oldest first, so that their numbers follow their days; what has its cost is settled."""
    office = _Office.now()
    for row in sorted(plan.new, key=lambda row: row.values["when"]):
        activity = services.record_activity(_new(row, office), by=by, on=on)
        if activity.actual_cost is not None:
            services.settle_activity(activity, by=by)


ACTIVITIES = Importer(
    kind="activities:past",
    label=gettext_lazy("往年活动"),
    columns=COLUMNS,
    plan=plan_activities,
    write=write_activities,
    key_label=gettext_lazy("活动"),
    title_label=gettext_lazy("活动名称"),
    shown=("when", "kind", "headcount"),
    advice=gettext_lazy("补录已经办完的活动。系统按活动名称和日期认活动，已登记的不会重复导入。"),
)


def _known(table: Table) -> dict[Any, Stored]:
    """What is already recorded of what the table names."""
    titles = {row.values.get("title") for row in table.rows}
    rows = Activity.objects.exclude(number=None).select_related("audience", "group")
    return {
        (activity.title, _code(activity)): Stored(activity.pk, activity.version, _values(activity))
        for activity in rows
        if activity.title in titles
    }


def _values(activity: Activity) -> dict[str, Any]:
    own = {column.key: getattr(activity, column.key) for column in COLUMNS if column.key != "when"}
    group = activity.group.name if activity.group else ""
    return {**own, "when": _code(activity), "audience": activity.audience.name, "group": group}


def _code(activity: Activity) -> str:
    """The activity's day as the table writes it."""
    iso = activity.starts_on.isoformat()
    return {Precision.MONTH: iso[:7], Precision.YEAR: iso[:4]}.get(Precision(activity.precision), iso)


def _check_row(office: _Office, known: Mapping[Any, Stored], table: Table, row: CheckedRow) -> Iterator[Problem]:
    """What is wrong between the cells of a row, or with what is recorded already."""
    values = told(row.values)
    yield from table.overlong(row, limits_of(Activity))
    if "when" in values and _start(values["when"]) > office.today:
        yield table.problem(row, "when", "in_the_future", _("不能晚于今天，请核对。"))
    if "audience" in values and values["audience"] not in office.audiences:
        yield table.problem(row, "audience", "unknown_audience", _("没有这个范围，请核对，或先添加范围。"))
    if "group" in values and values["group"] not in office.groups:
        yield table.problem(row, "group", "unknown_group", _("没有这个工会小组，请核对。"))
    if values.get("actual_cost") and values.get("fund", Fund.UNION) == Fund.UNION:
        yield table.problem(
            row, "actual_cost", "union_money", _("工会经费的支出要经批准付款，请留空，导入后在活动页登记。")
        )
    # What is recorded isn't changed by a table: its page asks for the right and keeps the reason.
    if stored := known.get(tuple(row.values.get(key) for key in KEY)):
        for key in stored.contradicted_by(row):
            yield table.problem(row, key, "is_recorded", _("这次活动已经登记，内容不同。请在活动页修改。"))


def _start(code: str) -> date:
    """The first day of what is known."""
    year, month, day_of_month = (*(int(part) for part in code.split("-")), 1, 1)[:3]
    return date(year, month, day_of_month)


def _new(row: PlannedRow, office: _Office) -> Activity:
    values = told(row.values)
    code = values.pop("when")
    start = _start(code)
    audience = office.audiences[values.pop("audience")] if "audience" in values else office.everybody
    group = office.groups[values.pop("group")] if "group" in values else None
    precision = {4: Precision.YEAR, 7: Precision.MONTH}.get(len(code), Precision.DAY)
    return Activity(audience=audience, group=group, starts_on=start, ends_on=start, precision=precision, **values)
