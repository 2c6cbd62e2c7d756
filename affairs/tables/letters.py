"""The surface of the lists of letters and mailboxes."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import LetterCategory, LetterStatus, LetterWay, MailboxKind, Reach, Satisfaction
from affairs.models import Letter, Mailbox
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

LETTER_TONES = {
    LetterStatus.RECEIVED: Tone.WAITS,
    LetterStatus.HANDLING: Tone.ACTIVE,
    LetterStatus.ASKED: Tone.WAITS,
    LetterStatus.ANSWERED: Tone.DONE,
    LetterStatus.CLOSED: Tone.CLOSED,
    LetterStatus.REFUSED: Tone.OFFICIAL,
}


def letter_badge(letter: Letter) -> Badge:
    """Where the letter stands."""
    return Badge(label_of(LetterStatus, letter.status), LETTER_TONES[LetterStatus(letter.status)])


def kind_of_sender(letter: Letter) -> str:
    """署名 or 匿名: the list, and so its export, never says who."""
    return str(_("匿名")) if letter.is_anonymous else str(_("署名"))


class LetterTable(Table):
    """One line a letter; within a day in no order."""

    columns = (
        Column(_("编号"), lambda row: row.short_number, order_by="number"),
        Column(_("标题"), lambda row: row.subject, order_by="subject", primary=True),
        Column(_("信箱"), lambda row: row.addressee),
        Column(_("类别"), lambda row: label_of(LetterCategory, row.category), order_by="category"),
        Column(_("署名"), kind_of_sender),
        Column(_("收到日期"), lambda row: row.received_on, order_by="received_on"),
        Column(_("答复期限"), lambda row: row.due_on, order_by="due_on"),
        Column(_("承办人"), lambda row: str(row.handler or "")),
        Column(_("评价"), lambda row: label_of(Satisfaction, row.satisfaction)),
        Column(_("状态"), letter_badge, order_by="status"),
    )
    export_columns = (
        Column(_("来信方式"), lambda row: label_of(LetterWay, row.way)),
        Column(_("首次答复日期"), lambda row: row.answered_on),
        Column(_("办结日期"), lambda row: row.closed_on),
    )
    footers = (
        Footer(_("来信"), _("封")),
        Footer(
            _("按期答复率"),
            "%",
            Measure.RATIO,
            lambda rows: rows.in_time_rate(),
            behind="affairs.letters.in_time_rate",
        ),
        Footer(
            _("满意率"),
            "%",
            Measure.RATIO,
            lambda rows: rows.satisfaction_rate(),
            behind="affairs.letters.satisfaction_rate",
        ),
    )
    empty = _("没有需要您办理的来信。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Without the texts, which a list doesn't show."""
        narrow = rows.select_related("mailbox__keeper", "disclosure", "handler")
        return narrow.defer("body", "disclosure__body").order_by("-received_on", "pk")


def mailbox_badge(mailbox: Mailbox, on: Any) -> Badge:
    """Whether it is in use."""
    if mailbox.is_in_use(on):
        return Badge(str(_("使用中")), Tone.DONE)
    waits = mailbox.in_use_from is None or mailbox.in_use_from > on
    return Badge(str(_("未启用")), Tone.WAITS) if waits else Badge(str(_("已停用")), Tone.CLOSED)


class MailboxTable(Table):
    """One line a mailbox."""

    columns = (
        Column(_("名称"), lambda row: row.name, order_by="name", primary=True),
        Column(_("形式"), lambda row: label_of(MailboxKind, row.kind), order_by="kind"),
        Column(_("由谁答复"), lambda row: row.answered_by),
        Column(_("地点"), lambda row: row.place),
        Column(_("谁可以写信"), lambda row: label_of(Reach, row.writers)),
        Column(_("启用日期"), lambda row: row.in_use_from, order_by="in_use_from"),
        Column(_("停用日期"), lambda row: row.in_use_to, order_by="in_use_to"),
    )
    footers = (
        Footer(_("信箱"), _("个")),
        Footer(
            _("公布的电话"),
            _("个"),
            Measure.COUNT,
            lambda rows: sum(len(mailbox.phone_lines) for mailbox in rows),
            behind="affairs.mailbox.phones",
        ),
    )
    empty = _("还没有信箱。请先设立一个。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With who answers."""
        return rows.select_related("keeper")
