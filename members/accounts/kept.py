"""What was typed into a form that met a closed gate: carried along by the pages of the gate, never stored.

A sign-in may run out while somebody writes. The form they then send isn't thrown away: the page that asks them to
sign in carries what was sent in a hidden field, through wrong passwords too, and the page after it offers to send
it on. The server keeps nothing, so nothing is left behind by who doesn't come back. Passwords are not carried;
files can't be, for browsers let no page choose one: the page names them.

The office's computers are shared: who comes to such a page may be somebody else. What is carried is signed by us and
says who wrote it, which a cookie of the browser remembers from their signing in; nobody else is shown it, and nobody
sends on, with rights of their own, what another left there for them.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from unionoffice.pages.stale import SEEN

FIELD = "kept"
WRITER = "writer"
"""The cookie that says who signed in in this browser last."""

SALT = "members.accounts.kept"
NOT_KEPT = (FIELD, "csrfmiddlewaretoken", "password", "oldpassword", "password1", "password2")


@dataclass(frozen=True)
class KeptForm:
    """A form as it was sent: where to, what it said in its order, and the names of files to be chosen anew."""

    url: str
    values: list[tuple[str, str]]
    files: list[str]
    writer: str
    """Key of the account of who wrote it; empty where nobody had signed in."""

    def __str__(self) -> str:
        """As the hidden field of a gate's page carries it."""
        return Signer(salt=SALT).sign(json.dumps(asdict(self), ensure_ascii=False))

    @property
    def texts(self) -> list[str]:
        """What a reader would recognise: the Chinese of it, not the keys and days that a form says too, nor what it
        notes of the record as it was read.
        """
        return [value for name, value in self.values if name != SEEN and not value.isascii()]


def sent_with(request: HttpRequest) -> KeptForm | None:
    """The form of this very request, where it says anything."""
    values = [(name, value) for name, texts in request.POST.lists() if name not in NOT_KEPT for value in texts]
    files = [str(file.name) for name in request.FILES for file in request.FILES.getlist(name)]
    return KeptForm(request.get_full_path(), values, files, writer_at(request)) if values or files else None


def carried_by(request: HttpRequest) -> KeptForm | None:
    """The form that a gate's page has carried along; None for whatever else may stand in its field."""
    try:
        told = json.loads(Signer(salt=SALT).unsign(request.POST.get(FIELD, "")))
        form = KeptForm(told["url"], _pairs(told["values"]), told["files"], told["writer"])
    except (BadSignature, ValueError, TypeError, KeyError):
        return None
    return form if get_adapter().is_safe_url(form.url) else None


def writer_at(request: HttpRequest) -> str:
    """Who signed in in this browser last."""
    return request.get_signed_cookie(WRITER, default="", salt=SALT) or ""


def remember_writer(request: HttpRequest, response: HttpResponse) -> None:
    """Somebody is inside: what this browser sends from now on, they wrote, also when their time has run out."""
    key = str(request.user.pk)
    if writer_at(request) != key:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_signed_cookie(WRITER, key, salt=SALT, secure=secure, httponly=True, samesite="Lax")


def _pairs(told: Iterable[Iterable[str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in told]
