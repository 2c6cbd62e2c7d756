"""How long to wait before something that failed is tried again."""

from datetime import datetime, timedelta

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480))
"""After the first failure, the second and so on."""


def next_try(attempts: int, *, now: datetime) -> datetime | None:
    """When to try again after so many failed attempts; None when it is enough."""
    return now + PAUSES[attempts - 1] if attempts <= len(PAUSES) else None
