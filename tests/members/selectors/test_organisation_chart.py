from datetime import date

import pytest

from members.selectors import grants_on, leaders_on, offices_on, organisation_chart
from tests.members.factories import (
    AccountFactory,
    CommitteeFactory,
    CommitteeTermFactory,
    DepartmentFactory,
    DepartmentHeadFactory,
    GroupLeaderFactory,
    MemberFactory,
    OfficeHoldingFactory,
    RoleGrantFactory,
    UnionGroupFactory,
)

pytestmark = pytest.mark.django_db
CHANGE = date(2025, 9, 1)
EVE = date(2025, 8, 31)


@pytest.fixture
def union():
    """A chair who gave way to another, the women's director, and a committee that never had a term."""
    term = CommitteeTermFactory()
    OfficeHoldingFactory(term=term, member__name="仇旻", duty="组织")
    OfficeHoldingFactory(term=term, member__name="周敏", post="chair", to_on=EVE)
    OfficeHoldingFactory(term=term, member__name="林芳", post="chair", from_on=CHANGE)
    women = CommitteeTermFactory(committee=CommitteeFactory(kind="women", name="女职工委员会"), number=3)
    OfficeHoldingFactory(term=women, member__name="尉迟婉清", post="director")
    CommitteeFactory(kind="other", name="膳食委员会")
    return term


@pytest.fixture
def groups():
    """A branch with a group under it, whose leader changed, and a group that was closed."""
    branch = UnionGroupFactory(name="东校区分工会")
    group = UnionGroupFactory(name="第一工会小组", parent=branch)
    GroupLeaderFactory(unit=group, member__name="魏雅琴", from_on=date(2020, 1, 1), to_on=EVE)
    GroupLeaderFactory(unit=group, member__name="卫东", from_on=CHANGE)
    UnionGroupFactory(name="老城工会小组", to_on=EVE)
    return branch


def seats(box):
    return [(seat.post, seat.member.name) for seat in box.seats]


@pytest.mark.parametrize(("day", "chair"), [(EVE, "周敏"), (CHANGE, "林芳")])
def test_committees_stand_as_they_were_on_the_day(day, chair, union):
    chart = organisation_chart(day)
    assert (chart.union.term, seats(chart.union)) == (union, [("主席", chair), ("委员（组织）", "仇旻")])
    assert [(box.name, seats(box)) for box in chart.others] == [("女职工委员会", [("主任", "尉迟婉清")])]


def test_nothing_stood_before_the_first_term(union):
    chart = organisation_chart(date(2024, 5, 7))
    assert (chart.union, chart.others) == (None, ())


@pytest.mark.parametrize(
    ("day", "leader", "names"),
    [(EVE, "魏雅琴", ["东校区分工会", "老城工会小组"]), (CHANGE, "卫东", ["东校区分工会"])],
)
def test_groups_stand_under_each_other_with_who_led_them(day, leader, names, groups):
    boxes = organisation_chart(day).groups
    branch = next(box for box in boxes if box.group == groups)
    assert sorted(box.group.name for box in boxes) == sorted(names)
    assert [(box.group.name, seats(box)) for box in branch.children] == [("第一工会小组", [("组长", leader)])]


def test_offices_of_a_day_are_the_unions_first(union):
    found = [(office.term.committee.name, office.title, office.member.name) for office in offices_on(CHANGE)]
    assert found == [
        ("工会委员会", "主席", "林芳"),
        ("工会委员会", "委员（组织）", "仇旻"),
        ("女职工委员会", "主任", "尉迟婉清"),
    ]


def test_leaders_of_a_day_are_those_of_departments_then_of_groups(groups):
    DepartmentHeadFactory(unit=DepartmentFactory(name="教务处"), member__name="曹喆", from_on=date(2020, 1, 1))
    assert [(one.unit.name, one.member.name) for one in leaders_on(EVE)] == [
        ("教务处", "曹喆"),
        ("第一工会小组", "魏雅琴"),
    ]


def test_roles_of_a_day_stand_from_the_highest_down():
    for role, name, until in (("treasurer", "吴涛", None), ("chair", "周敏", EVE), ("chair", "林芳", None)):
        RoleGrantFactory(account=AccountFactory(name=name, member=MemberFactory(name=name)), role=role, to_on=until)
    assert [(grant.role, grant.account.name) for grant in grants_on(CHANGE)] == [
        ("chair", "林芳"),
        ("treasurer", "吴涛"),
    ]


@pytest.mark.parametrize("more", [1, 10])
def test_chart_takes_5_queries_however_large_it_is(more, union, groups, django_assert_num_queries):
    for number in range(more):
        OfficeHoldingFactory(term=union)
        GroupLeaderFactory(unit=UnionGroupFactory(name=f"小组{number}", parent=groups), from_on=date(2020, 1, 1))
    with django_assert_num_queries(5):
        organisation_chart(CHANGE)
