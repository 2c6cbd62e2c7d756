"""What protects people's data: masks on screen, digests that can be searched where the text is encrypted."""

import hashlib
import hmac
from typing import Any

from django.conf import settings
from django.db import models
from encrypted_fields.fields import EncryptedCharField

from unionoffice import names


def mask(value: str, *, head: int, tail: int) -> str:
    """The value with its middle hidden; one too short to hide anything is hidden whole."""
    hidden = len(value) - head - tail
    if hidden <= 0:
        return "*" * len(value)
    return value[:head] + "*" * hidden + value[len(value) - tail :]


def mask_phone(value: str) -> str:
    """First 3 and last 4 digits."""
    return mask(value, head=3, tail=4)


def mask_id_number(value: str) -> str:
    """First 3 and last 4 characters."""
    return mask(value, head=3, tail=4)


def mask_bank_card(value: str) -> str:
    """The last 4 digits."""
    return mask(value, head=0, tail=4)


def mask_address(value: str) -> str:
    """The first 6 characters: the town, not the door."""
    return mask(value, head=6, tail=0)


def surname_alone(name: str) -> str:
    """张静 → 张某, 欧阳玥 → 欧阳某, 阿依古丽·买买提 → 阿某: however long, so that the length tells nothing either.

    Of a name of one character nothing may show.
    """
    surname, given = names.split(name)
    return f"{surname}某" if given else "某某"


def first_character(name: str) -> str:
    """张静 → 张**, 欧阳玥 → 欧**: always two stars, however long the name; one of one character is hidden whole."""
    written = "".join(names.split(name))
    return f"{written[0]}**" if len(written) > 1 else "**"


def digest(value: str) -> str:
    """A keyed digest by which an encrypted value can be found; empty for an empty value.

    Keyed by SALT_KEY: whoever has the database alone can't try all 18-digit numbers against it.
    """
    if not value:
        return ""
    return hmac.new(settings.SALT_KEY[0].encode(), value.upper().encode(), hashlib.sha256).hexdigest()


class SecretField(EncryptedCharField):
    """Text that is encrypted at rest. Empty text is stored as NULL and comes back empty.

    The library decrypts in `to_python` as well, guarded by a flag on the field that all threads share; here
    only what comes from the database is decrypted, so that no thread can be handed a ciphertext.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"null": True, "blank": True, "default": "", **kwargs})

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str:  # noqa: ARG002
        """Decrypt; raises InvalidToken where the keys are not those it was written with."""
        return self.f.decrypt(value.encode()).decode() if value else ""

    def formfield(self, **kwargs: Any) -> Any:
        """An empty input is empty text too, though the column is NULL."""
        return super().formfield(**{"empty_value": "", **kwargs})

    def to_python(self, value: Any) -> str:
        """Text as it was typed."""
        return "" if value is None else str(value)

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        """The checks of any text field."""
        return models.CharField.clean(self, value, model_instance)
