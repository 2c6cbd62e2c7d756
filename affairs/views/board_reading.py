"""What pages of the board send back once they were looked at: that they were read, and that all is known."""

import re

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac

from affairs import permissions, services
from affairs.models import Disclosure
from unionoffice.audit import address_of
from unionoffice.pages import Page

COOKIE = "board_reader"
"""A name drawn at random, forgotten with the browser's session: it tells a second look from a second reader."""

ROBOTS = re.compile(r"bot\b|spider|crawl|slurp|preview|monitor|curl|wget|python|java/|go-http|^$", re.IGNORECASE)
"""Who says that they are no person. Most don't get here: a page has to be shown for some seconds first."""

MOST_AN_HOUR = 300
"""Strangers' readings from one address; a class that reads behind one router stays below."""


class ReadBoardView(Page):
    """A page of the board was on somebody's screen for some seconds.

    Pages for strangers are kept by others and carry no cookie, so the script first asks here for what a form needs
    and for the browser's name, then sends that the page was read. Whatever it sends, the answer is the same.
    """

    permission = permissions.reads_board

    def get(self, request: HttpRequest) -> HttpResponse:
        """What is needed for sending."""
        response = JsonResponse({"token": get_token(request)})
        if COOKIE not in request.COOKIES:
            response.set_cookie(
                COOKIE,
                get_random_string(32),
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Strict",
            )
        response["Cache-Control"] = "no-store"
        return response

    def post(self, request: HttpRequest) -> HttpResponse:
        """Move a colleague's bookmark, and count the matter that was read, where one was."""
        if request.user.is_authenticated:
            services.note_visit(request.user, at=timezone.now())
        disclosure = self.get_read()
        if disclosure is not None and is_counted(request):
            services.note_reading(
                disclosure,
                browser=request.COOKIES[COOKIE],
                inside=request.user.is_authenticated,
                on=self.on,
            )
        return HttpResponse(status=204)

    def get_read(self) -> Disclosure | None:
        """The matter, as far as this reader reads it."""
        sent = self.request.POST
        rows = Disclosure.objects.readable_by(self.request.user)
        return rows.numbered(sent.get("sphere", ""), sent.get("number", "")).without_text().first()


def is_counted(request: HttpRequest) -> bool:
    """Whether a person reads there, as far as can be told: with a name of their own, and not without end."""
    if COOKIE not in request.COOKIES or ROBOTS.search(request.headers.get("User-Agent", "")):
        return False
    return _within_bounds(request)


def _within_bounds(request: HttpRequest) -> bool:
    """Counted by a digest of the sign-in, for strangers of the address, for an hour and apart from what was read."""
    source = request.session.session_key if request.user.is_authenticated else address_of(request)
    digest = salted_hmac(COOKIE, str(source), algorithm="sha256").hexdigest()
    key = f"board-readings-{digest}"
    cache.add(key, 0, 3600)
    try:
        return cache.incr(key) <= MOST_AN_HOUR
    except ValueError:  # the hour ended between the two
        return True
