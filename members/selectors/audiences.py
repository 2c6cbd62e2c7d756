"""Who belongs to an audience on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from members.enums import HERE
from members.models import (
    Audience,
    AudienceRule,
    Department,
    DepartmentPlace,
    GroupPlace,
    Member,
    Tag,
    TagPlace,
    UnionGroup,
)
from members.models.audiences import WORDS
from unionoffice.anniversaries import MONTHS_A_YEAR, months_after

CACHE = "_audiences_by_day"
"""Where the audiences of a day are kept with the user object, for the length of a request."""

FIELDS = {
    "union": "union_on",
    "gender": "gender",
    "political": "political_status",
    "posts": "post_category",
    "contracts": "contract_kind",
}
"""Where the conditions on words look; only both statuses have a dated history, the rest is as it stands now."""

PARTS = {
    "service": _("在职状态"),
    "union": _("会籍状态"),
    "gender": _("性别"),
    "political": _("政治面貌"),
    "posts": _("岗位类别"),
    "contracts": _("用工形式"),
    "departments": _("部门"),
    "groups": _("工会小组"),
    "tags": _("标签"),
    "age_from": _("年龄下限"),
    "age_to": _("年龄上限"),
    "hired_within": _("来校时间"),
    "included": _("点名列入"),
    "excluded": _("点名除外"),
}
"""The parts of a rule by the names that pages use."""

UNITS = {"age_from": _("满%(n)s岁"), "age_to": _("不超过%(n)s岁"), "hired_within": _("%(n)s个月以内")}


def audience_members(audience: Audience, on: date) -> QuerySet[Member]:
    """The people meant on a day, by pinyin: one query, by the statuses, departments and groups of that day."""
    return members_meant(audience.asks, on)


def members_meant(rule: AudienceRule, on: date) -> QuerySet[Member]:
    """The same for a rule that isn't stored yet."""
    meant: QuerySet[Member] = Member.objects.as_of(on).filter(_belongs(rule, on))
    return meant


def audience_sizes(audiences: Iterable[Audience], on: date) -> dict[int, int]:
    """How many people each audience has on a day, by its key: one query for all."""
    return _sizes(audiences, Member.objects.as_of(on), on)


def audiences_of(member_id: int, on: date) -> list[int]:
    """The keys of all audiences that somebody belongs to on a day: one query for the rules, one for the person."""
    sizes = _sizes(Audience.objects.all(), Member.objects.as_of(on).filter(pk=member_id), on)
    return [key for key, size in sizes.items() if size]


def own_audiences(user: Any, on: date) -> list[int]:
    """The same for the person behind an account: asked once for each user object, so once a request."""
    known: dict[date, list[int]] = user.__dict__.setdefault(CACHE, {})
    if on not in known:
        known[on] = audiences_of(user.member_id, on) if user.member_id is not None else []
    return known[on]


def _sizes(audiences: Iterable[Audience], people: QuerySet[Member], on: date) -> dict[int, int]:
    counts = {f"n{audience.pk}": Count("pk", filter=_belongs(audience.asks, on)) for audience in audiences}
    sizes: dict[str, int] = people.aggregate(**counts) if counts else {}
    return {int(name.removeprefix("n")): size for name, size in sizes.items()}


def rules_in_words(rules: Iterable[AudienceRule]) -> list[list[tuple[str, str]]]:
    """What each rule asks, as label and text, in the order of its form: four queries for all."""
    rules = list(rules)
    names: dict[str, dict[int, str]] = {
        "departments": dict(Department.objects.values_list("pk", "name")),
        "groups": dict(UnionGroup.objects.values_list("pk", "name")),
        "tags": dict(Tag.objects.values_list("pk", "name")),
    }
    people = {key for rule in rules for key in (*rule.included, *rule.excluded)}
    names["included"] = names["excluded"] = dict(Member.objects.filter(pk__in=people).values_list("pk", "name"))
    return [_in_words(rule, names) for rule in rules]


def _in_words(rule: AudienceRule, names: dict[str, dict[int, str]]) -> list[tuple[str, str]]:
    said = []
    for part, label in PARTS.items():
        value = getattr(rule, part)
        if value in ((), None):
            continue
        if part in WORDS:
            text = "、".join(str(WORDS[part](word).label) for word in value)
        elif part in names:
            text = "、".join(names[part].get(key, "—") for key in value)
        else:
            text = str(UNITS[part]) % {"n": value}
        said.append((str(label), text))
    return said


def _belongs(rule: AudienceRule, on: date) -> Q:
    """A condition on members as of the day."""
    belongs = Q(pk__in=rule.included) & Q(service_on__in={*HERE, *rule.service}) if rule.included else None
    if rule.has_conditions:
        meets = _meets(rule, on)
        belongs = belongs | meets if belongs else meets
    assert belongs is not None  # noqa: S101 -- a rule with neither conditions nor names isn't one
    return belongs & ~Q(pk__in=rule.excluded) if rule.excluded else belongs


def _meets(rule: AudienceRule, on: date) -> Q:
    """All conditions together; whoever belongs to a group of a 分工会 belongs to that too."""
    met = Q(service_on__in=rule.service or HERE)
    for name, field in FIELDS.items():
        if values := getattr(rule, name):
            met &= Q(**{f"{field}__in": values})
    for places in _places(rule, on):
        met &= Q(pk__in=places.values("member"))
    if rule.age_from is not None:
        met &= Q(birth_date__lte=months_before(on, rule.age_from * MONTHS_A_YEAR))
    if rule.age_to is not None:
        met &= Q(birth_date__gt=months_before(on, (rule.age_to + 1) * MONTHS_A_YEAR))
    if rule.hired_within is not None:
        met &= Q(hired_on__gt=months_before(on, rule.hired_within), hired_on__lte=on)
    return met


def _places(rule: AudienceRule, on: date) -> Iterator[QuerySet[Any]]:
    """The rows of that day of which somebody must have one, kind by kind."""
    if rule.departments:
        yield DepartmentPlace.objects.held_on(on).filter(department__in=rule.departments)
    if rule.groups:
        yield GroupPlace.objects.held_on(on).inside(*rule.groups)
    if rule.tags:
        yield TagPlace.objects.held_on(on).filter(tag__in=rule.tags)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; where that month is too short, its last day."""
    return months_after(day, -months)
