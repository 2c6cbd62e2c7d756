"""What public notices show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from affairs import permissions
from affairs.models import PublicNotice
from affairs.selectors import (
    notice_days_within,
    notices_over,
    notices_waiting,
    objections_to_settle,
    unfinished_notices,
)
from unionoffice.areas import HITS, CalendarEntry, SearchHit, Task


def notice_tasks(user: Any, on: date) -> Iterator[Task]:
    """What waits for the approver, what its writer has to go on with, objections to settle and results to give."""
    for waiting in notices_waiting(user):
        yield Task(_("公示“%(title)s”等待审批") % {"title": waiting.title}, _("审批"), waiting.url)
    for notice in unfinished_notices(user):
        if notice.return_comment:
            told = {"title": notice.title, "comment": notice.return_comment}
            sentence = _("公示“%(title)s”被退回：%(comment)s") % told
            yield Task(sentence, _("修改"), notice.get_absolute_url())
        else:
            sentence = _("公示“%(title)s”还没有提交审批") % {"title": notice.title}
            yield Task(sentence, _("查看"), notice.get_absolute_url())
    for objection in objections_to_settle(user):
        sentence = _("“%(title)s”有一条异议待认定") % {"title": objection.notice.title}
        url = reverse("affairs:objection-settle", args=[objection.pk])
        yield Task(sentence, _("认定"), url, objection.notice.ends_on)
    yield from _results_to_give(user, on)


def _results_to_give(user: Any, on: date) -> Iterator[Task]:
    """Time is over and nothing is in the way; objections in the way are tasks of their own."""
    if not permissions.handles_objections.test(user):
        return
    for notice in notices_over(on).prefetch_related("candidates"):
        if not notice.has_open and permissions.handles_notice.test(user, notice):
            sentence = _("“%(title)s”公示期已满，请填写结果") % {"title": notice.title}
            yield Task(sentence, _("填写结果"), reverse("affairs:notice-conclude", args=[notice.pk]))


def find_notices(user: Any, text: str) -> Iterator[SearchHit]:
    """What hangs on the board, for everybody; the rest for those who may see it. Masked names find nothing."""
    works = permissions.opens_notice_list.test(user)
    rows = PublicNotice.objects.visible_to(user) if works else PublicNotice.objects.readable_by(user)
    for notice in rows.matching(text, user).defer("text").order_by("-drafted_on", "-pk")[:HITS]:
        url = notice.get_absolute_url() if works else notice.get_board_url()
        yield SearchHit(notice.title, f"{notice.public_number}，{notice.get_status_display()}", url, "speakerphone")


def notice_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """The last day of what hangs."""
    for notice in notice_days_within(user, start, end):
        title = _("公示截止：%(title)s") % {"title": notice.title}
        yield CalendarEntry(notice.ends_on, title, notice.get_board_url(), "speakerphone")
