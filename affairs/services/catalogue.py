"""Every write to the catalogue."""

from typing import Any

from django.db import transaction

from affairs.models import CatalogueItem
from unionoffice import audit


def save_item(item: CatalogueItem, *, by: Any) -> CatalogueItem:
    """Put a matter into the catalogue, or set it in order. What was already disclosed keeps what it said then."""
    with transaction.atomic(), audit.deed("", by=by):
        item.save()
    return item
