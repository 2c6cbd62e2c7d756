from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.models import SignIn
from members.services import count_attempt
from tests.conftest import make_actor
from tests.members.factories import AccountFactory, SignInFactory
from tests.members.trails import trail
from tests.members.views.forms import fill, told
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

OWN = "/accounts/"


@pytest.fixture
def account():
    return make_actor(Role.TREASURER, "吴涛")


@pytest.fixture
def client(account, signed_in):
    return signed_in(account)


def _shown(response) -> list[tuple[str, str, bool]]:
    return [(str(place.device), place.sign_in.address, place.is_this) for place in response.context["places"]]


# --- One's own account -------------------------------------------------------------------------------------


def test_page_says_who_one_is_here(client, account):
    facts = {str(fact.label): fact.value for fact in client.get(OWN).context["facts"]}
    assert facts == {"姓名": "吴涛", "工号": account.employee_no, "角色": ["会计", "教职工"]}


def test_page_leads_to_a_new_password_and_is_reached_from_the_top(client):
    page = client.get(OWN).content.decode()
    assert (f'href="{reverse("account_change_password")}"' in page, page.count(f'href="{OWN}"')) == (True, 1)


def test_sign_ins_are_told_in_words_this_one_first(client, account):
    now = timezone.now()
    SignIn.objects.filter(account=account).update(last_seen_at=now - timedelta(minutes=5))
    SignInFactory(account=account, agent="(iPhone; Mobile) MicroMessenger/8.0", address="10.0.0.9")
    SignInFactory(account=account, agent="(Windows NT) Firefox/128", started_at=now - timedelta(minutes=3))
    assert _shown(client.get(OWN)) == [
        ("电脑 · 其他浏览器", None, True),
        ("手机 · 微信", "10.0.0.9", False),
        ("电脑 · 火狐浏览器", "10.0.0.8", False),
    ]


def test_sign_ins_of_others_and_those_that_ran_out_are_not_told(client, account):
    SignInFactory()
    SignInFactory(account=account, started_at=timezone.now() - timedelta(minutes=30))
    assert len(_shown(client.get(OWN))) == 1


def test_page_takes_the_same_number_of_queries_for_many_sign_ins(client, account, django_assert_num_queries):
    client.get(OWN)
    for number in (1, 20):
        SignInFactory.create_batch(number, account=account)
        with django_assert_num_queries(QUERIES):
            client.get(OWN)


QUERIES = 8
"""Session, account, roles (given, of a group led, of a seat in the congress), sign-ins, unread notices, school."""


def test_sign_of_life_is_answered_to_those_inside_only(client):
    assert client.get("/accounts/stay/").content == b"ok"
    assert Client().get("/accounts/stay/").url == "/accounts/login/?next=/accounts/stay/"


# --- Ending them -------------------------------------------------------------------------------------------


def test_other_sign_in_is_ended_and_its_browser_is_outside(client, account, signed_in):
    elsewhere = signed_in(account)
    sign_in = SignIn.objects.get(session_key=elsewhere.session.session_key)
    url = reverse("account_end", args=[sign_in.pk])
    assert "电脑 · 其他浏览器" in client.get(url).context["question"]
    response = client.post(url, fill(client, url), follow=True)
    assert (response.redirect_chain, told(response)) == ([(OWN, 302)], ["已结束，那里再使用时要重新登录。"])
    assert (client.get(OWN).status_code, elsewhere.get(OWN).status_code) == (200, 302)


def test_all_others_are_ended_and_this_one_stays(client, account, signed_in):
    others = [signed_in(account), signed_in(account)]
    somebody = signed_in(AccountFactory())
    url = reverse("account_end_others")
    client.post(url, fill(client, url))
    assert [one.get(OWN).status_code for one in (client, *others, somebody)] == [200, 302, 302, 200]
    assert len(_shown(client.get(OWN))) == 1


def test_sign_in_of_somebody_else_isnt_there(client, signed_in):
    somebody = signed_in(AccountFactory())
    sign_in = SignIn.objects.get(session_key=somebody.session.session_key)
    url = reverse("account_end", args=[sign_in.pk])
    assert (client.get(url).status_code, client.post(url).status_code) == (404, 404)
    assert somebody.get(OWN).status_code == 200


# --- Unlocking by the secretary ----------------------------------------------------------------------------


@pytest.fixture
def locked(account):
    for _ in range(5):
        count_attempt(account.employee_no, at=timezone.now())
    return account


def test_secretary_finds_the_lock_on_the_persons_page_and_opens_it(locked, secretary, signed_in):
    client, url = signed_in(secretary), reverse("members:account-unlock", args=[locked.member_id])
    person = locked.member.get_absolute_url()
    assert "解除锁定" in [str(action.label) for action in client.get(person).context["actions"]]
    response = client.post(url, fill(client, url), follow=True)
    assert (response.redirect_chain, told(response)) == ([(person, 302)], ["已解除锁定，现在可以登录。"])
    assert "解除锁定" not in [str(action.label) for action in response.context["actions"]]
    assert trail(locked)[-1] == ("解除锁定", "陈静", "")


def test_lock_that_was_opened_meanwhile_is_said_in_words(locked, secretary, signed_in):
    client, url = signed_in(secretary), reverse("members:account-unlock", args=[locked.member_id])
    first, second = fill(client, url), fill(client, url)
    client.post(url, first)
    assert client.post(url, second).status_code == 403


def test_account_that_is_not_locked_cant_be_unlocked(account, secretary, signed_in):
    url = reverse("members:account-unlock", args=[account.member_id])
    assert signed_in(secretary).get(url).status_code == 403
