"""What can be counted of welfare for a summary."""

from typing import Any

from django.db.models import Count, F, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from finance.enums import Fund
from unionoffice.areas import Scope
from unionoffice.days import in_short
from unionoffice.figures import Figure, FigureSet, FigureTable, Measure, Notable, list_url
from unionoffice.money import NOTHING, cents
from unionoffice.periods import Period
from welfare.enums import Occasion
from welfare.models import Visit
from welfare.selectors import visits_made

TOLD_BY_DAY = {
    Occasion.SUMMER: "{where}开展夏送清凉",
    Occasion.FESTIVAL: "{where}走访慰问",
    Occasion.NEW_TEACHER: "{where}看望新教师",
}
"""Occasions that a summary may tell one by one; the others are somebody's own affair and only counted."""

NO_VISIT = {"times": 0, "people": 0, "money": NOTHING}


def figures(period: Period, scope: Scope) -> FigureSet:
    """Visits made in the period as 人次 and 人, by occasion and by whose money."""
    visits = visits_made(period, scope)
    by_occasion = _grouped(visits, "occasion", Occasion)
    by_fund = _grouped(visits, "fund", Fund)
    rows = [_measures("welfare.visits", str(_("慰问")), _whole(visits), period, scope)]
    rows += [
        _measures(f"welfare.visits.{key}", str(key.label), row, period, scope, occasion=key)
        for key, row in by_occasion.items()
    ]
    money = [
        _measures(f"welfare.visits.fund.{key}", str(key.label), row, period, scope, fund=key)
        for key, row in by_fund.items()
    ]
    return FigureSet(
        figures=tuple(figure for row in (*rows, *money) for figure in row),
        notables=tuple(_notable(visit) for visit in visits.filter(occasion__in=TOLD_BY_DAY).order_by("visited_on")),
        tables=_tables(rows),
    )


def _whole(visits: QuerySet[Visit]) -> dict[str, Any]:
    return visits.order_by().aggregate(**_sums())


def _grouped(visits: QuerySet[Visit], name: str, choices: Any) -> dict[Any, dict[str, Any]]:
    """For each choice, in their order, what is measured of it."""
    rows = {row[name]: row for row in visits.order_by().values(name).annotate(**_sums())}
    return {choice: rows.get(choice.value, NO_VISIT) for choice in choices}


def _sums() -> dict[str, Any]:
    return {
        "times": Count("pk"),
        "people": Count("member_id", distinct=True),
        "money": Sum(F("cash") + F("goods_value")),
    }


def _measures(
    key: str, label: str, row: dict[str, Any], period: Period, scope: Scope, **filters: Any
) -> tuple[Figure, Figure, Figure]:
    def url(figure: str) -> str:
        return list_url(
            "welfare:visit-list",
            made="true",
            visited_from=period.start,
            visited_to=period.end,
            group=scope.group_id,
            **filters,
            figure=figure,
        )

    return (
        Figure(key, label, row["times"], "人次", Measure.COUNT, url(key)),
        Figure(f"{key}.people", f"{label}人数", row["people"], "人", Measure.PEOPLE, url(f"{key}.people")),
        Figure(
            f"{key}.money", f"{label}金额", cents(row["money"] or NOTHING), "元", Measure.SUM, url(f"{key}.money")
        ),
    )


def _tables(rows: list[tuple[Figure, Figure, Figure]]) -> tuple[FigureTable, ...]:
    """The occasions that occurred and their total; no table where none did."""
    whole, *occasions = rows
    if whole[0].is_nothing:
        return ()
    lines = [(row[0].label, *row) for row in occasions if not row[0].is_nothing]
    head = ("事由", "慰问人次", "慰问人数", "金额（元）")
    return (FigureTable("welfare.visits", "慰问情况表", head, (*lines, ("合计", *whole))),)


def _notable(visit: Visit) -> Notable:
    day = visit.visited_on
    assert day is not None  # noqa: S101 -- a visit that happened has its day, by constraint
    what = TOLD_BY_DAY[Occasion(visit.occasion)].format(where=f"到{visit.place}" if visit.place else "")
    return Notable(visit.occasion, f"{in_short(day)}{what}", visit.get_absolute_url())
