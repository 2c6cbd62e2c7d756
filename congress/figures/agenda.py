"""What can be counted of agendas, of what was said to them, of resolutions, and of decisions between sessions."""

from typing import Any

from django.db.models import Count, Q

from congress.enums import Body, ItemKind, ItemOutcome, OpinionAnswer, ResolutionStatus
from congress.models import AgendaItem, InterimDecision, ItemOpinion, Resolution
from unionoffice.areas import Scope
from unionoffice.days import in_short
from unionoffice.figures import Figure, FigureSet, Measure, Notable, percentage
from unionoffice.periods import Period

AGENDA = "congress.agenda"


def agenda_figures(period: Period, scope: Scope) -> FigureSet:
    """What the staff congress heard, passed and resolved in the period. Of a union group there is nothing to tell."""
    if not scope.is_whole:
        return FigureSet()
    return FigureSet(
        figures=(*_items(period), *_opinions(period), *_resolutions(period), _decisions(period)),
        notables=(*_heard(period), *_adopted(period), *_failed(period)),
    )


def _of_period(period: Period) -> Any:
    items = AgendaItem.objects.filter(session__term__body=Body.STAFF)
    return items.decided_in(period.start, period.end)


def _items(period: Period) -> list[Figure]:
    """By kind; the documents that were adopted and those that weren't."""
    items = _of_period(period)
    by_kind = dict(items.order_by().values_list("kind").annotate(Count("pk")))
    by_outcome = dict(items.order_by().values_list("outcome").annotate(Count("pk")))

    def listed(key: str, label: str, value: int, unit: str = "项", **filters: Any) -> Figure:
        days = {"body": Body.STAFF, "decided_from": period.start, "decided_to": period.end}
        return Figure.listed("congress:agenda-list", key, label, value, unit, Measure.COUNT, **days, **filters)

    heard = by_outcome.get(ItemOutcome.HEARD, 0)
    adopted = by_outcome.get(ItemOutcome.PASSED, 0) + by_outcome.get(ItemOutcome.AGREED, 0)
    failed = by_outcome.get(ItemOutcome.FAILED, 0)
    return [
        listed(AGENDA, "教代会议程", sum(by_kind.values())),
        *(
            listed(f"{AGENDA}.{kind.value}", f"教代会{kind.label}", by_kind.get(kind.value, 0), kind=kind.value)
            for kind in ItemKind
        ),
        listed(f"{AGENDA}.heard", "听取报告", heard, outcome=ItemOutcome.HEARD),
        listed(f"{AGENDA}.adopted", "审议通过文件", adopted, adopted="true"),
        listed(f"{AGENDA}.failed", "表决未通过", failed, outcome=ItemOutcome.FAILED),
    ]


def _opinions(period: Period) -> list[Figure]:
    """What delegates said, and what the school answered to it since."""
    raised = ItemOpinion.objects.raised_in(period.start, period.end).filter(item__session__term__body=Body.STAFF)
    told = raised.order_by().aggregate(
        whole=Count("pk"),
        answered=Count("pk", filter=~Q(outcome="")),
        adopted=Count("pk", filter=Q(outcome=OpinionAnswer.ADOPTED)),
    )

    def listed(key: str, label: str, value: Any, unit: str, measure: Measure, **filters: Any) -> Figure:
        days = {"body": Body.STAFF, "raised_from": period.start, "raised_to": period.end}
        return Figure.listed("congress:item-opinion-list", key, label, value, unit, measure, **days, **filters)

    key = "congress.opinions"
    rate = percentage(told["answered"], told["whole"])
    return [
        listed(key, "代表意见", told["whole"], "条", Measure.COUNT),
        listed(f"{key}.answered", "已答复的代表意见", told["answered"], "条", Measure.COUNT, answered="true"),
        listed(
            f"{key}.adopted",
            "采纳的代表意见",
            told["adopted"],
            "条",
            Measure.COUNT,
            outcome=OpinionAnswer.ADOPTED,
        ),
        listed(f"{key}.rate", "代表意见答复率", rate, "%", Measure.RATIO),
    ]


def _resolutions(period: Period) -> list[Figure]:
    """What was resolved in the period, and what was carried out in it, whenever it was resolved."""
    of_staff = Resolution.objects.filter(session__term__body=Body.STAFF)
    adopted = of_staff.adopted_in(period.start, period.end).count()
    done = of_staff.filter(status=ResolutionStatus.DONE, done_on__range=(period.start, period.end)).count()
    key, body = "congress.resolutions", {"body": Body.STAFF}
    return [
        Figure.listed(
            "congress:resolution-list",
            key,
            "教代会决议",
            adopted,
            "件",
            Measure.COUNT,
            **body,
            adopted_from=period.start,
            adopted_to=period.end,
        ),
        Figure.listed(
            "congress:resolution-list",
            f"{key}.done",
            "已落实的决议",
            done,
            "件",
            Measure.COUNT,
            **body,
            done_from=period.start,
            done_to=period.end,
        ),
    ]


def _decisions(period: Period) -> Figure:
    decided = InterimDecision.objects.decided_in(period.start, period.end).filter(term__body=Body.STAFF)
    return Figure.listed(
        "congress:interim-list",
        "congress.decisions",
        "闭会期间决定",
        decided.count(),
        "项",
        Measure.COUNT,
        body=Body.STAFF,
        decided_from=period.start,
        decided_to=period.end,
    )


def _named(period: Period, **wanted: Any) -> Any:
    items = _of_period(period).filter(**wanted).select_related("presenter")
    return items.order_by("decided_on", "session", "place", "pk")


def _heard(period: Period) -> list[Notable]:
    """校长作三年发展规划的报告."""
    told = []
    for item in _named(period, outcome=ItemOutcome.HEARD):
        by = f"{item.presented_by or item.presenter}作" if item.presented_by or item.presenter else ""
        told.append(Notable("congress.heard", f"{by}{item.quoted_title}", item.get_absolute_url()))
    return told


def _adopted(period: Period) -> list[Notable]:
    """《绩效工资分配办法》."""
    items = _of_period(period).adopted().order_by("decided_on", "session", "place", "pk")
    return [Notable("congress.adopted", item.quoted_title, item.get_absolute_url()) for item in items]


def _failed(period: Period) -> list[Notable]:
    """10月20日《绩效工资分配办法》未通过."""
    return [
        Notable(
            "congress.failed",
            f"{in_short(item.decided_on)}表决{item.quoted_title}，未通过",
            item.get_absolute_url(),
        )
        for item in _named(period, outcome=ItemOutcome.FAILED)
    ]
