"""Plain lines as people type them, as the document tree."""

import re
from collections.abc import Iterator

from unionoffice.documents.tree import Block, NumberedList, Paragraph

NUMBERED = re.compile(r"(\d{1,2})[.．、](?!\d)\s*(\S.*)")
"""A line of a list as people type it: 1. or 1、 but not the beginning of 1.5."""


def from_lines(text: str) -> list[Block]:
    """Each line a paragraph; lines numbered one after the other from 1 a list.

    Whatever numbering is otherwise, it stays as it was typed: what was approved isn't counted anew.
    """
    return list(_blocks([line.strip() for line in text.splitlines() if line.strip()]))


def _blocks(lines: list[str]) -> Iterator[Block]:
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
