"""Pages that are never told who asks: anonymous letters, and the code by which they are followed.

A browser sends its cookies to every page of a site, also where somebody who is signed in writes without a name. Here
they are taken off the request before anything looks at it, with address and device: no session is read or renewed,
no entry of the trail can name a person, and no log of ours a machine. Such pages don't know their reader, and
so carry no CSRF token: whoever could forge the form could as well send it.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

KEPT_HEADERS = frozenset(
    {
        "HTTP_HOST",
        "HTTP_X_FORWARDED_HOST",
        "HTTP_X_FORWARDED_PORT",
        "HTTP_X_FORWARDED_PROTO",
        "HTTP_TRANSFER_ENCODING",
    }
)
"""What is needed to reach the page at all."""

MACHINE = ("REMOTE_HOST", "REMOTE_PORT", "REMOTE_USER")


class IncognitoMiddleware:
    """Stands before all others. Below the paths of `INCOGNITO_PATHS`, requests come from nobody in particular."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(settings.INCOGNITO_PATHS):
            return self.get_response(request)
        forget_who_asks(request)
        response = self.get_response(request)
        response.cookies.clear()
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        return response


def forget_who_asks(request: HttpRequest) -> None:
    """Take off the request what tells one reader from another. The server's own record of it is the same object."""
    for name in list(request.META):
        if (name.startswith("HTTP_") and name not in KEPT_HEADERS) or name in MACHINE:
            del request.META[name]
    request.META["REMOTE_ADDR"] = ""
