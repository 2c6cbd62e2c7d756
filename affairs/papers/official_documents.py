"""The register of documents as offices bind it, and the sheet that goes round with one of them."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from affairs.enums import Direction, DocumentStatus
from affairs.models import DocumentForward, OfficialDocument
from unionoffice.documents import Cell, Document, Paper, Table
from unionoffice.documents.tree import Row
from unionoffice.profiles import union

EMPTY_LINES = 8
"""Lines left free on a register without entries, to be filled by hand."""


def register_paper(documents: Iterable[OfficialDocument], direction: str, *, period: str) -> Document:
    """收文登记簿 or 发文登记簿: every number in order, struck ones too."""
    incoming = direction == Direction.INCOMING
    day, party = (_("收到日期"), _("来文单位")) if incoming else (_("发出日期"), _("主送单位"))
    head = [[_("登记号"), day, party, _("文号"), _("标题"), _("密级"), _("办理情况"), _("备注")]]
    rows: list[Row] = [
        [
            document.short_number,
            f"{document.handled_on}",
            document.party,
            document.document_no,
            document.title,
            document.get_secrecy_display(),
            _handling(document),
            "",
        ]
        for document in documents
    ]
    rows = rows or [[""] * len(head[0]) for _line in range(EMPTY_LINES)]
    return Document(
        title=_("收文登记簿") if incoming else _("发文登记簿"),
        subtitle=period,
        blocks=[Table(rows=rows, head=head, widths=(2.7, 2.7, 4, 4, 6, 1.3, 4, 1.2))],
        organisation=union().name,
        paper=Paper.FORM_LANDSCAPE,
    )


def circulation_paper(document: OfficialDocument, forwards: Sequence[DocumentForward]) -> Document:
    """文件传阅单: the document in its head, below who reads it when."""
    facts: list[Row] = [
        [Cell(_("登记号"), bold=True), document.short_number, Cell(_("文号"), bold=True), document.document_no],
        [
            Cell(_("来文单位") if document.direction == Direction.INCOMING else _("主送单位"), bold=True),
            document.party,
            Cell(_("收发日期"), bold=True),
            f"{document.handled_on}",
        ],
        [Cell(_("标题"), bold=True), Cell(document.title, colspan=3)],
        [Cell(_("办理要求"), bold=True), Cell(document.asks_for, colspan=3)],
    ]
    head = [[_("传阅对象"), _("部门"), _("传阅日期"), _("阅读日期"), _("阅后意见"), _("签名")]]
    rows: list[Row] = [
        [
            forward.member.name,
            forward.department.name if forward.department else "",
            f"{forward.forwarded_on}",
            f"{forward.read_on or ''}",
            forward.remark,
            "",
        ]
        for forward in forwards
    ]
    rows = rows or [[""] * len(head[0]) for _line in range(EMPTY_LINES)]
    return Document(
        title=_("文件传阅单"),
        blocks=[
            Table(rows=facts, widths=(1.4, 4, 1.4, 3)),
            Table(rows=rows, head=head, widths=(2, 2.4, 2, 2, 4, 2)),
        ],
        organisation=union().name,
        paper=Paper.FORM,
    )


def _handling(document: OfficialDocument) -> str:
    if document.status == DocumentStatus.VOID:
        return _("作废：%(reason)s") % {"reason": document.void_reason}
    if document.status == DocumentStatus.DONE:
        return _("%(day)s办结：%(outcome)s") % {"day": document.done_on, "outcome": document.outcome}
    if document.status == DocumentStatus.PENDING:
        return _("待办：%(asked)s") % {"asked": document.asks_for}
    return ""
