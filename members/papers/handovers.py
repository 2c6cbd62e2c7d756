"""交接单: what passes with an office, for the two and whoever looked on to sign."""

from collections.abc import Iterable

from members.enums import HandoverKind
from members.models import Handover
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Paper, Table
from unionoffice.profiles import union

NOTHING = "无"


def handover_paper(handover: Handover) -> Document:
    """The two lists under who gives to whom, and three signatures."""
    items = list(handover.items.all())
    matters = [item.text for item in items if item.kind == HandoverKind.MATTER]
    if handover.unlisted:
        matters.append(f"另有{handover.unlisted}项，由移交人当面交代。")
    rows: list[list[Cell | str]] = [
        ["交接职务", Cell(handover.subject, colspan=3)],
        ["移交人", handover.giver.name, "接收人", handover.taker.name],
        ["交接日期", in_full(handover.on), "监交人", str(handover.supervised_by or "")],
    ]
    return Document(
        "工作交接单",
        [
            Table(widths=(3, 7, 3, 7), rows=rows),
            _listed(str(HandoverKind.MATTER.label), matters),
            _listed(str(HandoverKind.THING.label), [item.text for item in items if item.kind == HandoverKind.THING]),
            Table(widths=(3, 17), rows=[["说明", handover.note or NOTHING]]),
            Table(
                rows=[["移交人（签字）：", "接收人（签字）：", "监交人（签字）："], ["　　年　　月　　日"] * 3],
                ruled=False,
            ),
        ],
        organisation=union().name,
        paper=Paper.FORM,
    )


def _listed(title: str, texts: Iterable[str]) -> Table:
    rows: list[list[Cell | str]] = [
        [Cell(str(number), align=Align.CENTER), text, ""] for number, text in enumerate(texts, start=1)
    ]
    return Table(widths=(2, 14, 4), head=[["序号", title, "接收情况"]], rows=rows or [["", NOTHING, ""]])
