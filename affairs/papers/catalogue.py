"""The catalogue as it is issued, and the record of a check."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from affairs.enums import Sphere
from affairs.models import BoardCheck, CatalogueEdition, CheckIssue
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Heading, Paper, Paragraph, Table
from unionoffice.documents.tree import Block
from unionoffice.profiles import school, union

HEAD = ("类别", "序号", "公开内容", "责任部门", "公开形式", "公开范围", "公开时限", "公开阶段")
WIDTHS = (9, 5, 24, 12, 16, 11, 15, 9)
KEYS = ("content", "department", "ways", "reach", "timing", "stage")


def catalogue_paper(rows: Sequence[Mapping[str, str]], *, edition: CatalogueEdition | None, on: date) -> Document:
    """校务公开目录: a table for each sphere; as long as it isn't issued, a draft of today."""
    return Document(
        "校务公开目录",
        [*_opening(edition, on), *_spheres(rows)],
        organisation=school().name,
        draft=edition is None,
        paper=Paper.FORM_LANDSCAPE,
    )


def _opening(edition: CatalogueEdition | None, on: date) -> list[Block]:
    if edition is None:
        return [Paragraph(f"截至{in_full(on)}，尚未发布", indent=False, align=Align.CENTER)]
    line = f"第{edition.number}版　{in_full(edition.issued_on)}发布　自{in_full(edition.from_on)}起施行"
    told: list[Block] = [Paragraph(line, indent=False, align=Align.CENTER)]
    return [*told, Paragraph(edition.note, indent=False, align=Align.CENTER)] if edition.note else told


def _spheres(rows: Sequence[Mapping[str, str]]) -> Iterable[Block]:
    for sphere, title in ((Sphere.SCHOOL, "校务公开"), (Sphere.UNION, "工会会务公开")):
        own = [row for row in rows if row["sphere"] == sphere]
        if own:
            yield Heading(1, title)
            yield Table(widths=WIDTHS, head=[HEAD], rows=list(_lines(own)))


def _lines(rows: Sequence[Mapping[str, str]]) -> Iterable[list[Cell | str]]:
    """Numbered through; a category stands once beside all of its matters."""
    number = 0
    for category, group in groupby(rows, key=lambda row: row["category"]):
        matters = list(group)
        for place, row in enumerate(matters):
            number += 1
            first: list[Cell | str] = [] if place else [Cell(category, rowspan=len(matters), align=Align.CENTER)]
            yield [*first, Cell(str(number), align=Align.CENTER), *(row[key] for key in KEYS)]


def check_paper(check: BoardCheck) -> Document:
    """校务公开监督检查记录表: what was looked at, found and asked for, with places to sign."""
    people = [person.member.name for person in check.people.all()]
    looked_at = "、".join(channel.name for channel in check.channels.all())
    matters = "、".join(item.content for item in check.items.all())
    facts: list[list[Cell | str]] = [
        ["检查日期", in_full(check.checked_on), "检查人", "、".join(people)],
        ["检查内容", Cell(check.scope, colspan=3)],
        ["检查的渠道", Cell(looked_at or "—", colspan=3)],
        ["检查的目录", Cell(matters or "—", colspan=3)],
        ["检查情况", Cell(check.finding, colspan=3)],
    ]
    blocks: list[Block] = [Table(widths=(14, 32, 14, 40), rows=[_bold_first(row) for row in facts])]
    if issues := list(check.issues.all()):
        blocks.append(Table(widths=(8, 26, 25, 12, 14, 25), head=[ISSUE_HEAD], rows=_issue_rows(issues)))
    signs = Table(widths=(1, 1), rows=[["检查人签名：", "被检查部门签名："]], ruled=False)
    return Document("校务公开监督检查记录表", [*blocks, signs], organisation=union().name, paper=Paper.FORM)


ISSUE_HEAD = ("序号", "发现的问题", "整改要求", "责任人", "整改期限", "整改结果")


def _issue_rows(issues: Iterable[CheckIssue]) -> list[list[Cell | str]]:
    return [
        [
            Cell(str(number), align=Align.CENTER),
            issue.problem,
            issue.demand,
            issue.handler.name,
            issue.due_on.isoformat(),
            f"{issue.done_on.isoformat()} {issue.outcome}" if issue.done_on else "",
        ]
        for number, issue in enumerate(issues, start=1)
    ]


def _bold_first(row: Sequence[Cell | str]) -> list[Cell | str]:
    """The names of the parts stand in bold."""
    return [
        Cell(part, bold=True) if place in (0, 2) and isinstance(part, str) else part for place, part in enumerate(row)
    ]
