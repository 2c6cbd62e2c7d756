"""The surface of the list of promises."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from congress.enums import ProposalStatus, Result
from congress.models import FollowUp
from congress.tables.proposals import proposal_badge
from unionoffice.pages import Column, Footer, Table, label_of


class FollowUpTable(Table):
    """One line a promise, what is due first at the top, with how far it is."""

    columns = (
        Column(_("编号"), lambda proposal: proposal.number, order_by="number"),
        Column(_("案名"), lambda proposal: proposal.title, order_by="title", primary=True),
        Column(_("主办部门"), lambda proposal: proposal.lead, order_by="lead__name"),
        Column(_("答复结果"), lambda proposal: label_of(Result, proposal.result), order_by="result"),
        Column(_("预计完成日期"), lambda proposal: proposal.expected_on, order_by="expected_on"),
        Column(_("最近进展"), lambda proposal: proposal.fulfilment or proposal.last_progress),
        Column(_("办结日期"), lambda proposal: proposal.closed_on, order_by="closed_on"),
        Column(_("状态"), proposal_badge, order_by="status"),
    )
    footers = (
        Footer(_("提案"), _("件")),
        Footer(_("已办结"), _("件"), of=lambda rows: rows.filter(status=ProposalStatus.CLOSED).count()),
    )
    empty = _("没有需要报告落实情况的提案。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With the latest entry of each."""
        last = FollowUp.objects.filter(proposal=OuterRef("pk")).order_by("-noted_on", "-pk").values("text")[:1]
        told = rows.select_related("session__term", "lead").annotate(last_progress=Subquery(last))
        return told.defer("reason", "measures", "review").order_by("expected_on", "pk")
