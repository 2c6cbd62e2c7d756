"""Many rows at once: how many go into one statement."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

BATCH = 500
"""Rows a statement: below every database's limit of parameters."""

_Item = TypeVar("_Item")


def in_batches(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """So many at a time that a statement can name them."""
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))
