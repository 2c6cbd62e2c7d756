"""提案登记表: all that were filed to a session, on one landscape table."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from unionoffice.documents import Document, Paper, Table
from unionoffice.documents.tree import Row
from unionoffice.profiles import union

EMPTY_LINES = 8
"""Lines left free on a register without entries, to be filled by hand."""

WIDTHS = (2.3, 4.9, 2.2, 2, 2.6, 2, 2.3, 2.6, 2.6, 2.4, 1.7, 2)


def proposal_register(proposals: Iterable[Any], *, period: str) -> Document:
    """Every number in order, whatever became of it; `shown_proposer` says whose name this reader may know."""
    head = [
        [
            _("编号"),
            _("案名"),
            _("类别"),
            _("提案人"),
            _("提交日期"),
            _("审理结果"),
            _("主办部门"),
            _("答复期限"),
            _("答复日期"),
            _("答复结果"),
            _("满意度"),
            _("状态"),
        ]
    ]
    rows: list[Row] = [_line(proposal) for proposal in proposals]
    rows = rows or [[""] * len(WIDTHS) for _line_no in range(EMPTY_LINES)]
    return Document(
        title=_("提案登记表"),
        subtitle=period,
        blocks=[Table(rows=rows, head=head, widths=WIDTHS)],
        organisation=union().name,
        paper=Paper.FORM_LANDSCAPE,
    )


def _line(proposal: Any) -> Row:
    return [
        proposal.number,
        proposal.title,
        str(proposal.get_category_display()),
        proposal.shown_proposer or _("不公开姓名"),
        f"{proposal.filed_on}",
        str(proposal.get_outcome_display()),
        str(proposal.lead or ""),
        f"{proposal.due_on or ''}",
        f"{proposal.answered_on or ''}",
        str(proposal.get_result_display()),
        str(proposal.get_grade_display()),
        str(proposal.get_status_display()),
    ]
