from dataclasses import fields
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from members.enums import ContractKind, Gender, PoliticalStatus, PostCategory, ServiceStatus, UnionStatus
from members.models import (
    Audience,
    AudienceRule,
    Department,
    DepartmentPlace,
    GroupPlace,
    Member,
    StatusChange,
    UnionGroup,
)
from members.selectors import audience_members, audience_sizes, audiences_of, members_meant, rules_in_words
from members.selectors.audiences import months_before
from tests.members.factories import (
    AudienceFactory,
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    TagFactory,
    UnionGroupFactory,
)

pytestmark = pytest.mark.django_db

IN_SERVICE = (ServiceStatus.IN_SERVICE,)


def names(rule: AudienceRule, on: date = date(2026, 11, 22)) -> set[str]:
    return {member.name for member in members_meant(rule, on)}


@pytest.mark.parametrize(
    ("service", "meant"),
    [
        ((), {"在职", "退休", "离休"}),
        (IN_SERVICE, {"在职"}),
        ((ServiceStatus.LEFT, ServiceStatus.DEAD), {"调离", "去世"}),
    ],
)
def test_who_left_or_died_belongs_only_where_that_is_asked_for(service, meant):
    for status in ServiceStatus:
        MemberFactory(name=str(status.label), service_status=status)
    assert names(AudienceRule(service=service, gender=(Gender.FEMALE,))) == meant


def test_status_is_that_of_the_day():
    member = MemberFactory(name="林芳", hired_on=date(2010, 9, 1))
    StatusChange.objects.create(
        member=member, kind="retired", on=date(2026, 5, 1), service_status="retired", union_status="retained"
    )
    staff = AudienceRule(service=IN_SERVICE)
    days = (date(2010, 8, 31), date(2010, 9, 1), date(2026, 4, 30), date(2026, 5, 1))
    assert [names(staff, day) for day in days] == [set(), {"林芳"}, {"林芳"}, set()]


def test_department_and_group_are_those_of_the_day():
    member = MemberFactory(name="林芳")
    place = DepartmentPlaceFactory(member=member, from_on=date(2020, 9, 1), to_on=date(2025, 8, 31))
    group = GroupPlaceFactory(member=member, from_on=date(2025, 9, 1))
    by_department = AudienceRule(departments=(place.department_id,))
    by_group = AudienceRule(groups=(group.group_id,))
    days = (date(2020, 8, 31), date(2020, 9, 1), date(2025, 8, 31), date(2025, 9, 1))
    assert [names(by_department, day) for day in days] == [set(), {"林芳"}, {"林芳"}, set()]
    assert [names(by_group, day) for day in days] == [set(), set(), set(), {"林芳"}]


def test_branch_means_the_people_of_its_groups_too():
    branch = UnionGroupFactory(name="高中部分工会")
    own = GroupPlaceFactory(member__name="林芳", group=branch)
    below = GroupPlaceFactory(member__name="韩梅", group=UnionGroupFactory(parent=branch))
    GroupPlaceFactory(member__name="冯岚")
    assert names(AudienceRule(groups=(branch.pk,))) == {own.member.name, below.member.name}


@pytest.mark.parametrize(
    ("birth", "from_35", "to_35"),
    [
        (date(1991, 11, 23), False, True),
        (date(1991, 11, 22), True, True),
        (date(1990, 11, 23), True, True),
        (date(1990, 11, 22), True, False),
        (None, False, False),
    ],
)
def test_age_is_in_full_years_both_ends_included(birth, from_35, to_35):
    MemberFactory(name="林芳", birth_date=birth, joined_on=None)
    found = [bool(names(AudienceRule(age_from=35))), bool(names(AudienceRule(age_to=35)))]
    assert found == [from_35, to_35]


@pytest.mark.parametrize(
    ("hired", "is_new"),
    [
        (date(2025, 11, 22), False),
        (date(2025, 11, 23), True),
        (date(2026, 11, 22), True),
        (date(2026, 11, 23), False),
        (None, False),
    ],
)
def test_new_is_who_came_less_than_so_many_months_ago(hired, is_new):
    member = MemberFactory(name="林芳")
    Member.objects.filter(pk=member.pk).update(hired_on=hired)
    assert bool(names(AudienceRule(hired_within=12))) is is_new


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 1), 12, date(2025, 12, 1)),
    ],
)
def test_months_before_end_with_a_short_month(day, months, before):
    assert months_before(day, months) == before


def test_named_people_belong_whatever_the_conditions_and_the_excluded_never_do():
    woman, man = MemberFactory(name="林芳"), MemberFactory(name="吴涛", gender=Gender.MALE)
    MemberFactory(name="韩梅")
    rule = AudienceRule(gender=(Gender.FEMALE,), included=(man.pk,), excluded=(woman.pk,))
    assert names(rule) == {"吴涛", "韩梅"}


def test_names_alone_mean_those_people_only_while_they_are_here():
    here, gone = MemberFactory(name="林芳"), MemberFactory(name="吴涛", service_status=ServiceStatus.LEFT)
    MemberFactory(name="韩梅")
    assert names(AudienceRule(included=(here.pk, gone.pk))) == {"林芳"}


def test_people_come_in_one_query_by_pinyin(django_assert_num_queries, on):
    audience = AudienceFactory(rule={"gender": ["female"], "departments": [1], "included": []})
    department = DepartmentFactory(pk=1)
    for name in ("周敏", "陈静", "林芳"):
        DepartmentPlaceFactory(member__name=name, department=department)
    with django_assert_num_queries(1):
        assert [member.name for member in audience_members(audience, on)] == ["陈静", "林芳", "周敏"]


def test_sizes_of_all_audiences_take_one_query(django_assert_num_queries, on):
    women = AudienceFactory(rule={"gender": ["female"]})
    men = AudienceFactory(rule={"gender": ["male"]})
    MemberFactory.create_batch(2)
    MemberFactory(gender=Gender.MALE)
    with django_assert_num_queries(1):
        sizes = audience_sizes([women, men], on)
    assert sizes == {women.pk: 2, men.pk: 1}


def test_sizes_of_no_audiences_are_none(on):
    assert audience_sizes([], on) == {}


def test_audiences_of_somebody_are_those_that_mean_them(django_assert_num_queries, on):
    member = MemberFactory(gender=Gender.MALE, political_status=PoliticalStatus.PARTY_MEMBER)
    with django_assert_num_queries(2):
        keys = audiences_of(member.pk, on)
    assert set(Audience.objects.filter(pk__in=keys).values_list("name", flat=True)) == {
        "全体在职教职工",
        "全体会员",
        "全体党员",
    }


def test_rule_in_words_says_every_part(django_assert_num_queries):
    department, group = DepartmentFactory(name="语文组"), UnionGroupFactory(name="第一工会小组")
    tag = TagFactory(name="评委")
    chen, lin = MemberFactory(name="陈静"), MemberFactory(name="林芳")
    rule = AudienceRule(
        service=("in_service", "retired"),
        gender=("female",),
        departments=(department.pk,),
        groups=(group.pk,),
        tags=(tag.pk,),
        age_from=30,
        age_to=35,
        hired_within=12,
        included=(chen.pk,),
        excluded=(lin.pk,),
    )
    with django_assert_num_queries(4):
        (words,) = rules_in_words([rule])
    assert words == [
        ("在职状态", "在职、退休"),
        ("性别", "女"),
        ("部门", "语文组"),
        ("工会小组", "第一工会小组"),
        ("标签", "评委"),
        ("年龄下限", "满30岁"),
        ("年龄上限", "不超过35岁"),
        ("来校时间", "12个月以内"),
        ("点名列入", "陈静"),
        ("点名除外", "林芳"),
    ]


# --- The query against a plain reading of the rule -----------------------------------------------------------

DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
SPANS = st.tuples(DAYS, DAYS | st.none()).filter(lambda span: span[1] is None or span[0] <= span[1])
PEOPLE = st.fixed_dictionaries(
    {
        "gender": st.sampled_from(Gender.values),
        "political_status": st.sampled_from(["", *PoliticalStatus.values[:3]]),
        "post_category": st.sampled_from(["", *PostCategory.values]),
        "contract_kind": st.sampled_from(ContractKind.values),
        "birth_date": st.none() | st.dates(date(1960, 1, 1), date(2004, 12, 31)),
        "hired_on": st.none() | DAYS,
        "changes": st.lists(
            st.tuples(DAYS, st.sampled_from(ServiceStatus.values), st.sampled_from(UnionStatus.values)),
            max_size=3,
            unique_by=lambda change: change[0],
        ),
        "departments": st.lists(st.tuples(st.integers(0, 1), SPANS), max_size=2),
        "groups": st.lists(st.tuples(st.integers(0, 2), SPANS.filter(lambda span: span[1] is not None)), max_size=2),
    }
)


def some(values):
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


def is_sound(rule) -> bool:
    """Whether it means anything: ages in order, nobody both named and left out."""
    ages = rule["age_from"] is None or rule["age_to"] is None or rule["age_from"] <= rule["age_to"]
    return ages and not set(rule["included"]) & set(rule["excluded"])


RULES = st.fixed_dictionaries(
    {
        "service": some(ServiceStatus.values),
        "union": some(UnionStatus.values),
        "gender": some(Gender.values),
        "political": some(PoliticalStatus.values[:3]),
        "posts": some(PostCategory.values),
        "contracts": some(ContractKind.values),
        "departments": some([0, 1]),
        "groups": some([0, 1, 2]),
        "age_from": st.none() | st.integers(20, 60),
        "age_to": st.none() | st.integers(20, 60),
        "hired_within": st.none() | st.integers(1, 24),
        "included": some([0, 1, 2, 3]),
        "excluded": some([0, 1, 2, 3]),
    }
).filter(is_sound)
NOTHING = {part.name: getattr(AudienceRule(), part.name) for part in fields(AudienceRule)}
HERE = {"in_service", "retired", "retired_cadre"}


def age(birth: date, on: date) -> int:
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def months_since(day: date, on: date) -> int:
    """Full months from `day` to `on`, where the last day of a month completes one that began later in a month."""
    months = (on.year - day.year) * 12 + on.month - day.month
    return months if months_before(on, months) >= day else months - 1


def held(spans, on: date) -> set[int]:
    return {key for key, (start, end) in spans if start <= on and (end is None or on <= end)}


def meant(place: int, person: dict, rule: dict, on: date) -> bool:
    """The rule read aloud."""
    past = [change for change in sorted(person["changes"]) if change[0] <= on]
    if not past or place in rule["excluded"]:
        return False
    _day, service, union = past[-1]
    if place in rule["included"] and service in HERE | set(rule["service"]):
        return True
    if not any(value not in ((), None) for part, value in rule.items() if part not in ("included", "excluded")):
        return False
    groups = held(person["groups"], on)
    if 1 in groups:
        groups.add(0)
    birth, hired = person["birth_date"], person["hired_on"]
    return (
        service in (rule["service"] or HERE)
        and (not rule["union"] or union in rule["union"])
        and (not rule["gender"] or person["gender"] in rule["gender"])
        and (not rule["political"] or person["political_status"] in rule["political"])
        and (not rule["posts"] or person["post_category"] in rule["posts"])
        and (not rule["contracts"] or person["contract_kind"] in rule["contracts"])
        and (not rule["departments"] or bool(held(person["departments"], on) & set(rule["departments"])))
        and (not rule["groups"] or bool(groups & set(rule["groups"])))
        and (rule["age_from"] is None or (birth is not None and age(birth, on) >= rule["age_from"]))
        and (rule["age_to"] is None or (birth is not None and age(birth, on) <= rule["age_to"]))
        and (
            rule["hired_within"] is None
            or (hired is not None and hired <= on and months_since(hired, on) < rule["hired_within"])
        )
    )


class TestQueryAgainstReading(TestCase):
    """Departments 0 and 1; groups 0, a branch, 1, one of its groups, and 2."""

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(people=st.lists(PEOPLE, min_size=1, max_size=4), asked=RULES, on=DAYS)
    def test_same_people(self, people, asked, on):
        departments = [Department.objects.create(name=f"部门{n}") for n in range(2)]
        branch = UnionGroup.objects.create(name="分工会")
        groups = [
            branch,
            UnionGroup.objects.create(name="小组一", parent=branch),
            UnionGroup.objects.create(name="小组二"),
        ]
        members = [store(place, person, departments, groups) for place, person in enumerate(people)]
        keys = {place: member.pk for place, member in enumerate(members)}
        rule = AudienceRule(
            **asked
            | {
                "departments": tuple(departments[key].pk for key in asked["departments"]),
                "groups": tuple(groups[key].pk for key in asked["groups"]),
                "included": tuple(keys.get(place, -1 - place) for place in asked["included"]),
                "excluded": tuple(keys.get(place, -1 - place) for place in asked["excluded"]),
            }
        )
        assume(rule.has_conditions or rule.included)
        found = {member.pk for member in members_meant(rule, on)}
        assert found == {keys[place] for place, person in enumerate(people) if meant(place, person, asked, on)}
        other = Audience(pk=2, rule={"gender": ["female"]})
        women = sum(
            meant(place, person, NOTHING | {"gender": ("female",)}, on) for place, person in enumerate(people)
        )
        assert audience_sizes([Audience(pk=1, rule=rule.stored()), other], on) == {1: len(found), 2: women}


def store(place: int, person: dict, departments: list, groups: list) -> Member:
    own = {name: value for name, value in person.items() if name not in ("changes", "departments", "groups")}
    member = Member.objects.create(employee_no=str(place), name="林芳", **own)
    for day, service, union in person["changes"]:
        StatusChange.objects.create(
            member=member, kind="registered", on=day, service_status=service, union_status=union
        )
    for number, (key, (start, end)) in enumerate(person["departments"]):
        DepartmentPlace.objects.create(
            member=member, department=departments[key], is_main=number == 0, from_on=start, to_on=end
        )
    for key, (start, end) in person["groups"]:
        GroupPlace.objects.create(member=member, group=groups[key], from_on=start, to_on=end)
    return member
