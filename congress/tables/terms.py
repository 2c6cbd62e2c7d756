"""The surface of the lists of terms, sessions and delegates."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from congress.enums import DelegateKind, SessionKind, SessionStatus
from congress.models import Session
from members.models import Member
from unionoffice.numbering import ordinal
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

SESSION_TONES = {
    SessionStatus.PLANNED: Tone.WAITS,
    SessionStatus.OPENED: Tone.ACTIVE,
    SessionStatus.HELD: Tone.DONE,
}


def session_badge(session: Session) -> Badge:
    """Whether the session took place."""
    return Badge(label_of(SessionStatus, session.status), SESSION_TONES[SessionStatus(session.status)])


def days(first: Any, last: Any) -> str:
    """One day, or from one to another; nothing where there is none."""
    if first is None:
        return ""
    return f"{first}" if first == last else f"{first}至{last}"


class TermTable(Table):
    """One line a term, the latest first."""

    columns = (
        Column(_("届次"), str, order_by="number", primary=True),
        Column(_("自何日起"), lambda term: term.from_on, order_by="from_on"),
        Column(_("至何日止"), lambda term: term.to_on, order_by="to_on"),
    )
    footers = (Footer(_("届"), _("届")),)
    empty = _("还没有登记届次。")


class SessionTable(Table):
    """One line a session, the latest first."""

    columns = (
        Column(_("会议"), str, primary=True),
        Column(_("会议类型"), lambda session: label_of(SessionKind, session.kind), order_by="kind"),
        Column(_("会议日期"), lambda session: days(session.starts_on, session.ends_on), order_by="starts_on"),
        Column(_("提案征集"), lambda session: days(session.call_from, session.call_to), order_by="call_to"),
        Column(_("状态"), session_badge, order_by="status"),
    )
    footers = (Footer(_("会议"), _("次")),)
    empty = _("还没有登记会议。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The term, which the name needs, comes along."""
        return rows.select_related("term")


class DelegateTable(Table):
    """One line a delegate, by pinyin."""

    columns = (
        Column(_("姓名"), lambda delegate: delegate.member.name, order_by="member__pinyin", primary=True),
        Column(_("届"), lambda delegate: f"第{ordinal(delegate.term.number)}届", order_by="term__number"),
        Column(_("代表类别"), lambda delegate: label_of(DelegateKind, delegate.kind), order_by="kind"),
        Column(_("代表团"), lambda delegate: delegate.unit),
        Column(_("自何日起"), lambda delegate: delegate.from_on, order_by="from_on"),
        Column(_("至何日止"), lambda delegate: delegate.to_on or delegate.term.to_on),
    )
    footers = (Footer(_("代表"), _("名")),)
    empty = _("还没有登记代表。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Person, term and group come along."""
        return rows.select_related("member", "term", "group").defer(*Member.secrets_of("member"))
