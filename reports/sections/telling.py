"""What sections say in the same way: the span they look back on, and figures as printed tables."""

from reports.selectors import Material
from unionoffice.documents import Align, Cell, Table, Value
from unionoffice.documents.tree import Block
from unionoffice.figures import Figure, FigureTable
from unionoffice.periods import PeriodKind

SPAN = {
    PeriodKind.YEAR: "一年来",
    PeriodKind.HALF: "半年来",
    PeriodKind.QUARTER: "本季度",
    PeriodKind.MONTH: "本月",
    PeriodKind.SCHOOL_YEAR: "本学年",
    PeriodKind.TERM: "本学期",
}


def span(material: Material) -> str:
    """一年来, 本学期: how a sentence begins that tells of the whole period."""
    return SPAN[material.period.kind]


def table(material: Material, key: str) -> list[Block]:
    """The table of figures of that key, where an area made one."""
    told = material.tables.get(key)
    return [] if told is None else [as_table(told)]


def as_table(table: FigureTable) -> Table:
    """A table of figures as it is printed: words left, numbers right."""
    return Table(
        head=[list(table.head)],
        rows=[[_cell(cell) for cell in row] for row in table.rows],
        widths=table.widths,
        caption=table.title,
    )


def _cell(cell: str | Figure) -> Cell:
    if isinstance(cell, Figure):
        return Cell([Value(cell.number, cell.key, cell.url)], align=Align.RIGHT)
    return Cell(cell)
