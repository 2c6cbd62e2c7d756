"""What the board and the work on it show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from affairs import permissions
from affairs.enums import PUBLISHED_ONCE
from affairs.models import Disclosure
from affairs.selectors import (
    board_of,
    due_for_publication,
    posts_within,
    unfinished_by,
    waiting_for_approval,
    waiting_for_countersigning,
)
from unionoffice.areas import HITS, CalendarEntry, SearchHit, Task


def disclosure_tasks(user: Any, on: date) -> Iterator[Task]:
    """What waits for the approver, what its writer has to go on with, and what should be up by now."""
    for disclosure in waiting_for_approval(user).without_text():
        sentence = _("“%(title)s”等待审批公开") % {"title": disclosure.title}
        yield Task(sentence, _("审批"), disclosure.get_review_url())
    if permissions.countersigns.test(user):
        for disclosure in waiting_for_countersigning(user).without_text():
            sentence = _("“%(title)s”等待会签") % {"title": disclosure.title}
            yield Task(sentence, _("会签"), disclosure.get_countersign_url())
    for disclosure in unfinished_by(user):
        if disclosure.return_comment:
            sentence = _("“%(title)s”被退回：%(comment)s") % {
                "title": disclosure.title,
                "comment": disclosure.return_comment,
            }
            yield Task(sentence, _("修改"), reverse("affairs:disclosure-mend", args=[disclosure.pk]))
        else:
            sentence = _("“%(title)s”还没有提交审批") % {"title": disclosure.title}
            yield Task(sentence, _("查看"), disclosure.get_absolute_url())
    if permissions.keeps_board.test(user):
        for disclosure in due_for_publication(on).without_text():
            sentence = _("“%(title)s”已到公开日期") % {"title": disclosure.title}
            url = reverse("affairs:disclosure-publish", args=[disclosure.pk])
            yield Task(sentence, _("公开"), url, disclosure.publish_on)


def find_disclosures(user: Any, text: str) -> Iterator[SearchHit]:
    """What is on the board, for everybody; what isn't, for those who may see it."""
    for disclosure in board_of(user).matching(text).without_text()[:HITS]:
        yield SearchHit(disclosure.title, disclosure.public_number, disclosure.get_board_url(), "news")
    if permissions.opens_disclosure_list.test(user):
        others = Disclosure.objects.visible_to(user).exclude(status__in=PUBLISHED_ONCE).matching(text)
        for disclosure in others.without_text()[:HITS]:
            yield SearchHit(
                disclosure.title, disclosure.get_status_display(), disclosure.get_absolute_url(), "clipboard-text"
            )


def disclosure_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """For those who work on the board: what goes up and what comes down."""
    if not permissions.opens_disclosure_list.test(user):
        return
    for disclosure in posts_within(user, start, end):
        if disclosure.goes_up:
            title = _("公开：%(title)s") % {"title": disclosure.title}
            yield CalendarEntry(disclosure.publish_on, title, disclosure.get_absolute_url(), "news")
        if disclosure.comes_down:
            title = _("公开到期：%(title)s") % {"title": disclosure.title}
            yield CalendarEntry(disclosure.posted_until, title, disclosure.get_absolute_url(), "news-off")
