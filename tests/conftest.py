"""Named actors, so that a permission test reads like a sentence."""

from datetime import date

import pytest
from django.test import Client

from members.models import Account
from tests.members.factories import AccountFactory, RoleGrantFactory
from unionoffice.roles import Role

TODAY = date(2026, 11, 22)
"""The day on which tests take place; tests of pages, which ask the clock, freeze it there."""


@pytest.fixture
def on() -> date:
    return TODAY


def make_actor(role: Role | None, name: str) -> Account:
    """An account of a member who holds `role` since long ago."""
    account = AccountFactory(name=name, member__name=name)
    if role is not None:
        RoleGrantFactory(account=account, role=role)
    return account


@pytest.fixture
def chair(db) -> Account:
    return make_actor(Role.CHAIR, "周敏")


@pytest.fixture
def secretary(db) -> Account:
    return make_actor(Role.SECRETARY, "陈静")


@pytest.fixture
def treasurer(db) -> Account:
    return make_actor(Role.TREASURER, "吴涛")


@pytest.fixture
def cashier(db) -> Account:
    return make_actor(Role.CASHIER, "郑洁")


@pytest.fixture
def auditor(db) -> Account:
    return make_actor(Role.AUDITOR, "冯岚")


@pytest.fixture
def principal(db) -> Account:
    return make_actor(Role.PRINCIPAL, "沈立")


@pytest.fixture
def teacher(db) -> Account:
    return make_actor(None, "韩梅")


@pytest.fixture
def signed_in():
    """A client signed in as an account: `signed_in(chair).get(...)`."""

    def client_of(account: Account) -> Client:
        client = Client()
        client.force_login(account)
        return client

    return client_of
