"""What can be counted of suggestions."""

from typing import Any

from django.db.models import Count, Q

from congress.enums import SUGGESTION_ANSWERED, TAKEN, Adoption, Category, DriveStatus, SuggestionStatus
from congress.models import SuggestionDrive
from congress.selectors import adopted_rate, suggestion_answered_rate, suggestions_received
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, FigureTable, Measure, Notable
from unionoffice.periods import Period

PARTS: tuple[tuple[str, str, Q, dict[str, Any]], ...] = (
    ("", "收到意见建议", Q(), {}),
    (".answered", "已答复", Q(status__in=SUGGESTION_ANSWERED), {"answered": "true"}),
    (".taken", "采纳", Q(adoption__in=TAKEN), {"taken": "true"}),
    (".done", "采纳并已落实", Q(status=SuggestionStatus.DONE), {"status": SuggestionStatus.DONE}),
    *(
        (f".adoption.{one}", str(one.label), Q(adoption=one), {"adoption": one})
        for one in (Adoption.PARTLY, Adoption.DECLINED, Adoption.NOTED)
    ),
    (".in_drives", "在征集活动中收到", Q(drive__isnull=False), {"in_drive": "true"}),
    (".from_proposals", "由提案转入", Q(from_proposal__isnull=False), {"from_proposal": "true"}),
    (".outstanding", "优秀建议", Q(is_outstanding=True), {"only": "outstanding"}),
)
"""Key, label, which ones as the database says it and as the filters of the list say it."""

COLUMNS = 3
"""Of these parts, what the tables tell of each category and of each drive: received, answered, adopted."""


def suggestion_figures(period: Period, scope: Scope) -> FigureSet:
    """Suggestions handed in within the period, with what has become of them since; the drives that began in it."""
    received = suggestions_received(period, scope)
    whole = received.order_by().aggregate(**_counts(len(PARTS)))
    told = [_figure(period, scope, place, whole) for place in range(len(PARTS))]
    rates = (
        ("answered_rate", "意见建议答复率", suggestion_answered_rate(received)),
        ("adopted_rate", "采纳率", adopted_rate(received)),
    )
    shares = [_listed(period, scope, f".{key}", label, value, "%", Measure.RATIO) for key, label, value in rates]
    tables = () if told[0].is_nothing else (_by_category(period, scope, received, told), *_by_drive(period, scope))
    inside = [figure for table in tables for figure in table.figures if figure not in told]
    return FigureSet(
        figures=(*told, *shares, *inside, *_drives(period, scope)),
        notables=_outstanding(received),
        tables=tables,
    )


def _counts(places: int) -> dict[str, Count]:
    return {f"n{place}": Count("pk", filter=PARTS[place][2]) for place in range(places)}


def _figure(
    period: Period, scope: Scope, place: int, counted: dict[str, int], within: str = "", **more: Any
) -> Figure:
    key, label, _condition, filters = PARTS[place]
    return _listed(period, scope, within + key, label, counted.get(f"n{place}", 0), "条", **filters, **more)


def _listed(
    period: Period,
    scope: Scope,
    key: str,
    label: str,
    value: Any,
    unit: str,
    measure: Measure = Measure.COUNT,
    **filters: Any,
) -> Figure:
    return Figure.listed(
        "congress:suggestion-list",
        f"congress.suggestions{key}",
        label,
        value,
        unit,
        measure,
        handed_from=period.start,
        handed_to=period.end,
        group=scope.group_id,
        **filters,
    )


def _by_category(period: Period, scope: Scope, received: Any, told: list[Figure]) -> FigureTable:
    counted = {row["category"]: row for row in received.order_by().values("category").annotate(**_counts(COLUMNS))}
    rows: list[tuple[str | Figure, ...]] = [
        (
            str(category.label),
            *(
                _figure(period, scope, place, counted[category], f".category.{category}", category=category)
                for place in range(COLUMNS)
            ),
        )
        for category in Category
        if category in counted
    ]
    head = ("类别", "收到（条）", "已答复（条）", "采纳（条）")
    return FigureTable("congress.suggestions", "意见建议情况表", head, (*rows, ("合计", *told[:COLUMNS])))


def _by_drive(period: Period, scope: Scope) -> tuple[FigureTable, ...]:
    """The drives in which something was handed in within the period."""
    received = suggestions_received(period, scope).filter(drive__isnull=False)
    counted: Any = received.order_by().values("drive", "drive__title", "drive__from_on").annotate(**_counts(COLUMNS))
    rows: tuple[tuple[str | Figure, ...], ...] = tuple(
        (
            row["drive__title"],
            *(
                _figure(period, scope, place, row, f".drive.{row['drive']}", drive=row["drive"])
                for place in range(COLUMNS)
            ),
        )
        for row in counted.order_by("drive__from_on", "drive")
    )
    head = ("征集活动", "收到（条）", "已答复（条）", "采纳（条）")
    return (FigureTable("congress.suggestion_drives", "合理化建议征集情况表", head, rows),) if rows else ()


def _drives(period: Period, scope: Scope) -> tuple[Figure, ...]:
    """Drives are the whole union's."""
    begun = SuggestionDrive.objects.filter(from_on__range=(period.start, period.end))
    count = begun.exclude(status=DriveStatus.PLANNED).count() if scope.is_whole else 0
    return (
        Figure.listed(
            "congress:drive-list",
            "congress.suggestion_drives",
            "合理化建议征集活动",
            count,
            "次",
            begun_from=period.start,
            begun_to=period.end,
        ),
    )


def _outstanding(received: Any) -> tuple[Notable, ...]:
    """Outstanding suggestions by their titles, without their authors."""
    return tuple(
        Notable("suggestion", f"《{one.title}》被评为优秀建议", one.get_absolute_url())
        for one in received.filter(is_outstanding=True).order_by("number")
    )
