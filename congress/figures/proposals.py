"""What can be counted of proposals."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from congress.enums import Category, Outcome, ProposalStatus, Result
from congress.selectors import (
    accepted_rate,
    answered_rate,
    closed_rate,
    received,
    satisfied_rate,
)
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, FigureTable, Measure, list_url
from unionoffice.periods import Period


@dataclass(frozen=True)
class _Part:
    """Some of the proposals received: which ones, as the database and as the filters of the list say it."""

    name: str
    label: Any
    condition: Q = field(default_factory=Q)
    filters: dict[str, Any] = field(default_factory=dict)


CASES: dict[str, Any] = {"outcome": Outcome.ACCEPTED}

RECEIVED = _Part("received", _("收到提案"))
ACCEPTED = _Part("accepted", Outcome.ACCEPTED.label, Q(**CASES), CASES)
ANSWERED = _Part("answered", _("已答复"), Q(**CASES, answered_on__isnull=False), {**CASES, "answered": "true"})
CLOSED = _Part(
    "closed",
    _("已办结"),
    Q(**CASES, status=ProposalStatus.CLOSED),
    {**CASES, "status": ProposalStatus.CLOSED},
)
COLUMNS = (RECEIVED, ACCEPTED, ANSWERED, CLOSED)
"""What the table tells of each category."""

PARTS = (
    RECEIVED,
    *(
        _Part(outcome.value, outcome.label, Q(outcome=outcome), {"outcome": outcome})
        for outcome in (Outcome.ACCEPTED, Outcome.MERGED, Outcome.TURNED, Outcome.REFUSED)
    ),
    ANSWERED,
    CLOSED,
    *(_Part(f"result.{result}", result.label, Q(result=result), {"result": result}) for result in Result),
)

RATES = (
    ("accepted_rate", _("立案率"), accepted_rate),
    ("answered_rate", _("答复率"), answered_rate),
    ("closed_rate", _("办结率"), closed_rate),
    ("satisfied_rate", _("满意率"), satisfied_rate),
)


def headlines(period: Period, scope: Scope) -> FigureSet:
    """How many proposals were filed in the period, and what has become of them since."""
    whole, link = received(period, scope).order_by().aggregate(**_counts(PARTS)), _Link(period, scope)
    return FigureSet(figures=tuple(link.count(part, whole) for part in PARTS))


def proposal_figures(period: Period, scope: Scope) -> FigureSet:
    """Proposals filed in the period, with what has become of them since."""
    proposals, link = received(period, scope), _Link(period, scope)
    whole = proposals.order_by().aggregate(**_counts(PARTS))
    by_category = proposals.order_by().values("category").annotate(**_counts(COLUMNS))
    rows: dict[str, Any] = {row["category"]: row for row in by_category}
    lines = {category: _line(link, category, rows.get(category.value, {})) for category in Category}
    told = [link.count(part, whole) for part in PARTS]
    return FigureSet(
        figures=(
            *told,
            *(link.rate(name, label, rate(proposals)) for name, label, rate in RATES),
            *(figure for line in lines.values() for figure in line),
        ),
        tables=_tables(lines, [link.count(part, whole) for part in COLUMNS]),
    )


@dataclass(frozen=True)
class _Link:
    """Makes figures of the proposals of a period and a scope, each with the address of its list."""

    period: Period
    scope: Scope

    def count(self, part: _Part, counted: dict[str, int], *, within: str = "", **filters: Any) -> Figure:
        """How many there are of a part, perhaps within a category."""
        key = ".".join(name for name in ("congress.proposals", within, part.name) if name).removesuffix(".received")
        url = self._url(key, **part.filters, **filters)
        return Figure(key, str(part.label), counted.get(_column(part), 0), "件", Measure.COUNT, url)

    def rate(self, name: str, label: Any, value: Any) -> Figure:
        """A share in percent; the list behind has all that were received."""
        key = f"congress.proposals.{name}"
        return Figure(key, str(label), value, "%", Measure.RATIO, self._url(key))

    def _url(self, key: str, **filters: Any) -> str:
        return list_url(
            "congress:proposal-list",
            filed_from=self.period.start,
            filed_to=self.period.end,
            group=self.scope.group_id,
            **filters,
            figure=key,
        )


def _column(part: _Part) -> str:
    return part.name.replace(".", "_")


def _counts(parts: tuple[_Part, ...]) -> dict[str, Count]:
    return {_column(part): Count("pk", filter=part.condition) for part in parts}


def _line(link: _Link, category: Category, row: dict[str, int]) -> list[Figure]:
    within = f"category.{category}"
    return [link.count(part, row, within=within, category=category) for part in COLUMNS]


def _tables(lines: dict[Category, list[Figure]], whole: list[Figure]) -> tuple[FigureTable, ...]:
    """The categories in which something was proposed and their total; no table where nothing was."""
    if whole[0].is_nothing:
        return ()
    rows: list[tuple[str | Figure, ...]] = [
        (str(category.label), *line) for category, line in lines.items() if not line[0].is_nothing
    ]
    head = ("类别", *(f"{part.label}（件）" for part in COLUMNS))
    return (FigureTable("congress.proposals", "提案情况表", head, (*rows, ("合计", *whole))),)
