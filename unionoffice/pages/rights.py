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
    """Every page that has a name of its own, in the order of the areas; pages of one name count as one.

    Left out are pages of a record that all of the staff may ask for, as taking back what one filed: there the record
    alone decides, and "everybody" would be true of no record in particular.
    """
    office = _("办公室")
    labels = {area.key: str(area.label) for area in areas()}
    holders = {role: _holder(role) for role in Role}
    found: dict[tuple[str, str], frozenset[Role]] = {}
    for view, takes_record in _pages(get_resolver().url_patterns):
        roles = frozenset(role for role, holder in holders.items() if view.permission.test(holder))
        if takes_record and Role.STAFF in roles:
            continue
        key = labels.get(view.area, office), str(view.title)
        found[key] = found.get(key, frozenset()) | roles
    order = [*labels.values(), office]
    by_area = sorted(found.items(), key=lambda entry: order.index(entry[0][0]))
    return tuple(Right(area, title, roles) for (area, title), roles in by_area)


def beyond_staff(role: Role) -> dict[str, list[str]]:
    """Titles by area of what the role opens and not everybody on the staff does; for staff what all of them open."""
    opened: dict[str, list[str]] = {}
    for right in rights():
        if role in right.roles and (role is Role.STAFF or Role.STAFF not in right.roles):
            opened.setdefault(right.area, []).append(right.title)
    return opened


def _holder(role: Role) -> Any:
    """Somebody on the staff, as all who are given a role are, who holds this one beside."""
    return SimpleNamespace(
        **{"is_authenticated": True, "pk": 0, "member_id": 0, CACHE: frozenset({role, Role.STAFF})}
    )


def _pages(
    patterns: list[URLPattern | URLResolver], *, takes_record: bool = False
) -> Iterator[tuple[type[Page], bool]]:
    """Each page that has a name, and whether its address names a record."""
    for pattern in patterns:
        named = takes_record or bool(pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            yield from _pages(pattern.url_patterns, takes_record=named)
            continue
        view = getattr(pattern.callback, "view_class", None)
        if view is not None and issubclass(view, Page) and view.title:
            yield view, named
