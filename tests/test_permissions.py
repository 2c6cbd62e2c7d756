"""Who may open what. The tables of the areas are the specification, written by hand; code is held against them."""

import re
from datetime import date
from importlib import import_module

import pytest
import rules
import time_machine
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from django.views import View

from tests.conftest import TODAY, make_actor
from tests.members.factories import AccountFactory
from unionoffice import views
from unionoffice.pages import Page
from unionoffice.roles import Role

OPENS, FORBIDDEN, NOT_THERE, SIGN_IN, DESK, OWN_RECORD = "o", "x", "-", "s", "d", "m"

COLUMNS = (*Role.values, "operator", "stranger")
"""Every role, then somebody who has an account but is no member, and a stranger."""

AREAS = ("unionoffice", *(name.split(".")[0] for name in settings.AREAS))
TABLES = [import_module(f"tests.{area}.permission_table") for area in AREAS]
"""One table an area, each written by hand.

For each page and role it says what the page answers to somebody who has nothing to do with its record, which stands
where the page wants it: o opens (200), x forbidden (403), - not there for them (404), s asked to sign in, d sent on
to the desk, m sent on to one's own record.
"""

EXPECTED = {
    name: dict(zip(COLUMNS, cells, strict=True))
    for table in TABLES
    for name, *cells in (line.split() for line in table.TABLE.strip().splitlines()[1:] if line)
}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


RECORDS = {name: made for table in TABLES for name, made in table.RECORDS.items()}
"""For each page of a record, a record at the step that the page is for, and nobody's own; `?` is the page's query.

Somebody for each column is there before the record is made: one that takes in all who are there is made for others.
"""


def client_of(column):
    """The browser of somebody who holds the role of the column and no other, or of nobody."""
    client = Client()
    if column == "operator":
        client.force_login(AccountFactory(member=None, employee_no="ops", name="运维"))
    elif column == Role.STAFF:
        client.force_login(make_actor(None, "韩梅"))
    elif column != "stranger":
        client.force_login(make_actor(Role(column), "韩梅"))
    return client


@pytest.fixture(scope="module")
def sign_ins(shared):
    """The cookies of somebody for each column, who are the same for all pages: making them anew would take longer."""
    with shared():
        with time_machine.travel(TODAY, tick=False):
            cookies = {column: client_of(column).cookies for column in COLUMNS}
        yield cookies


@pytest.fixture
def clients(sign_ins, db):
    """For each column a browser that has been nowhere yet, signed in."""
    clients = {column: Client() for column in COLUMNS}
    for column, client in clients.items():
        client.cookies.load({name: cookie.value for name, cookie in sign_ins[column].items()})
    return clients


@pytest.fixture
def plain_refusals(monkeypatch):
    """Refusals without words and frame: `TestErrorPage` looks at those for each role, once for all pages."""
    monkeypatch.setattr(views, "_error_page", lambda _request, status, *_words: HttpResponse(status=status))


def answer_of(response):
    """As the table says it; a page that takes nothing from anyone (405) has nothing there to send to."""
    if response.status_code == 302:
        url = response.url
        places = {"/": DESK, reverse("account_login"): SIGN_IN}
        return OWN_RECORD if re.fullmatch(r"/members/\d+/", url) else places.get(url.split("?")[0], url)
    answers = {200: OPENS, 403: FORBIDDEN, 404: NOT_THERE, 405: NOT_THERE}
    return answers.get(response.status_code, response.status_code)


def url_of(name):
    told = RECORDS.get(name, dict)()
    query = told.pop("?", "")
    return reverse(name.split("/")[0], kwargs=told) + (f"?{query}" if query else "")


def walk(patterns, namespace=""):
    """Name and view of every pattern, those in included files too."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", pattern.callback


def permission_of(view):
    """Our own pages declare it on the class, a library's view on itself."""
    page = getattr(view, "view_class", View)
    return getattr(page if issubclass(page, Page) else view, "permission", None)


def undeclared(patterns):
    return [name for name, view in walk(patterns) if not isinstance(permission_of(view), rules.Predicate)]


def test_every_view_declares_who_may_open_it():
    assert undeclared(get_resolver().url_patterns) == []


def test_view_that_declares_nothing_is_found():
    class Undeclared(Page):
        pass

    class Foreign(View):
        pass

    views = {"ours": Undeclared.as_view(), "theirs": Foreign.as_view(), "plain": lambda _request: None}
    assert undeclared([path(name, view, name=name) for name, view in views.items()]) == list(views)


def test_table_covers_every_url_and_nothing_else():
    assert {name.split("/")[0] for name in EXPECTED} == {name for name, _ in walk(get_resolver().url_patterns)}


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.usefixtures("plain_refusals")
def test_page_answers_each_role_as_the_table_says(clients, name):
    url = url_of(name)
    assert {column: answer_of(client.get(url)) for column, client in clients.items()} == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.usefixtures("plain_refusals")
def test_page_takes_nothing_from_whom_it_does_not_open_to(clients, name):
    url = url_of(name)
    closed = {
        column: answer for column, answer in EXPECTED[name].items() if answer in (FORBIDDEN, NOT_THERE, SIGN_IN)
    }
    assert {column: answer_of(clients[column].post(url)) for column in closed} == closed


def test_stranger_comes_back_after_signing_in_to_what_was_asked_for(client, db):
    assert client.get("/members/?q=chen").url == "/accounts/login/?next=/members/%3Fq%3Dchen"


def test_role_that_has_ended_opens_nothing(client, teacher):
    teacher.grants.create(role=Role.CHAIR, from_on=date(2020, 1, 1), to_on=date(2026, 11, 21))
    client.force_login(teacher)
    assert client.get(reverse("reports:summary")).status_code == 403


def test_blocked_account_is_a_stranger_from_the_next_request_on(client, chair):
    client.force_login(chair)
    chair.is_active = False
    chair.save()
    assert answer_of(client.get(reverse("reports:desk"))) == SIGN_IN
