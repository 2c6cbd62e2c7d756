"""Reads of democratic management."""

from affairs.selectors.disclosures import (
    approvers,
    board_of,
    category_counts,
    due_for_publication,
    due_to_come_down,
    items_to_write_on,
    open_correction,
    posts_within,
    published_in,
    unfinished_by,
    versions_on_board,
    waiting_for_approval,
)

__all__ = [
    "approvers",
    "board_of",
    "category_counts",
    "due_for_publication",
    "due_to_come_down",
    "items_to_write_on",
    "open_correction",
    "posts_within",
    "published_in",
    "unfinished_by",
    "versions_on_board",
    "waiting_for_approval",
]
