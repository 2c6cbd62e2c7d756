"""Roles: given with dates or following from records, asked once a request, and predicates on them."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from members.models import Account
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, RoleGrantFactory, UnionGroupFactory
from unionoffice.roles import Role, anyone, holds, roles_of, signed_in


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def test_stranger_holds_no_role():
    assert roles_of(AnonymousUser()) == frozenset()


def test_member_without_office_is_staff(teacher):
    assert roles_of(teacher) == {Role.STAFF}


def test_account_without_member_holds_no_role(db):
    operator = AccountFactory(member=None, employee_no="ops", name="运维")
    assert roles_of(operator) == frozenset()


def test_given_role_adds_to_those_that_follow_from_records(secretary):
    assert roles_of(secretary) == {Role.SECRETARY, Role.STAFF}


def test_leading_a_group_makes_a_group_leader(teacher):
    UnionGroupFactory(leader=teacher.member)
    assert roles_of(teacher) == {Role.GROUP_LEADER, Role.STAFF}


@pytest.mark.parametrize(
    ("from_on", "to_on", "held"),
    [
        (TODAY, None, True),
        (TODAY, TODAY, True),
        (TODAY + timedelta(days=1), None, False),
        (date(2020, 1, 1), TODAY - timedelta(days=1), False),
    ],
)
def test_grant_counts_from_its_first_to_its_last_day(teacher, from_on, to_on, held):
    RoleGrantFactory(account=teacher, role=Role.AUDITOR, from_on=from_on, to_on=to_on)
    assert (Role.AUDITOR in roles_of(teacher)) is held


def test_today_is_the_day_in_shanghai_not_in_greenwich(teacher):
    RoleGrantFactory(account=teacher, role=Role.AUDITOR, from_on=date(2026, 12, 1))
    with time_machine.travel("2026-11-30T16:30:00Z", tick=False):
        assert timezone.localdate() == date(2026, 12, 1)
        assert Role.AUDITOR in roles_of(teacher)


def test_roles_are_asked_once_for_a_user_object(teacher, django_assert_num_queries):
    first = roles_of(teacher)
    with django_assert_num_queries(0):
        assert roles_of(teacher) is first


def test_next_request_knows_of_a_new_role(teacher):
    assert Role.CASHIER not in roles_of(teacher)
    RoleGrantFactory(account=teacher, role=Role.CASHIER)
    assert Role.CASHIER in roles_of(Account.objects.get(pk=teacher.pk))


def test_one_of_several_roles_is_enough(chair, teacher):
    either = holds(Role.CHAIR, Role.SECRETARY)
    assert (either.test(chair), either.test(teacher), either.test(AnonymousUser())) == (True, False, False)


def test_anyone_is_also_a_stranger_and_signed_in_is_not(teacher):
    stranger = AnonymousUser()
    assert [anyone.test(teacher), anyone.test(stranger)] == [True, True]
    assert [signed_in.test(teacher), signed_in.test(stranger)] == [True, False]


def test_predicate_is_named_after_its_roles():
    assert holds(Role.CHAIR, Role.SECRETARY).name == "chair | secretary"
