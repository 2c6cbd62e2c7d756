"""What the catalogue, the channels and the checks of the board show to the rest of the office."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from affairs import permissions
from affairs.enums import CoverageStatus
from affairs.models import CatalogueDuty, Channel, CheckIssue
from affairs.selectors import Obligation, due_sentence, obligations, open_issues, stale_postings
from unionoffice.areas import HITS, CalendarEntry, SearchHit, Task
from unionoffice.figures import list_url

SHOWN = 6
"""Matters that the desk names one by one; it says how many more there are."""

LOOKS_BACK = timedelta(days=366)
"""How far back what was missed still stands on the desk."""


def catalogue_tasks(user: Any, on: date) -> Iterator[Task]:
    """What is due by the catalogue, what hangs and shouldn't, and what checks asked for."""
    yield from _due_tasks(user, on)
    for posting in stale_postings(user):
        sentence = _("“%(channel)s”上的“%(title)s”%(state)s，请换下纸质版") % {
            "channel": posting.channel,
            "title": posting.disclosure.title,
            "state": posting.disclosure.get_status_display(),
        }
        yield Task(sentence, _("取下"), posting.get_absolute_url())
    for issue in open_issues(user):
        sentence = _("检查要求整改：%(problem)s（%(who)s）") % {"problem": issue.problem, "who": issue.handler.name}
        mine = permissions.may_finish_issue.test(user, issue)
        url = reverse("affairs:issue-finish", args=[issue.pk]) if mine else issue.get_absolute_url()
        yield Task(sentence, _("办理"), url, issue.due_on)


def _due_tasks(user: Any, on: date) -> Iterator[Task]:
    if not permissions.drafts_what_is_due.test(user):
        return
    waiting = [one for one in _open(user, on - LOOKS_BACK, on, on=on) if not one.is_under_way]
    for one in waiting[:SHOWN]:
        url = list_url("affairs:disclosure-draft", item=one.duty.item_id, period=one.period.code)
        yield Task(due_sentence(one), _("起草"), url, one.due_on)
    if len(waiting) > SHOWN:
        sentence = _("还有%(n)d项次定期公开的内容没有公开") % {"n": len(waiting) - SHOWN}
        yield Task(sentence, _("查看"), reverse("affairs:coverage"))


def _open(user: Any, start: date, end: date, *, on: date) -> list[Obligation]:
    """What this user answers for that is due and not disclosed yet, the most urgent first.

    A head answers for the own department; who keeps the board for what nobody answers for, and for all that is late.
    """
    duties = CatalogueDuty.objects.visible_to(user)
    unfinished = (CoverageStatus.OVERDUE, CoverageStatus.WAITING)
    found = [one for one in obligations(duties, start, end, on=on) if one.status in unfinished]
    if not permissions.keeps_channels.test(user):
        return found
    return [
        one
        for one in found
        if one.status == CoverageStatus.OVERDUE
        or one.duty.department is None
        or one.duty.department.head_id in (None, user.member_id)
    ]


def find_channels(user: Any, text: str) -> Iterator[SearchHit]:
    """Places by name or place."""
    rows = Channel.objects.visible_to(user).filter(Q(name__contains=text) | Q(place__contains=text))
    for channel in rows[:HITS]:
        detail = "，".join(part for part in (channel.get_kind_display(), channel.place) if part)
        yield SearchHit(channel.name, detail, channel.get_absolute_url(), "map-pin")


def catalogue_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """For those who write or approve: when what is regular is due; and by when something is to be put right."""
    if permissions.opens_coverage.test(user):
        yield from _due_days(user, start, end)
    issues = CheckIssue.objects.visible_to(user).unfinished().filter(due_on__range=(start, end))
    for issue in issues.select_related("check_held"):
        title = _("整改期限：%(problem)s") % {"problem": issue.problem}
        yield CalendarEntry(issue.due_on, title, issue.get_absolute_url(), "clipboard-check")


def _due_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """Each matter on its last day; reckoned as on the first of these days, so that nothing of them is over."""
    duties = CatalogueDuty.objects.visible_to(user)
    for one in obligations(duties, start - LOOKS_BACK, end, on=start):
        if start <= one.due_on <= end and one.published_on is None:
            title = _("应公开：%(item)s（%(period)s）") % {"item": one.duty.item, "period": one.period.label}
            url = list_url("affairs:coverage", item=one.duty.item_id, period=str(one.period.end.year))
            yield CalendarEntry(one.due_on, title, url, "calendar-due")
