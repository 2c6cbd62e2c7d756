"""What democratic management takes in from files."""

from affairs.importers.disclosures import (
    COLUMNS,
    DISCLOSURES,
    KEY,
    ORDER,
    plan_disclosures,
    write_disclosures,
)

__all__ = [
    "COLUMNS",
    "DISCLOSURES",
    "KEY",
    "ORDER",
    "plan_disclosures",
    "write_disclosures",
]
