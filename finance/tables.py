"""The surface of the ledger."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from finance.enums import Direction, EntryStatus
from finance.models import Entry
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

TONES = {
    EntryStatus.DRAFT: Tone.CLOSED,
    EntryStatus.SUBMITTED: Tone.WAITS,
    EntryStatus.APPROVED: Tone.WAITS,
    EntryStatus.PAID: Tone.ACTIVE,
    EntryStatus.BOOKED: Tone.DONE,
    EntryStatus.CANCELLED: Tone.CLOSED,
}


def entry_badge(entry: Entry) -> Badge:
    """Where the entry stands."""
    return Badge(label_of(EntryStatus, entry.status), TONES[EntryStatus(entry.status)])


class EntryTable(Table):
    """One line an entry, the latest first."""

    columns = (
        Column(_("编号"), lambda entry: entry.public_number, order_by="number"),
        Column(_("发生日期"), lambda entry: entry.occurred_on, order_by="occurred_on"),
        Column(_("方向"), lambda entry: label_of(Direction, entry.direction)),
        Column(_("科目"), lambda entry: entry.subject.full_name),
        Column(_("事由"), lambda entry: entry.purpose, primary=True),
        Column(_("收付款方"), lambda entry: entry.counterparty),
        Column(_("金额（元）"), lambda entry: entry.amount, order_by="amount"),
        Column(_("状态"), entry_badge),
    )
    footers = (
        Footer(_("笔数"), _("笔")),
        Footer(_("金额"), _("元"), Measure.SUM, lambda rows: rows.total()),
    )
    empty = _("还没有收支记录。慰问批准后会自动生成待收付的支出。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The subject and the one above it come along."""
        return rows.select_related("subject__parent")
