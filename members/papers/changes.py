"""Papers of changes of status: the application to join, the letter of introduction, and a sheet for any change."""

from collections.abc import Iterator
from datetime import date

from members.models import JoinApplication, Member, StatusChange
from unionoffice.days import in_characters, in_full
from unionoffice.documents import Align, Cell, Document, Paper, Paragraph, Table, Title
from unionoffice.documents.tree import Block
from unionoffice.profiles import union

BLANK_DAY = "　　年　　月　　日"
"""Where the date is written by hand."""
SIGNING_SPACE = "\n" * 7
"""Lines that are left to write a few words and to put a seal on."""
CUT = "┈" * 12


def application_form(
    member: Member | None, application: JoinApplication | None = None, *, is_own: bool = False
) -> Document:
    """入会申请书, filled in as far as record and decision tell; without a member, empty to be written by hand.

    Education isn't kept in the record and is always written by hand; the phone is filled in for the person alone,
    whom the office's paper leaves to write it: it is masked on every page but their own.
    """
    rows = [*_person(member, is_own=is_own), *_opinions(application)]
    rows.append(["会员证号", Cell(member.card_no if member else "", colspan=2), "入会日期", _joined(member)])
    table = Table(widths=(17, 17, 13, 15, 14, 24), rows=rows)
    return Document("工会入会申请书", [table], organisation=union().name, paper=Paper.FORM)


def introduction_letter(change: StatusChange) -> Document:
    """工会会员关系介绍信 of a transfer out, on one sheet that is cut: stub, letter, and the receipt sent back."""
    blocks: list[Block] = [
        *_stub(change),
        *_cut(change),
        Title("工会会员关系介绍信"),
        *_letter(change),
        *_cut(change),
        Title("工会会员关系接转回执"),
        *_receipt(change),
    ]
    return Document("工会会员关系介绍信（存根）", blocks, organisation=union().name, paper=Paper.FORM)


def change_sheet(change: StatusChange) -> Document:
    """会员变动登记表: any change as it is recorded, to be signed and filed."""
    member = change.member
    table = Table(
        widths=(19, 31, 18, 32),
        rows=[
            ["姓名", member.name, "工号", member.employee_no],
            ["性别", member.get_gender_display(), "出生日期", _day(member.birth_date)],
            ["变动", change.get_kind_display(), "变动日期", in_full(change.on)],
            ["变动后在职状态", change.get_service_status_display(), "变动后会籍", change.get_union_status_display()],
            ["对方单位工会", change.other_union, "介绍信编号", change.letter_no],
            ["依据文号", Cell(change.document_no, colspan=3)],
            ["原因", Cell(f"{change.reason}\n\n", colspan=3)],
            ["经办人", f"\n{BLANK_DAY}", "工会（盖章）", f"\n{BLANK_DAY}"],
        ],
    )
    return Document("会员变动登记表", [table], organisation=union().name, paper=Paper.FORM)


Line = list[Cell | str]


def _person(member: Member | None, *, is_own: bool) -> Iterator[Line]:
    if member is None:
        yield ["姓名", "", "性别", "", "出生年月", ""]
        yield ["民族", "", "政治面貌", "", "文化程度", ""]
        yield ["参加工作时间", "", "来校时间", "", "手机", ""]
        yield ["部门", Cell(colspan=3), "职务职称", ""]
        return
    yield ["姓名", member.name, "性别", member.get_gender_display(), "出生年月", _month(member.birth_date)]
    yield ["民族", member.ethnicity, "政治面貌", member.get_political_status_display(), "文化程度", ""]
    phone = member.phone if is_own else ""
    yield ["参加工作时间", _month(member.first_job_on), "来校时间", _month(member.hired_on), "手机", phone]
    places = member.department_places.current().select_related("department").order_by("-is_main")
    departments = "、".join(place.department.name for place in places)
    yield ["部门", Cell(departments, colspan=3), "职务职称", member.title]


def _opinions(application: JoinApplication | None) -> Iterator[Line]:
    """The three fields that are signed; what is recorded stands in them, the signature is by hand."""
    parts: tuple[tuple[str, str, date | None, str], ...]
    if application is None:
        parts = (
            ("本人申请", "", None, "申请人"),
            ("工会小组意见", "", None, "组长"),
            ("工会委员会意见", "", None, "盖章"),
        )
    else:
        parts = (
            ("本人申请", application.statement, application.applied_on, "申请人"),
            ("工会小组意见", application.opinion, None, "组长"),
            ("工会委员会意见", application.decision, application.decided_on, "盖章"),
        )
    for label, text, day, signer in parts:
        foot = f"{signer}：　　　　　　　{_day(day) or BLANK_DAY}"
        yield [label, Cell(f"\n{text}{SIGNING_SPACE}{'　' * 14}{foot}\n", colspan=5)]


def _joined(member: Member | None) -> Cell:
    return Cell(_day(member.joined_on) if member else "", colspan=2)


def _stub(change: StatusChange) -> Iterator[Block]:
    member = change.member
    yield _number(change)
    yield Paragraph(
        f"{_described(member)}，因{change.reason or '工作变动'}，会员关系转往{_named(change.other_union)}。"
    )
    yield Paragraph("会费交至　　　　年　　月。\n")
    yield Table(rows=[["经办人：", "领取人：", Cell(in_characters(change.on), align=Align.RIGHT)]], ruled=False)


def _letter(change: StatusChange) -> Iterator[Block]:
    yield _number(change)
    yield Paragraph(f"{_named(change.other_union)}：", indent=False)
    yield Paragraph(
        f"兹有我会会员{_described(change.member)}，因{change.reason or '工作变动'}，前往你处。请接转会员关系。"
    )
    yield Paragraph("会费交至　　　　年　　月。\n\n")
    yield Paragraph(f"{union().name}（盖章）", align=Align.RIGHT)
    yield Paragraph(in_characters(change.on), align=Align.RIGHT)


def _receipt(change: StatusChange) -> Iterator[Block]:
    yield _number(change)
    yield Paragraph(f"{union().name}：", indent=False)
    yield Paragraph(f"{change.member.name}的会员关系，已于{BLANK_DAY}由我会接转。\n\n")
    yield Paragraph("接收工会（盖章）　　　　　　　　", align=Align.RIGHT)
    yield Paragraph(BLANK_DAY, align=Align.RIGHT)


def _number(change: StatusChange) -> Paragraph:
    return Paragraph(f"第 {change.letter_no} 号", indent=False, align=Align.RIGHT)


def _cut(change: StatusChange) -> Iterator[Paragraph]:
    """Half of the seal and of the number go on either side."""
    yield Paragraph("\n", indent=False)
    yield Paragraph(f"{CUT}　第 {change.letter_no} 号　骑缝章　{CUT}", indent=False, align=Align.CENTER)
    yield Paragraph("\n", indent=False)


def _described(member: Member) -> str:
    known = (
        member.get_gender_display(),
        f"{_month(member.birth_date)}出生" if member.birth_date else "",
        f"{_month(member.joined_on)}入会" if member.joined_on else "",
        f"会员证号{member.card_no}" if member.card_no else "",
    )
    return f"{member.name}（{'，'.join(part for part in known if part)}）"


def _named(other: str) -> str:
    return other or "　" * 12


def _day(day: date | None) -> str:
    return in_full(day) if day else ""


def _month(day: date | None) -> str:
    return f"{day.year}年{day.month}月" if day else ""
