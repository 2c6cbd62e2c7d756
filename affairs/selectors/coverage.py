"""公开情况: what was due by the catalogue, and what became of it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from affairs.enums import DECIDED, PUBLISHED_ONCE, Category, CoverageStatus, DisclosureStatus, Stage, Timing
from affairs.models import CatalogueDuty, CatalogueEdition, Disclosure
from affairs.selectors.intervals import periods_due, reckoned_on, terms_between
from members.models import Account
from members.selectors import holders_of
from unionoffice.dated import covering, holds_on
from unionoffice.days import in_short
from unionoffice.figures import percentage
from unionoffice.periods import Period
from unionoffice.roles import Role
from unionoffice.rules import values_of

DAYS_AFTER, DAYS_INTO = "affairs.coverage.days_after", "affairs.coverage.days_into"
_NEVER = 10**9
"""More days than any rule has: sorts after every value of the same day."""
_CATEGORIES = {category.value: place for place, category in enumerate(Category)}


@dataclass(frozen=True)
class Told:
    """What was written for one matter and one of its periods."""

    disclosure_id: int
    published_on: date | None


@dataclass(frozen=True)
class Obligation:
    """One period of a regular matter: due on a day, and disclosed or not. `told` may be a draft still."""

    duty: CatalogueDuty
    period: Period
    due_on: date
    told: Told | None
    status: CoverageStatus

    @property
    def published_on(self) -> date | None:
        """When it came onto the board."""
        return self.told.published_on if self.told else None

    @property
    def is_under_way(self) -> bool:
        """Whether somebody is at work on it."""
        return self.told is not None and self.told.published_on is None

    @property
    def key(self) -> str:
        """Names it among all others, for notices that go out once."""
        return f"{self.duty.item_id}-{self.period.code}"


class Deadlines:
    """How long after a period begins or ends something is due, by the rules as they were then."""

    def __init__(self) -> None:
        self._values = {
            key: [(setting.valid_from, setting.typed) for setting in reversed(values_of(key))]
            for key in (DAYS_AFTER, DAYS_INTO)
        }

    def due_on(self, period: Period, stage: str) -> date:
        """The last day on which the disclosure is in time."""
        reckoned = reckoned_on(period, stage)
        return reckoned + timedelta(days=self._days(DAYS_INTO if stage == Stage.BEFORE else DAYS_AFTER, reckoned))

    @property
    def longest(self) -> int:
        """The most days that any rule gives or gave."""
        return max(days for values in self._values.values() for _from, days in values)

    def _days(self, key: str, on: date) -> int:
        values = self._values[key]
        return values[bisect_right(values, (on, _NEVER)) - 1][1]


def obligations(
    duties: QuerySet[CatalogueDuty], start: date, end: date, *, on: date, deadlines: Deadlines | None = None
) -> list[Obligation]:
    """What was due by some rows of the catalogue, of periods reckoned within some days, as it stands on `on`.

    A disclosure counts for exactly the period that it names, in its last version: the year's report doesn't stand for
    its months. It counts from the day on which its first version came onto the board. Nothing is due before the first
    edition of the catalogue was in force. The number of queries is the same however much there is.
    """
    since = CatalogueEdition.objects.kept_since()
    if since is None or since > end:
        return []
    start = max(start, since)
    deadlines = deadlines or Deadlines()
    terms = terms_between(start, end)
    regular = duties.filter(timing=Timing.REGULAR)
    rows = regular.meeting(start, end).select_related("item", "department")  # type: ignore[attr-defined]
    due = [
        (duty, period)
        for duty in rows
        for period in periods_due(duty.interval, duty.stage, start, end, terms=terms)
        if holds_on(duty, reckoned_on(period, duty.stage))
    ]
    told = _told(due)
    found = [
        _obligation(duty, period, deadlines.due_on(period, duty.stage), told.get((duty.item_id, period.code)), on)
        for duty, period in due
    ]
    return sorted(found, key=lambda one: (one.due_on, one.duty.item.sphere, one.duty.item.content))


def _obligation(duty: CatalogueDuty, period: Period, due_on: date, told: Told | None, on: date) -> Obligation:
    return Obligation(duty, period, due_on, told, _status(duty, period, due_on, told, on))


def _status(duty: CatalogueDuty, period: Period, due_on: date, told: Told | None, on: date) -> CoverageStatus:
    if told is not None and told.published_on is not None:
        return CoverageStatus.ON_TIME if told.published_on <= due_on else CoverageStatus.LATE
    if on > due_on:
        return CoverageStatus.OVERDUE
    return CoverageStatus.WAITING if on >= reckoned_on(period, duty.stage) else CoverageStatus.COMING


def _told(due: Iterable[tuple[CatalogueDuty, Period]]) -> dict[tuple[int, str], Told]:
    """For each matter and period the first that was published, else what is under way."""
    wanted = [(duty.item_id, period.code) for duty, period in due]
    written = _in_last_version().filter(
        item__in={item for item, _code in wanted}, period_code__in={code for _item, code in wanted}
    )
    found: dict[tuple[int, str], Told] = {}
    for item, code, pk, first_on, status in written.order_by("-first_on", "-pk").values_list(
        "item", "period_code", "pk", "first_on", "status"
    ):
        told = Told(pk, first_on if status in PUBLISHED_ONCE else None)
        if told.published_on is not None or (item, code) not in found:
            found[item, code] = told
    return found


def _in_last_version() -> QuerySet[Any]:
    """Each matter as it was last published or is being written, with the day on which its first version came up."""
    later = Disclosure.objects.filter(corrects=OuterRef("pk"), status__in=PUBLISHED_ONCE)
    same = {name: OuterRef(name) for name in ("sphere", "year", "number")}
    first = Disclosure.objects.filter(**same, edition=1).values("published_on")[:1]
    rows = Disclosure.objects.exclude(status=DisclosureStatus.DISCARDED).filter(~Exists(later))
    return rows.annotate(first_on=Subquery(first))


@dataclass(frozen=True)
class Standing:
    """One matter that is disclosed at all times, and whether it hangs there now."""

    duty: CatalogueDuty
    hangs: bool


def standings(duties: QuerySet[CatalogueDuty], on: date) -> list[Standing]:
    """The matters that are disclosed at all times, by the catalogue of a day: on the board that day or not."""
    since = CatalogueEdition.objects.kept_since()
    if since is None or since > on:
        return []
    hanging = Disclosure.objects.posted_on(on).filter(item=OuterRef("item"))
    rows = duties.filter(covering(on), timing=Timing.LONG).select_related("item", "department")
    ordered = rows.annotate(hangs=Exists(hanging)).order_by("item__sphere", "item__content")
    return [Standing(row, row.hangs) for row in ordered]


def without_period(duties: QuerySet[CatalogueDuty], start: date, end: date) -> int:
    """How many disclosures of regular matters don't say for which period they are, and so count for none."""
    regular = duties.filter(timing=Timing.REGULAR).values("item")
    published = Disclosure.objects.published_between(start, end).firsts()
    return published.filter(item__in=regular, timing=Timing.REGULAR, period_code="").count()


@dataclass(frozen=True)
class CoverageLine:
    """How one department, or everybody together, has kept the catalogue."""

    department_id: int | None
    label: str
    counts: dict[CoverageStatus, int]
    hanging: int
    missing: int

    @property
    def due(self) -> int:
        """All periods that were asked about."""
        return sum(self.counts.values())

    @property
    def rate(self) -> Decimal | None:
        """按期公开率, of what is decided; None where nothing is."""
        return on_time_rate(self.counts)


def on_time_rate(counts: dict[CoverageStatus, int]) -> Decimal | None:
    """按期公开率: in time, of all that were disclosed or should have been, in percent with one place."""
    decided = sum(counts.get(status, 0) for status in DECIDED)
    return percentage(counts.get(CoverageStatus.ON_TIME, 0), decided) if decided else None


def by_department(due: Sequence[Obligation], standing: Sequence[Standing], *, nobody: str) -> list[CoverageLine]:
    """A line for each department that answers for something, and for what nobody answers for."""
    duties = [*(one.duty for one in due), *(one.duty for one in standing)]
    names = {duty.department_id: duty.department.name if duty.department else nobody for duty in duties}
    order = {duty.department_id: duty.department.order_key if duty.department else "~" for duty in duties}
    return [
        coverage_line(
            [one for one in due if one.duty.department_id == key],
            [one for one in standing if one.duty.department_id == key],
            label=names[key],
            department_id=key,
        )
        for key in sorted(names, key=lambda key: order[key])
    ]


def coverage_line(
    due: Sequence[Obligation], standing: Sequence[Standing], *, label: str, department_id: int | None = None
) -> CoverageLine:
    """The line of some of it."""
    return CoverageLine(
        department_id=department_id,
        label=label,
        counts=counted(due),
        hanging=sum(one.hangs for one in standing),
        missing=sum(not one.hangs for one in standing),
    )


def counted(due: Iterable[Obligation]) -> dict[CoverageStatus, int]:
    """How many there are of each status, of those too that there are none of."""
    counts = dict.fromkeys(CoverageStatus, 0)
    for one in due:
        counts[one.status] += 1
    return counts


@dataclass(frozen=True)
class CoverageRow:
    """One matter with all of its periods."""

    duty: CatalogueDuty
    periods: list[Obligation]


def by_item(due: Sequence[Obligation]) -> Iterator[CoverageRow]:
    """Each matter with its periods in order, the matters by sphere, category and their own order."""
    rows: dict[int, list[Obligation]] = defaultdict(list)
    for one in due:
        rows[one.duty.item_id].append(one)
    for periods in sorted(rows.values(), key=lambda found: _place(found[0])):
        yield CoverageRow(periods[-1].duty, sorted(periods, key=lambda one: one.period.start))


def _place(one: Obligation) -> tuple[str, int, int, int]:
    item = one.duty.item
    return item.sphere, _CATEGORIES[item.category], item.position, item.pk


def due_sentence(one: Obligation) -> str:
    """“食堂管理与伙食账目”（2026年10月）应于11月10日前公开."""
    return _("“%(item)s”（%(period)s）应于%(day)s前公开") % {
        "item": one.duty.item,
        "period": one.period.label,
        "day": in_short(one.due_on),
    }


def keepers_of_board(on: date) -> QuerySet[Account]:
    """Who keeps the board on a day, and so is told of everything that is due."""
    return holders_of(Role.SECRETARY, Role.PUBLICITY_OFFICER, on=on)
