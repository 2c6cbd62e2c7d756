"""How many of whom, as of a day: by sex, age, department and more, and how it came to be so over the years."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

import rules
from django.db.models import Exists, OuterRef, QuerySet, TextChoices
from django.utils.translation import gettext as _

from members.enums import (
    Circle,
    ContractKind,
    Gender,
    PoliticalStatus,
    PostCategory,
    ServiceStatus,
    UnionStatus,
)
from members.models import DepartmentPlace, Member, StatusChange
from members.permissions import reads_statistics, sees_union_file
from unionoffice.anniversaries import MONTHS_A_YEAR, months_after
from unionoffice.charts import Chart, Kind, Series
from unionoffice.figures import list_url, percentage

YEARS_SHOWN = 10
ONE_DAY = timedelta(days=1)

AGE_BANDS: dict[Circle, tuple[int, ...]] = {
    Circle.STAFF: (25, 30, 35, 40, 45, 50, 55, 60),
    Circle.MEMBERS: (25, 30, 35, 40, 45, 50, 55, 60),
    Circle.RETIREES: (60, 65, 70, 75, 80, 85, 90),
}
"""Where each band of ages begins: of staff, the bands of the yearly statistics of schools (教育事业统计报表)."""


class Person(NamedTuple):
    """What is counted of somebody; only the statuses and the department have a history, the rest is as of now."""

    gender: str
    birth_date: date | None
    political_status: str
    title: str
    post_category: str
    contract_kind: str
    union_on: str
    department: str


@dataclass(frozen=True)
class Line:
    """One line of a statistic, with the address of the list of exactly these people. `parts` add up to the count."""

    label: str
    count: int
    share: Decimal
    url: str
    parts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Statistic:
    """A table: each person stands in one line. `parts` are the heads of the columns that split each count."""

    key: str
    title: str
    head: str
    lines: tuple[Line, ...]
    parts: tuple[str, ...] = ()
    chart_kind: Kind | None = "bars"

    @property
    def total(self) -> int:
        """Everybody."""
        return sum(line.count for line in self.lines)

    @property
    def sums(self) -> list[int]:
        """Everybody, column by column."""
        return [sum(line.parts[place] for line in self.lines) for place in range(len(self.parts))]

    @property
    def chart(self) -> Chart | None:
        """The same as a chart; none where there would be too much to see in it."""
        if self.chart_kind is None:
            return None
        labels = [line.label for line in self.lines]
        series = [
            Series(name, [line.parts[place] for line in self.lines]) for place, name in enumerate(self.parts)
        ] or [Series(_("人数"), [line.count for line in self.lines])]
        return Chart(self.chart_kind, self.title, labels, series, _("人"), stacked=bool(self.parts))


@dataclass(frozen=True)
class YearEnd:
    """How many there were at the end of a year, or today in this one. The rate leaves temporary staff out."""

    on: date
    staff: int
    members: int
    rate: Decimal

    @property
    def staff_url(self) -> str:
        """The staff of that day."""
        return list_url("members:member-list", on=self.on, circle=Circle.STAFF)

    @property
    def members_url(self) -> str:
        """The members in service of that day."""
        return list_url("members:member-list", on=self.on, circle=Circle.MEMBERS)


# --- Who is counted, and the lists behind the numbers ----------------------------------------------------------


LACKING = ("gender", "birth_date", "department", "political_status", "title", "post_category", "contract_kind")
"""What the roster may not say of somebody."""


def counted_in(members: QuerySet[Member], name: str, value: Any, on: date) -> Any:
    """Those whom one condition of a line leaves: the addresses of lines are made of these and of the list's own."""
    match name:
        case "circle":
            return in_circle(members, value, on)
        case "main_department":
            places = DepartmentPlace.objects.held_on(on).filter(is_main=True, department=value)
            return members.filter(Exists(places.filter(member=OuterRef("pk"))))
        case "lacking":
            return _lacking(members, value, on)
        case "born_from" | "born_until":
            return members.filter(**{f"birth_date__{'gte' if name == 'born_from' else 'lte'}": value})
    return members.filter(**{name: value})


def in_circle(members: QuerySet[Member], circle: str, on: date) -> Any:
    """Those of whom a statistic tells, by their statuses of the day."""
    standing = members.as_of(on)  # type: ignore[attr-defined]
    if circle == Circle.RETIREES:
        return standing.filter(service_on__in=(ServiceStatus.RETIRED, ServiceStatus.RETIRED_CADRE))
    serving = standing.filter(service_on=ServiceStatus.IN_SERVICE)
    return serving.filter(union_on=UnionStatus.MEMBER) if circle == Circle.MEMBERS else serving


def _lacking(members: QuerySet[Member], field: str, on: date) -> QuerySet[Member]:
    if field == "department":
        places = DepartmentPlace.objects.held_on(on).filter(is_main=True)
        return members.exclude(Exists(places.filter(member=OuterRef("pk"))))
    return members.filter(birth_date=None) if field == "birth_date" else members.filter(**{field: ""})


# --- The tables ------------------------------------------------------------------------------------------------


def statistics(circle: Circle, on: date, *, user: Any) -> list[Statistic]:
    """Every table that the user may read, of one circle as of a day, in two queries."""
    places = (
        DepartmentPlace.objects.held_on(on)
        .filter(is_main=True)
        .values_list("member_id", "department_id", "department__name")
    )
    names: dict[str, str] = {}
    departments: dict[int, str] = {}
    for member_id, key, name in places:
        names[str(key)] = name
        departments[member_id] = str(key)
    rows = in_circle(Member.objects.all(), circle, on).values_list("pk", *Person._fields[:-1])
    people = [Person._make((*told, departments.get(pk, ""))) for pk, *told in rows]
    count = _Counting(circle, on, people, names)
    tables = (table for permission, table in TABLES if permission.test(user))
    return [table(count) for table in tables]


@dataclass(frozen=True)
class _Counting:
    """The people of one page, and how its tables count them."""

    circle: Circle
    on: date
    people: Sequence[Person]
    departments: Mapping[str, str]

    def url(self, **filters: object) -> str:
        return list_url("members:member-list", on=self.on, circle=self.circle, **filters)

    def line(self, label: str, people: Sequence[Person], url: str, parts: Iterable[int] = ()) -> Line:
        return Line(label, len(people), percentage(len(people), len(self.people)), url, tuple(parts))

    def by(
        self,
        field: str,
        labels: Mapping[str, str],
        *,
        filter_name: str,
        split: Callable[[Sequence[Person]], Iterable[int]] = lambda _people: (),
    ) -> tuple[Line, ...]:
        """A line for each of `labels` that anybody stands under, in their order, and one for those not known of."""
        groups: dict[str, list[Person]] = {key: [] for key in (*labels, "")}
        for person in self.people:
            groups[getattr(person, field)].append(person)
        unknown = groups.pop("")
        lines = [
            self.line(labels[key], people, self.url(**{filter_name: key}), split(people))
            for key, people in groups.items()
            if people
        ]
        if unknown:
            lines.append(self.line(_("未填写"), unknown, self.url(lacking=field), split(unknown)))
        return tuple(lines)


def _by_gender(count: _Counting) -> Statistic:
    return Statistic("gender", _("性别"), _("性别"), count.by("gender", _words(Gender), filter_name="gender"))


def _by_age(count: _Counting) -> Statistic:
    """Ages in full years. Who was born on 29 February is a year older from 1 March of a year without that day."""
    lines = []
    for label, born_from, born_until in age_bands(count.circle, count.on):
        first, last = born_from or date.min, born_until or date.max
        people = [one for one in count.people if one.birth_date and first <= one.birth_date <= last]
        lines.append(count.line(label, people, count.url(born_from=born_from, born_until=born_until)))
    unknown = [one for one in count.people if one.birth_date is None]
    if unknown:
        lines.append(count.line(_("未填写"), unknown, count.url(lacking="birth_date")))
    return Statistic("age", _("年龄"), _("年龄段"), tuple(lines), chart_kind="columns")


def age_bands(circle: Circle, on: date) -> Iterator[tuple[str, date | None, date | None]]:
    """Each band with the first and last day of birth that fall into it on a day, the youngest first.

    The youngest band has no last day and the oldest no first one: everybody is in one.
    """
    starts = AGE_BANDS[circle]
    born = [months_after(on, -age * MONTHS_A_YEAR) for age in starts]
    yield _("%(age)s岁以下") % {"age": starts[0]}, born[0] + ONE_DAY, None
    for place, age in enumerate(starts[:-1]):
        words = {"from": age, "to": starts[place + 1] - 1}
        yield _("%(from)s-%(to)s岁") % words, born[place + 1] + ONE_DAY, born[place]
    yield _("%(age)s岁及以上") % {"age": starts[-1]}, None, born[-1]


def _by_department(count: _Counting) -> Statistic:
    parts = tuple(_words(Gender).values())
    lines = count.by(
        "department",
        _by_size(count, "department", count.departments),
        filter_name="main_department",
        split=lambda people: _split(people, "gender", tuple(Gender)),
    )
    return Statistic("department", _("部门与性别"), _("部门"), lines, parts)


def _by_department_and_title(count: _Counting) -> Statistic:
    titles = _by_size(count, "title")
    if any(not person.title for person in count.people):
        titles[""] = _("未填写")
    lines = count.by(
        "department",
        _by_size(count, "department", count.departments),
        filter_name="main_department",
        split=lambda people: _split(people, "title", tuple(titles)),
    )
    return Statistic("department_title", _("部门与职称"), _("部门"), lines, tuple(titles.values()), chart_kind=None)


def _by_title(count: _Counting) -> Statistic:
    return Statistic("title", _("职称"), _("职称"), count.by("title", _by_size(count, "title"), filter_name="title"))


def _by_post(count: _Counting) -> Statistic:
    lines = count.by("post_category", _words(PostCategory), filter_name="post_category")
    return Statistic("post_category", _("岗位类别"), _("岗位类别"), lines)


def _by_contract(count: _Counting) -> Statistic:
    lines = count.by("contract_kind", _words(ContractKind), filter_name="contract")
    return Statistic("contract_kind", _("用工形式"), _("用工形式"), lines)


def _by_politics(count: _Counting) -> Statistic:
    lines = count.by("political_status", _words(PoliticalStatus), filter_name="political_status")
    return Statistic("political_status", _("政治面貌"), _("政治面貌"), lines)


def _by_union(count: _Counting) -> Statistic:
    lines = count.by("union_on", _words(UnionStatus), filter_name="union")
    return Statistic("union", _("会籍状态"), _("会籍状态"), lines)


TABLES: tuple[tuple[rules.Predicate, Callable[[_Counting], Statistic]], ...] = (
    (reads_statistics, _by_gender),
    (reads_statistics, _by_age),
    (reads_statistics, _by_department),
    (reads_statistics, _by_title),
    (reads_statistics, _by_department_and_title),
    (sees_union_file, _by_politics),
    (reads_statistics, _by_union),
    (reads_statistics, _by_post),
    (reads_statistics, _by_contract),
)
"""The tables in their order. A small number tells of people, so each is for who may read it of one person."""


def _words(choices: type[TextChoices]) -> dict[str, str]:
    return {choice.value: str(choice.label) for choice in choices}


def _by_size(count: _Counting, field: str, labels: Mapping[str, str] | None = None) -> dict[str, str]:
    """What stands in the field with its label, the most frequent first."""
    counted = Counter(getattr(person, field) for person in count.people)
    known = {key: labels[key] if labels else key for key in counted if key}
    return dict(sorted(known.items(), key=lambda item: (-counted[item[0]], item[1])))


def _split(people: Iterable[Person], field: str, keys: Sequence[str]) -> Iterator[int]:
    counted = Counter(getattr(person, field) for person in people)
    return (counted[key] for key in keys)


# --- Growth over the years -------------------------------------------------------------------------------------


def growth(on: date) -> list[YearEnd]:
    """The last ten years, each at its end and this one today: one reading of all changes, played from the first on.

    That counts exactly as `MemberQuerySet.as_of` does: of changes on one day, the one entered last holds.
    """
    changes = (
        StatusChange.objects.filter(on__lte=on)
        .order_by("on", "pk")
        .values_list("on", "member_id", "service_status", "union_status", "member__contract_kind")
    )
    ends: list[YearEnd] = []
    standing: dict[int, tuple[str, str, str]] = {}
    year = None
    for day, member_id, service, union, contract in changes.iterator():
        while year is not None and day.year > year:
            ends.append(_year_end(date(year, 12, 31), standing.values()))
            year += 1
        year = day.year
        standing[member_id] = (service, union, contract)
    if year is not None:
        ends += [_year_end(date(earlier, 12, 31), standing.values()) for earlier in range(year, on.year)]
        ends.append(_year_end(on, standing.values()))
    return ends[-YEARS_SHOWN:]


def _year_end(on: date, standing: Iterable[tuple[str, str, str]]) -> YearEnd:
    counted = Counter(standing)
    staff = {
        (union, contract): n
        for (service, union, contract), n in counted.items()
        if service == ServiceStatus.IN_SERVICE
    }
    rated = {key: n for key, n in staff.items() if key[1] != ContractKind.TEMPORARY}
    members = sum(n for (union, _contract), n in staff.items() if union == UnionStatus.MEMBER)
    rated_members = sum(n for (union, _contract), n in rated.items() if union == UnionStatus.MEMBER)
    return YearEnd(on, sum(staff.values()), members, percentage(rated_members, sum(rated.values())))


def growth_chart(ends: Sequence[YearEnd]) -> Chart:
    """Staff and members as columns, the rate as a line over them."""
    series = [
        Series(_("在职教职工"), [end.staff for end in ends]),
        Series(_("在职会员"), [end.members for end in ends]),
        Series(_("入会率"), [float(end.rate) for end in ends], second=True),
    ]
    categories = [str(end.on.year) for end in ends]
    return Chart("columns", _("历年人数与入会率"), categories, series, _("人"), second_unit="%")
