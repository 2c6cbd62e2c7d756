"""How many proposals of which kind there were, what became of them and how soon: of one year or one session."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from congress.enums import ANSWER_DUE, CONTENT, Body, Outcome, ProposalStatus, SecondingStatus
from congress.models import Delegate, Proposal, Seconding, Session
from unionoffice.charts import Chart, Series
from unionoffice.figures import list_url, percentage
from unionoffice.workdays import Workdays

Counted = Callable[["Case"], bool]
"""Whether a proposal belongs to a column."""


ANSWERED_FOR_GOOD = Q(answered_on__isnull=False, due_on__isnull=False) & ~Q(status__in=ANSWER_DUE)
IN_TIME = ANSWERED_FOR_GOOD & Q(answered_on__lte=F("due_on"))
LATE = ANSWERED_FOR_GOOD & Q(answered_on__gt=F("due_on"))
"""By the day that stands: extended, or set anew when an answer left people unsatisfied."""


def seconders_of_all(proposals: QuerySet[Proposal]) -> int:
    """How often somebody stood behind one of these (人次)."""
    behind = Seconding.objects.filter(status=SecondingStatus.SECONDED, proposal__in=proposals.order_by().values("pk"))
    return behind.count()


@dataclass(frozen=True)
class Case:
    """What is counted of one proposal that was filed."""

    category: str
    category_label: str
    status: str
    outcome: str
    lead_id: int | None
    lead: str
    delegation: str
    session_id: int | None
    session: str
    grade: str
    reviewed_on: date | None
    due_on: date | None
    answered_on: date | None

    @property
    def is_case(self) -> bool:
        """立案: it was filed as a case of its own."""
        return self.outcome == Outcome.ACCEPTED

    @property
    def is_answered(self) -> bool:
        """A case with a signed answer."""
        return self.is_case and self.answered_on is not None

    @property
    def is_closed(self) -> bool:
        """A case that is done."""
        return self.is_case and self.status == ProposalStatus.CLOSED

    @property
    def is_rated(self) -> bool:
        """Its proposer has said what to make of the answer."""
        return self.grade != ""

    @property
    def is_content(self) -> bool:
        """Its proposer is satisfied, or mostly so."""
        return self.grade in CONTENT

    def is_late(self, on: date) -> bool:
        """Answered after the day, or not yet though the day is over."""
        if self.due_on is None:
            return False
        if self.status in ANSWER_DUE:
            return self.due_on < on
        return self.is_answered and self.answered_on is not None and self.answered_on > self.due_on


COLUMNS: tuple[tuple[str, Any, Counted], ...] = (
    ("received", _lazy("收到"), lambda _case: True),
    ("accepted", _lazy("立案"), lambda case: case.is_case),
    ("merged", _lazy("并案"), lambda case: case.outcome == Outcome.MERGED),
    ("turned", _lazy("转意见建议"), lambda case: case.outcome == Outcome.TURNED),
    ("refused", _lazy("不予立案"), lambda case: case.outcome == Outcome.REFUSED),
    ("answered", _lazy("已答复"), lambda case: case.is_answered),
    ("closed", _lazy("已办结"), lambda case: case.is_closed),
)
"""What each table tells of its lines. Counts of one line are of the same proposals."""

CHARTED = ("received", "answered", "closed")


@dataclass(frozen=True)
class StatisticLine:
    """One line: its numbers in the order of the columns, its rates in percent (None where there is nothing to take a
    share of), and its proposals as a list.
    """

    label: str
    counts: tuple[int, ...]
    rates: tuple[Decimal | None, ...]
    url: str = ""


@dataclass(frozen=True)
class ProposalStatistic:
    """A table, in which each proposal stands in one line."""

    key: str
    title: str
    head: str
    lines: tuple[StatisticLine, ...]
    total: StatisticLine

    @property
    def chart(self) -> Chart | None:
        """Received, answered and closed side by side; a chart of one line would say nothing."""
        if len(self.lines) < 2:  # noqa: PLR2004 -- one bar has nothing to stand beside
            return None
        places = [(place, str(label)) for place, (key, label, _of) in enumerate(COLUMNS) if key in CHARTED]
        return Chart(
            kind="bars",
            title=self.title,
            categories=[line.label for line in self.lines],
            series=[Series(label, [line.counts[place] for line in self.lines]) for place, label in places],
            unit=_("件"),
        )


@dataclass(frozen=True)
class Promptness:
    """How soon the cases were answered: in time, late, late and still open; working days from 立案 to the answer."""

    in_time: int
    late: int
    overdue: int
    average: Decimal | None

    @property
    def has_any(self) -> bool:
        """Whether anything can be said yet."""
        return bool(self.in_time or self.late or self.overdue)


def proposed_to(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """Those of the staff congress to which something was proposed, the latest first."""
    filed = Proposal.objects.filter(session=OuterRef("pk"))
    found = sessions.filter(Exists(filed), term__body=Body.STAFF).select_related("term")
    return found.order_by("-starts_on", "-pk")


def proposal_cases(proposals: QuerySet[Proposal]) -> list[Case]:
    """What is counted of each: one query, with the delegation that the proposer belonged to on the day of filing."""
    filed = proposals.filed().select_related("session__term", "lead", "delegation")  # type: ignore[attr-defined]
    sent_by = (
        Delegate.objects.filter(member=OuterRef("proposer"), term=OuterRef("session__term"))
        .filter(Q(to_on=None) | Q(to_on__gte=OuterRef("filed_on")), from_on__lte=OuterRef("filed_on"))
        .order_by("pk")
    )
    rows = filed.annotate(
        own_delegation=Subquery(sent_by.values("delegation__name")[:1]),
        own_group=Subquery(sent_by.values("group__name")[:1]),
    ).defer("reason", "measures", "review", "fulfilment")
    return [_case(row) for row in rows.order_by("number")]


def proposal_statistics(cases: Sequence[Case], **chosen: Any) -> list[ProposalStatistic]:
    """By category, department, delegation and session; `chosen` are the filters of the list in which all stand.

    Lines of delegations lead nowhere: a list narrowed by one would tell who made what isn't signed.
    """
    led = [case for case in cases if case.lead_id is not None]
    return [
        _table("category", _("按类别"), _("类别"), cases, lambda case: (case.category, case.category_label), chosen),
        _table("lead", _("按主办部门"), _("主办部门"), led, lambda case: (case.lead_id, case.lead), chosen),
        _table("", _("按代表团"), _("代表团"), cases, lambda case: (None, case.delegation), chosen),
        _table("session", _("按会议"), _("会议"), cases, lambda case: (case.session_id, case.session), chosen),
    ]


def promptness(cases: Sequence[Case], on: date) -> Promptness:
    """Of the cases that were given a day; the average over those of which both days are known."""
    answered = [case for case in cases if case.is_answered and case.status not in ANSWER_DUE]
    dated = [case for case in answered if case.due_on is not None]
    late = sum(case.is_late(on) for case in dated)
    overdue = sum(case.is_late(on) for case in cases if case.status in ANSWER_DUE)
    return Promptness(in_time=len(dated) - late, late=late, overdue=overdue, average=_average(answered))


def statistic_line(label: str, cases: Sequence[Case], url: str = "") -> StatisticLine:
    """Counts and rates of some proposals."""
    counts = {key: sum(map(belongs, cases)) for key, _label, belongs in COLUMNS}
    rates = (
        _share(counts["accepted"], counts["received"]),
        _share(counts["answered"], counts["accepted"]),
        _share(counts["closed"], counts["accepted"]),
        _share(sum(case.is_content for case in cases), sum(case.is_rated for case in cases)),
    )
    return StatisticLine(label, tuple(counts.values()), rates, url)


def _share(part: int, whole: int) -> Decimal | None:
    return percentage(part, whole) if whole else None


def _table(
    name: str,
    title: str,
    head: str,
    cases: Sequence[Case],
    line_of: Callable[[Case], tuple[Any, str]],
    chosen: dict[str, Any],
) -> ProposalStatistic:
    """One line for each value, those with most proposals first; `name` is the list's filter for it."""
    lines: dict[tuple[Any, str], list[Case]] = {}
    for case in cases:
        lines.setdefault(line_of(case), []).append(case)
    ordered = sorted(lines.items(), key=lambda line: (-len(line[1]), line[0][1]))
    return ProposalStatistic(
        key=name or "delegation",
        title=title,
        head=head,
        lines=tuple(
            statistic_line(
                label, found, list_url("congress:proposal-list", **{**chosen, name: value}) if name else ""
            )
            for (value, label), found in ordered
        ),
        total=statistic_line(_("合计"), cases),
    )


def _average(answered: Sequence[Case]) -> Decimal | None:
    """Working days from 立案 to the answer, with one place, half upwards; none where nothing is known."""
    known = [
        (case.reviewed_on, case.answered_on)
        for case in answered
        if case.reviewed_on is not None and case.answered_on is not None
    ]
    if not known:
        return None
    calendar = Workdays.load(min(start for start, _end in known), max(end for _start, end in known))
    days = sum(calendar.between(start, end) for start, end in known)
    return (Decimal(days) / len(known)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def _case(row: Any) -> Case:
    delegation = row.delegation.name if row.delegation is not None else row.own_delegation or row.own_group
    return Case(
        category=row.category,
        category_label=str(row.get_category_display()),
        status=row.status,
        outcome=row.outcome,
        lead_id=row.lead_id,
        lead=row.lead.name if row.lead is not None else "",
        delegation=delegation or _("未编入代表团"),
        session_id=row.session_id,
        session=str(row.session),
        grade=row.grade,
        reviewed_on=row.reviewed_on,
        due_on=row.due_on,
        answered_on=row.answered_on,
    )
