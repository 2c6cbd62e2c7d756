"""Named actors, so that a permission test reads like a sentence."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date
from threading import Barrier, Thread
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client

from members.models import Account
from tests.congress.factories import DelegateFactory
from tests.members.factories import AccountFactory, GroupPlaceFactory, RoleGrantFactory, UnionGroupFactory
from unionoffice.areas import DemoAccount
from unionoffice.demo import build_demo
from unionoffice.figures import Figure
from unionoffice.roles import Role

TODAY = date(2026, 11, 22)
"""The day on which tests take place; tests of pages, which ask the clock, freeze it there."""


@pytest.fixture
def on() -> date:
    return TODAY


def make_actor(role: Role | None, name: str) -> Account:
    """An account of a member who holds `role` since long ago."""
    account = AccountFactory(name=name, member__name=name)
    if role is Role.DELEGATE:
        DelegateFactory(member=account.member)
    elif role is not None:
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
def welfare_officer(db) -> Account:
    return make_actor(Role.WELFARE_OFFICER, "许晴")


@pytest.fixture
def sports_officer(db) -> Account:
    return make_actor(Role.SPORTS_OFFICER, "单志强")


@pytest.fixture
def group_leader(db) -> Account:
    """Leads a union group of which nobody else is a member yet."""
    account = make_actor(None, "卫东")
    group = UnionGroupFactory(leader=account.member)
    GroupPlaceFactory(member=account.member, group=group)
    return account


@pytest.fixture
def delegate(db) -> Account:
    """A delegate with a vote, of no union group."""
    return make_actor(Role.DELEGATE, "魏雅琴")


@pytest.fixture
def principal(db) -> Account:
    return make_actor(Role.PRINCIPAL, "沈立")


@pytest.fixture
def teacher(db) -> Account:
    return make_actor(None, "韩梅")


@pytest.fixture(scope="session")
def shared(django_db_setup, django_db_blocker) -> Callable[[], AbstractContextManager[None]]:
    """For records that take long to make: what is written inside stays for all tests of a class or a module.

    What a test does beside them is taken back after it, as ever, and they themselves when the block ends.
    """

    @contextmanager
    def transaction_around_tests() -> Iterator[None]:
        with django_db_blocker.unblock(), transaction.atomic():
            yield
            transaction.set_rollback(True)

    return transaction_around_tests


@pytest.fixture(scope="class")
def demo(shared) -> Iterator[list[DemoAccount]]:
    """The demo school as it is TODAY and its accounts, built once for all tests of a class: it takes ten seconds."""
    with shared():
        with time_machine.travel(TODAY, tick=False):
            accounts = build_demo(TODAY)
        yield accounts


@pytest.fixture
def signed_in():
    """A client signed in as an account: `signed_in(chair).get(...)`."""

    def client_of(account: Account) -> Client:
        client = Client()
        client.force_login(account)
        return client

    return client_of


@pytest.fixture
def today() -> Iterator[date]:
    """Pages, which ask the clock, are told TODAY."""
    with time_machine.travel(TODAY, tick=False):
        yield TODAY


@pytest.fixture
def measures_behind(chair, signed_in) -> Callable[[Figure], dict[str, str]]:
    """Follows a figure as the chair, who sees everything: the measures under the list that it leads to."""
    client = signed_in(chair)

    def follow(figure: Figure) -> dict[str, str]:
        response = client.get(figure.url)
        assert (response.status_code, response.context["is_partial"]) == (200, False)
        return dict(response.context["measures"])

    return follow


@pytest.fixture
def shared_database(transactional_db, tmp_path) -> Iterator[None]:
    """A database that several threads can write to, each in transactions of its own.

    SQLite's tests otherwise live in the memory of one connection: here what is in it moves to a file for the test.
    """
    if connection.vendor != "sqlite":
        yield
        return
    in_memory, name = connection.connection, connection.settings_dict["NAME"]
    path = tmp_path / "office.sqlite3"
    with closing(sqlite3.connect(path)) as copy:
        in_memory.backup(copy)
    connection.connection, connection.settings_dict["NAME"] = None, str(path)
    yield
    connection.close()
    connection.connection, connection.settings_dict["NAME"] = in_memory, name


@pytest.fixture
def at_the_same_moment(shared_database) -> Callable[..., list[Any]]:
    """Runs each deed in a thread of its own, all starting together: gives what each returned or raised."""

    def run(*deeds: Callable[[], Any]) -> list[Any]:
        start, outcomes = Barrier(len(deeds)), [None] * len(deeds)

        def do(place: int, deed: Callable[[], Any]) -> None:
            start.wait()
            try:
                outcomes[place] = deed()
            except Exception as failure:  # noqa: BLE001 -- the test looks at it
                outcomes[place] = failure
            finally:
                connection.close()

        threads = [Thread(target=do, args=pair) for pair in enumerate(deeds)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return outcomes

    return run
