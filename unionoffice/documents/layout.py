"""From the tree to the run of lines that every renderer draws: the one place that counts, orders and cleans.

A renderer decides how a line looks, never what it says; `plain_text` is what all of them must say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any

import cn2an
from django.utils.functional import Promise

from unionoffice.documents.tree import (
    Align,
    BulletList,
    Content,
    Document,
    Heading,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
    cells,
    runs,
)

DRAFT_MARK = "草稿"
BULLET = "•"

# Unicode has ① to ⑳ in one row.
_CIRCLED = 20

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# What XML 1.0 cannot hold (controls, lone surrogates, U+FFFE and U+FFFF), and C1 controls, which say nothing.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Role(Enum):
    """What a line is in the document; the value is its class in HTML."""

    DRAFT = "draft"
    ORGANISATION = "organisation"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FIRST_ATTACHMENT = "first-attachment"
    ATTACHMENT = "attachment"


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


@dataclass(frozen=True, slots=True)
class Line:
    role: Role
    runs: tuple[Run, ...]
    label: str = ""
    indent: bool = True
    align: Align = Align.LEFT


Piece = Line | Table | Signature | PageBreak


def pieces(document: Document) -> Iterator[Piece]:
    """All that the paper says, in the order of reading, with every number counted and every text cleaned."""
    document = cleaned(document)
    front = (
        (Role.DRAFT, DRAFT_MARK if document.draft else ""),
        (Role.ORGANISATION, document.organisation if document.paper.is_form else ""),
        (Role.TITLE, document.title),
        (Role.SUBTITLE, document.subtitle),
    )
    yield from (Line(role, runs(text), indent=False, align=Align.CENTER) for role, text in front if text)
    yield from _body(document)
    yield from _attachments(document.attachments)
    if document.signature:
        yield document.signature


def plain_text(document: Document) -> str:
    """What every renderer must say: a line for each line, the cells of a row parted by tabs."""
    return "\n".join(text for piece in pieces(document) for text in _texts(piece))


def cleaned(node: Any) -> Any:
    """The same tree with texts that every format can hold: line ends are `\\n`, tabs are spaces, no controls."""
    if isinstance(node, str | Promise):
        return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", str(node)).replace("\t", " "))
    if isinstance(node, list | tuple):
        return tuple(cleaned(part) for part in node)
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{field.name: cleaned(getattr(node, field.name)) for field in fields(node)})
    return node


def _body(document: Document) -> Iterator[Piece]:
    counts = [0, 0, 0, 0]
    level = 0
    for block in document.blocks:
        match block:
            case Heading(counted=False):
                level = block.level
                yield Line(HEADINGS[level - 1], runs(block.text))
            case Heading():
                level = block.level
                counts[level - 1 :] = [counts[level - 1] + 1, *[0] * (4 - level)]
                yield Line(HEADINGS[level - 1], runs(block.text), _label(level, counts[level - 1]))
            case Paragraph():
                yield Line(Role.PARAGRAPH, runs(block.content), indent=block.indent, align=block.align)
            case Title():
                yield Line(Role.TITLE, runs(block.text), indent=False, align=Align.CENTER)
            case NumberedList():
                yield from _items(block.items, max(level + 1, 3))
            case BulletList():
                yield from (Line(Role.ITEM, runs(item), BULLET) for item in block.items)
            case _:
                yield block


def _items(items: Sequence[Content], level: int) -> Iterator[Line]:
    """Items are numbered one level below the heading they stand under, and never as a heading: from 1. downwards."""
    for count, item in enumerate(items, start=1):
        yield Line(Role.ITEM, runs(item), _label(level, count))


def _label(level: int, count: int) -> str:
    """The number before a heading or item: GB/T 9704, 7.3.3 (结构层次序数)."""
    match level:
        case 1:
            return f"{cn2an.an2cn(count)}、"
        case 2:
            return f"（{cn2an.an2cn(count)}）"
        case 3:
            return f"{count}."
        case 4:
            return f"（{count}）"
        case _:
            return chr(ord("①") + count - 1) if count <= _CIRCLED else f"{count}）"


def _attachments(names: Sequence[str]) -> Iterator[Line]:
    """附件说明: one name stands alone, several are counted (GB/T 9704, 7.3.4)."""
    for count, name in enumerate(names, start=1):
        label = _label(3, count) if len(names) > 1 else ""
        first = count == 1
        role = Role.FIRST_ATTACHMENT if first else Role.ATTACHMENT
        yield Line(role, runs(name), f"附件：{label}" if first else label)


def _texts(piece: Piece) -> Iterator[str]:
    match piece:
        case Line():
            yield piece.label + _text(piece.runs)
        case Table():
            if piece.caption:
                yield piece.caption
            for part in piece.parts:
                yield from ("\t".join(_text(runs(cell.content)) for cell in cells(row)) for row in part)
        case Signature():
            yield piece.organisation
            yield piece.day


def _text(line: Sequence[Run]) -> str:
    return "".join(run.text for run in line)
