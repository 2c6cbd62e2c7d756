"""The papers of democratic management."""

from affairs.papers.disclosures import (
    NUMBERED,
    blocks_of,
    disclosure_paper,
)

__all__ = [
    "NUMBERED",
    "blocks_of",
    "disclosure_paper",
]
