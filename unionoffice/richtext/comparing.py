"""What changed between two versions of a text: line by line, and within a line word by word.

A word is a Chinese character, or a number or foreign word as a whole: 8,900 isn't 6,900 with one digit changed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from unionoffice.richtext.writing import plain

ALIKE = 0.4
"""From this share of common words two lines are one line that was changed; below, one went and one came."""

WORD = re.compile(r"[0-9][0-9,.]*|[A-Za-z]+|.", re.DOTALL)

SHORTEST = 2
"""Words that stayed between two changes; fewer are read as part of the change."""


class Kind(StrEnum):
    """What became of a line."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line, and whether the other version hasn't got them."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of both versions side by side; empty on the side that hasn't got it."""

    kind: Kind
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def compare(before: str, after: str) -> list[Difference]:
    """All lines of both texts in order: joined again, each side says its whole text."""
    old, new = _lines(before), _lines(after)
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [line for tag, a, b, c, d in found for line in _lines_of(tag, old[a:b], new[c:d])]


def _lines(text: str) -> list[str]:
    return [line for line in plain(text).splitlines() if line]


def _lines_of(tag: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    if tag == "equal":
        for line in old:
            yield Difference(Kind.SAME, (Piece(line),), (Piece(line),))
        return
    rest = list(new)
    for line in old:
        partner = next((place for place, other in enumerate(rest) if _alike(line, other)), None)
        if partner is None:
            yield Difference(Kind.REMOVED, (Piece(line, changed=True),), ())
            continue
        yield from (_added(other) for other in rest[:partner])
        yield _changed(line, rest[partner])
        del rest[: partner + 1]
    yield from (_added(other) for other in rest)


def _added(line: str) -> Difference:
    return Difference(Kind.ADDED, (), (Piece(line, changed=True),))


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, WORD.findall(one), WORD.findall(other), autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _changed(line: str, other: str) -> Difference:
    """Both lines cut where they part and meet."""
    old, new = WORD.findall(line), WORD.findall(other)
    left, right = _Side(), _Side()
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        stayed = tag == "equal" and (b - a >= SHORTEST or a == 0 or b == len(old))
        left.add("".join(old[a:b]), changed=not stayed)
        right.add("".join(new[c:d]), changed=not stayed)
    return Difference(Kind.CHANGED, tuple(left.pieces), tuple(right.pieces))


class _Side:
    """One side of a changed line, whose neighbours of one kind are joined."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []

    def add(self, text: str, *, changed: bool) -> None:
        if text and self.pieces and self.pieces[-1].changed == changed:
            self.pieces[-1] = Piece(self.pieces[-1].text + text, changed)
        elif text:
            self.pieces.append(Piece(text, changed))
