"""The document tree: what a paper says, without how it looks.

HTML, PDF and DOCX are drawn from this one tree, so that they cannot say different things. Every text may be a lazy
translation; control characters are taken out when the tree is laid out, not here.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from unionoffice.days import in_full


@dataclass(frozen=True, slots=True)
class Sheet:
    """Size and margins of a sheet, in millimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


class Paper(Enum):
    """The kinds of paper an office prints.

    OFFICIAL is the official document of GB/T 9704-2012, chapter 5 (版面). The forms are ruled tables as offices
    photocopy them; a VOUCHER is A5 lying, its left margin wide enough for binding. A NOTICE hangs in a glass case
    and is read standing: its type grows with the sheet.
    """

    OFFICIAL = Sheet(210, 297, top=37, right=26, bottom=35, left=28)
    FORM = Sheet(210, 297, top=20, right=18, bottom=18, left=20)
    FORM_LANDSCAPE = Sheet(297, 210, top=18, right=18, bottom=18, left=18)
    VOUCHER = Sheet(210, 148, top=10, right=12, bottom=12, left=20)
    NOTICE = Sheet(210, 297, top=16, right=20, bottom=18, left=20)
    NOTICE_A3 = Sheet(297, 420, top=22, right=28, bottom=25, left=28)

    @property
    def sheet(self) -> Sheet:
        return self.value

    @property
    def is_form(self) -> bool:
        return self is not Paper.OFFICIAL

    @property
    def is_notice(self) -> bool:
        return self in (Paper.NOTICE, Paper.NOTICE_A3)


class Align(Enum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Text:
    """`large` stands out in twice the size, as the name on a card."""

    text: str
    bold: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A live figure. A page links it to the records behind it; paper shows the text alone."""

    text: str
    key: str
    url: str = ""

    def __post_init__(self) -> None:
        if self.url and (not self.url.startswith("/") or self.url.startswith(("//", "/\\"))):
            raise ValueError(f"a figure leads to a page of this office only: {self.url!r}")


@dataclass(frozen=True, slots=True)
class QrCode:
    """An address to be read by a phone. Where only words can be shown, the address itself."""

    text: str


Run = Text | Value | QrCode
Content = str | Sequence[Run]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4. Its number (一、 （一） 1. （1）) is counted, never written into the text.

    One that isn't `counted` stands as somebody typed it, as the chapters of a regulation (第一章).
    """

    level: int
    text: str
    counted: bool = True

    def __post_init__(self) -> None:
        if self.level not in {1, 2, 3, 4}:
            raise ValueError(f"official documents know the levels 1 to 4, not {self.level}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Content
    indent: bool = True
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class NumberedList:
    items: Sequence[Content]


@dataclass(frozen=True, slots=True)
class BulletList:
    items: Sequence[Content]


@dataclass(frozen=True, slots=True)
class Cell:
    """`align` left open means centred in the head and left elsewhere."""

    content: Content = ""
    align: Align | None = None
    colspan: int = 1
    rowspan: int = 1
    bold: bool = False


Row = Sequence[Cell | str]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `head` repeats on every page, `foot` closes the table once (合计).

    `widths` are relative to each other, one for each column; without them all columns are alike. A table that is not
    `ruled` draws no lines: the line of number and date over a voucher, the line of signatures under it.
    """

    rows: Sequence[Row] = ()
    head: Sequence[Row] = ()
    foot: Sequence[Row] = ()
    widths: Sequence[float] = ()
    caption: str = ""
    ruled: bool = True

    def __post_init__(self) -> None:
        wide = {sum(row) for part in self.parts for row in _row_widths(part)}
        if len(wide) != 1 or (self.widths and len(self.widths) not in wide):
            raise ValueError(f"the rows of a table are as wide as each other and as its widths: {sorted(wide)}")

    @property
    def parts(self) -> tuple[Sequence[Row], Sequence[Row], Sequence[Row]]:
        """Head, body and foot, in the order of reading."""
        return self.head, self.rows, self.foot

    @property
    def columns(self) -> int:
        first = next(row for part in self.parts for row in part)
        return sum(cell.colspan for cell in cells(first))

    @property
    def shares(self) -> tuple[float, ...]:
        """The part of the table's width that each column takes; together 1."""
        widths = self.widths or [1] * self.columns
        return tuple(width / sum(widths) for width in widths)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Title:
    """A further title on the same sheet, as over each part of a letter that is cut into stub, letter and receipt."""

    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and the day the paper takes effect (成文日期)."""

    organisation: str
    date: dt.date

    @property
    def day(self) -> str:
        """As papers write it."""
        return in_full(self.date)


Block = Heading | Paragraph | NumberedList | BulletList | Table | Title | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper.

    `organisation` is whose paper it is: the author in the file's properties, and on a form the line above the title.
    `attachments` are names only. A `draft` says 草稿 on every page.
    """

    title: str
    blocks: Sequence[Block]
    subtitle: str = ""
    organisation: str = ""
    signature: Signature | None = None
    attachments: Sequence[str] = ()
    draft: bool = False
    paper: Paper = Paper.OFFICIAL

    @property
    def author(self) -> str:
        """Whom the file's properties name."""
        return self.organisation or (self.signature.organisation if self.signature else "")

    @property
    def file_title(self) -> str:
        """The title in one line, as the file's properties show it."""
        return "".join(self.title.split("\n"))


def runs(content: Content) -> tuple[Run, ...]:
    """Content as runs, whichever way it was written."""
    if isinstance(content, Sequence) and not isinstance(content, str):
        return tuple(content)
    return (Text(content),)


def cells(row: Row) -> tuple[Cell, ...]:
    """A row as cells, whichever way it was written."""
    return tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row)


def placed(part: Sequence[Row]) -> list[tuple[int, int, Cell]]:
    """Row, column and cell for each cell of a table's part, once spans are counted."""
    taken: set[tuple[int, int]] = set()
    places = []
    for y, row in enumerate(part):
        x = 0
        for cell in cells(row):
            while (y, x) in taken:
                x += 1
            places.append((y, x, cell))
            taken.update((y + down, x + along) for down in range(cell.rowspan) for along in range(cell.colspan))
    return places


def _row_widths(part: Sequence[Row]) -> list[list[int]]:
    """For each row the widths of the cells that stand in it or reach into it from above."""
    widths: list[list[int]] = [[] for _ in part]
    for y, _x, cell in placed(part):
        for down in range(cell.rowspan):
            if y + down >= len(part):
                raise ValueError("a cell reaches below its part of the table")
            widths[y + down].append(cell.colspan)
    return widths
