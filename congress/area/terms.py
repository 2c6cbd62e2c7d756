"""What terms, sessions and delegates show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from congress.models import Session
from congress.selectors import (
    is_voting_delegate,
)
from unionoffice.areas import CalendarEntry
from unionoffice.roles import Role


def roles(account: Any, on: date) -> Iterator[Role]:
    """Who is a delegate with a vote today."""
    if account.member_id is not None and is_voting_delegate(account.member_id, on):
        yield Role.DELEGATE


def session_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """Sessions, and the last days of calls for proposals."""
    sessions = Session.objects.visible_to(user).select_related("term")
    for session in sessions.filter(starts_on__range=(start, end)):
        yield CalendarEntry(session.starts_on, session.printed_name, session.get_absolute_url(), "building-community")
    for session in sessions.filter(call_to__range=(start, end)):
        title = _("%(session)s提案征集截止") % {"session": session}
        yield CalendarEntry(session.call_to, title, reverse("congress:proposal-draft"), "bulb")
