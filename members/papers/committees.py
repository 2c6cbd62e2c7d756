"""Papers of committees: the names in stroke order, the roll by post, and the whole union as a chart."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from members.enums import Gender
from members.models import CommitteeTerm, Member, OfficeHolding
from members.selectors import Chart, CommitteeBox, GroupBox, offices_of_term
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Paper, Paragraph, Table
from unionoffice.profiles import union

NAMES_IN_A_ROW = 4
SHORT_NAME = 2
MAJORITY = "汉族"
BLANK = "　"


def committee_names(term: CommitteeTerm, on: date) -> Document:
    """委员名单: names alone, 按姓氏笔画, as they are announced."""
    day = term.day_within(on)
    serving = Member.objects.filter(pk__in=term.offices.held_on(day).values("member"))
    names = [_announced(member) for member in serving.defer(*Member.SENSITIVE).in_stroke_order(day)]
    return Document(
        f"{term}委员名单",
        [
            Paragraph(f"（{len(names)}人，以姓氏笔画为序）", indent=False, align=Align.CENTER),
            Table(rows=_in_rows(names), ruled=False),
            _as_of(day),
        ],
        organisation=union().name,
        paper=Paper.FORM,
    )


def _announced(member: Member) -> str:
    """张　三（女，回族）: women and minorities are marked, names of two characters set wide."""
    name = BLANK.join(member.name) if len(member.name) == SHORT_NAME else member.name
    marks = ["女"] if member.gender == Gender.FEMALE else []
    marks += [member.ethnicity] if member.ethnicity not in ("", MAJORITY) else []
    return f"{name}（{'，'.join(marks)}）" if marks else name


def committee_roll(term: CommitteeTerm, on: date) -> Document:
    """委员会名册: who holds which post since when, with what the upper union asks to know of each."""
    day = term.day_within(on)
    rows = [_line(number, office) for number, office in enumerate(offices_of_term(term).held_on(day), start=1)]
    days = f"任期：{in_full(term.from_on)}至{in_full(term.to_on)}"
    approval = f"批复：{term.approval_no}" if term.approval_no else ""
    table = Table(
        widths=(6, 17, 14, 7, 13, 12, 15, 13, 14),
        head=[["序号", "职务", "姓名", "性别", "出生年月", "民族", "政治面貌", "职称", "任职日期"]],
        rows=rows or [[""] * 9],
    )
    return Document(
        f"{term}名册",
        [Table(rows=[[days, Cell(approval, align=Align.RIGHT)]], ruled=False), table, _as_of(day)],
        organisation=union().name,
        paper=Paper.FORM_LANDSCAPE,
    )


def _line(number: int, office: OfficeHolding) -> Sequence[Cell | str]:
    member = office.member
    return [
        Cell(str(number), align=Align.CENTER),
        office.title,
        member.name,
        Cell(member.get_gender_display(), align=Align.CENTER),
        f"{member.birth_date.year}年{member.birth_date.month}月" if member.birth_date else "",
        member.ethnicity,
        member.get_political_status_display(),
        member.title,
        office.from_on.isoformat(),
    ]


def organisation_chart_paper(chart: Chart, on: date) -> Document:
    """组织架构: the committees, then the groups with who leads them, those that stand under another set in."""
    blocks = [_union(chart.union)] if chart.union is not None else []
    if chart.others:
        people = zip_longest(*(_people(box) for box in chart.others), fillvalue="")
        blocks.append(Table(head=[[str(box.term) for box in chart.others]], rows=[list(row) for row in people]))
    if chart.groups:
        lines = list(_groups(chart.groups, 0))
        half = -(-len(lines) // 2)
        pairs = zip_longest(lines[:half], lines[half:], fillvalue=("", ""))
        head = ["分工会、工会小组", "负责人"] * 2
        blocks.append(Table(widths=(3, 4) * 2, head=[head], rows=[[*one, *other] for one, other in pairs]))
    return Document("工会组织架构", [*blocks, _as_of(on)], organisation=union().name, paper=Paper.FORM_LANDSCAPE)


def _union(box: CommitteeBox) -> Table:
    return Table(head=[[Cell(str(box.term), colspan=NAMES_IN_A_ROW)]], rows=_in_rows(_people(box)))


def _people(box: CommitteeBox) -> list[str]:
    return [f"{seat.post}{BLANK}{seat.member.name}" for seat in box.seats]


def _in_rows(texts: list[str]) -> list[list[str]]:
    """Four in a row, the last row filled up."""
    filled = [*texts, *[""] * (-len(texts) % NAMES_IN_A_ROW)] or [""] * NAMES_IN_A_ROW
    return [filled[start : start + NAMES_IN_A_ROW] for start in range(0, len(filled), NAMES_IN_A_ROW)]


def _groups(boxes: Iterable[GroupBox], depth: int) -> Iterator[tuple[str, str]]:
    for box in boxes:
        yield BLANK * depth + box.group.name, "、".join(seat.member.name for seat in box.seats)
        yield from _groups(box.children, depth + 1)


def _as_of(on: date) -> Table:
    return Table(rows=[[Cell(f"截至{in_full(on)}", align=Align.RIGHT)]], ruled=False)
