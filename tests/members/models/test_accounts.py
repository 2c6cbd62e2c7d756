from datetime import date

import pytest
from django.db import IntegrityError

from members.models import Account, RoleGrant
from tests.members.factories import AccountFactory, MemberFactory, RoleGrantFactory
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db


def test_two_accounts_for_one_person_are_impossible():
    member = MemberFactory()
    AccountFactory(member=member, employee_no="1001")
    with pytest.raises(IntegrityError):
        AccountFactory(member=member, employee_no="1002")


def test_two_accounts_with_one_employee_no_are_impossible():
    AccountFactory(employee_no="1001")
    with pytest.raises(IntegrityError):
        AccountFactory(employee_no="1001")


def test_giving_a_role_twice_on_a_day_is_impossible():
    grant = RoleGrantFactory(role=Role.CHAIR)
    with pytest.raises(IntegrityError):
        RoleGrantFactory(account=grant.account, role=Role.CHAIR)


def test_account_without_a_password_cant_be_signed_in_with():
    account = Account.objects.create_user("1001", "韩梅")
    assert not account.has_usable_password()


def test_password_is_kept_hashed():
    account = Account.objects.create_user("1001", "韩梅", "mingde-2026")
    assert "mingde-2026" not in account.password
    assert account.check_password("mingde-2026")


@pytest.mark.parametrize(
    ("from_on", "to_on", "on_the_day", "from_the_day"),
    [
        (date(2026, 5, 1), None, True, True),
        (date(2026, 5, 2), None, False, True),
        (date(2026, 1, 1), date(2026, 5, 1), True, True),
        (date(2026, 1, 1), date(2026, 4, 30), False, False),
    ],
)
def test_grant_is_in_force_from_its_first_day_to_its_last(from_on, to_on, on_the_day, from_the_day):
    RoleGrantFactory(role=Role.CHAIR, from_on=from_on, to_on=to_on)
    assert RoleGrant.objects.held_on(date(2026, 5, 1)).exists() is on_the_day
    assert RoleGrant.objects.held_from(date(2026, 5, 1)).exists() is from_the_day
