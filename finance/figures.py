"""What can be counted of the funds for a summary."""

from decimal import Decimal
from typing import Any

from finance.enums import Direction, EntryStatus
from finance.selectors import booked_in, totals_by_subject
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, FigureTable, Measure, list_url
from unionoffice.money import NOTHING, cents
from unionoffice.periods import Period


def figures(period: Period, scope: Scope) -> FigureSet:
    """Booked income and spending of the period, in all and by subject. A group has no funds of its own."""
    if not scope.is_whole:
        return FigureSet()
    rows = totals_by_subject(booked_in(period))
    by_subject = [_subject_figures(row, period) for row in rows]
    return FigureSet(
        figures=(
            _sum("finance.income", "经费收入", _total(rows, Direction.INCOME), period, direction=Direction.INCOME),
            _sum(
                "finance.spending", "经费支出", _total(rows, Direction.SPENDING), period, direction=Direction.SPENDING
            ),
            _count(
                "finance.spending.lines",
                "支出笔数",
                sum(row["lines"] for row in rows if row["direction"] == Direction.SPENDING),
                period,
                direction=Direction.SPENDING,
            ),
            *(figure for pair in by_subject for figure in pair),
        ),
        tables=(_table(rows, by_subject),) if rows else (),
    )


def _subject_figures(row: dict[str, Any], period: Period) -> tuple[Figure, Figure]:
    key, label = f"finance.subject.{row['subject__code']}", row["subject__name"]
    return (
        _count(f"{key}.lines", f"{label}笔数", row["lines"], period, subject=row["subject_id"]),
        _sum(key, label, row["total"], period, subject=row["subject_id"]),
    )


def _table(rows: list[dict[str, Any]], by_subject: list[tuple[Figure, Figure]]) -> FigureTable:
    lines = tuple(
        (str(Direction(row["direction"]).label), _full_name(row), *figures)
        for row, figures in zip(rows, by_subject, strict=True)
    )
    head = ("方向", "科目", "笔数", "金额（元）")
    return FigureTable("finance.subjects", "工会经费收支表", head, lines, widths=(2, 6, 2, 4))


def _full_name(row: dict[str, Any]) -> str:
    parent = row["subject__parent__name"]
    return f"{parent}—{row['subject__name']}" if parent else row["subject__name"]


def _total(rows: list[dict[str, Any]], direction: Direction) -> Decimal:
    return sum((row["total"] for row in rows if row["direction"] == direction), NOTHING)


def _sum(key: str, label: str, value: Decimal, period: Period, **filters: Any) -> Figure:
    return Figure(key, label, cents(value), "元", Measure.SUM, _url(key, period, **filters))


def _count(key: str, label: str, value: int, period: Period, **filters: Any) -> Figure:
    return Figure(key, label, value, "笔", Measure.COUNT, _url(key, period, **filters))


def _url(key: str, period: Period, **filters: Any) -> str:
    return list_url(
        "finance:entry-list",
        status=EntryStatus.BOOKED,
        booked_from=period.start,
        booked_to=period.end,
        **filters,
        figure=key,
    )
