"""How long somebody is inside: a sign-in ends half an hour after its last sign of life.

The session's own age does the ending, on the server; here it is renewed. That is written at most once a minute, so
a sign-in lasts up to a minute less than the half hour, and pages write nothing else.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from members import services
from unionoffice.audit import address_of

SEEN = "seen"
"""Where the session keeps its last noted sign of life, in seconds since 1970."""

RENEWED_AFTER = 60
"""Seconds."""


@receiver(user_logged_in)
def begin(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    """Somebody has signed in: remember where, for their own list."""
    now = timezone.now()
    request.session[SEEN] = int(now.timestamp())
    services.open_sign_in(
        user,
        session_key=str(request.session.session_key),
        address=address_of(request),
        agent=request.headers.get("User-Agent", ""),
        at=now,
    )


class PresenceMiddleware:
    """Renews the sign-in of whoever asks for a page, and follows its session when that changes its key or ends."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = request.session.session_key
        if key is not None and SEEN in request.session:
            _renew(request, key, timezone.now())
        response = self.get_response(request)
        if key is not None and request.session.session_key != key:
            services.follow_session(key, request.session.session_key)
        return response


def _renew(request: HttpRequest, key: str, now: datetime) -> None:
    moment = int(now.timestamp())
    if moment - request.session[SEEN] >= RENEWED_AFTER:
        request.session[SEEN] = moment
        services.note_presence(key, at=now)
