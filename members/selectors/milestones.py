"""Days in people's lives that the office marks: birthdays, weddings, years of service, retirement."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from members.enums import (
    BIRTHDAYS,
    HERE,
    WEDDING_YEARS,
    Gender,
    MilestoneKind,
    PostCategory,
    RetirementCategory,
    ServiceStatus,
)
from members.models import Account, CalendarKey, Member, RetirementAge
from members.permissions import opens_milestones, sees_milestones
from members.selectors.people import with_current_places
from unionoffice import privacy
from unionoffice.anniversaries import MONTHS_A_YEAR, anniversaries, anniversary, month_end, months_after
from unionoffice.lunar import FIRST, LAST, lunar_birthdays, lunar_in_words
from unionoffice.rules import rule

WEDDINGS: dict[str, tuple[MilestoneKind, ...]] = {
    "golden": (MilestoneKind.GOLDEN_WEDDING,),
    "golden_diamond": (MilestoneKind.GOLDEN_WEDDING, MilestoneKind.DIAMOND_WEDDING),
    "all": tuple(WEDDING_YEARS),
}
"""What each choice of the rule on weddings means."""

LONGEST_SERVICE = 60
"""Years; nobody's anniversaries are looked for beyond."""

READ = (
    "employee_no",
    "name",
    "pinyin",
    "gender",
    "birth_date",
    "keeps_lunar_birthday",
    "married_on",
    "first_job_on",
    "hired_on",
    "post_category",
    "service_status",
)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Milestone:
    """A day that somebody's office marks. `years` is 0 where who asks isn't told; `note` says more."""

    day: date
    kind: MilestoneKind
    member: Member
    years: int = 0
    note: str = ""

    @property
    def what(self) -> str:
        """What is marked, as people say it: 60岁生日, 金婚, 来校20年."""
        words = {"n": self.years, "kind": self.kind.label, "note": self.note}
        if self.kind in BIRTHDAYS:
            text = _("%(n)s岁生日") % words if self.years else _("生日")
            return f"{text}（{self.note}）" if self.note else text
        if self.kind in WEDDING_YEARS:
            return _("%(kind)s（结婚%(n)s年）") % words
        if self.kind == MilestoneKind.SERVICE:
            return _("%(note)s%(n)s年") % words
        return _("年满%(note)s，退休到龄") % words

    @property
    def departments(self) -> str:
        """Where the person belongs now; only of those that were asked for with their places."""
        return "、".join(place.department.name for place in self.member.current_departments)  # type: ignore[attr-defined]

    @property
    def pk(self) -> int:
        """The key of the person, whose page a list's row opens."""
        return self.member.pk

    def get_absolute_url(self) -> str:
        """The page of the person."""
        return self.member.get_absolute_url()


@dataclass(frozen=True)
class Customs:
    """What the office marks, by the rules of a day, and the ages of retirement in force then."""

    by_nominal_age: bool
    round_from: int
    weddings: tuple[MilestoneKind, ...]
    service_since: str
    service_years: int
    ages: Mapping[RetirementCategory, RetirementAge]

    @classmethod
    def of(cls, on: date) -> "Customs":
        """The customs of a day."""
        return cls(
            by_nominal_age=rule("members.milestones.age", on=on) == "nominal",
            round_from=rule("members.milestones.round_from", on=on),
            weddings=WEDDINGS[rule("members.milestones.weddings", on=on)],
            service_since=rule("members.milestones.service_since", on=on),
            service_years=rule("members.milestones.service_years", on=on),
            ages=retirement_ages(on),
        )


def retirement_ages(on: date) -> dict[RetirementCategory, RetirementAge]:
    """The law in force on a day, for each category of staff."""
    rows = RetirementAge.objects.filter(valid_from__lte=on).order_by("valid_from")
    return {RetirementCategory(row.category): row for row in rows}


def category_of(member: Member) -> RetirementCategory:
    """Under which age somebody falls: women in 工勤 posts are workers, all other women of a school are cadres.

    Who may stay longer by decision (高级专家) or goes earlier (特殊工种) isn't known to the roster.
    """
    if member.gender == Gender.MALE:
        return RetirementCategory.MAN
    worker = member.post_category == PostCategory.WORKER
    return RetirementCategory.WOMAN_WORKER if worker else RetirementCategory.WOMAN_CADRE


def milestones_for(user: Any, start: date, end: date, *, on: date, places: bool = False) -> list[Milestone]:
    """What the user may know of some days, both included, in their order; with people's departments where asked.

    A group leader is told the birthdays of the own group by day and month: neither age nor whether it is a round one,
    nor anything of years gone by, where the first birthday that is listed would tell the year of birth.
    """
    if not opens_milestones.test(user):
        return []
    if not sees_milestones.test(user):
        start = max(start, date(timezone.localdate().year, 1, 1))
    people = Member.objects.visible_to(user)
    found = milestones(with_current_places(people) if places else people, start, end, customs=Customs.of(on))
    return found if sees_milestones.test(user) else [_without_age(one) for one in found if one.kind in BIRTHDAYS]


def _without_age(birthday: Milestone) -> Milestone:
    note = _lunar_note(birthday.member)
    return replace(birthday, kind=_plain_kind(note), years=0, note=note)


def milestones(members: QuerySet[Member], start: date, end: date, *, customs: Customs) -> list[Milestone]:
    """The milestones of those who still belong to the school within some days, both included, day by day.

    The database leaves only who can have one then, and all who keep a lunar birthday.
    """
    possible = (
        _birthday_in(start, end)
        | Q(keeps_lunar_birthday=True)
        | _years_before("married_on", start, end, [WEDDING_YEARS[kind] for kind in customs.weddings])
        | _years_before(customs.service_since, start, end, _service_years(customs))
        | _retiring(start, end, customs)
    )
    rows = members.filter(possible, service_status__in=HERE).only(*READ)
    found = [milestone for member in rows for milestone in _of_member(member, start, end, customs)]
    kinds = list(MilestoneKind)
    return sorted(found, key=lambda one: (one.day, kinds.index(one.kind), one.member.pinyin, one.member.pk))


def _service_years(customs: Customs) -> range:
    """The numbers of years that are marked."""
    step = customs.service_years
    return range(step, LONGEST_SERVICE + 1, step) if step else range(0)


def _birthday_in(start: date, end: date) -> Q:
    """Born on one of these days of a year; who was born on 29 February comes with the 28th."""
    if end >= anniversary(start, start.year + 1):
        return Q(birth_date__isnull=False)
    met, first = Q(pk__in=[]), start
    while first <= end:
        last = min(month_end(first), end)
        days = Q(birth_date__month=first.month)
        if first.day > 1:
            days &= Q(birth_date__day__gte=first.day)
        if last != month_end(first):
            days &= Q(birth_date__day__lte=last.day)
        met |= days
        first = last + ONE_DAY
    return met


def _years_before(field: str, start: date, end: date, numbers: Any) -> Q:
    """So many years lie between the field's day and these days; a day more is taken along for 29 February."""
    met = Q(pk__in=[])
    for years in numbers:
        first, last = (anniversary(day, day.year - years) for day in (start, end))
        met |= Q(**{f"{field}__range": (first, last + ONE_DAY)})
    return met


def _retiring(start: date, end: date, customs: Customs) -> Q:
    """Born so that a category reaches its age on these days, whichever category somebody is of."""
    met = Q(pk__in=[])
    for age in customs.ages.values():
        met |= Q(birth_date__range=_births(age, start, end))
    return met & Q(service_status=ServiceStatus.IN_SERVICE)


def _births(age: RetirementAge, start: date, end: date) -> tuple[date, date]:
    """The first and last birth of those who reach the age on these days; turned round where nobody does."""

    def retires_on(born: int) -> date:
        return age.retires_on(date.fromordinal(born))

    first = months_after(start, -age.new_age - 1).toordinal()
    births = range(first, months_after(end, 1 - age.old_age).toordinal())
    begin, stop = bisect_left(births, start, key=retires_on), bisect_right(births, end, key=retires_on)
    return date.fromordinal(first + begin), date.fromordinal(first + stop - 1)


def _of_member(member: Member, start: date, end: date, customs: Customs) -> Iterator[Milestone]:
    birth = member.birth_date
    if birth is not None and birth < start:
        yield from _birthdays(member, birth, start, end, customs)
        if member.service_status == ServiceStatus.IN_SERVICE:
            yield from _retirement(member, birth, start, end, customs)
    if member.married_on is not None:
        kinds = {WEDDING_YEARS[kind]: kind for kind in customs.weddings}
        for day, years in anniversaries(member.married_on, start, end):
            if years in kinds:
                yield Milestone(day, kinds[years], member, years)
    if member.service_status == ServiceStatus.IN_SERVICE:
        yield from _service(member, start, end, customs)


def _birthdays(member: Member, birth: date, start: date, end: date, customs: Customs) -> Iterator[Milestone]:
    """By the calendar that the person keeps, one or the other: nobody is congratulated twice on one birthday.

    On the birthday 虚岁 is 周岁 and one.
    """
    note = _lunar_note(member)
    for day, years in (lunar_birthdays if note else anniversaries)(birth, start, end):
        reached = years + 1 if customs.by_nominal_age else years
        if reached < customs.round_from or reached % 10:
            yield Milestone(day, _plain_kind(note), member, years, note)
        else:
            told = (_("虚岁"), note) if customs.by_nominal_age else (note,)
            yield Milestone(day, MilestoneKind.ROUND_BIRTHDAY, member, reached, "，".join(filter(None, told)))


def _lunar_note(member: Member) -> str:
    """The lunar day of who keeps it; empty for everybody else, and for who was born outside all tables."""
    birth = member.birth_date
    if not member.keeps_lunar_birthday or birth is None or not FIRST <= birth <= LAST:
        return ""
    return _("农历%(day)s") % {"day": lunar_in_words(birth)}


def _plain_kind(lunar_note: str) -> MilestoneKind:
    return MilestoneKind.LUNAR_BIRTHDAY if lunar_note else MilestoneKind.BIRTHDAY


def _service(member: Member, start: date, end: date, customs: Customs) -> Iterator[Milestone]:
    since = getattr(member, customs.service_since)
    if since is None:
        return
    label = _("来校") if customs.service_since == "hired_on" else _("参加工作")
    for day, years in anniversaries(since, start, end):
        if years in _service_years(customs):
            yield Milestone(day, MilestoneKind.SERVICE, member, years, label)


def _retirement(member: Member, birth: date, start: date, end: date, customs: Customs) -> Iterator[Milestone]:
    age = customs.ages.get(category_of(member))
    if age is not None and start <= age.retires_on(birth) <= end:
        years, months = divmod(age.age_of(birth), MONTHS_A_YEAR)
        told = _("%(years)s岁%(months)s个月") if months else _("%(years)s岁")
        yield Milestone(
            age.retires_on(birth), MilestoneKind.RETIREMENT, member, years, told % {"years": years, "months": months}
        )


def calendar_account(token: str) -> Account | None:
    """Whose calendar stands at an address: nobody's where it was renewed, ended, or the account was closed."""
    key = CalendarKey.objects.filter(digest=privacy.digest(token), account__is_active=True)
    found = key.select_related("account").first()
    return found.account if found else None
