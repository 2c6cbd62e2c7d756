"""What agendas and resolutions show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.models import Resolution
from congress.selectors import open_opinions, resolutions_to_carry_out
from congress.services import remind_of_resolutions
from unionoffice.areas import HITS, CalendarEntry, Scheduled, SearchHit, Task

RESOLUTION_ICON = "gavel"

REMIND_OF_RESOLUTIONS = Scheduled("congress.resolutions", remind_of_resolutions, hour=7)


def agenda_tasks(user: Any, _on: date) -> Iterator[Task]:
    """Opinions that the school has to answer, and resolutions that one's department carries out."""
    if permissions.answers_opinions.test(user):
        for opinion in open_opinions():
            sentence = _t("%(who)s对“%(item)s”的意见待答复") % {"who": opinion.raised_by, "item": opinion.item.title}
            yield Task(sentence, str(_("答复")), reverse("congress:item-opinion-answer", args=[opinion.pk]))
    for resolution in resolutions_to_carry_out(user):
        sentence = _t("落实%(number)s《%(title)s》") % {
            "number": resolution.public_number,
            "title": resolution.title,
        }
        url = reverse("congress:resolution-note", args=[resolution.pk])
        yield Task(sentence, str(_("登记落实情况")), url, resolution.due_on)


def find_resolutions(user: Any, text: str) -> Iterator[SearchHit]:
    """Resolutions by title or text."""
    found = Resolution.objects.visible_to(user).matching(text).select_related("session__term").defer("text")
    for resolution in found[:HITS]:
        detail = f"{resolution.public_number} · {resolution.get_status_display()}"
        yield SearchHit(resolution.title, detail, resolution.get_absolute_url(), RESOLUTION_ICON)


def resolution_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """By when resolutions are to be carried out, for those who see to it."""
    due = Resolution.objects.visible_to(user).open().filter(due_on__range=(start, end))
    for resolution in due.select_related("session__term", "department").defer("text").order_by("due_on", "pk"):
        if resolution.due_on is not None and permissions.follows_resolution.test(user, resolution):
            title = _t("决议“%(title)s”到期") % {"title": resolution.title}
            yield CalendarEntry(resolution.due_on, title, resolution.get_absolute_url(), RESOLUTION_ICON)
