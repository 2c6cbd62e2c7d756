"""Accounts for many at once, and the sheet of their first passwords."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.utils import timezone

from members.enums import ServiceStatus
from members.models import Account, FirstPasswordSheet, Member
from members.services import destroy_first_passwords, forget_first_passwords, open_accounts
from members.services.first_passwords import AT_ONCE, LETTERS
from tests.members.factories import AccountFactory, MemberFactory
from tests.members.trails import trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


def everybody():
    return Member.objects.all()


def test_each_gets_an_account_with_the_password_on_the_sheet(secretary):
    people = {
        MemberFactory(name=name, employee_no=no).employee_no: name for name, no in (("韩梅", "7"), ("李雷", "8"))
    }
    sheet = open_accounts(everybody(), by=secretary)
    assert {login: name for name, login, _password in sheet.lines} == people
    assert (sheet.count, sheet.made_by) == (2, secretary)
    for name, login, password in sheet.lines:
        account = Account.objects.get(employee_no=login)
        assert (account.name, account.member.name, account.must_change_password) == (name, name, True)
        assert trail(account) == [("开通账号", "陈静", "")]
        assert account.check_password(password)


def test_passwords_are_drawn_anew_from_letters_that_nobody_misreads(secretary):
    for _ in range(20):
        MemberFactory()
    passwords = [password for _name, _login, password in open_accounts(everybody(), by=secretary).lines]
    assert len(set(passwords)) == 20
    assert all(re.fullmatch(f"[{LETTERS}]{{5}}-[{LETTERS}]{{5}}", password) for password in passwords)


def test_first_sign_in_keeps_the_password_with_the_usual_hasher(secretary):
    member = MemberFactory()
    [(_name, login, password)] = open_accounts(everybody(), by=secretary).lines
    assert Account.objects.get(member=member).password.startswith("pbkdf2_first$")
    assert authenticate(username=login, password=password) == member.account
    assert Account.objects.get(member=member).password.startswith("md5$")
    assert trail(member.account)[-1] == ("改用更强的方式保存密码", "", "")


def test_who_has_an_account_or_is_gone_is_passed_over(secretary):
    known = AccountFactory()
    MemberFactory(service_status=ServiceStatus.LEFT)
    MemberFactory(service_status=ServiceStatus.DEAD)
    retired = MemberFactory(service_status=ServiceStatus.RETIRED)
    before = known.password
    assert [login for _name, login, _password in open_accounts(everybody(), by=secretary).lines] == [
        retired.employee_no
    ]
    known.refresh_from_db()
    assert known.password == before


def test_nobody_to_open_one_for_is_refused(secretary):
    with pytest.raises(Refused, match="没有需要开通的"):
        open_accounts(everybody(), by=secretary)
    assert FirstPasswordSheet.objects.count() == 0


def test_number_of_another_account_is_refused_and_nothing_is_opened(secretary):
    AccountFactory(member=None, employee_no="77", name="运维")
    MemberFactory(employee_no="77")
    MemberFactory(employee_no="78")
    with pytest.raises(Refused, match="工号77已被别的账号用来登录"):
        open_accounts(everybody(), by=secretary)
    assert not Account.objects.filter(employee_no="78").exists()


def test_more_than_one_can_hand_out_are_refused(secretary):
    Member.objects.bulk_create(Member(employee_no=f"n{n}", name="韩梅", gender="female") for n in range(AT_ONCE + 1))
    with pytest.raises(Refused, match="一次最多开通500个账号"):
        open_accounts(everybody(), by=secretary)


def test_destroyed_sheet_holds_no_password_any_more(secretary):
    MemberFactory()
    sheet = open_accounts(everybody(), by=secretary)
    destroy_first_passwords(sheet, by=secretary)
    sheet.refresh_from_db()
    assert (sheet.content, sheet.lines, sheet.is_open) == ("", [], False)
    assert trail(sheet) == [("生成初始密码单", "陈静", ""), ("销毁初始密码单", "陈静", "")]
    destroy_first_passwords(sheet, by=secretary)
    assert len(trail(sheet)) == 2


def test_sheet_that_nobody_destroyed_is_emptied_after_a_day(secretary):
    MemberFactory()
    sheet = open_accounts(everybody(), by=secretary)
    forget_first_passwords()
    sheet.refresh_from_db()
    assert len(sheet.lines) == 1
    FirstPasswordSheet.objects.update(made_at=timezone.now() - timedelta(hours=25))
    sheet.refresh_from_db()
    assert sheet.lines == []
    forget_first_passwords()
    sheet.refresh_from_db()
    assert sheet.content == ""
