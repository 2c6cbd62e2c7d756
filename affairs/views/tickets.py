"""The way from a page that knows its reader to one that doesn't.

An anonymous letter is written on a page that is never told who asks. What only the staff may write to, it therefore
can't ask of the reader: the page before, which can, gives the address along, signed. It is the same for everybody who
asks on that day, and so tells nothing of anyone.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.signing import BadSignature, Signer

SALT = "affairs.letter.ticket"
DAYS = 7
MAILBOX, DISCLOSURE, NOTICE = "m", "d", "n"
"""What is written to, written about, or objected to."""

PARTS = 3


@dataclass(frozen=True)
class Target:
    """What is written to or about: a kind and the key of a record."""

    kind: str
    key: int


def ticket_of(kind: str, key: int, on: date) -> str:
    """The part of an address that admits to writing to this mailbox, or about this item, for a week."""
    return Signer(salt=SALT, sep=".").sign(f"{kind}-{key}-{on:%Y%m%d}")


def target_of(ticket: str, on: date) -> Target | None:
    """What a ticket admits to; None for one that isn't ours, or is over."""
    try:
        kind, key, day = Signer(salt=SALT, sep=".").unsign(ticket).split("-", PARTS - 1)
    except BadSignature:
        return None
    given = date(int(day[:4]), int(day[4:6]), int(day[6:]))
    return Target(kind, int(key)) if timedelta(0) <= on - given <= timedelta(days=DAYS) else None
