"""Reads of public notices: what hangs and how long, how its days are counted, and what waits for whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from affairs import permissions
from affairs.enums import NOTICE_OVER, NOTICE_WRITABLE, CandidateResult, NoticeObject, NoticeStatus, Sphere
from affairs.models import NoticeCandidate, Objection, PublicNotice, PublicNoticeQuerySet
from affairs.selectors.waiting import Waiting
from members.models import Account, Member
from members.selectors import holders_of
from unionoffice.days import in_short
from unionoffice.roles import Role
from unionoffice.rules import rules_under
from unionoffice.school_calendar import SpecialDay
from unionoffice.workdays import FRIDAY, ONE_DAY, Workdays, is_announced

HONOURS = (NoticeObject.COMMENDATION, NoticeObject.TITLES)
"""What a summary names."""

NOTICE_DAYS = "affairs.notice_days."

HANDLERS = {
    Sphere.SCHOOL: (Role.SECRETARY, Role.CHAIR, Role.PRINCIPAL, Role.PARTY_SECRETARY),
    Sphere.UNION: (Role.SECRETARY, Role.CHAIR),
}
"""Who is told of an objection; the same people as `permissions.handles_notice` lets look into it."""


class DayMark(StrEnum):
    """How a day stands in the counting; the values are class names of our style sheet."""

    POSTED = "posted"
    COUNTED = "counted"
    MADE_UP = "made-up"
    OFF = "off"
    WEEKEND = "weekend"


RESTS = (DayMark.OFF, DayMark.WEEKEND)


@dataclass(frozen=True)
class CountedDay:
    """One day between posting and the end: `number` says which working day it is, 0 where it doesn't count."""

    day: date
    mark: DayMark
    number: int


@dataclass(frozen=True)
class Counting:
    """How the working days of a notice were counted, day by day, and which years are still in doubt."""

    days: tuple[CountedDay, ...]
    doubtful_years: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many working days there are."""
        return max(day.number for day in self.days)

    @property
    def off(self) -> tuple[str, ...]:
        """Holidays that were left out, each with the weekends inside it: 10月1日至7日 is one."""
        runs = [list(run) for rests, run in groupby(self.days, lambda one: one.mark in RESTS) if rests]
        off = [[place for place, one in enumerate(run) if one.mark is DayMark.OFF] for run in runs]
        return tuple(
            _stretch(run[places[0] : places[-1] + 1]) for run, places in zip(runs, off, strict=True) if places
        )

    @property
    def made_up(self) -> tuple[str, ...]:
        """Days at a weekend that are worked and so count."""
        return tuple(in_short(day.day) for day in self.days if day.mark is DayMark.MADE_UP)


def counting(posted_on: date, ends_on: date) -> Counting:
    """Each day from the posting, which doesn't count, to the last. Two queries at the most."""
    calendar, number, days = Workdays.load(posted_on, ends_on), 0, [CountedDay(posted_on, DayMark.POSTED, 0)]
    for passed in range(1, (ends_on - posted_on).days + 1):
        day = posted_on + timedelta(days=passed)
        works, on_weekday = calendar.is_workday(day), day.weekday() <= FRIDAY
        number += works
        days.append(CountedDay(day, MARKS[works, on_weekday], number if works else 0))
    return Counting(tuple(days), _doubtful(posted_on.year, ends_on.year))


MARKS = {
    (True, True): DayMark.COUNTED,
    (True, False): DayMark.MADE_UP,
    (False, True): DayMark.OFF,
    (False, False): DayMark.WEEKEND,
}
"""By whether people work and whether it is a day from Monday to Friday."""


def _doubtful(first: int, last: int) -> tuple[int, ...]:
    """Years whose holidays are neither announced nor entered by the office."""
    asked = [year for year in range(first, last + 1) if not is_announced(year)]
    if not asked:
        return ()
    entered = set(SpecialDay.objects.filter(day__year__in=asked).values_list("day__year", flat=True))
    return tuple(year for year in asked if year not in entered)


def _stretch(run: Sequence[CountedDay]) -> str:
    """10月1日至7日, 1月30日至2月2日, 10月1日."""
    first, last = run[0].day, run[-1].day
    if first == last:
        return in_short(first)
    end = f"{last.day}日" if first.month == last.month else in_short(last)
    return f"{in_short(first)}至{end}"


def add_days_left(notices: Sequence[Any], on: date) -> None:
    """Give each notice that hangs its `days_left`: the working days until its end, today included. One query."""
    hanging = [notice for notice in notices if notice.status == NoticeStatus.POSTED]
    if not hanging:
        return
    calendar = Workdays.load(on - ONE_DAY, max(on, *(notice.ends_on for notice in hanging)))
    for notice in hanging:
        eve = max(on - ONE_DAY, notice.posted_on)
        notice.days_left = max(0, calendar.between(eve, notice.ends_on))


def open_notices(user: Any, on: date) -> list[PublicNotice]:
    """What the board shows this reader: what can be objected to, the next to end first; then fresh results."""
    rows = PublicNotice.objects.readable_by(user)
    counted = list(rows.annotate(people=Count("candidates")).defer("text"))
    add_days_left(counted, on)
    hanging = sorted((one for one in counted if not one.is_over), key=lambda one: (one.ends_on, one.number))
    over = sorted((one for one in counted if one.is_over), key=lambda one: (one.concluded_on, one.number))
    return [*hanging, *reversed(over)]


def notices_waiting(user: Any) -> Iterable[Waiting]:
    """Notices that wait for this approver; not what they wrote or handed in themselves."""
    spheres = [
        sphere
        for sphere, answers in (
            (Sphere.SCHOOL, permissions.approves_school_affairs),
            (Sphere.UNION, permissions.approves_union_affairs),
        )
        if answers.test(user)
    ]
    rows = PublicNotice.objects.filter(status=NoticeStatus.SUBMITTED, sphere__in=spheres)
    rows = rows.exclude(drafted_by=user).exclude(submitted_by=user)
    for notice in rows.select_related("department", "drafted_by").defer("text").order_by("submitted_on", "pk"):
        handed_in: Any = notice.submitted_on
        yield Waiting(
            kind=str(notice._meta.verbose_name),
            title=notice.title,
            url=notice.get_review_url(),
            writer=str(notice.drafted_by),
            department=str(notice.department or ""),
            submitted_on=handed_in,
            is_change=False,
        )


def unfinished_notices(user: Any) -> QuerySet[PublicNotice]:
    """Drafts of this writer and what came back to them, what came back first."""
    rows = PublicNotice.objects.filter(drafted_by=user, status__in=NOTICE_WRITABLE)
    return rows.defer("text").order_by("-status", "drafted_on", "pk")


def notices_over(on: date) -> Any:
    """Whose time is over and who wait for their result; `has_open` says whether an objection is in the way."""
    waiting = Objection.objects.waiting().filter(notice=OuterRef("pk"))
    rows = PublicNotice.objects.posted().filter(ends_on__lt=on)
    return rows.annotate(has_open=Exists(waiting)).defer("text").order_by("ends_on", "pk")


def objections_to_settle(user: Any) -> QuerySet[Objection]:
    """What this user has to come to a finding on, not what they brought up themselves."""
    if not permissions.handles_objections.test(user):
        return Objection.objects.none()
    rows = Objection.objects.visible_to(user).waiting().exclude(filed_by=user)
    return rows.select_related("notice").order_by("notice__ends_on", "received_on", "id")


def handlers_of(notice: PublicNotice, on: date) -> list[Account]:
    """Who looks into objections against it: nobody that it names."""
    named = set(notice.candidates.filter(member__isnull=False).values_list("member", flat=True))
    people = holders_of(*HANDLERS[Sphere(notice.sphere)], on=on)
    return [account for account in people if account.member_id not in named]


def upheld_against(notice: PublicNotice) -> set[int | None]:
    """Keys of the candidates against whom an objection was found true or partly true; None for the whole notice."""
    return set(Objection.objects.upheld().filter(notice=notice).values_list("candidate", flat=True))


def notices_posted_in(start: date, end: date) -> PublicNoticeQuerySet:
    """What came onto the board within some days."""
    return PublicNotice.objects.posted_between(start, end)


def notice_days_within(user: Any, start: date, end: date) -> QuerySet[PublicNotice]:
    """What ends within some days, both included, for whoever may read it."""
    rows = PublicNotice.objects.visible_to(user).posted().filter(ends_on__range=(start, end))
    return rows.defer("text").order_by("ends_on", "pk")


def with_outcome(notices: QuerySet[Any]) -> QuerySet[Any]:
    """With how many people each names and how many objections came in, of whatever kind."""
    named = NoticeCandidate.objects.filter(notice=OuterRef("pk")).order_by().values("notice")
    raised = Objection.objects.filter(notice=OuterRef("pk")).order_by().values("notice")
    return notices.annotate(
        people=named.annotate(n=Count("pk")).values("n")[:1],
        objected=raised.annotate(n=Count("pk")).values("n")[:1],
    )


def honours_concluded_in(start: date, end: date) -> QuerySet[PublicNotice]:
    """Honours and titles that were put up within some days and came out with somebody who passed."""
    rows = PublicNotice.objects.filter(
        status__in=NOTICE_OVER,
        object__in=HONOURS,
        posted_on__range=(start, end),
        result__in=(CandidateResult.PASSED, CandidateResult.PARTLY),
    )
    return rows.defer("text").order_by("posted_on", "pk")


def last_contact() -> dict[str, str]:
    """Who took objections the last time: mostly they do again."""
    names = ("contact", "contact_phone", "contact_place")
    return PublicNotice.objects.order_by("-pk").values(*names).first() or {}


def days_by_object(on: date) -> dict[str, int]:
    """For how many working days each kind of notice hangs by the rules of a day."""
    rules = rules_under(NOTICE_DAYS, on=on)
    return {kind: rules[kind].typed for kind in NoticeObject if kind in rules}


def members_called(words: Iterable[str]) -> dict[str, list[Member]]:
    """For each employee number or name the people that it may mean, in one query."""
    asked = set(words)
    found = Member.objects.filter(Q(employee_no__in=asked) | Q(name__in=asked)).order_by("employee_no")
    called: dict[str, list[Member]] = {word: [] for word in asked}
    for member in found:
        for word in {member.employee_no, member.name} & asked:
            called[word].append(member)
    return called
