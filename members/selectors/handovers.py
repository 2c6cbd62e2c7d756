"""What is open for somebody who hands an office over, as far as whoever writes it down may know."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from members.models import Member, RoleGrant
from unionoffice.areas import areas


@dataclass(frozen=True)
class OpenMatter:
    """One thing that waits for the giver: its sentence, the page of its record, and by when."""

    sentence: str
    url: str
    due: date | None


@dataclass(frozen=True)
class OpenMatters:
    """What waits for somebody: told, or only counted where the viewer may not see the record."""

    listed: tuple[OpenMatter, ...]
    unlisted: int


def open_matters(member: Member, *, viewer: Any, on: date) -> OpenMatters:
    """Everything that waits for the person at this moment, with the sentences about records that `viewer` may see.

    One query for each kind of record besides those of the areas.
    """
    account = getattr(member, "account", None)
    if account is None:
        return OpenMatters((), 0)
    tasks = [task for area in areas() if area.tasks for task in area.tasks(account, on)]
    pages = _pages_of_records([task.url for task in tasks], viewer)
    listed = tuple(OpenMatter(task.sentence, pages[task.url], task.due) for task in tasks if task.url in pages)
    return OpenMatters(listed, len(tasks) - len(listed))


def _pages_of_records(urls: list[str], viewer: Any) -> dict[str, str]:
    """For each address behind which there is a record that the viewer may see, the record's own page."""
    wanted: dict[Any, dict[str, Any]] = defaultdict(dict)
    for url in urls:
        model, key = _record_behind(url)
        if model is not None and hasattr(model.objects, "visible_to"):
            wanted[model][url] = key
    pages = {}
    for model, keys in wanted.items():
        found = {record.pk: record for record in model.objects.visible_to(viewer).filter(pk__in=keys.values())}
        pages.update({url: found[key].get_absolute_url() for url, key in keys.items() if key in found})
    return pages


def _record_behind(url: str) -> tuple[Any, Any]:
    """The model and key that a page of one record is about; nothing for every other page."""
    try:
        match = resolve(urlsplit(url).path)
    except Resolver404:
        return None, None
    page = getattr(match.func, "view_class", None)
    key = match.kwargs.get("pk")
    return (getattr(page, "model", None), key) if key is not None else (None, None)


def roles_given_to(member: Member, on: date) -> Any:
    """The roles given to somebody's account that are in force on a day."""
    return RoleGrant.objects.held_on(on).filter(account__member=member).select_related("account__member")
