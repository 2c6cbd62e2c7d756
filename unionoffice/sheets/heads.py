"""Where the head of a sheet stands, how many levels it has, and which column is under which of its labels."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from unionoffice.refusal import Refused
from unionoffice.sheets.checking import Column
from unionoffice.sheets.grids import Merge, Sheet
from unionoffice.sheets.parsing import half_width, text

# Offices put a title, the unit and the date of filling in above the head.
HEAD_WITHIN_ROWS = 20
MOST_LEVELS = 3
# Of what is longer the beginning counts: no office writes it, and comparing it takes long.
LONGEST_HEAD = 200

NOISE = frozenset(
    re.findall(
        r"\S+",
        "序号 次序 行号 顺序号 NO No no NO. No. 备注 说明 签名 签字 签到 本人签名 本人签字 照片 相片 "
        "年龄 周岁 实足年龄 工龄 教龄 校龄 会龄 属相 生肖",
    )
)
"""Heads that nobody keeps a column for: they count, they follow from other columns, or they wait for a pen."""

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_EITHER = re.compile(r"[/、,或及和]")
# Under these a 姓名 or 电话 is somebody else's.
_OTHER_PEOPLE = re.compile("配偶|爱人|丈夫|妻子|子女|孩子|父|母|家属|亲属|家庭成员|紧急|联系人|介绍人|推荐人")
_UNDER_ANOTHER = 1_000
_ONE_OF_TWO = 10_000


def plain_head(label: str) -> str:
    """A head as heads are compared: without blanks, line breaks, full-width letters, colon and the star that marks
    a column to be filled in. Answers are kept under it.
    """
    return "".join(half_width(label).split()).strip("*:")[:LONGEST_HEAD]


class Claim(NamedTuple):
    """A column that a head may mean, the likeliest with the lowest rank; an empty key leaves the head out."""

    rank: int
    key: str


class HeadNames:
    """How the columns of an importer are called, and what the office answered about other heads."""

    def __init__(self, columns: Sequence[Column], answers: Mapping[str, str]) -> None:
        keys = {column.key for column in columns}
        self._answers = {plain_head(head): key for head, key in answers.items() if not key or key in keys}
        self._names: dict[str, Claim] = {}
        for column in columns:
            for rank, name in enumerate((str(column.label), *column.aliases)):
                self._names.setdefault(plain_head(name), Claim(rank, column.key))

    def claim(self, path: Sequence[str]) -> Claim | None:
        """Which column the texts mean that stand above each other, the last of them nearest to the rows."""
        whole = plain_head("".join(path))
        if whole in self._answers:
            return Claim(-1, self._answers[whole])
        for level in range(len(path)):
            if _OTHER_PEOPLE.search("".join(path[:level])):
                return None
            if found := self._named(plain_head("".join(path[level:]))):
                return found._replace(rank=found.rank + level * _UNDER_ANOTHER)
        return None

    def _named(self, name: str) -> Claim | None:
        """By the name itself, by it without its brackets, or by the one part of 职务/职称 that is known."""
        bare = _BRACKETED.sub("", name)
        if found := self._names.get(name) or self._names.get(bare):
            return found
        parts = {found.key: found for part in _EITHER.split(bare) if (found := self._names.get(part))}
        if len(parts) != 1:
            return None
        [found] = parts.values()
        return found._replace(rank=found.rank + _ONE_OF_TWO)


@dataclass(frozen=True, slots=True)
class Head:
    """A head found: its rows by position in the sheet, the place of each column, and the labels of no column."""

    sheet: Sheet
    first: int
    levels: int
    places: Mapping[str, int]
    left_out: tuple[str, ...]
    unclaimed: tuple[tuple[int, str], ...]
    doubled: Mapping[str, Sequence[int]]

    @property
    def number(self) -> int:
        """Excel's number of its first row."""
        return self.sheet.rows[self.first].number

    @property
    def below(self) -> int:
        """Position of the first row under it."""
        return self.first + self.levels

    @property
    def title(self) -> str:
        """Everything written above it."""
        rows = self.sheet.rows[: self.first]
        return " ".join(words for row in rows for cell in row.cells if (words := text(cell)))

    def lacking(self, columns: Sequence[Column]) -> list[Column]:
        """Columns that no list may be without, and this one is."""
        return [
            column for column in columns if column.required and not column.may_lack and column.key not in self.places
        ]

    def ensure_single(self, columns: Sequence[Column]) -> None:
        """Refuse where two columns bear the same name: which of them counts nobody can tell."""
        for column in columns:
            if places := self.doubled.get(column.key):
                letters = "、".join(get_column_letter(place + 1) for place in places)
                raise Refused(
                    _("“%(label)s”出现在多列：%(letters)s。请只保留一列后重新上传。")
                    % {"label": column.label, "letters": letters}
                )


def find_head(sheet: Sheet, names: HeadNames) -> Head | None:
    """The rows that name most columns: of as many, those that merged cells hold together, else the fewest."""
    merged = _covered(sheet)
    best: tuple[tuple[int, bool, int], Head] | None = None
    for first in range(min(HEAD_WITHIN_ROWS, len(sheet.rows))):
        merged_levels = _merged_levels(sheet, first)
        for levels in _possible_levels(sheet, first):
            head = _head_at(sheet, first, levels, names, merged)
            is_merged = levels == merged_levels
            worth = (len(head.places), is_merged, levels if is_merged else -levels)
            if head.places and (best is None or worth > best[0]):
                best = worth, head
    return best[1] if best else None


def _possible_levels(sheet: Sheet, first: int) -> Iterator[int]:
    """One row, and those that follow it without a gap."""
    number = sheet.rows[first].number
    last = min(first + MOST_LEVELS, HEAD_WITHIN_ROWS)
    for levels, row in enumerate(sheet.rows[first:last], start=1):
        if row.number != number + levels - 1:
            return
        yield levels


def _merged_levels(sheet: Sheet, first: int) -> int:
    number = sheet.rows[first].number
    return max((merge.bottom - merge.top + 1 for merge in sheet.merges if merge.top == number), default=1)


def _covered(sheet: Sheet) -> dict[tuple[int, int], Merge]:
    """The merged cells among the rows where a head may be, by row number and place.

    Blank rows between them, of which there may be a million, aren't gone through. The cells can't be more than there
    are: a file that says so lies, and is read no further.
    """
    window = [row.number for row in sheet.rows[:HEAD_WITHIN_ROWS]]
    if not window:
        return {}
    width = len(sheet.rows[0].cells)
    room, covered = len(window) * width, {}
    for merge in sheet.merges:
        if merge.top > window[-1]:
            break
        numbers = window[bisect_left(window, merge.top) : bisect_right(window, merge.bottom)]
        places = range(merge.left, min(merge.right, width - 1) + 1)
        room -= len(numbers) * len(places)
        if room < 0:
            break
        covered.update({(number, place): merge for number in numbers for place in places})
    return covered


def _head_at(
    sheet: Sheet, first: int, levels: int, names: HeadNames, merged: Mapping[tuple[int, int], Merge]
) -> Head:
    claims: dict[str, list[tuple[Claim, int, str]]] = {}
    unclaimed: list[tuple[int, str]] = []
    left_out: list[str] = []
    for place in range(len(sheet.rows[first].cells)):
        path = _path(sheet, first, levels, place, merged)
        if not path:
            continue
        label, claim = " ".join(path), names.claim(path)
        if claim is None:
            unclaimed.append((place, label))
        elif not claim.key:
            left_out.append(label)
        else:
            claims.setdefault(claim.key, []).append((claim, place, label))
    places: dict[str, int] = {}
    doubled: dict[str, list[int]] = {}
    for key, found in claims.items():
        best = min(claim for claim, _place, _label in found)
        at = [place for claim, place, _label in found if claim == best]
        places[key] = at[0]
        if len(at) > 1:
            doubled[key] = at
        unclaimed += [(place, label) for claim, place, label in found if claim != best]
    return Head(sheet, first, levels, places, tuple(left_out), tuple(sorted(unclaimed)), doubled)


def _path(
    sheet: Sheet, first: int, levels: int, place: int, merged: Mapping[tuple[int, int], Merge]
) -> tuple[str, ...]:
    """The texts above a column from the top down, each once; none where all belong to a column on its left."""
    numbers = {row.number: row for row in sheet.rows[first : first + levels]}
    words: list[str] = []
    is_own = False
    for number, row in numbers.items():
        merge = merged.get((number, place))
        if merge is None:
            written, owner = text(row.cells[place]), place
        elif merge.top in numbers:
            written, owner = text(numbers[merge.top].cells[merge.left]), merge.left
        else:
            continue
        written = written[:LONGEST_HEAD]
        is_own = is_own or (owner == place and bool(written))
        if written and written not in words:
            words.append(" ".join(written.split()))
    return tuple(words) if is_own else ()
