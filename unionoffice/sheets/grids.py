"""What any reader of a file gives: sheets of rows of cells, and which cells are merged."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

MAX_ROWS = 50_000

Cell = str | int | float | bool | date | datetime | time | timedelta


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is Excel's. `cells` begin with column A, as many in each row of a sheet; empty ones are empty text."""

    number: int
    cells: tuple[Cell, ...]


class Merge(NamedTuple):
    """Cells that are shown as one, whose content is in the top left: Excel's rows, and columns counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A visible worksheet without its blank rows; `merges` from the top down."""

    name: str
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """`digest` is the file's SHA-256: what is applied later must be the file that was checked."""

    name: str
    digest: str
    sheets: tuple[Sheet, ...]
