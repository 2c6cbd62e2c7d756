"""What can be counted of agendas, of what was said to them, of resolutions, and of decisions between sessions."""

from collections import Counter
from typing import Any

from django.db.models import Count, Q

from congress.enums import ITEM_ADOPTED, Body, ItemKind, ItemOutcome, OpinionAnswer, ResolutionStatus
from congress.models import AgendaItem, InterimDecision, ItemOpinion, Resolution
from unionoffice.areas import Scope
from unionoffice.days import in_short
from unionoffice.figures import Figure, FigureSet, Measure, Notable, percentage
from unionoffice.periods import Period

AGENDA = {Body.STAFF: "congress.agenda", Body.UNION: "congress.members_agenda"}
NAMED = {Body.STAFF: "congress", Body.UNION: "congress.members"}
CALLED = {Body.STAFF: "教代会", Body.UNION: "会员大会"}
"""By whose congress it was: how keys of figures and kinds of what is told by name begin, and its name in labels."""

Counts = list[tuple[str, str, str, int]]
"""Body, kind and outcome of items, and how many there are of these."""


def agenda_figures(period: Period, scope: Scope) -> FigureSet:
    """What the staff congress heard, passed and resolved in the period, and what the union's members' congress did.

    Of a union group there is nothing to tell.
    """
    if not scope.is_whole:
        return FigureSet()
    counts = _counts(period)
    return FigureSet(
        figures=(
            *_items(period, Body.STAFF, counts),
            *_items(period, Body.UNION, counts),
            *_opinions(period),
            *_resolutions(period),
            _decisions(period),
        ),
        notables=_named(period),
    )


def _counts(period: Period) -> Counts:
    """How many items there were, by body, kind and outcome."""
    items = AgendaItem.objects.decided_in(period.start, period.end).order_by()
    return list(items.values_list("session__term__body", "kind", "outcome").annotate(Count("pk")))


def _items(period: Period, body: Body, counts: Counts) -> list[Figure]:
    """By kind; the documents that were adopted and those that weren't."""
    agenda, called = AGENDA[body], CALLED[body]
    by_kind: Counter[str] = Counter()
    by_outcome: Counter[str] = Counter()
    for whose, kind, outcome, number in counts:
        if whose == body:
            by_kind[kind] += number
            by_outcome[outcome] += number

    def listed(key: str, label: str, value: int, unit: str = "项", **filters: Any) -> Figure:
        days = {"body": body, "decided_from": period.start, "decided_to": period.end}
        return Figure.listed("congress:agenda-list", key, label, value, unit, Measure.COUNT, **days, **filters)

    adopted = sum(by_outcome[outcome] for outcome in ITEM_ADOPTED)
    return [
        listed(agenda, f"{called}议程", by_kind.total()),
        *(
            listed(f"{agenda}.{kind.value}", f"{called}{kind.label}", by_kind[kind.value], kind=kind.value)
            for kind in ItemKind
        ),
        listed(f"{agenda}.heard", "听取报告", by_outcome[ItemOutcome.HEARD], outcome=ItemOutcome.HEARD),
        listed(f"{agenda}.adopted", "审议通过文件", adopted, adopted="true"),
        listed(f"{agenda}.failed", "表决未通过", by_outcome[ItemOutcome.FAILED], outcome=ItemOutcome.FAILED),
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


def _named(period: Period) -> tuple[Notable, ...]:
    """What was heard, adopted and failed, by title, in the order in which it was."""
    told = {ItemOutcome.HEARD: _heard, ItemOutcome.FAILED: _failed, **dict.fromkeys(ITEM_ADOPTED, _adopted)}
    items = AgendaItem.objects.decided_in(period.start, period.end).filter(outcome__in=told)
    rows = items.select_related("presenter", "session__term", "taken_up_again").defer("text", "covers")
    return tuple(
        told[ItemOutcome(item.outcome)](item, NAMED[Body(item.session.term.body)])
        for item in rows.order_by("decided_on", "session", "place", "pk")
    )


def _heard(item: AgendaItem, whose: str) -> Notable:
    """校长作三年发展规划的报告."""
    by = f"{item.presented_by or item.presenter}作" if item.presented_by or item.presenter else ""
    return Notable(f"{whose}.heard", f"{by}{item.quoted_title}", item.get_absolute_url())


def _adopted(item: AgendaItem, whose: str) -> Notable:
    """《绩效工资分配办法》（应到93人，实到87人，赞成81票，反对4票，弃权2票）."""
    return Notable(f"{whose}.adopted", f"{item.quoted_title}{_votes(item)}", item.get_absolute_url())


def _failed(item: AgendaItem, whose: str) -> Notable:
    """10月20日表决《绩效工资分配办法》（应到…票），未通过; and that it came back, where it did."""
    again = "，修改后再次提交表决" if hasattr(item, "taken_up_again") else ""
    day = in_short(item.decided_on) if item.decided_on else ""
    return Notable(
        f"{whose}.failed", f"{day}表决{item.quoted_title}{_votes(item)}，未通过{again}", item.get_absolute_url()
    )


def _votes(item: AgendaItem) -> str:
    return f"（{item.tally.words}）" if item.tally else ""
