"""Half an hour without a sign of life ends a sign-in; being there is noted once a minute."""

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from members.models import SignIn
from tests.conftest import TODAY
from tests.members.factories import AccountFactory

pytestmark = pytest.mark.django_db
PAGE, PASSWORD = "/help/", "wo-de-mima-7"


@pytest.fixture
def clock():
    with time_machine.travel(TODAY, tick=False) as travelled:
        yield travelled


@pytest.fixture
def account(clock):
    account = AccountFactory(employee_no="9001")
    account.set_password(PASSWORD)
    account.save()
    return account


@pytest.fixture
def client(account):
    client = Client(REMOTE_ADDR="10.1.2.3", headers={"User-Agent": "Firefox"})
    client.post("/accounts/login/", {"login": "9001", "password": PASSWORD})
    return client


def is_inside(client) -> bool:
    return client.get(PAGE).status_code == 200


def test_sign_in_notes_where(client, account):
    sign_in = account.sign_ins.get()
    assert (sign_in.address, sign_in.agent, sign_in.session_key) == (
        "10.1.2.3",
        "Firefox",
        client.session.session_key,
    )


def test_sign_in_runs_out_half_an_hour_after_the_last_page(client, clock):
    clock.shift(29 * 60)
    assert is_inside(client)
    clock.shift(29 * 60)
    assert is_inside(client)
    clock.shift(30 * 60)
    assert not is_inside(client)


def test_cookie_goes_with_the_browser_however_often_it_is_renewed(client, clock):
    clock.shift(120)
    cookie = client.get(PAGE).cookies["sessionid"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")


def test_page_within_a_minute_writes_nothing(client, clock):
    clock.shift(59)
    with CaptureQueriesContext(connection) as queries:
        client.get(PAGE)
    assert [query["sql"] for query in queries if not query["sql"].lstrip("(").startswith("SELECT")] == []


def test_page_after_a_minute_notes_that_somebody_is_there(client, account, clock):
    clock.shift(60)
    client.get(PAGE)
    sign_in = account.sign_ins.get()
    assert (sign_in.last_seen_at - sign_in.started_at).total_seconds() == 60


def test_sign_out_ends_the_sign_in(client):
    client.post("/accounts/logout/")
    assert not SignIn.objects.exists()


def test_sign_in_that_ran_out_is_forgotten_when_its_browser_comes_back(client, clock):
    clock.shift(3600)
    client.get(PAGE)
    assert not SignIn.objects.exists()


def test_next_to_sign_in_in_the_same_browser_takes_the_place_of_one_that_ran_out(client, clock):
    other = AccountFactory(employee_no="9002")
    other.set_password(PASSWORD)
    other.save()
    client.session.flush()
    client.post("/accounts/login/", {"login": "9002", "password": PASSWORD})
    assert [sign_in.account for sign_in in SignIn.objects.all()] == [other]


def test_password_change_keeps_this_sign_in_under_its_new_session(client, account):
    before = client.session.session_key
    client.post(
        "/accounts/password/",
        {"oldpassword": PASSWORD, "password1": "xin-de-mima-9", "password2": "xin-de-mima-9"},
    )
    assert client.session.session_key != before
    assert account.sign_ins.get().session_key == client.session.session_key


def test_who_asks_for_the_sign_of_life_of_the_proxy_has_no_session_read(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Client().get("/healthz").status_code == 200


def test_stranger_is_not_noted(clock):
    Client().get("/accounts/login/")
    assert not SignIn.objects.exists()
