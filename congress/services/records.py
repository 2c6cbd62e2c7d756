"""What the services of several families do with a record's new values."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models

from unionoffice.states import lock

Record = TypeVar("Record", bound=models.Model)


def take(record: Record, changes: Mapping[str, Any]) -> None:
    """Bring a stored record up to date under its lock, then let it have its new values."""
    if record.pk is not None:
        lock(record)
    for name, value in changes.items():
        setattr(record, name, value)
