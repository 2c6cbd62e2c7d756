"""What can be counted of proposals."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from congress.enums import Category, Outcome, ProposalStatus, Result
from congress.models import Proposal
from congress.selectors import (
    IN_TIME,
    LATE,
    accepted_rate,
    answered_rate,
    closed_rate,
    of_group,
    received,
    satisfied_rate,
    seconders_of_all,
)
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, FigureTable, Measure, Notable, list_url
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

OF_DEPARTMENT = (ACCEPTED, ANSWERED, CLOSED)
"""What the table tells of each department, which has cases only."""

STATES = (
    ProposalStatus.FILED,
    ProposalStatus.ACCEPTED,
    ProposalStatus.ASSIGNED,
    ProposalStatus.HANDLING,
    ProposalStatus.ANSWERED,
    ProposalStatus.SIGNED,
    ProposalStatus.FOLLOWED,
    ProposalStatus.WITHDRAWN,
)
"""Where a filed proposal may stand; the ends that a review has are told by its outcome."""

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

FURTHER = (
    *(_Part(f"status.{status}", status.label, Q(status=status), {"status": status}) for status in STATES),
    _Part("in_time", _("按期答复"), Q(**CASES) & IN_TIME, {**CASES, "in_time": "true"}),
    _Part("late", _("逾期答复"), Q(**CASES) & LATE, {**CASES, "in_time": "false"}),
    _Part("reworked", _("重新办理"), Q(reworks__gt=0), {"reworked": "true"}),
)
"""What the desk has no room for and a summary tells."""

CHOSEN = (("priority", _("重点提案")), ("outstanding", _("优秀提案")))
"""Told by the day on which they were chosen."""

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
    whole = proposals.order_by().aggregate(**_counts((*PARTS, *FURTHER)))
    by_category = proposals.order_by().values("category").annotate(**_counts(COLUMNS))
    rows: dict[str, Any] = {row["category"]: row for row in by_category}
    lines = {category: _line(link, category, rows.get(category.value, {})) for category in Category}
    told = [link.count(part, whole) for part in (*PARTS, *FURTHER)]
    departments = _by_department(link, proposals)
    return FigureSet(
        figures=(
            *told,
            link.seconders(seconders_of_all(proposals)),
            *(_chosen_figure(period, scope, name, label) for name, label in CHOSEN),
            *(link.rate(name, label, rate(proposals)) for name, label, rate in RATES),
            *(figure for line in lines.values() for figure in line),
            *(figure for table in departments for figure in table.figures),
        ),
        notables=tuple(note for name, _label in CHOSEN for note in _chosen_titles(period, scope, name)),
        tables=(*_tables(lines, [link.count(part, whole) for part in COLUMNS]), *departments),
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

    def seconders(self, value: int) -> Figure:
        """How often delegates stood behind what was received."""
        key = "congress.proposals.seconders"
        return Figure(key, "附议", value, "人次", Measure.COUNT, self._url(key))

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


def _by_department(link: _Link, proposals: Any) -> tuple[FigureTable, ...]:
    """The departments that answer for cases, those with most first; no table where none does."""
    led = proposals.filter(**CASES, lead__isnull=False).order_by()
    counted = led.values("lead", "lead__name").annotate(**_counts(OF_DEPARTMENT))
    rows = tuple(
        (
            row["lead__name"],
            *(link.count(part, row, within=f"lead.{row['lead']}", lead=row["lead"]) for part in OF_DEPARTMENT),
        )
        for row in counted.order_by("-accepted", "lead__name")
    )
    head = ("主办部门", *(f"{part.label}（件）" for part in OF_DEPARTMENT))
    return (FigureTable("congress.proposals.departments", "各部门办理提案情况表", head, rows),) if rows else ()


def _chosen(period: Period, scope: Scope, name: str) -> Any:
    """Proposals that were chosen within the period, whenever they were filed."""
    days = {f"{name}_on__range": (period.start, period.end)}
    return of_group(Proposal.objects.filter(**days), scope.group_id)


def _chosen_figure(period: Period, scope: Scope, name: str, label: Any) -> Figure:
    return Figure.listed(
        "congress:proposal-list",
        f"congress.proposals.{name}",
        str(label),
        _chosen(period, scope, name).count(),
        "件",
        **{f"{name}_from": period.start, f"{name}_to": period.end},
        group=scope.group_id,
    )


def _chosen_titles(period: Period, scope: Scope, name: str) -> tuple[Notable, ...]:
    """By their titles: who made them isn't told."""
    chosen = _chosen(period, scope, name).order_by("number").only("title")
    return tuple(Notable(f"{name}_proposal", f"《{one.title}》", one.get_absolute_url()) for one in chosen)
