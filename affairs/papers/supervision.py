"""监督记录表: what was looked at and found, to be signed by those who were there."""

from django.utils.translation import gettext as _

from affairs.models import Supervision
from unionoffice.days import in_full
from unionoffice.documents import Cell, Document, Paper, Table
from unionoffice.money import format_money
from unionoffice.profiles import union

WIDTHS = (3, 8, 3, 6)


def supervision_paper(supervision: Supervision) -> Document:
    """One sheet, as it is filed with the minutes."""
    rows: list[list[Cell | str]] = [
        [
            _("监督类别"),
            str(supervision.get_kind_display()),
            _("日期"),
            supervision.when,
        ],
        [_("监督事项"), Cell(supervision.title, colspan=3)],
        [
            _("监督方式"),
            str(supervision.get_part_display()),
            _("涉及金额"),
            "" if supervision.amount is None else f"{format_money(supervision.amount)}元",
        ],
        [_("参加人员"), Cell("，".join(_people(supervision)), colspan=3)],
        [_("监督意见"), Cell(supervision.finding, colspan=3)],
        [_("整改要求"), Cell(_demand(supervision), colspan=3)],
        [_("办理结果"), Cell(supervision.outcome, colspan=3)],
        [_("通报情况"), Cell(supervision.reported_at, colspan=3)],
        [_("参加人员签名"), Cell("", colspan=3)],
    ]
    return Document(
        title=_("民主监督记录表"),
        subtitle=supervision.public_number,
        organisation=union().name,
        blocks=[Table(rows=rows, widths=WIDTHS)],
        paper=Paper.FORM,
    )


def _people(supervision: Supervision) -> list[str]:
    """The union's people by capacity, then the others."""
    return [part for part in (supervision.people_in_words(), supervision.others) if part]


def _demand(supervision: Supervision) -> str:
    if supervision.due_on is None:
        return ""
    told = {
        "demand": supervision.follow_up,
        "who": supervision.responsible,
        "day": in_full(supervision.due_on),
    }
    return _("%(demand)s（责任人：%(who)s，期限：%(day)s）") % told
