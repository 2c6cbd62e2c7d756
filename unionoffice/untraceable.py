"""Records that nobody can trace: ballots, anonymous letters, objections, opinions and survey answers.

Such a row says nothing of who wrote it or when, and neither does its place among the others: its key is drawn at
random, and databases that store rows in the order of their keys then don't keep the order of arrival either. A model
of this kind is `UNAUDITED`, has no time finer than a day, and whoever asks for its rows orders them by what they say.
"""

from secrets import randbelow

from django.db import models

KEYS = 2**53
"""Keys stay below what a script in a page can count exactly."""


def random_key() -> int:
    """A key that tells nothing; one of 9 × 10¹⁵, so that two alike don't happen."""
    return 1 + randbelow(KEYS - 1)


class Untraceable(models.Model):
    """A row whose key is drawn at random, and that is shown in the order of that key: in none."""

    id = models.BigIntegerField(primary_key=True, default=random_key, editable=False)

    class Meta:
        abstract = True
        ordering = ["id"]
