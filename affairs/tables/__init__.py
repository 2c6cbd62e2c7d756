"""The surface of the lists of democratic management."""

from affairs.tables.catalogue import (
    CatalogueItemTable,
)
from affairs.tables.disclosures import (
    TONES,
    DisclosureTable,
    disclosure_badge,
)

__all__ = [
    "TONES",
    "CatalogueItemTable",
    "DisclosureTable",
    "disclosure_badge",
]
