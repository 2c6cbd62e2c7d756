"""The words and moves of democratic management."""

from affairs.enums.disclosures import (
    APPROVED_ONCE,
    DISCLOSURE_MOVES,
    OFF_BOARD,
    ON_BOARD,
    PUBLISHED_ONCE,
    WRITABLE,
    Category,
    DisclosureStatus,
    Interval,
    Reach,
    Sphere,
    Stage,
    Timing,
)

__all__ = [
    "APPROVED_ONCE",
    "DISCLOSURE_MOVES",
    "OFF_BOARD",
    "ON_BOARD",
    "PUBLISHED_ONCE",
    "WRITABLE",
    "Category",
    "DisclosureStatus",
    "Interval",
    "Reach",
    "Sphere",
    "Stage",
    "Timing",
]
