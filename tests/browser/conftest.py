"""A real browser before a real server: what a person would do, with the demo school."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def demo_school(transactional_db):
    """The school of `make run`."""
    build_demo(timezone.localdate())


@pytest.fixture
def sign_in(browser, live_server, demo_school) -> Iterator[Callable[..., Page]]:
    """`sign_in("1002")` opens the desk of an account in a browser of its own; a script error fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_desk(employee_no: str, viewport: dict[str, int] | None = None) -> Page:
        context = browser.new_context(
            viewport=viewport or DESKTOP, locale="zh-CN", base_url=live_server.url, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto("/accounts/login/")
        page.get_by_label("工号").fill(employee_no)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.get_by_role("heading", name="工作台").wait_for()
        return page

    yield open_desk
    for context in contexts:
        context.close()
    assert faults == []
