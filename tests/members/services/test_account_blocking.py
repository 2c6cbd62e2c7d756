"""Keeping somebody out, and roles with days."""

from datetime import date, timedelta

import pytest

from members.enums import ChangeKind
from members.models import RoleGrant, SignIn
from members.services import block_account, change_status, grant_role, unblock_account
from tests.members.factories import AccountFactory, RoleGrantFactory, SignInFactory
from tests.members.trails import trail
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db


def test_blocked_account_is_signed_out_everywhere_and_keeps_its_roles(secretary, on):
    grant = RoleGrantFactory(role=Role.AUDITOR)
    account = SignInFactory(account=grant.account).account
    block_account(account, reason="手机丢失", by=secretary, on=on)
    account.refresh_from_db()
    assert (account.is_active, account.blocked_on) == (False, on)
    assert not SignIn.objects.filter(account=account).exists()
    assert list(account.grants.held_on(on)) == [grant]
    assert trail(account)[-1] == ("停用账号", "陈静", "手机丢失")


def test_own_account_cannot_be_blocked(secretary, on):
    with pytest.raises(Refused, match="不能停用自己的账号"):
        block_account(secretary, reason="试试", by=secretary, on=on)


def test_account_is_blocked_once(secretary, on):
    account = AccountFactory(is_active=False, blocked_on=on, name="韩梅")
    with pytest.raises(Refused, match="韩梅的账号已经停用"):
        block_account(account, reason="再次", by=secretary, on=on)


def test_unblocked_account_signs_in_again(secretary, on):
    account = AccountFactory(is_active=False, blocked_on=on)
    unblock_account(account, by=secretary)
    account.refresh_from_db()
    assert (account.is_active, account.blocked_on) == (True, None)
    assert trail(account)[-1] == ("恢复账号", "陈静", "")


def test_account_that_is_not_blocked_has_nothing_to_unblock(secretary):
    with pytest.raises(Refused, match="没有停用"):
        unblock_account(AccountFactory(), by=secretary)


def test_unblocking_somebody_who_left_opens_nothing(secretary, on):
    account = AccountFactory(is_active=False, blocked_on=on, member__service_status="left")
    unblock_account(account, by=secretary)
    account.refresh_from_db()
    assert (account.is_active, account.blocked_on) == (False, None)


def test_blocked_account_stays_blocked_when_its_owner_retires(secretary, on):
    account = AccountFactory(is_active=False, blocked_on=on)
    change_status(account.member, ChangeKind.RETIRED, on=on, today=on, by=secretary)
    account.refresh_from_db()
    assert (account.is_active, account.blocked_on) == (False, on)


def test_role_is_given_for_some_days(secretary, on):
    account, last = AccountFactory(), on + timedelta(days=30)
    grant = grant_role(account, Role.AUDITOR, by=secretary, on=on, until=last)
    assert (grant.from_on, grant.to_on) == (on, last)
    assert [account.grants.held_on(day).exists() for day in (last, last + timedelta(days=1))] == [True, False]


def test_days_in_the_wrong_order_are_refused(secretary, on):
    with pytest.raises(Refused, match="截止日期不能早于开始日期"):
        grant_role(AccountFactory(), Role.AUDITOR, by=secretary, on=on, until=on - timedelta(days=1))


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ((date(2026, 12, 1), None), (date(2026, 11, 22), None)),
        ((date(2026, 12, 1), date(2026, 12, 31)), (date(2026, 11, 22), date(2026, 12, 1))),
        ((date(2026, 1, 1), date(2026, 12, 31)), (date(2026, 12, 31), None)),
    ],
)
def test_role_held_for_a_part_of_the_time_is_refused(secretary, held, asked):
    grant = RoleGrantFactory(role=Role.AUDITOR, from_on=held[0], to_on=held[1])
    with pytest.raises(Refused, match="在这段时间已有这个角色"):
        grant_role(grant.account, Role.AUDITOR, by=secretary, on=asked[0], until=asked[1])


@pytest.mark.parametrize("until", [None, date(2026, 12, 31)])
def test_role_held_all_that_time_stays_as_it_is(secretary, on, until):
    grant = RoleGrantFactory(role=Role.AUDITOR, from_on=date(2026, 1, 1), to_on=until)
    assert grant_role(grant.account, Role.AUDITOR, by=secretary, on=on, until=until) == grant
    assert RoleGrant.objects.filter(account=grant.account).count() == 1


def test_role_can_be_given_again_after_it_has_ended(secretary, on):
    grant = RoleGrantFactory(role=Role.AUDITOR, from_on=date(2026, 1, 1), to_on=on)
    later = grant_role(grant.account, Role.AUDITOR, by=secretary, on=on + timedelta(days=1))
    assert (later.from_on, later.to_on) == (on + timedelta(days=1), None)


def test_bookkeeper_and_cashier_are_two_people_on_every_day(secretary, on):
    cashier = RoleGrantFactory(role=Role.CASHIER, from_on=on + timedelta(days=10)).account
    with pytest.raises(Refused, match="会计和出纳必须由两个人担任"):
        grant_role(cashier, Role.TREASURER, by=secretary, on=on)
    before = grant_role(cashier, Role.TREASURER, by=secretary, on=on, until=on + timedelta(days=9))
    assert before.to_on == on + timedelta(days=9)
