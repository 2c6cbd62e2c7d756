"""The code by which an anonymous letter is followed: 16 characters, 80 bits, shown once and kept as a keyed digest.

The form of an anonymous letter carries a slip, a random number signed by us with the time at which the page was
opened. The code follows from it, so that a form that is sent twice is one letter and shows one code; the number
itself is stored nowhere, and without it the code can't be made again.
"""

import unicodedata
from secrets import token_urlsafe

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from unionoffice.refusal import Refused

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U: what looks alike is read alike."""

LOOKS_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
BITS_A_SIGN = 5
LENGTH, GROUP = 16, 4

SLIP_SALT, CODE_SALT, DIGEST_SALT = "affairs.letter.slip", "affairs.letter.code", "affairs.letter.digest"
SLIP_SECONDS = 6 * 3600
"""How long somebody may write: the next person at a shared computer doesn't send what was opened this morning."""


def new_slip() -> str:
    """What a form carries that is about to be shown. It says nothing of who asked for it."""
    return TimestampSigner(salt=SLIP_SALT).sign(token_urlsafe(16))


def code_of(slip: str) -> str:
    """The code that belongs to a form; refuses one that isn't ours or was opened too long ago."""
    try:
        secret = TimestampSigner(salt=SLIP_SALT).unsign(slip, max_age=SLIP_SECONDS)
    except SignatureExpired:
        raise Refused(_("这一页打开太久了。您写的内容还在，请再按一次“寄出”。")) from None
    except BadSignature:
        raise Refused(_("这一页不完整。您写的内容还在，请再按一次“寄出”。")) from None
    drawn = int.from_bytes(salted_hmac(CODE_SALT, secret, algorithm="sha256").digest()[:10], "big")
    return "".join(ALPHABET[drawn >> BITS_A_SIGN * place & 31] for place in range(LENGTH))


def in_groups(code: str) -> str:
    """As people copy it: 7KQ2-M4XD-0R5T-9WHB."""
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def normalised(typed: str) -> str:
    """The code that somebody meant: without blanks and dashes, 0 for O and 1 for I or L; empty where it is none."""
    signs = unicodedata.normalize("NFKC", typed).upper().translate(LOOKS_LIKE)
    code = "".join(sign for sign in signs if sign.isalnum())
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def digest_of(code: str) -> str:
    """What is stored of a code."""
    return _digest(code, settings.SECRET_KEY)


def digests_of(code: str) -> list[str]:
    """Under which digests a code may be stored: keys that were in use before still open what was written then."""
    return [_digest(code, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def _digest(code: str, key: str) -> str:
    return salted_hmac(DIGEST_SALT, code, secret=key, algorithm="sha256").hexdigest()
