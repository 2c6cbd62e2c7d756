"""What there is to look at: every page of the URLconf that somebody of the demo school can open.

A page without arguments is asked of everybody whom its permission lets in. One of a record is asked with the
newest record in each state that the account sees, or the newest of which the page's rule holds; one about several
records, with all of them; whatever else wants arguments, with the first address that a page seen before links to.
Where several people see the same page with the same headings, fields and buttons, the first of them stands for all.

Left out: files (papers, templates, exports), parts that other pages load, further pages of a list, forms with
mistakes in them, and records of a state that the demo school doesn't have.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import islice
from typing import Any

import rules
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import Resolver404, get_resolver, resolve, reverse
from django.urls.exceptions import NoReverseMatch

from tests.test_permissions import permission_of, walk
from unionoffice.areas import DemoAccount
from unionoffice.pages import BulkPage, PaperPage

STRANGER = "访客"
TELLING = {"h1", "h2", "label", "th", "dt", "button"}
"""Elements whose words say what a page is made of; an h1 only by being there."""
LINK = re.compile(r'<a [^>]*?href="(/[^"#]*)"[^>]*>')


@dataclass(frozen=True)
class Sight:
    """One page, as one account sees it."""

    page: str
    role: str
    address: str
    session: str


class Skeleton(HTMLParser):
    """The words by which two views of one page are told apart: what stands in them may differ."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._in_main = False
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_main = self._in_main or tag == "main"
        is_button = tag == "a" and "btn" in (dict(attrs).get("class") or "").split()
        if self._in_main and (tag in TELLING or is_button):
            self._open.append(tag)
            self.words.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._in_main = self._in_main and tag != "main"
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "h1":
            self.words.append(data.strip())


class Visitor:
    """Somebody who walks through the office, and the pages that were found so far by following links."""

    def __init__(self, account: DemoAccount | None) -> None:
        self.role = account.role if account else STRANGER
        self.client = Client()
        self.user: Any = AnonymousUser()
        if account:
            self.user = get_user_model().objects.get(employee_no=account.login)
            self.client.force_login(self.user)
        self.linked: dict[str, str] = {}
        self.seen: set[str] = set()

    @property
    def session(self) -> str:
        cookie = self.client.cookies.get("sessionid")
        return cookie.value if cookie else ""

    def look(self, address: str) -> str:
        """The skeleton of the page, or nothing where there is no whole page; its links are remembered."""
        response = self.client.get(address)
        if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
            return ""
        if b"<html" not in response.content:
            return ""
        text = response.content.decode()
        for link in LINK.finditer(text):
            if " download" not in link[0]:
                self._remember(unescape(link[1]))
        skeleton = Skeleton()
        skeleton.feed(text)
        return "\n".join(skeleton.words)

    def _remember(self, link: str) -> None:
        try:
            found = resolve(link.partition("?")[0])
        except Resolver404:
            return
        if found.kwargs:
            self.linked.setdefault(found.view_name, link)


def sights(accounts: list[DemoAccount], *, beginning: str = "") -> Iterator[Sight]:
    """Every page once for each way in which it looks, by the first of `accounts` who sees it so."""
    known: dict[str, set[str]] = defaultdict(set)
    for visitor in [*(Visitor(account) for account in accounts), Visitor(None)]:
        for page, address in _walk(visitor):
            skeleton = visitor.look(address) if page.startswith(beginning) else ""
            if skeleton and skeleton not in known[page]:
                known[page].add(skeleton)
                yield Sight(page, visitor.role, address, visitor.session)


def _walk(visitor: Visitor) -> Iterator[tuple[str, str]]:
    """The addresses to ask for: those of the URLconf, then those that links led to."""
    for name, view in walk(get_resolver().url_patterns):
        page = getattr(view, "view_class", type(view))
        if permission_of(view).test(visitor.user) and not issubclass(page, PaperPage):
            yield from ((name, address) for address in _addresses(name, page, visitor.user))
    while fresh := [(name, link) for name, link in visitor.linked.items() if link not in visitor.seen]:
        visitor.seen.update(link for _name, link in fresh)
        yield from fresh


def _addresses(name: str, page: Any, user: Any) -> list[str]:
    try:
        return [reverse(name) + ("?all=1" if issubclass(page, BulkPage) else "")]
    except NoReverseMatch:
        model, rule = getattr(page, "model", None), getattr(page, "rule", rules.always_allow)
    try:
        return [reverse(name, args=[one.pk]) for one in _specimens(model, user, rule)]
    except NoReverseMatch:
        return []


def _specimens(model: Any, user: Any, rule: Any) -> list[Any]:
    """The newest records that the user sees and of which `rule` holds: one in each state, else one.

    Where it holds of none of them, the newest of all of which it does.
    """
    if model is None or not hasattr(model.objects, "visible_to"):
        return []
    rows = model.objects.visible_to(user).order_by("-pk")
    found = [one for one in _newest(model, rows) if rule.test(user, one)]
    return found or list(islice((one for one in rows if rule.test(user, one)), 1))


def _newest(model: Any, rows: Any) -> list[Any]:
    """Of each state the newest; of a model without states, the newest."""
    if not hasattr(model, "MOVES"):
        return list(rows[:1])
    newest: dict[str, int] = {}
    for key, status in rows.values_list("pk", "status"):
        newest.setdefault(status, key)
    return list(rows.filter(pk__in=newest.values()))
