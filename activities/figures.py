"""What can be counted of activities for a summary."""

from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from activities.enums import ActivityKind, Occasion
from activities.models import Activity
from activities.selectors import activities_held, attendance_total, joined_by_group, people_total, with_attendance
from activities.wording import days, named
from finance.enums import Fund
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, FigureTable, Measure, Notable, list_url
from unionoffice.money import NOTHING, cents
from unionoffice.periods import Period
from unionoffice.precision import Precision

NONE_HELD: dict[str, Any] = {"times": 0, "came": 0, "money": NOTHING}
PEOPLE_KEY = "activities.held.people"
"""The one figure that counts people instead of attendance."""

KINDS, OCCASIONS = "activities.kind", "activities.occasion"
"""What notable records and keys of figures begin with: `activities.kind.trip`, `activities.occasion.double_ninth`."""


def headlines(period: Period, scope: Scope) -> FigureSet:
    """How many activities were held in the period, with how many people and for how much."""
    held = with_attendance(activities_held(period, scope))
    return FigureSet(figures=tuple(_Asker(period, scope).row("activities.held", str(_("活动")), _whole(held))))


def figures(period: Period, scope: Scope) -> FigureSet:
    """Activities held in the period as 场 and 人次, by kind, occasion and whose money paid.

    Of a union group, what it held itself; what others held and its people came to stands apart.
    """
    held = with_attendance(activities_held(period, scope))
    ask = _Asker(period, scope)
    whole = ask.row("activities.held", str(_("活动")), _whole(held))
    kinds = [
        ask.row(f"{KINDS}.{kind}", str(kind.label), row, kind=kind)
        for kind, row in _grouped(held, "kind", ActivityKind).items()
    ]
    occasions = [
        ask.row(f"{OCCASIONS}.{day}", str(day.label), row, occasion=day)
        for day, row in _grouped(held, "occasion", Occasion).items()
    ]
    funds = [
        ask.money(f"activities.fund.{fund}.money", str(fund.label), row["money"], fund=fund)
        for fund, row in _grouped(held, "fund", Fund).items()
    ]
    return FigureSet(
        figures=(
            *whole,
            ask.people(PEOPLE_KEY, people_total(held)),
            *(figure for row in (*kinds, *occasions) for figure in row),
            *funds,
            *_joined(ask, period, scope),
        ),
        notables=tuple(notable(activity) for activity in held.order_by("starts_on", "pk")),
        tables=_tables(whole, kinds),
    )


class _Asker:
    """Makes figures of one period and scope, each with the address of its list."""

    def __init__(self, period: Period, scope: Scope) -> None:
        self.filters: dict[str, Any] = {
            "held": "true",
            "held_from": period.start,
            "held_to": period.end,
            "group": scope.group_id,
        }

    def row(self, key: str, label: str, row: dict[str, Any], **filters: Any) -> tuple[Figure, Figure, Figure]:
        """场次, 人次 and money of the same activities."""
        return (
            self.count(key, label, row["times"], "场", **filters),
            self.count(f"{key}.attendance", f"{label}参加人次", row["came"], "人次", **filters),
            self.money(f"{key}.money", f"{label}支出", row["money"], **filters),
        )

    def count(self, key: str, label: str, value: int, unit: str, **filters: Any) -> Figure:
        """So many of them."""
        return Figure(key, label, value or 0, unit, Measure.COUNT, self.url(key, **filters))

    def money(self, key: str, label: str, value: Decimal | None, **filters: Any) -> Figure:
        """What they cost, in 元."""
        return Figure(key, label, cents(value or NOTHING), "元", Measure.SUM, self.url(key, **filters))

    def people(self, key: str, value: int) -> Figure:
        """How many different people came who are known by name."""
        return Figure(key, str(_("参加活动人数（按签到）")), value, "人", Measure.PEOPLE, self.url(key))

    def url(self, key: str, **filters: Any) -> str:
        """The list of exactly these."""
        return list_url("activities:activity-list", **{**self.filters, **filters}, figure=key)


def _whole(held: QuerySet[Any]) -> dict[str, Any]:
    return held.order_by().aggregate(**_sums())


def _grouped(held: QuerySet[Any], name: str, choices: Any) -> dict[Any, dict[str, Any]]:
    """For each choice, in their order, what is measured of it."""
    rows = {row[name]: row for row in held.order_by().values(name).annotate(**_sums())}
    return {choice: rows.get(choice.value, NONE_HELD) for choice in choices}


def _sums() -> dict[str, Any]:
    return {"times": Count("pk"), "came": Sum("attended"), "money": Sum("actual_cost")}


def _joined(ask: _Asker, period: Period, scope: Scope) -> tuple[Figure, ...]:
    """What the group's people came to elsewhere; for the whole union there is no elsewhere."""
    group_id = scope.group_id or 0
    elsewhere = joined_by_group(Activity.objects.held_in(period.start, period.end), group_id)
    filters = {"group": None, "joined": group_id}
    times, came = elsewhere.count(), attendance_total(elsewhere)
    return (
        ask.count("activities.joined", str(_("参加其他活动")), times, "场", **filters),
        ask.count("activities.joined.attendance", str(_("参加其他活动人次")), came, "人次", **filters),
    )


def _tables(
    whole: tuple[Figure, Figure, Figure], kinds: list[tuple[Figure, Figure, Figure]]
) -> tuple[FigureTable, ...]:
    """The kinds that were held and their total; no table where nothing was."""
    if whole[0].is_nothing:
        return ()
    lines = [(row[0].label, *row) for row in kinds if not row[0].is_nothing]
    head = (str(_("类别")), str(_("场次")), str(_("参加人次")), str(_("支出（元）")))
    return (FigureTable("activities.kinds", str(_("活动情况表")), head, (*lines, (str(_("合计")), *whole))),)


def notable(activity: Any) -> Notable:
    """9月12日举办“趣味运动会”，86人次参加.

    Those for retired staff are told as such; others by their occasion where they have one, else by their kind.
    """
    day = "" if activity.precision in (Precision.YEAR, Precision.TERM) else days(activity)
    came = str(_("，%(n)s人次参加") % {"n": activity.attended}) if activity.attended else ""
    text = f"{day}{_('举办')}{named(activity)}{came}"
    by_kind = activity.kind == ActivityKind.RETIREES or not activity.occasion
    kind = f"{KINDS}.{activity.kind}" if by_kind else f"{OCCASIONS}.{activity.occasion}"
    return Notable(kind, text, activity.get_absolute_url())
