from datetime import date

import pytest

from members.area import area
from tests.members.factories import (
    AccountFactory,
    DepartmentFactory,
    MemberFactory,
    RoleGrantFactory,
    UnionGroupFactory,
)
from unionoffice.areas import SearchHit
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db


def test_roles_are_those_given_and_those_that_follow(teacher, on):
    RoleGrantFactory(account=teacher, role=Role.AUDITOR)
    RoleGrantFactory(account=teacher, role=Role.CHAIR, to_on=date(2026, 11, 21))
    assert set(area.roles(teacher, on)) == {Role.AUDITOR, Role.STAFF}
    UnionGroupFactory(leader=teacher.member)
    assert set(area.roles(teacher, on)) == {Role.AUDITOR, Role.STAFF, Role.GROUP_LEADER}
    DepartmentFactory(head=teacher.member)
    assert set(area.roles(teacher, on)) == {Role.AUDITOR, Role.STAFF, Role.GROUP_LEADER, Role.DEPARTMENT_HEAD}


def test_operator_has_only_what_was_given(on):
    account = AccountFactory(member=None, employee_no="operator", name="网管")
    assert list(area.roles(account, on)) == []


def test_search_finds_people_whom_the_user_may_see(secretary, teacher):
    member = MemberFactory(name="尉迟婉清", employee_no="A0017")
    hit = SearchHit("尉迟婉清", "A0017 · 在职", member.get_absolute_url(), "user")
    assert list(area.search(secretary, "ycwq")) == [hit]
    assert list(area.search(teacher, "ycwq")) == []


def test_search_gives_ten_at_most(secretary):
    MemberFactory.create_batch(12, name="李娟")
    assert len(list(area.search(secretary, "李娟"))) == 10
