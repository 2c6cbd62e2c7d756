"""What suggestions and drives show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from congress import permissions
from congress.enums import DriveStatus, SuggestionStatus
from congress.models import Suggestion, SuggestionDrive
from congress.selectors import drives_for
from congress.services import remind_of_drives, remind_of_suggestions
from unionoffice.areas import HITS, CalendarEntry, Scheduled, SearchHit, Task
from unionoffice.titles import quoted

REMIND = Scheduled("congress.suggestion_answers", remind_of_suggestions, hour=8)
REMIND_OF_DRIVES = Scheduled("congress.suggestion_drives", remind_of_drives, hour=8)


def suggestion_tasks(user: Any, on: date) -> Iterator[Task]:
    """What waits for the secretary and for heads of departments; the drives that ask this person, until answered."""
    mine = user.member_id
    yield from _of_department_heads(mine)
    if permissions.keeps_suggestions.test(user):
        yield from _of_secretary(on)
    for drive in drives_for(user, on).exclude(suggestions__author=mine):
        url = f"{reverse('congress:suggestion-hand-in')}?drive={drive.pk}"
        yield Task(_("%(title)s正在征集建议") % {"title": quoted(drive.title)}, _("提建议"), url, drive.to_on)


def _of_department_heads(mine: int | None) -> Iterator[Task]:
    """What isn't answered yet, then what was adopted and isn't done yet."""
    headed = Suggestion.objects.filter(department__head=mine, department__head__isnull=False)
    waiting = headed.filter(status__in=(SuggestionStatus.HANDLING, SuggestionStatus.FOLLOWED))
    for suggestion in waiting.order_by(F("answered_on").asc(nulls_first=True), "due_on", "pk"):
        if suggestion.status == SuggestionStatus.HANDLING:
            sentence = _("意见建议%(number)s《%(title)s》待答复")
            yield _task(sentence, _("答复"), "congress:suggestion-answer", suggestion)
        else:
            sentence = _("已采纳的建议%(number)s《%(title)s》待落实")
            yield _task(sentence, _("登记"), "congress:suggestion-finish", suggestion)


def _of_secretary(on: date) -> Iterator[Task]:
    for suggestion in Suggestion.objects.filter(status=SuggestionStatus.FILED).order_by("handed_in_on", "pk"):
        yield _task(_("意见建议%(number)s《%(title)s》待分办"), _("分办"), "congress:suggestion-assign", suggestion)
    for drive in SuggestionDrive.objects.filter(status=DriveStatus.OPEN, to_on__lt=on).order_by("to_on", "pk"):
        url = reverse("congress:drive-conclude", args=[drive.pk])
        yield Task(_("%(title)s已截止，待结束活动") % {"title": quoted(drive.title)}, _("结束"), url)


def _task(sentence: str, button: str, url_name: str, suggestion: Suggestion) -> Task:
    words = {"number": suggestion.number, "title": suggestion.title}
    due = suggestion.due_on if suggestion.answered_on is None else None
    return Task(sentence % words, button, reverse(url_name, args=[suggestion.pk]), due)


def find_suggestions(user: Any, text: str) -> Iterator[SearchHit]:
    """Suggestions by number or title, drives by title."""
    for suggestion in Suggestion.objects.visible_to(user).matching(text)[:HITS]:
        yield SearchHit(
            str(suggestion), suggestion.get_status_display(), suggestion.get_absolute_url(), "message-circle"
        )
    for drive in SuggestionDrive.objects.visible_to(user).matching(text)[:HITS]:
        yield SearchHit(drive.title, drive.get_status_display(), drive.get_absolute_url(), "speakerphone")


def suggestion_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """The last days of drives; due dates of answers, to those who write them or see to it."""
    announced = SuggestionDrive.objects.visible_to(user).filter(status=DriveStatus.OPEN)
    for drive in announced.filter(to_on__range=(start, end)):
        title = _("%(title)s截止") % {"title": quoted(drive.title)}
        yield CalendarEntry(drive.to_on, title, drive.get_absolute_url(), "speakerphone")
    due = Suggestion.objects.visible_to(user).filter(status=SuggestionStatus.HANDLING, due_on__range=(start, end))
    if not permissions.oversees.test(user):
        due = due.filter(department__head=user.member_id, department__head__isnull=False)
    for suggestion in due:
        title = _("意见建议%(number)s答复到期") % {"number": suggestion.number}
        yield CalendarEntry(suggestion.due_on, title, suggestion.get_absolute_url(), "clock")
