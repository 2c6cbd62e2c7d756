"""What a disclosure says, as the document tree: the board, its preview and later its printed sheet read the same."""

import re
from collections.abc import Iterator

from affairs.models import Disclosure
from unionoffice.documents import Document, NumberedList, Paragraph
from unionoffice.documents.tree import Block

NUMBERED = re.compile(r"(\d{1,2})[.．、](?!\d)\s*(\S.*)")
"""A line of a list as people type it: 1. or 1、 but not the beginning of 1.5."""


def disclosure_paper(disclosure: Disclosure) -> Document:
    """The text alone: the page around it says title, number and day."""
    return Document(title="", blocks=list(blocks_of(disclosure.body)))


def blocks_of(text: str) -> Iterator[Block]:
    """Each line a paragraph; lines numbered one after the other from 1 a list.

    Whatever numbering is otherwise, it stays as it was typed: what was approved isn't counted anew.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    while lines:
        listed = _list_at_head(lines)
        if listed:
            yield NumberedList(listed)
        else:
            yield Paragraph(lines[0])
        lines = lines[max(1, len(listed)) :]


def _list_at_head(lines: list[str]) -> list[str]:
    """The items of the list with which the lines begin; one item alone is no list."""
    found = [NUMBERED.fullmatch(line) for line in lines]
    items: list[str] = []
    for count, item in enumerate(found, start=1):
        if item is None or int(item[1]) != count:
            break
        items.append(item[2])
    return items if len(items) > 1 else []
