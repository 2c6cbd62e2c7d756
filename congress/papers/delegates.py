"""Papers of delegates: the list of their names, their cards, and the report on the check of qualifications."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from congress.enums import DelegateKind
from congress.models import Candidacy, Delegate, Term
from congress.selectors import Apportionment, Share
from unionoffice.documents import (
    Align,
    Cell,
    Document,
    Heading,
    NumberedList,
    PageBreak,
    Paper,
    Paragraph,
    QrCode,
    Signature,
    Table,
    Text,
)
from unionoffice.documents.tree import Block, Row
from unionoffice.profiles import school, union

NAMES_A_ROW = 6
CARDS_A_ROW = 2
ROWS_A_SHEET = 5
CARD_WIDTHS = (31, 19) * CARDS_A_ROW
"""Ten cards on a sheet of A4, two beside each other."""


def delegate_roll(term: Term, delegates: Sequence[Delegate]) -> Document:
    """代表名单（以姓氏笔画为序）, delegation by delegation; who only sits in comes after those who vote.

    `delegates` stand in stroke order.
    """
    blocks: list[Block] = []
    for kind in DelegateKind:
        of_kind = [one for one in delegates if one.kind == kind]
        if not of_kind:
            continue
        called = term.voting_name if kind == DelegateKind.VOTING else kind.label
        words = _("%(kind)s（%(n)d名，以姓氏笔画为序）") % {"kind": called, "n": len(of_kind)}
        blocks.append(Heading(1, words))
        blocks += _by_unit(of_kind) if kind == DelegateKind.VOTING else [_names(of_kind)]
    if not blocks:
        blocks.append(Paragraph(_("现在没有登记代表。")))
    return Document(title=_("%(term)s代表名单") % {"term": _named(term)}, blocks=blocks, organisation=school().name)


def _named(term: Term) -> str:
    return f"{str(term).removesuffix(term.short_name)}{term.printed_name}"


def _by_unit(delegates: Sequence[Delegate]) -> list[Block]:
    """Each delegation with its head; one of all needs no heading."""
    units = sorted(delegates, key=lambda one: (_order(one), one.unit))
    parts = [(unit, list(rows)) for unit, rows in groupby(units, key=lambda one: one.unit)]
    if len(parts) == 1:
        return [_names(parts[0][1])]
    blocks: list[Block] = []
    for unit, rows in parts:
        head = rows[0].delegation.head if rows[0].delegation else None
        words = _("%(unit)s（%(n)d名）") % {"unit": unit or _("未编入代表团"), "n": len(rows)}
        blocks.append(Heading(2, words))
        if head is not None:
            blocks.append(Paragraph(_("团长：%(name)s") % {"name": head.name}))
        blocks.append(_names(rows))
    return blocks


def _order(delegate: Delegate) -> tuple[int, str]:
    part = delegate.delegation or delegate.constituency or delegate.group
    return (0, part.order_key) if part else (1, "")


def _names(delegates: Sequence[Delegate]) -> Table:
    names = [one.member.name for one in delegates]
    names += [""] * (-len(names) % NAMES_A_ROW)
    rows: list[Row] = [
        [Cell(name, align=Align.CENTER) for name in names[start : start + NAMES_A_ROW]]
        for start in range(0, len(names), NAMES_A_ROW)
    ]
    return Table(rows=rows, ruled=False)


def delegate_cards(term: Term, delegates: Sequence[Delegate], printed_name: str) -> Document:
    """代表证, ten a sheet to be cut apart: who it is, and the code by which the delegate is checked in."""
    sheets: list[Block] = [Paragraph(_("沿线裁开，每人一证。扫码登记到会。"), indent=False, align=Align.CENTER)]
    cards = [_card(one, printed_name) for one in delegates]
    rows = [
        [cell for card in cards[start : start + CARDS_A_ROW] for cell in card]
        for start in range(0, len(cards), CARDS_A_ROW)
    ]
    for start in range(0, len(rows), ROWS_A_SHEET):
        if start:
            sheets.append(PageBreak())
        sheets.append(_sheet(rows[start : start + ROWS_A_SHEET]))
    title = _("%(term)s代表证") % {"term": _named(term)}
    return Document(title=title, blocks=sheets, organisation=school().name, paper=Paper.FORM)


def _sheet(rows: list[list[Cell]]) -> Table:
    """All rows are as wide as the first: the last of an odd number of cards stands alone."""
    wide = max(len(row) for row in rows)
    return Table(rows=[[*row, *[Cell()] * (wide - len(row))] for row in rows], widths=CARD_WIDTHS[:wide])


def _card(delegate: Delegate, printed_name: str) -> list[Cell]:
    number = _("编号　%(number)03d") % {"number": delegate.number} if delegate.number else ""
    lines = [delegate.kind_name, delegate.unit, number]
    return [
        Cell(
            [
                Text(f"{printed_name}\n"),
                Text(f"{delegate.member.name}\n", bold=True, large=True),
                Text("\n".join(line for line in lines if line)),
            ]
        ),
        Cell([QrCode(card_address(delegate))], align=Align.CENTER),
    ]


def card_address(delegate: Delegate) -> str:
    """Where the code on a card leads, written out whole."""
    return f"{settings.SITE_URL}{reverse('congress:delegate-card', args=[delegate.card_key])}"


def qualification_report(
    term: Term,
    seats: Apportionment,
    checked: Sequence[Candidacy],
    shares: Iterable[Share],
    on: date,
) -> Document:
    """代表资格审查报告: how many were to be elected, how many were, who passed, and what they are made up of.

    Whoever didn't pass is named with the reason: the report goes to the preparatory meeting.
    """
    refused = [one for one in checked if one.has_passed is False]
    told = {"term": _named(term), "units": len(seats.lines), "seats": seats.seats}
    told |= {"voting": term.voting_name, "filled": seats.filled}
    seated = _("%(term)s代表由%(units)d个选举单位选举，名额%(seats)d名，现有%(voting)s%(filled)d名。") % told
    blocks: list[Block] = [
        Heading(1, _("选举和审查情况")),
        Paragraph(f"{seated}{_verdict(checked)}"),
        _units_table(seats),
    ]
    if refused:
        blocks += [
            Heading(1, _("未通过审查的人员")),
            NumberedList([f"{one.member.name}：{one.refused_because}。" for one in refused]),
        ]
    blocks += [Heading(1, _("代表构成")), _shares_table(shares)]
    return Document(
        title=_("%(term)s代表资格审查报告") % {"term": _named(term)},
        blocks=blocks,
        organisation=union().name,
        signature=Signature(_("代表资格审查组"), on),
    )


def _verdict(checked: Sequence[Candidacy]) -> str:
    """What the check came to; of delegates noted without an election nothing was checked here."""
    if not checked:
        return ""
    passed = sum(bool(one.has_passed) for one in checked)
    refused = sum(one.has_passed is False for one in checked)
    words = _("审查当选人%(n)d名，%(passed)d名资格有效") % {"n": len(checked), "passed": passed}
    return f"{words}{_('，%(n)d名不予通过') % {'n': refused} if refused else ''}。"


def _units_table(seats: Apportionment) -> Table:
    rows: list[Row] = [
        [
            line.constituency.name,
            Cell(str(line.people), align=Align.RIGHT),
            Cell(str(line.constituency.seats or ""), align=Align.RIGHT),
            Cell(str(line.filled), align=Align.RIGHT),
            Cell(str(line.vacant), align=Align.RIGHT),
        ]
        for line in seats.lines
    ]
    people = sum(line.people for line in seats.lines)
    vacant = sum(line.vacant for line in seats.lines)
    numbers = (people, seats.seats, seats.filled, vacant)
    foot: Row = [_("合计"), *(Cell(str(number), align=Align.RIGHT) for number in numbers)]
    head = [_("选举单位"), _("在册人数"), _("名额"), _("代表"), _("空缺")]
    return Table(head=[head], rows=rows, foot=[foot], widths=(40, 15, 15, 15, 15))


def _shares_table(shares: Iterable[Share]) -> Table:
    rows: list[Row] = [
        [
            share.label,
            Cell(str(share.count), align=Align.RIGHT),
            Cell(share.percent, align=Align.RIGHT),
            share.asked,
            share.verdict or _("不作要求"),
        ]
        for share in shares
    ]
    head = [_("构成"), _("人数"), _("比例"), _("要求"), _("结论")]
    return Table(head=[head], rows=rows, widths=(30, 10, 12, 34, 14))
