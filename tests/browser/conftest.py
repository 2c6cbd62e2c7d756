"""A real browser before a real server: what a person would do, with the demo school."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from members.demo import PASSWORD
from unionoffice.demo import build_demo

# Playwright's own event loop runs in the thread that prepares the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 60_000
"""Milliseconds that a page may take on a busy machine."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def kept_school() -> Iterator[sqlite3.Connection]:
    """Where the demo school is kept once it is built: building takes many seconds, copying none."""
    with closing(sqlite3.connect(":memory:")) as kept:
        yield kept


@pytest.fixture
def demo_school(transactional_db, kept_school):
    """The school of `make run`."""
    connection.ensure_connection()
    if kept_school.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
        build_demo(timezone.localdate())
        connection.connection.backup(kept_school)
    else:
        kept_school.backup(connection.connection)
        ContentType.objects.clear_cache()


@pytest.fixture
def open_browser(browser, live_server, demo_school) -> Iterator[Callable[..., Page]]:
    """`open_browser()` is a stranger's page in a browser of its own; a script error fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(viewport: dict[str, int] = DESKTOP) -> Page:
        context = browser.new_context(
            viewport=viewport, locale="zh-CN", base_url=live_server.url, accept_downloads=True
        )
        context.set_default_timeout(PATIENCE)
        context.on("weberror", lambda fault: faults.append(str(fault.error)))
        context.on("console", lambda said: faults.append(said.text) if _is_fault(said) else None)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def sign_in(open_browser) -> Callable[..., Page]:
    """`sign_in("1002")` opens the desk of an account in a browser of its own."""

    def open_desk(employee_no: str, viewport: dict[str, int] = DESKTOP) -> Page:
        page = open_browser(viewport)
        page.goto("/accounts/login/")
        give_password(page, employee_no, PASSWORD)
        page.get_by_role("heading", name="工作台").wait_for()
        return page

    return open_desk


def give_password(page: Page, employee_no: str, password: str) -> None:
    """Sign in on the page that asks to."""
    page.get_by_label("工号").fill(employee_no)
    page.get_by_label("密码").fill(password)
    submit(page, "登录")


def submit(page: Page, button: str) -> None:
    """Press the form's button and wait for the page that follows."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def follow(page: Page, link: str) -> None:
    """Follow a link of the page's content and wait for the page that follows."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("link", name=link, exact=True).click()


def do_task(page: Page, about: str) -> None:
    """Take up what waits on the desk: the one task that names `about`."""
    page.goto("/")
    task = page.get_by_role("region", name="待我办理").get_by_role("listitem").filter(has_text=about)
    with page.expect_navigation():
        task.get_by_role("link").click()


def fits(page: Page) -> bool:
    """Whether the page keeps within the screen, without being pushed sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def _is_fault(said: ConsoleMessage) -> bool:
    """A form that is shown again is answered with 422, which the browser notes as an error though all is well."""
    return said.type == "error" and "status of 422" not in said.text
