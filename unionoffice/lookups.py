"""Lookups that a database answers from an index in every collation."""

from django.db.models import Q


def beginning_with(field: str, start: str) -> Q:
    """Rows whose ASCII `field` begins with `start`.

    The beginning alone is compared with every row; the bounds beside it let the database look the rows up in order.
    """
    found = Q(**{f"{field}__startswith": start, f"{field}__gte": start})
    after = _following(start)
    return found & Q(**{f"{field}__lt": after}) if after else found


def _following(start: str) -> str:
    """The least text after all that begin so; empty where none is certain in every order of characters."""
    shorter = start.rstrip("zZ9")
    last = shorter[-1:]
    return shorter[:-1] + chr(ord(last) + 1) if last.isascii() and last.isalnum() else ""
