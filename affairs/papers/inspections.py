"""The score sheet of an inspection, on paper and as a workbook."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from affairs.models import Inspection, InspectionScheme, marks_text
from affairs.selectors import ScoreLine, item_lines, score_sheet
from unionoffice.documents import Align, Cell, Document, Paper, Table
from unionoffice.profiles import union
from unionoffice.sheets import write_workbook

FACTS = (2, 5, 2, 5)
SHEET = (0.8, 4.2, 6.5, 1.2, 1.2, 4)


def score_paper(inspection: Inspection) -> Document:
    """The whole sheet, item by item, with the total at its foot."""
    lines = score_sheet(inspection)
    facts = Table(
        rows=[
            [_("检查评估"), inspection.title, _("日期"), inspection.when],
            [_("检查单位"), inspection.by_whom, _("结果"), inspection.result],
        ],
        widths=FACTS,
    )
    sheet = Table(
        head=[[_("序号"), _("指标"), _("评分标准"), _("分值"), _("得分"), _("扣分原因")]],
        rows=[_row(number, line) for number, line in enumerate(lines, start=1)],
        foot=[
            [
                Cell(_("合计"), colspan=3, align=Align.CENTER, bold=True),
                _number(inspection.full_mark or (inspection.scheme.full_mark if inspection.scheme else None)),
                _number(inspection.score),
                "",
            ]
        ],
        widths=SHEET,
    )
    return Document(
        title=_("检查评估评分表"),
        subtitle=inspection.public_number,
        organisation=union().name,
        blocks=[facts, sheet],
        paper=Paper.FORM_LANDSCAPE,
    )


def _row(number: int, line: ScoreLine) -> list[Cell | str]:
    return [
        Cell(str(number), align=Align.CENTER),
        Cell(line.item.title if line.item.parent_id is None else f"　{line.item.title}", bold=line.is_head),
        line.item.standard,
        _number(line.item.full_mark),
        _number(line.got),
        line.score.reason if line.score else "",
    ]


def _number(marks: Decimal | None) -> Cell:
    return Cell("" if marks is None else marks_text(marks), align=Align.RIGHT)


def score_workbook(inspection: Inspection) -> bytes:
    """The same as a workbook to go on with."""
    head = [_("一级指标"), _("二级指标"), _("分值"), _("得分"), _("扣分原因"), _("评分标准")]
    return write_workbook(
        head, _score_rows(inspection), sheet=_("评分表"), title=f"{inspection.title}（{inspection.when}）"
    )


def _score_rows(inspection: Inspection) -> Iterator[list[object]]:
    first = ""
    for line in score_sheet(inspection):
        if line.item.parent_id is None:
            first = line.item.title
        second = "" if line.item.parent_id is None else line.item.title
        reason = line.score.reason if line.score else ""
        yield [
            first,
            second,
            float(line.item.full_mark),
            None if line.got is None else float(line.got),
            reason,
            line.item.standard,
        ]


def scheme_workbook(scheme: InspectionScheme) -> bytes:
    """The items in the columns in which the form takes them again."""
    head = [_("一级指标"), _("二级指标"), _("分值"), _("评分标准")]
    rows = (
        [item.parent or item.title, item.title if item.parent else "", float(item.full_mark), item.standard]
        for item in item_lines(scheme)
    )
    return write_workbook(head, rows, sheet=_("评分方案"), title=str(scheme))
