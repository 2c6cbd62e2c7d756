"""签到册: who was expected at a sitting, by delegation, with a place to sign."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from django.utils import timezone
from django.utils.translation import gettext as _

from congress.enums import Standing
from congress.models import Sitting
from congress.selectors import Room, RoomLine, RoomUnit, units_of
from members.enums import AttendanceWay
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Heading, Paper, Table
from unionoffice.profiles import union

SIDE_BY_SIDE = 2
"""People in one row: the book lies at the door, and is to be short."""

ROLL_HEAD = ("序号", "代表团", "姓名", "代表类别", "出席情况", "登记时间", "登记方式")


def roll_rows(room: Room) -> Iterator[list[object]]:
    """One row a person, those with a vote first; the reason of a leave isn't for the file."""
    lines = [line for unit in (*room.units(), *units_of(room.guests)) for line in unit.lines]
    for number, line in enumerate(lines, start=1):
        at = timezone.localtime(line.attendance.at) if line.attendance else ""
        yield [
            number,
            line.unit,
            line.member.name,
            line.kind_label,
            str(line.standing.label),
            f"{at:%H:%M}" if at else "",
            line.way_label if line.came else "",
        ]


def roll_sheet(sitting: Sitting, room: Room) -> Document:
    """The book: a table for each delegation, and one for those without a vote, who are in no count."""
    blocks: list[Heading | Table] = [_head(sitting, room)]
    for unit in room.units():
        blocks += [Heading(2, _unit_name(unit)), _table(unit.lines)]
    if room.guests:
        blocks += [Heading(2, _("列席、特邀人员（不计入应到、实到人数）")), _table(room.guests)]
    blocks.append(_foot(sitting, room))
    return Document(f"{sitting.whole_title}签到册", blocks, organisation=union().name, paper=Paper.FORM)


def _unit_name(unit: RoomUnit) -> str:
    return f"{unit.name or _('其他')}（{len(unit.lines)}人）"


def _table(lines: Sequence[RoomLine]) -> Table:
    titles = ("序号", "姓名", "类别", "签名")
    columns = [_numbered(number, line) for number, line in enumerate(lines, start=1)]
    half = -(-len(columns) // SIDE_BY_SIDE)
    nobody: list[Cell | str] = [""] * len(titles)
    rows = [[*one, *other] for one, other in zip_longest(columns[:half], columns[half:], fillvalue=nobody)]
    return Table(widths=(8, 15, 15, 18) * SIDE_BY_SIDE, head=[titles * SIDE_BY_SIDE], rows=rows)


def _numbered(number: int, line: RoomLine) -> list[Cell | str]:
    return [Cell(str(number), align=Align.CENTER), line.member.name, line.kind_label, _presence(line)]


def _presence(line: RoomLine) -> str:
    """What stands where a signature would: nothing for who may still come and sign."""
    if line.standing == Standing.MISSING or line.attendance is None:
        return "" if line.standing == Standing.MISSING else str(line.standing.label)
    if line.came and line.attendance.way == AttendanceWay.SCAN:
        return f"扫码 {timezone.localtime(line.attendance.at):%H:%M}"
    return str(Standing.PRESENT.label) if line.came else str(line.standing.label)


def _head(sitting: Sitting, room: Room) -> Table:
    when = f"{in_full(sitting.day)}　{sitting.place}".rstrip("　")
    return Table(rows=[[when, Cell(f"应到：{len(room.due)}人", align=Align.RIGHT)]], ruled=False)


def _foot(sitting: Sitting, room: Room) -> Table:
    came = sum(line.came for line in room.due) if sitting.has_opened else "　　　"
    leader = sitting.presider.name if sitting.presider else "　　　"
    return Table(rows=[[f"实到：{came}人", f"主持人：{leader}　　登记人："]], ruled=False)
