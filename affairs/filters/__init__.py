"""What the lists of democratic management can be narrowed by."""

from affairs.filters.catalogue import (
    CatalogueItemFilter,
)
from affairs.filters.disclosures import (
    BoardFilter,
    DisclosureFilter,
)

__all__ = [
    "BoardFilter",
    "CatalogueItemFilter",
    "DisclosureFilter",
]
