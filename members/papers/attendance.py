"""Papers of attendance and of goods handed out."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest

from django.utils import timezone

from members.enums import AttendanceState, AttendanceWay, SignOffWay
from members.models import Gathering, SignOffLine, SignOffSheet
from members.selectors import BEYOND, RollLine
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Paper, Table
from unionoffice.profiles import union

SIDE_BY_SIDE = 2
"""People in one row of a sign-in sheet: it lies at the door, and is to be short."""


def attendance_sheet(gathering: Gathering, lines: Sequence[RollLine]) -> Document:
    """签到表: everybody on the roll with a place to sign; who is known to be there or on leave is said to be."""
    titles = ("序号", "姓名", "部门", "签名")
    closed = not gathering.is_open
    columns = [_numbered(number, line, closed=closed) for number, line in enumerate(lines, start=1)]
    half = -(-len(columns) // SIDE_BY_SIDE)
    nobody: list[Cell | str] = [""] * len(titles)
    rows = [[*one, *other] for one, other in zip_longest(columns[:half], columns[half:], fillvalue=nobody)]
    table = Table(
        widths=(9, 14, 18, 16) * SIDE_BY_SIDE,
        head=[titles * SIDE_BY_SIDE],
        rows=rows or [nobody * SIDE_BY_SIDE],
    )
    return Document(
        f"{gathering.title.removesuffix('签到')}签到表",
        [
            _head(gathering.on, f"应到：{sum(line.is_due for line in lines)}人"),
            table,
            _foot(f"实到：{_came(lines) if closed else '　　　'}人", "记录人："),
        ],
        organisation=union().name,
        paper=Paper.FORM,
    )


def sign_off_sheet(sheet: SignOffSheet, lines: Iterable[SignOffLine]) -> Document:
    """签领表: what each person gets and a place to sign; who signed already is said to have."""
    rows: list[list[Cell | str]] = [
        [
            Cell(str(number), align=Align.CENTER),
            line.member.name,
            line.member.employee_no,
            line.share,
            _signature(line),
            timezone.localdate(line.signed_at).isoformat() if line.signed_at else "",
        ]
        for number, line in enumerate(lines, start=1)
    ]
    table = Table(widths=(7, 15, 13, 30, 20, 15), head=[["序号", "姓名", "工号", "领取", "签名", "日期"]], rows=rows)
    return Document(
        f"{sheet.title}签领表",
        [_head(sheet.on, f"共{len(rows)}人"), table, _foot("发放人：", "证明人：")],
        organisation=union().name,
        paper=Paper.FORM,
    )


def _numbered(number: int, line: RollLine, *, closed: bool) -> list[Cell | str]:
    presence = _presence(line, closed=closed)
    return [Cell(str(number), align=Align.CENTER), line.member.name, line.departments, presence]


def _presence(line: RollLine, *, closed: bool) -> str:
    """What stands where a signature would: nothing for who may still come and sign."""
    row = line.attendance
    if row is None or (row.state == AttendanceState.ABSENT and not closed):
        return ""
    if row.state == AttendanceState.PRESENT and row.way == AttendanceWay.SCAN:
        return f"扫码 {timezone.localtime(row.at):%H:%M}"
    return row.get_state_display()


def _came(lines: Iterable[RollLine]) -> int:
    return sum(line.state in (AttendanceState.PRESENT, BEYOND) for line in lines)


def _signature(line: SignOffLine) -> str:
    if line.way == SignOffWay.PROXY:
        return f"{line.taken_by}代领"
    return "本人在线签收" if line.way == SignOffWay.SCREEN else ""


def _head(on: date, count: str) -> Table:
    return Table(rows=[[Cell(f"日期：{in_full(on)}"), Cell(count, align=Align.RIGHT)]], ruled=False)


def _foot(left: str, right: str) -> Table:
    return Table(rows=[[left, right]], ruled=False)
