"""What can be counted of delegates and their elections."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, QuerySet

from congress.enums import Body, DelegateKind, Departure, ElectionMethod, Occasion
from congress.models import Delegate, DelegateElection
from congress.selectors import delegates_of_group, parts_on
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, Measure, list_url
from unionoffice.periods import Period

PART_LABELS = {"teachers": "教师代表", "women": "女代表", "young": "青年教师代表", "leaders": "领导干部代表"}
"""By the parts of `composition`."""


def delegate_figures(period: Period, scope: Scope) -> FigureSet:
    """Delegates of the staff congress as the period ends, those of a group too; elections are the whole union's."""
    figures = [*_standing(period, scope)]
    if scope.is_whole:
        figures += [*_elections(period), *_elected(period), *_departed(period)]
    return FigureSet(figures=tuple(figures))


def _standing(period: Period, scope: Scope) -> Iterator[Figure]:
    """How many there are of each kind, and of those with a vote of each part: one query."""
    in_force = Delegate.objects.in_force_on(period.end).filter(term__body=Body.STAFF)
    delegates = delegates_of_group(in_force, scope.group_id, period.end)
    votes = Q(kind=DelegateKind.VOTING)
    parts = {
        name: Count("pk", filter=votes & inside, distinct=True)
        for name, inside in parts_on(period.end, path="member__").items()
    }
    kinds = {kind.value: Count("pk", filter=Q(kind=kind), distinct=True) for kind in DelegateKind}
    counts = delegates.order_by().aggregate(**kinds, **parts)
    for kind in DelegateKind:
        key = "congress.delegates" if kind == DelegateKind.VOTING else f"congress.delegates.{kind.value}"
        yield _figure(key, str(kind.label), counts[kind.value], period, scope, kind=kind)
    for name, label in PART_LABELS.items():
        key = f"congress.delegates.{name}"
        yield _figure(key, label, counts[name], period, scope, kind=DelegateKind.VOTING, part=name)


def _figure(key: str, label: str, value: int, period: Period, scope: Scope, **asked: str) -> Figure:
    url = list_url(
        "congress:delegate-list", on=period.end, group=scope.group_id, body=Body.STAFF, **asked, figure=key
    )
    return Figure(key, label, value, "名", Measure.COUNT, url)


def _held(period: Period) -> QuerySet[DelegateElection]:
    held = DelegateElection.objects.filter(term__body=Body.STAFF)
    return held.concluded_in(period.start, period.end)


def _elections(period: Period) -> Iterator[Figure]:
    """Elections that were concluded: all, by method, and those that filled a seat in between."""
    counts = _held(period).aggregate(
        all=Count("pk"),
        by=Count("pk", filter=Q(occasion=Occasion.BY)),
        **{method.value: Count("pk", filter=Q(method=method)) for method in ElectionMethod},
    )
    asked: list[tuple[str, str, int, dict[str, str]]] = [("elections", "代表选举", counts["all"], {})]
    asked += [
        (f"elections.{method.value}", str(method.label), counts[method.value], {"method": method})
        for method in ElectionMethod
    ]
    asked.append(("elections.by", "代表补选", counts["by"], {"occasion": Occasion.BY}))
    for name, label, value, within in asked:
        key = f"congress.{name}"
        days = {"body": Body.STAFF, "concluded_from": period.start, "concluded_to": period.end}
        url = list_url("congress:election-list", **days, **within, figure=key)
        yield Figure(key, label, value, "次", Measure.COUNT, url)


def _elected(period: Period) -> Iterator[Figure]:
    """Who was elected in those elections and passed the check; who of them fills a seat in between."""
    days = {"body": Body.STAFF, "elected_from": period.start, "elected_to": period.end}
    elected = Delegate.objects.filter(election__in=_held(period))
    counts = elected.aggregate(all=Count("pk"), by=Count("pk", filter=Q(election__occasion=Occasion.BY)))
    asked: tuple[tuple[str, str, int, dict[str, str]], ...] = (
        ("elected", "选出代表", counts["all"], {}),
        ("elected.by", "补选代表", counts["by"], {"occasion": Occasion.BY}),
    )
    for name, label, value, within in asked:
        key = f"congress.delegates.{name}"
        url = list_url("congress:delegate-list", **days, **within, figure=key)
        yield Figure(key, label, value, "名", Measure.COUNT, url)


def _departed(period: Period) -> Iterator[Figure]:
    """Delegates who ceased to be ones before their term was over, and why."""
    gone = Delegate.objects.filter(term__body=Body.STAFF).ended_in(period.start, period.end)
    counts = dict(gone.order_by().values_list("departure").annotate(Count("pk")))
    days = {"body": Body.STAFF, "departed": "true", "ended_from": period.start, "ended_to": period.end}
    yield _gone("departed", "终止代表资格", sum(counts.values()), days)
    for why in Departure:
        name = "recalled" if why == Departure.RECALLED else f"departed.{why.value}"
        label = "撤换代表" if why == Departure.RECALLED else str(why.label)
        yield _gone(name, label, counts.get(why.value, 0), {**days, "departure": why})


def _gone(name: str, label: str, value: int, asked: dict[str, Any]) -> Figure:
    key = f"congress.delegates.{name}"
    return Figure(key, label, value, "名", Measure.COUNT, list_url("congress:delegate-list", **asked, figure=key))
