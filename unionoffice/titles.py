"""Records with a title, found by what people type: its words, or how they sound in full or by their initials."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionoffice import names

LONGEST = 900
"""Characters: seven for each of a hundred, with its initial and the blank between."""
SHORTEST_SOUND = 2
"""A single letter stands in nearly every title."""

_INNER = str.maketrans("“”", "‘’")


class Titled(models.Model):
    """A record whose title is looked for. `sound` is kept with the title; bulk writes would have to set it."""

    sound = models.CharField(_("标题读音"), max_length=LONGEST, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the sound with the title."""
        self.sound = sound_of(self.title)  # type: ignore[attr-defined]
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "sound"}
        super().save(*args, **kwargs)


def sound_of(title: str) -> str:
    """`春游 A组` → `chunyouazu cyaz`."""
    heard = names.reading(title)
    return f"{''.join(heard)} {''.join(syllable[0] for syllable in heard)}"[:LONGEST]


def titled(text: str) -> Q:
    """Titles with these words in them, or that sound like them."""
    wanted = text.strip()
    found = Q(title__icontains=wanted)
    sound = wanted.replace(" ", "").lower()
    if len(sound) >= SHORTEST_SOUND and sound.isascii() and sound.isalnum():
        found |= Q(sound__contains=sound)
    return found


def quoted(title: str) -> str:
    """“大米询价”; quotation marks within a title become single ones, as GB/T 15834 wants them."""
    return f"“{title.translate(_INNER)}”"
