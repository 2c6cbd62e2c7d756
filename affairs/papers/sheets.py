"""The sheet for the glass case: what hangs on the board, on paper, with the way back to it."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from affairs.models import Disclosure
from affairs.papers.disclosures import disclosure_paper
from unionoffice.attachments import attachments_of
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Paper, Paragraph, QrCode, Table, Text, Title
from unionoffice.documents.tree import Block
from unionoffice.profiles import school

WIDTHS = (14, 27, 14, 24, 21)


def board_sheet(disclosure: Disclosure, *, paper: Paper = Paper.NOTICE) -> Document:
    """A disclosure as the school puts it up on paper; the code leads to its newest version on the board."""
    head = [Cell(disclosure.public_number), Cell(_day(disclosure.published_on), align=Align.RIGHT)]
    return Document(
        title=_("%(sphere)s公开") % {"sphere": disclosure.get_sphere_display()},
        organisation=school().name,
        blocks=[
            Table(rows=[head], ruled=False),
            Title(disclosure.title),
            *_correction(disclosure),
            *disclosure_paper(disclosure).blocks,
            *_files(disclosure),
            _facts(disclosure),
        ],
        paper=paper,
    )


def board_address(disclosure: Disclosure) -> str:
    """Where a phone finds it, written out whole."""
    return f"{settings.SITE_URL}{disclosure.get_board_url()}"


def _correction(disclosure: Disclosure) -> list[Block]:
    if not disclosure.correction_note:
        return []
    return [Paragraph([Text(_("更正说明："), bold=True), Text(disclosure.correction_note)])]


def _files(disclosure: Disclosure) -> list[Block]:
    """Their names: they are read with the code."""
    names = [file.name for file in attachments_of(disclosure).filter(sensitive=False)]
    if not names:
        return []
    return [Paragraph([Text(_("附件（扫码查看）："), bold=True), Text("；".join(names))])]


def _facts(disclosure: Disclosure) -> Table:
    """Who answers for it, who approved it, and how long it hangs."""
    asked = [
        (_("责任部门"), str(disclosure.item.department or "—"), _("公开类别"), disclosure.get_category_display()),
        (_("公开时限"), disclosure.get_timing_display(), _("公开阶段"), disclosure.get_stage_display()),
        (_("审批人"), disclosure.approver, _("审批日期"), _day(disclosure.approved_on)),
        (_("公开范围"), disclosure.get_reach_display(), _("公开至"), _day(disclosure.posted_until) or _("长期")),
    ]
    code = Cell([QrCode(board_address(disclosure)), Text(_("扫码查看"))], align=Align.CENTER, rowspan=len(asked))
    rows = [[_label(one), Cell(told), _label(other), Cell(also)] for one, told, other, also in asked]
    rows[0].append(code)
    return Table(rows=rows, widths=WIDTHS)


def _label(text: str) -> Cell:
    return Cell(text, align=Align.CENTER, bold=True)


def _day(day: date | None) -> str:
    return in_full(day) if day else ""
