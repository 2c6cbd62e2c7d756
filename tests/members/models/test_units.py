from datetime import date

import pytest
from django.db import IntegrityError

from members.models import Department, Member, Tag, UnionGroup
from members.models.units import LEVELS
from tests.members.factories import (
    AccountFactory,
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    TagFactory,
    TagPlaceFactory,
    UnionGroupFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree() -> list[UnionGroup]:
    """One group on each level, each under the one before it, and one beside them."""
    groups = [UnionGroupFactory()]
    for _ in range(LEVELS - 1):
        groups.append(UnionGroupFactory(parent=groups[-1]))
    return [*groups, UnionGroupFactory()]


def test_departments_stand_by_their_number_and_then_naturally():
    for name in ("第十教研组", "第二教研组", "数学组"):
        DepartmentFactory(name=name)
    DepartmentFactory(name="总务处", position=1)
    assert [str(one) for one in Department.objects.all()] == ["总务处", "第二教研组", "第十教研组", "数学组"]


def test_group_comes_directly_after_the_one_above_it():
    second, first = UnionGroupFactory(name="第二分工会"), UnionGroupFactory(name="第一分工会")
    below = [UnionGroupFactory(name=name, parent=first) for name in ("乙组", "甲组")]
    assert list(UnionGroup.objects.all()) == [first, below[1], below[0], second]
    assert [group.level for group in UnionGroup.objects.all()] == [0, 1, 1, 0]


def test_deeper_than_the_levels_is_impossible(tree):
    with pytest.raises(IntegrityError):
        UnionGroupFactory(parent=tree[LEVELS - 1])


def test_closing_before_the_first_day_is_impossible():
    with pytest.raises(IntegrityError):
        DepartmentFactory(from_on=date(2026, 9, 1), to_on=date(2026, 8, 31))


@pytest.mark.parametrize("level", range(LEVELS))
def test_group_with_all_below_is_found_on_every_level(level, tree):
    assert list(UnionGroup.objects.of_or_below([tree[level].pk])) == tree[level:LEVELS]


@pytest.mark.parametrize("level", range(LEVELS))
def test_people_of_a_group_are_those_of_all_groups_below(level, tree, on):
    people = [GroupPlaceFactory(group=group).member for group in tree]
    assert set(Member.objects.in_group_on(tree[level].pk, on)) == set(people[level:LEVELS])


@pytest.mark.parametrize("level", range(LEVELS))
def test_leader_sees_the_people_of_all_groups_below_and_no_others(level, tree):
    people = [GroupPlaceFactory(group=group).member for group in tree]
    account = AccountFactory()
    tree[level].leader = account.member
    tree[level].save()
    assert set(Member.objects.visible_to(account)) == {account.member, *people[level:LEVELS]}


def test_leader_sees_nobody_who_moved_on(tree):
    account = AccountFactory()
    tree[0].leader = account.member
    tree[0].save()
    GroupPlaceFactory(group=tree[1], to_on=date(2026, 1, 1))
    assert list(Member.objects.visible_to(account)) == [account.member]


def test_who_is_nobodys_colleague_leads_no_group(tree):
    assert list(UnionGroup.objects.led_by(None)) == []
    assert list(Member.objects.visible_to(AccountFactory(member=None, employee_no="ops", name="运维"))) == []


def test_what_a_leader_sees_takes_one_query(tree, django_assert_num_queries):
    account = AccountFactory()
    tree[0].leader = account.member
    tree[0].save()
    list(Member.objects.visible_to(account))
    with django_assert_num_queries(1):
        list(Member.objects.visible_to(account))


@pytest.mark.parametrize("places", [DepartmentPlaceFactory, GroupPlaceFactory, TagPlaceFactory])
def test_people_counted_are_those_who_belong_there_now_and_are_here(places):
    place = places()
    named = {"department", "group", "tag"} & {field.name for field in place._meta.fields}
    (name,) = named
    unit = getattr(place, name)
    places(**{name: unit}, member=MemberFactory(service_status="retired"))
    places(**{name: unit}, member=MemberFactory(service_status="left"))
    places(**{name: unit}, to_on=date(2026, 1, 1))
    assert type(unit).objects.with_people().get(pk=unit.pk).people == 2
    assert unit.places.here().count() == 2


def test_tags_are_for_those_who_see_everybody(secretary, group_leader):
    assert Tag.objects.visible_to(secretary).count() == Tag.objects.count() > 0
    assert not Tag.objects.visible_to(group_leader).exists()


def test_one_tag_twice_at_a_time_is_impossible():
    place = TagPlaceFactory()
    with pytest.raises(IntegrityError):
        TagPlaceFactory(member=place.member, tag=place.tag)


def test_one_tag_of_two_names_is_impossible():
    with pytest.raises(IntegrityError):
        TagFactory(name=TagFactory().name)
