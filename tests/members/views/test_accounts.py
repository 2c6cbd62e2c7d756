from datetime import timedelta

import pytest
from django.urls import reverse

from members.models import Account
from tests.members.factories import AccountFactory, MemberFactory, RoleGrantFactory
from tests.members.trails import trail
from tests.members.views.forms import errors, fill, told
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


@pytest.fixture
def member():
    return MemberFactory(name="林芳", employee_no="1001")


@pytest.fixture
def account(member):
    return AccountFactory(member=member)


def _url(page: str, member) -> str:
    return reverse(f"members:{page}", args=[member.pk])


# --- Opening an account ------------------------------------------------------------------------------------


def test_account_is_opened_and_can_be_signed_in_with(member, client):
    url = _url("account-open", member)
    response = client.post(url, fill(client, url, password="mingde-2026"), follow=True)
    assert response.redirect_chain == [(member.get_absolute_url(), 302)]
    assert told(response) == ["账号已开通，登录名是工号。"]
    account = Account.objects.get(employee_no="1001")
    assert (account.member, account.check_password("mingde-2026")) == (member, True)


@pytest.mark.parametrize("password", ["1234567", "20261122", "", "password"])
def test_weak_password_is_refused_at_its_field(password, member, client):
    url = _url("account-open", member)
    response = client.post(url, fill(client, url, password=password))
    assert (response.status_code, list(errors(response))) == (422, ["password"])
    assert not Account.objects.filter(member=member).exists()


def test_form_sent_twice_opens_one_account_and_leads_to_the_person(member, client):
    url = _url("account-open", member)
    typed = fill(client, url, password="mingde-2026")
    client.post(url, typed)
    response = client.post(url, typed, follow=True)
    assert response.redirect_chain == [(member.get_absolute_url(), 302)]
    assert told(response)[-1] == "这份表单已经提交过，没有重复办理。"


def test_account_cant_be_opened_where_there_is_one(account, client):
    assert client.get(_url("account-open", account.member)).status_code == 403


# --- A new password ----------------------------------------------------------------------------------------


def test_new_password_is_set_and_isnt_in_the_trail(account, client):
    url = _url("account-reset", account.member)
    client.post(url, fill(client, url, password="mingde-2027"))
    account.refresh_from_db()
    assert account.check_password("mingde-2027")
    assert trail(account)[-1] == ("重设密码", "陈静", "")


def test_new_password_signs_the_person_out(account, client, signed_in):
    somewhere = signed_in(account)
    url = _url("account-reset", account.member)
    client.post(url, fill(client, url, password="mingde-2027"))
    own = account.member.get_absolute_url()
    assert somewhere.get(own).url == f"{reverse('account_login')}?next={own}"


def test_password_cant_be_set_without_an_account(member, client):
    assert client.get(_url("account-reset", member)).status_code == 403


# --- Roles -------------------------------------------------------------------------------------------------


def test_role_is_given_from_today(account, client, today):
    url = _url("role-grant", account.member)
    client.post(url, fill(client, url, role="auditor"))
    grant = account.grants.get()
    assert (grant.role, grant.from_on, grant.to_on) == ("auditor", today, None)
    assert trail(grant) == [("授予角色", "陈静", "经审委员")]


def test_bookkeeper_and_cashier_in_one_is_refused_in_words(account, client):
    RoleGrantFactory(account=account, role=Role.TREASURER)
    url = _url("role-grant", account.member)
    response = client.post(url, fill(client, url, role="cashier"))
    assert response.status_code == 422
    assert errors(response) == {"": ["会计和出纳必须由两个人担任，请先收回原来的角色。"]}
    assert account.grants.count() == 1


@pytest.mark.parametrize("role", ["staff", "group_leader", "emperor"])
def test_role_that_follows_from_records_or_isnt_one_cant_be_given(role, account, client):
    url = _url("role-grant", account.member)
    response = client.post(url, fill(client, url, role=role))
    assert (response.status_code, list(errors(response))) == (422, ["role"])
    assert not account.grants.exists()


def test_role_is_taken_back_as_of_today(account, client, today):
    grant = RoleGrantFactory(account=account, role=Role.AUDITOR)
    url = _url("role-revoke", account.member)
    client.post(url, fill(client, url, role="auditor"))
    grant.refresh_from_db()
    assert grant.to_on == today - timedelta(days=1)


def test_nothing_can_be_taken_back_from_somebody_without_a_role(account, client):
    assert client.get(_url("role-revoke", account.member)).status_code == 403


def test_no_role_is_given_by_a_press_of_the_button(account, client):
    url = _url("role-grant", account.member)
    response = client.post(url, fill(client, url))
    assert (response.status_code, list(errors(response))) == (422, ["role"])
    assert not account.grants.exists()
