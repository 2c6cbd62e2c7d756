"""What changed between two versions of a text: line by line, and within a line word by word.

A word is a Chinese character, or a number or foreign word as a whole: 8,900 isn't 6,900 with one digit changed.

Two texts of a hundred thousand characters with nothing in common take about a second: a line looks for the one that
it became only a little way ahead, a long one is compared clause by clause first, and after so many steps what is left
is shown as gone and come.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from unionoffice.richtext.writing import plain

ALIKE = 0.4
"""From this share of common words two lines are one line that was changed; below, one went and one came."""

WORD = re.compile(r"[0-9][0-9,.]*|[A-Za-z]+|.", re.DOTALL)

CLAUSE = re.compile(r"[^，、；：。？！]*[，、；：。？！]|[^，、；：。？！]+")

SHORTEST = 2
"""Words that stayed between two changes; fewer are read as part of the change."""

LONG = 500
"""Characters of a line from which it is compared clause by clause, and only changed clauses word by word."""

NEAR = 20
"""Lines ahead among which a line looks for the one that it became."""

MOST = 1_500_000
"""Steps that one comparison may take: words looked at, and pairs of equal words."""

A_LOOK = 100
"""Steps that looking at two lines takes however short they are."""


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


class _Effort:
    """What one comparison may still spend: how often words meet decides how long it takes, not how many they are."""

    def __init__(self) -> None:
        self.left = MOST

    def allows(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether two sequences can still be compared; if so, that is spent."""
        self.left -= A_LOOK + len(old) + len(new)
        pairs = _pairs(old, new) if self.left > 0 else 0
        if pairs >= self.left:
            return False
        self.left -= pairs
        return True


def _pairs(old: Sequence[str], new: Sequence[str]) -> int:
    counts = Counter(new)
    return sum(counts[one] for one in old)


def compare(before: str, after: str) -> list[Difference]:
    """All lines of both texts in order: joined again, each side says its whole text."""
    old, new = _lines(before), _lines(after)
    # Where the same lines come again and again, those don't count as landmarks.
    found = SequenceMatcher(None, old, new, autojunk=_pairs(old, new) > MOST).get_opcodes()
    effort = _Effort()
    return [line for tag, a, b, c, d in found for line in _lines_of(tag, old[a:b], new[c:d], effort)]


def _lines(text: str) -> list[str]:
    return [line for line in plain(text).splitlines() if line]


def _lines_of(tag: str, old: Sequence[str], new: Sequence[str], effort: _Effort) -> Iterator[Difference]:
    if tag == "equal":
        for line in old:
            yield Difference(Kind.SAME, (Piece(line),), (Piece(line),))
        return
    rest = list(new)
    for line in old:
        became = ((place, _parts(line, other, effort)) for place, other in enumerate(rest[:NEAR]))
        partner, parts = next(((place, parts) for place, parts in became if parts), (None, []))
        if partner is None:
            yield Difference(Kind.REMOVED, (Piece(line, changed=True),), ())
            continue
        yield from (_added(other) for other in rest[:partner])
        yield _changed(parts)
        del rest[: partner + 1]
    yield from (_added(other) for other in rest)


def _added(line: str) -> Difference:
    return Difference(Kind.ADDED, (), (Piece(line, changed=True),))


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a line on both sides, and whether it stayed."""

    before: str
    after: str
    stayed: bool = False


def _parts(one: str, other: str, effort: _Effort) -> list[_Part]:
    """Two lines cut where they part and meet; nothing for lines that aren't alike, or where the effort is spent."""
    is_long = max(len(one), len(other)) > LONG
    cut = CLAUSE if is_long else WORD
    old, new = cut.findall(one), cut.findall(other)
    if not effort.allows(old, new):
        return []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return []
    parts: list[_Part] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        part = _Part("".join(old[a:b]), "".join(new[c:d]))
        if tag == "equal":
            stayed = is_long or b - a >= SHORTEST or a == 0 or b == len(old)
            parts.append(replace(part, stayed=stayed))
        else:
            within = _parts(part.before, part.after, effort) if is_long and tag == "replace" else []
            parts += within or [part]
    return parts


def _changed(parts: Sequence[_Part]) -> Difference:
    left, right = _Side(), _Side()
    for part in parts:
        left.add(part.before, changed=not part.stayed)
        right.add(part.after, changed=not part.stayed)
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
