"""The surface of the list of proposals."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from congress.enums import Category, ProposalStatus, Result
from congress.models import Proposal
from congress.selectors import accepted_rate, answered_rate, closed_rate, satisfied_rate, seconders_of_all
from unionoffice.figures import Measure
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


def chosen_as(proposal: Proposal) -> str:
    """重点, 优秀, both or nothing."""
    marks = ((proposal.priority_on, _("重点")), (proposal.outstanding_on, _("优秀")))
    return "、".join(str(word) for day, word in marks if day is not None)


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
        Column(_("评选"), chosen_as),
        Column(_("状态"), lambda proposal: proposal_badge(proposal, late=proposal.is_late), order_by="status"),
    )
    footers = (
        Footer(_("提案"), _("件")),
        Footer(_("附议"), _("人次"), of=seconders_of_all, behind="congress.proposals.seconders"),
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
