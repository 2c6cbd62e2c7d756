"""What meetings show to the rest of the office."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from affairs import permissions
from affairs.enums import MeetingStatus
from affairs.models import Meeting
from affairs.papers import hours
from affairs.selectors import (
    meetings_ahead,
    meetings_to_confirm,
    meetings_to_hold,
    tasks_waiting,
)
from members.permissions import member_id_of
from unionoffice.areas import HITS, CalendarEntry, SearchHit, Task
from unionoffice.precision import Precision

MEETING_ICON = "users-group"
AHEAD = timedelta(days=7)
"""How long before a meeting it stands on the desk of those who are asked to it."""


def meeting_tasks(user: Any, on: date) -> Iterator[Task]:
    """Minutes to be confirmed, meetings to be entered as held, what one is to do, and the meetings of next days."""
    for meeting in meetings_to_confirm(user):
        if permissions.may_confirm_minutes.test(user, meeting):
            sentence = _("“%(title)s”的纪要等待确认") % {"title": meeting.title}
            yield Task(sentence, _("确认"), reverse("affairs:meeting-confirm", args=[meeting.pk]))
    for meeting in meetings_to_hold(user, on):
        sentence = _("“%(title)s”已到日期，请登记召开") % {"title": meeting.title}
        yield Task(sentence, _("登记"), reverse("affairs:meeting-hold", args=[meeting.pk]))
    for task in tasks_waiting(user):
        sentence = _("会议任务：%(task)s") % {"task": task.text}
        yield Task(sentence, _("办结"), reverse("affairs:meeting-task-finish", args=[task.pk]), task.due_on)
    for meeting in meetings_ahead(user, on, on + AHEAD):
        sentence = _("参加会议：%(title)s") % {"title": f"{meeting.title} {hours(meeting)}".strip()}
        yield Task(sentence, _("查看"), meeting.get_absolute_url(), meeting.held_on)


def find_meetings(user: Any, text: str) -> Iterator[SearchHit]:
    """Meetings by title, theme or place, as far as the user knows of them."""
    for meeting in Meeting.objects.visible_to(user).matching(text).defer("minutes").order_by("-held_on")[:HITS]:
        detail = f"{meeting.when} · {meeting.get_status_display()}"
        yield SearchHit(meeting.title, detail, meeting.get_absolute_url(), MEETING_ICON)


def meeting_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """Meetings on their day for those who are asked to them or keep them; those called off aren't shown."""
    if member_id_of(user) is None:
        return
    known = Meeting.objects.visible_to(user).filter(held_on__range=(start, end), precision=Precision.DAY)
    for meeting in (
        known.exclude(status=MeetingStatus.CANCELLED).defer("minutes").order_by("held_on", "starts_at", "pk")
    ):
        title = f"{meeting.starts_at:%H:%M} {meeting.title}" if meeting.starts_at else meeting.title
        yield CalendarEntry(meeting.held_on, title, meeting.get_absolute_url(), MEETING_ICON)
