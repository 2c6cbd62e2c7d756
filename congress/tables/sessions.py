"""The surface of the list of sessions."""

from typing import Any

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from congress.enums import SessionKind, SessionStatus
from congress.models import Session
from congress.selectors import attendance_rate
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.precision import Precision
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


def day_or_span(session: Session) -> str:
    """2026-12-28, 2026-12-28至2026-12-29, or the month, term or year where no more is known."""
    return days(session.starts_on, session.ends_on) if session.precision == Precision.DAY else session.when


def _sum(rows: QuerySet[Any], name: str) -> int:
    """Where it isn't known how many were due, nobody is added."""
    return int(rows.order_by().aggregate(sum=Sum(name, default=0))["sum"])


class SessionTable(Table):
    """One line a session, the latest first."""

    columns = (
        Column(_("会议"), lambda session: f"{session}{session.term.short_name}", primary=True),
        Column(_("会议主题"), lambda session: session.theme, order_by="theme"),
        Column(_("会议类型"), lambda session: label_of(SessionKind, session.kind), order_by="kind"),
        Column(_("会议日期"), day_or_span, order_by="starts_on"),
        Column(_("提案征集"), lambda session: days(session.call_from, session.call_to), order_by="call_to"),
        Column(_("状态"), session_badge, order_by="status"),
    )
    footers = (
        Footer(_("会议"), _("次")),
        Footer(_("应到"), _("人次"), of=lambda rows: _sum(rows, "due_count"), behind="congress.sessions.due"),
        Footer(_("实到"), _("人次"), of=lambda rows: _sum(rows, "present_count"), behind="congress.sessions.present"),
        Footer(
            _("列席"), _("人次"), of=lambda rows: _sum(rows, "attending_count"), behind="congress.sessions.attending"
        ),
        Footer(_("特邀"), _("人次"), of=lambda rows: _sum(rows, "invited_count"), behind="congress.sessions.invited"),
        Footer(_("到会率"), _("%"), Measure.RATIO, attendance_rate, behind="congress.sessions.attendance_rate"),
    )
    empty = _("还没有登记会议。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The term, which the name needs, comes along."""
        return rows.select_related("term")
