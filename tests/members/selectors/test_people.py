from datetime import date

import pytest

from members.enums import ChangeKind, ServiceStatus
from members.models import Account, Member, StatusChange
from members.selectors import (
    changes_between,
    granted_roles,
    holder_of,
    in_department,
    in_group,
    roles_in_organisation,
    visitable_members,
    with_current_places,
)
from tests.members.factories import (
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    RoleGrantFactory,
    UnionGroupFactory,
)
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db


def _retired(member, day) -> StatusChange:
    return StatusChange.objects.create(
        member=member, kind=ChangeKind.RETIRED, on=day, service_status="retired", union_status="retained"
    )


def test_places_of_today_come_along_with_the_main_department_first():
    member = MemberFactory()
    DepartmentPlaceFactory(member=member, department__name="年级组", is_main=False)
    DepartmentPlaceFactory(member=member, department__name="语文组")
    DepartmentPlaceFactory(member=member, department__name="数学组", to_on=date(2020, 1, 1))
    GroupPlaceFactory(member=member, group__name="第一工会小组")
    GroupPlaceFactory(member=member, group__name="第二工会小组", to_on=date(2020, 1, 1))
    found = with_current_places(Member.objects.all()).get()
    assert [place.department.name for place in found.current_departments] == ["语文组", "年级组"]
    assert [place.group.name for place in found.current_groups] == ["第一工会小组"]


@pytest.mark.parametrize("people", [1, 30])
def test_places_take_three_queries_for_few_and_many(people, django_assert_num_queries):
    for _number in range(people):
        member = MemberFactory()
        DepartmentPlaceFactory(member=member)
        GroupPlaceFactory(member=member)
    with django_assert_num_queries(3):
        for member in with_current_places(Member.objects.all()):
            assert [len(member.current_departments), len(member.current_groups)] == [1, 1]


def test_department_holds_those_who_are_there_now():
    place = DepartmentPlaceFactory()
    DepartmentPlaceFactory(department=place.department, to_on=date(2020, 1, 1))
    assert list(in_department(Member.objects.all(), place.department)) == [place.member]


def test_group_holds_those_who_are_there_now():
    place = GroupPlaceFactory()
    GroupPlaceFactory(group=place.group, to_on=date(2020, 1, 1))
    assert list(in_group(Member.objects.all(), place.group)) == [place.member]


def test_changes_are_those_of_the_kind_from_the_first_day_to_the_last():
    _retired(MemberFactory(), date(2025, 12, 31))
    inside = {_retired(MemberFactory(), date(2026, 1, 1)), _retired(MemberFactory(), date(2026, 12, 31))}
    _retired(MemberFactory(), date(2027, 1, 1))
    assert set(changes_between(date(2026, 1, 1), date(2026, 12, 31)).filter(kind=ChangeKind.RETIRED)) == inside


@pytest.mark.parametrize(
    ("from_on", "to_on", "belongs"),
    [
        (None, None, True),
        (date(2026, 6, 30), None, True),
        (date(2026, 7, 1), None, False),
        (None, date(2026, 6, 30), True),
        (None, date(2026, 6, 29), False),
    ],
)
def test_change_belongs_to_the_group_of_its_day(from_on, to_on, belongs):
    place = GroupPlaceFactory(from_on=from_on, to_on=to_on)
    change = _retired(place.member, date(2026, 6, 30))
    found = changes_between(date(2026, 1, 1), date(2026, 12, 31), group_id=place.group_id)
    assert list(found) == ([change] if belongs else [])


def test_roles_given_are_those_in_force(teacher, on):
    RoleGrantFactory(account=teacher, role=Role.CASHIER, to_on=date(2026, 11, 21))
    RoleGrantFactory(account=teacher, role=Role.AUDITOR, from_on=date(2026, 11, 22))
    RoleGrantFactory(account=teacher, role=Role.CHAIR, from_on=date(2026, 11, 23))
    assert granted_roles(teacher, on) == [Role.AUDITOR]


def test_who_leads_groups_and_heads_departments_holds_each_role_once(teacher, chair, secretary):
    UnionGroupFactory.create_batch(2, leader=teacher.member)
    DepartmentFactory(head=teacher.member)
    DepartmentFactory(head=secretary.member)
    held = [sorted(roles_in_organisation(account.member_id)) for account in (teacher, secretary, chair)]
    assert held == [[Role.DEPARTMENT_HEAD, Role.GROUP_LEADER], [Role.DEPARTMENT_HEAD], []]


def test_those_to_visit_are_all_but_those_who_left(secretary):
    retired = MemberFactory(name="安红梅", service_status=ServiceStatus.RETIRED)
    MemberFactory(service_status=ServiceStatus.LEFT)
    assert list(visitable_members(secretary)) == [retired, secretary.member]


def test_teacher_may_ask_for_a_visit_to_nobody_else(teacher):
    MemberFactory()
    assert list(visitable_members(teacher)) == [teacher.member]


def test_holder_of_a_role_is_who_holds_it_on_the_day(chair, on):
    RoleGrantFactory(account__member__name="从前", role=Role.CHAIR, to_on=date(2026, 11, 21))
    assert holder_of(Role.CHAIR, on) == chair


def test_role_without_a_holder_has_none(on):
    with pytest.raises(Account.DoesNotExist):
        holder_of(Role.CHAIR, on)
