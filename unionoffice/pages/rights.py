"""Who can do what, asked of the pages themselves: what is shown is what the office enforces."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import gettext as _

from unionoffice.areas import areas
from unionoffice.pages.base import Page
from unionoffice.roles import CACHE, Role


@dataclass(frozen=True)
class Right:
    """A page, and the roles that open it. Which records it then shows, their `visible_to` says."""

    area: str
    title: str
    roles: frozenset[Role]


@cache
def rights() -> tuple[Right, ...]:
    """Every page that has a name of its own, in the order of the areas."""
    labels = {area.key: str(area.label) for area in areas()}
    holders = {role: _holder(role) for role in Role}
    found = [
        Right(
            labels.get(view.area, _("办公室")),
            str(view.title),
            frozenset(role for role, holder in holders.items() if view.permission.test(holder)),
        )
        for view in _pages(get_resolver().url_patterns)
    ]
    order = [*labels.values(), _("办公室")]
    return tuple(sorted(dict.fromkeys(found), key=lambda right: order.index(right.area)))


def beyond_staff(role: Role) -> dict[str, list[str]]:
    """Titles by area of what the role opens and not everybody on the staff does; for staff what all of them open."""
    opened: dict[str, list[str]] = {}
    for right in rights():
        if role in right.roles and (role is Role.STAFF or Role.STAFF not in right.roles):
            opened.setdefault(right.area, []).append(right.title)
    return opened


def _holder(role: Role) -> Any:
    """Somebody who holds this role and no other."""
    return SimpleNamespace(**{"is_authenticated": True, "pk": 0, "member_id": 0, CACHE: frozenset({role})})


def _pages(patterns: list[URLPattern | URLResolver]) -> Iterator[type[Page]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _pages(pattern.url_patterns)
            continue
        view = getattr(pattern.callback, "view_class", None)
        if view is not None and issubclass(view, Page) and view.title:
            yield view
