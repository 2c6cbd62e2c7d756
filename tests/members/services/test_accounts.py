from datetime import date

import pytest

from members.enums import ChangeKind
from members.models import Account, RoleGrant
from members.services import change_status, grant_role, open_account, register_member, reset_password, revoke_role
from tests.members.factories import AccountFactory, MemberFactory, RoleGrantFactory
from tests.members.trails import last_changes, trail
from unionoffice.audit import HIDDEN
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db


def test_account_is_opened_with_the_employee_no(secretary):
    member = MemberFactory(employee_no="1001", name="韩梅")
    account = open_account(member, password="mingde-2026", by=secretary)
    assert (account.employee_no, account.name, account.member, account.is_active) == ("1001", "韩梅", member, True)
    assert account.check_password("mingde-2026")
    assert trail(account) == [("开通账号", "陈静", "")]
    assert last_changes(account)["password"][1] == HIDDEN


def test_second_account_is_refused(secretary):
    account = AccountFactory(member__name="韩梅")
    with pytest.raises(Refused, match="韩梅已经有账号"):
        open_account(account.member, password="mingde-2026", by=secretary)


def test_second_account_under_another_employee_no_is_refused(secretary):
    account = AccountFactory(member__name="韩梅", employee_no="old")
    with pytest.raises(Refused, match="韩梅已经有账号"):
        open_account(account.member, password="mingde-2026", by=secretary)
    assert Account.objects.filter(member=account.member).count() == 1


def test_new_password_replaces_the_old_one(secretary):
    account = AccountFactory()
    reset_password(account, password="mingde-2027", by=secretary)
    account.refresh_from_db()
    assert account.check_password("mingde-2027")
    assert trail(account)[-1] == ("重设密码", "陈静", "")
    assert last_changes(account) == {"password": ["", HIDDEN]}


def test_password_that_replaces_another_is_never_in_the_trail(secretary):
    account = open_account(MemberFactory(), password="mingde-2026", by=secretary)
    reset_password(account, password="mingde-2027", by=secretary)
    assert last_changes(account) == {"password": [HIDDEN, HIDDEN]}


def test_role_is_given_from_the_day_on(secretary, on):
    account = AccountFactory()
    grant = grant_role(account, Role.CHAIR, by=secretary, on=on)
    assert (grant.account, grant.role, grant.from_on, grant.to_on) == (account, "chair", on, None)
    assert trail(grant) == [("授予角色", "陈静", "工会主席")]


def test_role_held_already_stays_as_it_is(secretary, on):
    grant = RoleGrantFactory(role=Role.CHAIR, from_on=date(2020, 1, 1))
    assert grant_role(grant.account, Role.CHAIR, by=secretary, on=on) == grant
    assert RoleGrant.objects.filter(account=grant.account).count() == 1


def test_role_held_in_the_past_is_given_anew(secretary, on):
    old = RoleGrantFactory(role=Role.CHAIR, to_on=date(2026, 11, 21))
    assert grant_role(old.account, Role.CHAIR, by=secretary, on=on) != old


@pytest.mark.parametrize(("held", "wanted"), [(Role.TREASURER, Role.CASHIER), (Role.CASHIER, Role.TREASURER)])
@pytest.mark.parametrize("from_on", [date(2020, 1, 1), date(2026, 12, 1)], ids=["already", "from next month"])
def test_bookkeeper_and_cashier_in_one_is_refused(held, wanted, from_on, secretary, on):
    grant = RoleGrantFactory(role=held, from_on=from_on)
    with pytest.raises(Refused, match="会计和出纳必须由两个人担任"):
        grant_role(grant.account, wanted, by=secretary, on=on)
    assert RoleGrant.objects.filter(account=grant.account).count() == 1


def test_cashier_of_the_past_may_keep_the_books(secretary, on):
    grant = RoleGrantFactory(role=Role.CASHIER, to_on=date(2026, 11, 21))
    assert grant_role(grant.account, Role.TREASURER, by=secretary, on=on).role == "treasurer"


def test_bookkeeper_may_hold_another_role_too(secretary, on):
    grant = RoleGrantFactory(role=Role.TREASURER)
    assert grant_role(grant.account, Role.WOMEN_OFFICER, by=secretary, on=on).role == "women_officer"


def test_role_for_oneself_is_refused(secretary, on):
    with pytest.raises(Refused, match="不能给自己授予角色"):
        grant_role(secretary, Role.CHAIR, by=secretary, on=on)
    assert RoleGrant.objects.filter(account=secretary).count() == 1


def test_role_taken_back_was_held_until_the_day_before(secretary, on):
    grant = RoleGrantFactory(role=Role.CASHIER)
    revoke_role(grant.account, Role.CASHIER, by=secretary, on=on)
    grant.refresh_from_db()
    assert grant.to_on == date(2026, 11, 21)
    assert trail(grant)[-1] == ("收回角色", "陈静", "出纳")


def test_role_taken_back_makes_room_for_its_opposite(secretary, on):
    grant = RoleGrantFactory(role=Role.CASHIER)
    revoke_role(grant.account, Role.CASHIER, by=secretary, on=on)
    assert grant_role(grant.account, Role.TREASURER, by=secretary, on=on).role == "treasurer"


@pytest.mark.parametrize("from_on", [date(2026, 11, 22), date(2026, 12, 1)], ids=["today", "later"])
def test_role_taken_back_before_it_was_held_is_gone(from_on, secretary, on):
    grant = RoleGrantFactory(role=Role.CASHIER, from_on=from_on)
    revoke_role(grant.account, Role.CASHIER, by=secretary, on=on)
    assert not RoleGrant.objects.filter(account=grant.account).exists()


def test_role_not_held_cant_be_taken_back(secretary, on):
    account = AccountFactory(name="韩梅")
    with pytest.raises(Refused, match="韩梅现在没有这个角色"):
        revoke_role(account, Role.CASHIER, by=secretary, on=on)


def test_own_role_cant_be_taken_back(secretary, on):
    with pytest.raises(Refused, match="不能收回自己的角色"):
        revoke_role(secretary, Role.SECRETARY, by=secretary, on=on)
    assert RoleGrant.objects.held_on(on).filter(account=secretary).count() == 1


@pytest.mark.parametrize("kind", [ChangeKind.LEFT, ChangeKind.TRANSFERRED_OUT, ChangeKind.DIED])
def test_who_leaves_can_not_sign_in_and_holds_no_role(kind, secretary, on):
    grant = RoleGrantFactory(role=Role.CASHIER)
    change_status(grant.account.member, kind, on=on, today=on, by=secretary)
    grant.refresh_from_db()
    assert (grant.account.is_active, grant.to_on) == (False, date(2026, 11, 21))
    assert trail(grant.account)[-1] == (str(kind.label), "陈静", "")


def test_who_retires_keeps_the_account(secretary, on):
    grant = RoleGrantFactory(role=Role.SPORTS_OFFICER)
    change_status(grant.account.member, ChangeKind.RETIRED, on=on, today=on, by=secretary)
    grant.refresh_from_db()
    assert (grant.account.is_active, grant.to_on) == (True, None)


def test_who_returns_signs_in_again_without_the_old_roles(secretary, on):
    grant = RoleGrantFactory(role=Role.CASHIER)
    change_status(grant.account.member, ChangeKind.LEFT, on=on, today=on, by=secretary)
    change_status(grant.account.member, ChangeKind.RETURNED, on=on, today=on, by=secretary)
    account = Account.objects.get(pk=grant.account_id)
    assert (account.is_active, RoleGrant.objects.held_on(on).filter(account=account).exists()) == (True, False)


def test_account_opened_before_the_record_becomes_the_persons_own(secretary, on):
    account = Account.objects.create_user("00102", "陈老师", "mingde-2026")
    member = register_member(MemberFactory.build(employee_no="00102", name="陈静"), by=secretary, on=on)
    account.refresh_from_db()
    assert (account.member, account.name) == (member, "陈静")
