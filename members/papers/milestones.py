"""The sheet by which birthdays and other days of a month are prepared."""

from collections.abc import Iterable

from django.utils import dateformat

from members.selectors import Milestone
from unionoffice.days import in_short
from unionoffice.documents import Align, Cell, Document, Paper, Table
from unionoffice.profiles import union

HEAD = ("序号", "日期", "星期", "姓名", "部门", "事项", "备注")
WIDTHS = (8, 12, 11, 12, 22, 24, 11)


def milestone_sheet(title: str, milestones: Iterable[Milestone]) -> Document:
    """One line a person, with room for what was done."""
    rows: list[list[Cell | str]] = [
        [
            Cell(str(number), align=Align.CENTER),
            in_short(one.day),
            dateformat.format(one.day, "D"),
            one.member.name,
            one.departments,
            one.what,
            "",
        ]
        for number, one in enumerate(milestones, start=1)
    ]
    foot = Table(rows=[[f"共{len(rows)}项", Cell("制表人：　　　　　　", align=Align.RIGHT)]], ruled=False)
    table = Table(widths=WIDTHS, head=[HEAD], rows=rows or [[""] * len(HEAD)])
    return Document(title, [table, foot], organisation=union().name, paper=Paper.FORM)
