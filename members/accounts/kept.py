"""What was typed into a form that met a closed gate: carried along by the pages of the gate, never stored.

A sign-in may run out while somebody writes. The form they then send isn't thrown away: the page that asks them to
sign in carries what was sent in a hidden field, through wrong passwords too, and the page after it offers to send
it on. The server keeps nothing, so nothing is left behind by who doesn't come back. Passwords are not carried;
files can't be, for browsers let no page choose one: the page names them.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

FIELD = "kept"
NOT_KEPT = (FIELD, "csrfmiddlewaretoken", "password", "oldpassword", "password1", "password2")


@dataclass(frozen=True)
class KeptForm:
    """A form as it was sent: where to, what it said in its order, and the names of files to be chosen anew."""

    url: str
    values: list[tuple[str, str]]
    files: list[str]

    def __str__(self) -> str:
        """As the hidden field of a gate's page carries it."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @property
    def texts(self) -> list[str]:
        """What a reader would recognise: the Chinese of it, not the keys and days that a form says too."""
        return [value for _name, value in self.values if not value.isascii()]


def sent_with(request: HttpRequest) -> KeptForm | None:
    """The form of this very request, where it says anything."""
    values = [(name, value) for name, texts in request.POST.lists() if name not in NOT_KEPT for value in texts]
    files = [str(file.name) for name in request.FILES for file in request.FILES.getlist(name)]
    return KeptForm(request.get_full_path(), values, files) if values or files else None


def carried_by(request: HttpRequest) -> KeptForm | None:
    """The form that a gate's page has carried along; None for whatever else may stand in its field."""
    try:
        told = json.loads(request.POST.get(FIELD, ""))
        form = KeptForm(str(told["url"]), _pairs(told["values"]), [str(name) for name in told["files"]])
    except (ValueError, TypeError, KeyError):
        return None
    return form if get_adapter().is_safe_url(form.url) else None


def _pairs(told: Iterable[Iterable[str]]) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in told]
