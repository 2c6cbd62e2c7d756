"""The surface of the register of documents."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import Direction, DocumentStatus, Secrecy, Urgency
from affairs.models import OfficialDocument
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

DOCUMENT_TONES = {
    DocumentStatus.FILED: Tone.CLOSED,
    DocumentStatus.PENDING: Tone.WAITS,
    DocumentStatus.DONE: Tone.DONE,
    DocumentStatus.VOID: Tone.CLOSED,
}


def document_badge(document: OfficialDocument) -> Badge:
    """What is still to be done with it."""
    status = DocumentStatus(document.status)
    return Badge(label_of(DocumentStatus, status), DOCUMENT_TONES[status])


def _read_by(row: Any) -> str:
    return f"{row.readers_done}/{row.readers}" if row.readers else ""


class OfficialDocumentTable(Table):
    """One line a document, the latest first."""

    columns = (
        Column(_("登记号"), lambda row: row.short_number, order_by="number"),
        Column(_("标题"), lambda row: row.title, order_by="title", primary=True),
        Column(_("文号"), lambda row: row.document_no, order_by="document_no"),
        Column(_("来文或主送单位"), lambda row: row.party, order_by="party"),
        Column(_("收发日期"), lambda row: row.handled_on, order_by="handled_on"),
        Column(_("办理期限"), lambda row: row.due_on, order_by="due_on"),
        Column(_("已阅"), _read_by),
        Column(_("状态"), document_badge, order_by="status"),
    )
    export_columns = (
        Column(_("收发"), lambda row: label_of(Direction, row.direction)),
        Column(_("成文日期"), lambda row: row.dated_on),
        Column(_("紧急程度"), lambda row: label_of(Urgency, row.urgency)),
        Column(_("密级"), lambda row: label_of(Secrecy, row.secrecy)),
        Column(_("办理要求"), lambda row: row.asks_for),
        Column(_("承办部门"), lambda row: row.department.name if row.department else ""),
        Column(_("办结日期"), lambda row: row.done_on),
        Column(_("办理结果"), lambda row: row.outcome),
        Column(_("摘要"), lambda row: row.summary),
    )
    footers = (Footer(_("文件"), _("件")),)
    empty = _("还没有登记过文件。请先登记一件收文或发文。")
    empty_to_readers = _("还没有传阅给您的文件。有文件时会通知您。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """How many have read it, and the department that deals with it."""
        return rows.with_receipts().select_related("department").order_by("-handled_on", "-pk")
