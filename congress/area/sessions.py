"""What sessions and their preparation show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from congress import permissions
from congress.enums import RequestStatus
from congress.models import PreparatoryMeeting, Session, SessionRequest
from congress.selectors import matters_begun, matters_due, missing_session
from congress.services import remind_of_preparation
from unionoffice.areas import HITS, CalendarEntry, Scheduled, SearchHit, Task
from unionoffice.precision import Precision

ICON = "building-community"
REMIND_OF_PREPARATION = Scheduled("congress.preparation", remind_of_preparation, hour=7)


def session_tasks(user: Any, on: date) -> Iterator[Task]:
    """What is to be done for the sessions ahead, by whoever is responsible; and what only the secretary sees to."""
    if permissions.keeps_congress.test(user):
        yield from _of_secretary(on)
    for session, matters in matters_begun(user, on).items():
        for line in matters:
            if permissions.is_responsible.test(user, line.item):
                sentence = _("%(session)s筹备：%(title)s") % {"session": session, "title": line.item.title}
                yield Task(sentence, _("办理"), line.item.get_absolute_url(), line.item.due_on)
        overdue = sum(line.is_overdue for line in matters)
        if overdue and permissions.oversees.test(user):
            sentence = _("%(session)s有%(n)d项筹备事项已逾期") % {"session": session, "n": overdue}
            yield Task(sentence, _("查看"), f"{session.get_absolute_url()}#checklist")


def _of_secretary(on: date) -> Iterator[Task]:
    if missing := missing_session(on):
        yield Task(missing.sentence, _("安排会议"), reverse("congress:session-create"), missing.period.end)
    for request in SessionRequest.objects.filter(status=RequestStatus.WAITING):
        yield Task(_("%(request)s，待安排会议") % {"request": request}, _("安排"), request.get_absolute_url())


def find_sessions(user: Any, text: str) -> Iterator[SearchHit]:
    """Sessions by theme or place, and preparatory meetings by topic."""
    matching = Q(theme__icontains=text) | Q(place__icontains=text)
    for session in Session.objects.visible_to(user).filter(matching).with_partner()[:HITS]:
        detail = " · ".join(part for part in (session.when, session.theme) if part)
        yield SearchHit(session.printed_name, detail, session.get_absolute_url(), ICON)
    meetings = PreparatoryMeeting.objects.visible_to(user).filter(topic__icontains=text)
    for meeting in meetings.select_related("session__term").defer("minutes")[:HITS]:
        yield SearchHit(str(meeting), f"{meeting.when} · {meeting.topic}", meeting.get_absolute_url(), ICON)


def session_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """Sessions whose day is known, the last days of calls for proposals, and what is to be prepared by when."""
    inside = (start, end)
    begins = Q(starts_on__range=inside, precision=Precision.DAY)
    sessions = Session.objects.visible_to(user).with_partner().annotate(begins=begins)
    for session in sessions.filter(Q(begins=True) | Q(call_to__range=inside)):
        if session.begins:
            yield CalendarEntry(session.starts_on, session.printed_name, session.get_absolute_url(), ICON)
        if session.call_to is not None and start <= session.call_to <= end:
            title = _("%(session)s提案征集截止") % {"session": session}
            yield CalendarEntry(session.call_to, title, reverse("congress:proposal-draft"), "bulb")
    for item in matters_due(user, start, end):
        if permissions.is_responsible.test(user, item):
            yield CalendarEntry(item.due_on, item.title, item.get_absolute_url(), "checklist")
