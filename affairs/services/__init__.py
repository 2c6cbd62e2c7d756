"""Every write of democratic management."""

from affairs.services.catalogue import (
    save_item,
)
from affairs.services.disclosures import (
    REWRITABLE,
    SERIES,
    TIME_IS_OVER,
    approve_disclosure,
    archive_disclosure,
    correct_disclosure,
    discard_disclosure,
    draft_disclosure,
    keep_board,
    mend_disclosure,
    publish_disclosure,
    recall_disclosure,
    record_past_disclosures,
    return_disclosure,
    submit_disclosure,
    take_down_disclosure,
)

__all__ = [
    "REWRITABLE",
    "SERIES",
    "TIME_IS_OVER",
    "approve_disclosure",
    "archive_disclosure",
    "correct_disclosure",
    "discard_disclosure",
    "draft_disclosure",
    "keep_board",
    "mend_disclosure",
    "publish_disclosure",
    "recall_disclosure",
    "record_past_disclosures",
    "return_disclosure",
    "save_item",
    "submit_disclosure",
    "take_down_disclosure",
]
