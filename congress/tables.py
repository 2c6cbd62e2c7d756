"""The surface of the congress's lists."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from congress.enums import Category, DelegateKind, ProposalStatus, Result, SessionKind, SessionStatus
from congress.models import Proposal, Session
from congress.selectors import accepted_rate, answered_rate, closed_rate, satisfied_rate
from members.models import Member
from unionoffice.figures import Measure
from unionoffice.numbering import ordinal
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

TONES = {
    ProposalStatus.DRAFT: Tone.CLOSED,
    ProposalStatus.OFFERED: Tone.WAITS,
    ProposalStatus.SECONDING: Tone.WAITS,
    ProposalStatus.FILED: Tone.WAITS,
    ProposalStatus.ACCEPTED: Tone.WAITS,
    ProposalStatus.ASSIGNED: Tone.WAITS,
    ProposalStatus.HANDLING: Tone.ACTIVE,
    ProposalStatus.ANSWERED: Tone.WAITS,
    ProposalStatus.SIGNED: Tone.WAITS,
    ProposalStatus.FOLLOWED: Tone.ACTIVE,
    ProposalStatus.CLOSED: Tone.DONE,
    ProposalStatus.MERGED: Tone.CLOSED,
    ProposalStatus.TURNED: Tone.CLOSED,
    ProposalStatus.REFUSED: Tone.CLOSED,
    ProposalStatus.WITHDRAWN: Tone.CLOSED,
}


def proposal_badge(proposal: Proposal, *, late: bool = False) -> Badge:
    """Where the proposal stands, and that its answer is late."""
    if late:
        return Badge(f"{label_of(ProposalStatus, proposal.status)}（{_('逾期')}）", Tone.OFFICIAL)
    return Badge(label_of(ProposalStatus, proposal.status), TONES[ProposalStatus(proposal.status)])


def session_badge(session: Session) -> Badge:
    """Whether the session took place."""
    tone = Tone.DONE if session.status == SessionStatus.HELD else Tone.WAITS
    return Badge(label_of(SessionStatus, session.status), tone)


def days(first: Any, last: Any) -> str:
    """One day, or from one to another; nothing where there is none."""
    if first is None:
        return ""
    return f"{first}" if first == last else f"{first}至{last}"


class ProposalTable(Table):
    """One line a proposal, the latest first; the page annotates whose name this viewer may know."""

    columns = (
        Column(_("编号"), lambda proposal: proposal.number, order_by="number"),
        Column(_("案名"), lambda proposal: proposal.title, order_by="title", primary=True),
        Column(_("类别"), lambda proposal: label_of(Category, proposal.category), order_by="category"),
        Column(_("提案人"), lambda proposal: proposal.shown_proposer),
        Column(_("会议"), lambda proposal: str(proposal.session or "")),
        Column(_("主办部门"), lambda proposal: proposal.lead, order_by="lead__name"),
        Column(_("答复期限"), lambda proposal: proposal.due_on, order_by="due_on"),
        Column(_("答复结果"), lambda proposal: label_of(Result, proposal.result)),
        Column(_("状态"), lambda proposal: proposal_badge(proposal, late=proposal.is_late), order_by="status"),
    )
    footers = (
        Footer(_("提案"), _("件")),
        Footer(_("立案率"), "%", Measure.RATIO, accepted_rate, behind="congress.proposals.accepted_rate"),
        Footer(_("答复率"), "%", Measure.RATIO, answered_rate, behind="congress.proposals.answered_rate"),
        Footer(_("办结率"), "%", Measure.RATIO, closed_rate, behind="congress.proposals.closed_rate"),
        Footer(_("满意率"), "%", Measure.RATIO, satisfied_rate, behind="congress.proposals.satisfied_rate"),
    )
    empty = _("还没有您能看到的提案。请先起草一份。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Session and department come along, the long texts don't."""
        return rows.select_related("session__term", "lead").defer("reason", "measures", "review", "fulfilment")


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
