from datetime import date

import pytest

from members.area import area
from tests.members.factories import (
    AccountFactory,
    CommitteeTermFactory,
    DepartmentFactory,
    MemberFactory,
    OfficeHoldingFactory,
    RoleGrantFactory,
    UnionGroupFactory,
)
from unionoffice.areas import CalendarEntry, SearchHit, Task
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


def test_calendar_has_one_entry_for_each_day_with_milestones(welfare_officer):
    born = MemberFactory(name="林芳", birth_date=date(1985, 11, 22))
    for name in ("何梅", "安红"):
        MemberFactory(name=name, birth_date=date(1966, 11, 25))
    assert list(area.calendar(welfare_officer, date(2026, 11, 20), date(2026, 11, 30))) == [
        CalendarEntry(date(2026, 11, 22), "林芳41岁生日", born.get_absolute_url(), "cake"),
        CalendarEntry(date(2026, 11, 25), "安红等2项纪念日", "/members/milestones/?month=2026-11", "cake"),
    ]


def test_calendar_of_who_sees_no_milestones_has_none(teacher):
    MemberFactory(birth_date=date(1985, 11, 22))
    assert list(area.calendar(teacher, date(2026, 11, 20), date(2026, 11, 30))) == []


def test_office_whose_holder_left_waits_for_who_keeps_committees(secretary, chair, on):
    office = OfficeHoldingFactory(member=MemberFactory(name="林芳", service_status="left", union_status="non_member"))
    sentence = "林芳（调离、非会员）仍担任第六届工会委员会委员，请办理卸任或者交接"
    task = Task(sentence, "办理", f"/members/committees/offices/{office.pk}/end/")
    assert (list(area.tasks(secretary, on)), list(area.tasks(chair, on))) == ([task], [])


def test_term_that_comes_to_its_end_waits_for_who_keeps_committees(secretary, on):
    term = CommitteeTermFactory(to_on=date(2027, 5, 21))
    assert list(area.tasks(secretary, on)) == [
        Task("第六届工会委员会任期届满，应办理换届", "查看", term.get_absolute_url(), date(2027, 5, 21))
    ]
    assert list(area.tasks(secretary, date(2026, 11, 21))) == []
