"""The records of democratic management."""

from affairs.models.catalogue import CatalogueItem
from affairs.models.disclosures import FROZEN, Disclosure, DisclosureQuerySet

__all__ = ["FROZEN", "CatalogueItem", "Disclosure", "DisclosureQuerySet"]
