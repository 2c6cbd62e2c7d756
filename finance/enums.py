"""The words and moves of the union's funds."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Direction(TextChoices):
    """收支方向."""

    INCOME = "income", _("收入")
    SPENDING = "spending", _("支出")


class Fund(TextChoices):
    """经费来源. Only union money posts an entry and meets the union's caps and bans."""

    UNION = "union", _("工会经费")
    ADMINISTRATION = "administration", _("学校行政")
    UPPER = "upper", _("上级工会")
    DONATION = "donation", _("捐助")


class SubjectCode(StrEnum):
    """Subjects that other areas post to; the whole tree is in `seeds.py`."""

    CULTURE = "50102"
    OTHER_ACTIVITY = "50104"
    SERVICE = "502"
    WARMTH = "50305"


class EntryStatus(TextChoices):
    """Where an entry stands on its way into the ledger."""

    DRAFT = "draft", _("草稿")
    SUBMITTED = "submitted", _("待批准")
    APPROVED = "approved", _("待收付")
    PAID = "paid", _("待记账")
    BOOKED = "booked", _("已记账")
    CANCELLED = "cancelled", _("已撤销")


ENTRY_MOVES: dict[EntryStatus, frozenset[EntryStatus]] = {
    EntryStatus.DRAFT: frozenset({EntryStatus.SUBMITTED, EntryStatus.CANCELLED}),
    EntryStatus.SUBMITTED: frozenset({EntryStatus.APPROVED, EntryStatus.DRAFT}),
    EntryStatus.APPROVED: frozenset({EntryStatus.PAID, EntryStatus.CANCELLED}),
    EntryStatus.PAID: frozenset({EntryStatus.BOOKED}),
    EntryStatus.BOOKED: frozenset(),
    EntryStatus.CANCELLED: frozenset(),
}
"""A booked line stays for ever: a mistake is reversed by a line of its own (红冲)."""

SIGNED = (EntryStatus.APPROVED, EntryStatus.PAID, EntryStatus.BOOKED)
"""States that an entry reaches only with somebody's approval."""
