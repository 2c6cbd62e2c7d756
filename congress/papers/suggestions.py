"""意见建议登记表, as offices bind it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from unionoffice.documents import Document, Paper, Table
from unionoffice.documents.tree import Row
from unionoffice.profiles import union

EMPTY_LINES = 8
"""Lines left free on a register without entries, to be filled by hand."""

WIDTHS = (2.3, 5, 2.2, 2.4, 2.6, 2.6, 6.6, 2.2, 2)


def suggestion_register(suggestions: Iterable[Any], *, period: str) -> Document:
    """Every number in order, those taken back too; `shown_author` says whose name this reader may know."""
    head = [
        [
            _("编号"),
            _("标题"),
            _("类别"),
            _("提出人"),
            _("提出日期"),
            _("承办部门"),
            _("答复"),
            _("采纳情况"),
            _("状态"),
        ]
    ]
    rows: list[Row] = [_line(suggestion) for suggestion in suggestions]
    rows = rows or [[""] * len(WIDTHS) for _line_no in range(EMPTY_LINES)]
    return Document(
        title=_("意见建议登记表"),
        subtitle=period,
        blocks=[Table(rows=rows, head=head, widths=WIDTHS)],
        organisation=union().name,
        paper=Paper.FORM_LANDSCAPE,
    )


def _line(suggestion: Any) -> Row:
    return [
        suggestion.number,
        suggestion.title,
        str(suggestion.get_category_display()),
        suggestion.shown_author or _("不公开姓名"),
        f"{suggestion.handed_in_on}",
        str(suggestion.department or ""),
        suggestion.answer,
        str(suggestion.get_adoption_display()),
        str(suggestion.get_status_display()),
    ]
