"""What stands between and under the rows of a list without being one of them.

Sums, signatures, notes, a head repeated on each page. A row that tells of a record is never taken for such, whatever
it lacks: that it lacks it must be said.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto

from unionoffice.sheets.checking import Column
from unionoffice.sheets.grids import Cell, Row
from unionoffice.sheets.heads import Head, HeadNames
from unionoffice.sheets.parsing import code, half_width, text

_TOTAL = re.compile(
    r"(?P<part>本页|本组|本科室)?(?:全校|人数|以上|总人数)?"
    r"(?:(?P<sub>小计)|合计|总计|共计|总数|总人数|人数合计|累计|共(?=:?\d))"
    r"(?:人数)?:?共?(?P<number>\d{1,9})?(?:人|名|位)?.{0,30}"
)
_COUNT = re.compile(r"(\d{1,9})(?:人|名|位)?")
_SIGNATURE = re.compile(
    r"(?:填表|制表|填报|编制|审核|审批|复核|核对|经办|负责|主管|分管|单位|校长|园长|工会|主席|书记|签字|签名|签章|盖章|"
    r"联系|领导|打印|制作|统计|日期|时间|备注|附注|注|说明)[^:]{0,12}:.*"
    r"|\(?(?:以下空白|以下无正文|此页空白|签字|签章|盖章|公章|单位盖章|单位公章)\)?",
    re.DOTALL,
)
_PROSE = re.compile("[:。;,!]")
_CHINESE = re.compile("[\u4e00-\u9fff]")


class Kind(Enum):
    """What a row under a head is."""

    RECORD = auto()
    HEAD = auto()
    BLANK = auto()
    TOTAL = auto()
    REMARK = auto()


class Asides:
    """Tells what each row under one head is."""

    def __init__(self, head: Head, columns: Sequence[Column], names: HeadNames) -> None:
        self._names = names
        self._places = {head.places[column.key]: column for column in columns if column.key in head.places}
        self._required = [place for place, column in self._places.items() if column.required]
        self._wide = {(merge.top, merge.left) for merge in head.sheet.merges if merge.right > merge.left}

    def kind_of(self, row: Row) -> Kind:
        """Most rows have all that a record needs, and are settled by their first required cell."""
        key = row.cells[self._required[0]] if self._required else ""
        if all(filled(row.cells[place]) for place in self._required):
            if not isinstance(key, str) or not _CHINESE.search(key):
                return Kind.RECORD
            if self._repeats_head([place for place in self._places if filled(row.cells[place])], row):
                return Kind.HEAD
            return self._kind_of_words(key) or Kind.RECORD
        return self._kind_of_incomplete(row)

    def _kind_of_incomplete(self, row: Row) -> Kind:
        places = [place for place, cell in enumerate(row.cells) if filled(cell)]
        own = [place for place in places if place in self._places]
        if kind := self._kind_of_words(row.cells[places[0]]):
            return kind
        if not own:
            is_text = any(_CHINESE.search(text(row.cells[place])) for place in places)
            return Kind.REMARK if is_text else Kind.BLANK
        if self._repeats_head(own, row):
            return Kind.HEAD
        is_remark = all(self._places[place].spreads for place in own) or (
            len(places) == 1 and self._is_remark(row, own[0])
        )
        return Kind.REMARK if is_remark else Kind.RECORD

    def _kind_of_words(self, cell: Cell) -> Kind | None:
        words = _plain(cell)
        if _TOTAL.fullmatch(words):
            return Kind.TOTAL
        return Kind.REMARK if _SIGNATURE.fullmatch(words) else None

    def _repeats_head(self, places: Sequence[int], row: Row) -> bool:
        """Whether every cell names the very column that it stands in."""
        claims = ((place, self._names.claim((text(row.cells[place]),))) for place in places)
        return all(claim and claim.key == self._places[place].key for place, claim in claims)

    def _is_remark(self, row: Row, place: int) -> bool:
        """Whether the only cell of a row is a sentence, a line across the table, or words where a number belongs."""
        words = _plain(row.cells[place])
        is_misplaced = self._places[place].parse is code and bool(_CHINESE.search(words))
        return is_misplaced or bool(_PROSE.search(words)) or (row.number, place) in self._wide


def counted_in(row: Row) -> int | None:
    """The number of people that a total states; none where it is that of a page or group, or isn't there."""
    cells = [words for cell in row.cells if (words := _plain(cell))]
    found = _TOTAL.fullmatch(cells[0])
    if found is None or found["part"] or found["sub"]:
        return None
    if found["number"]:
        return int(found["number"])
    return next((int(count[1]) for words in cells[1:] if (count := _COUNT.fullmatch(words))), None)


def filled(cell: Cell) -> bool:
    """Whether a cell holds more than blanks."""
    return not isinstance(cell, str) or bool(cell and not cell.isspace())


def _plain(cell: Cell) -> str:
    return "".join(half_width(text(cell)).split())
