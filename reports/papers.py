"""The papers of reports."""

from reports.sections import SECTIONS
from reports.selectors import Material
from unionoffice.documents import Document, Heading, Paragraph, Signature
from unionoffice.documents.tree import Block
from unionoffice.periods import Period, PeriodKind
from unionoffice.profiles import school, union


def summary(material: Material, *, draft: bool) -> Document:
    """The work summary in the official format, drafted whole from the records of its period."""
    organisation = union().name
    blocks: list[Block] = []
    for section in SECTIONS:
        if told := section.build(material):
            blocks += [Heading(1, section.title), *told]
    opening = _opening(material, organisation) if blocks else "这一时段还没有可以总结的记录。"
    return Document(
        title=_title(material),
        blocks=[Paragraph(opening), *blocks],
        organisation=organisation,
        signature=Signature(organisation, material.on),
        draft=draft,
    )


def _title(material: Material) -> str:
    whose = f"{school().name}工会" if material.scope.is_whole else f"{school().name}{material.scope.label}"
    return f"{whose}\n{_span(material.period)}工作总结"


def _span(period: Period) -> str:
    return f"{period.year}年度" if period.kind is PeriodKind.YEAR else period.label


def _opening(material: Material, organisation: str) -> str:
    who = organisation if material.scope.is_whole else material.scope.label
    return (
        f"{material.period.label}，{who}在学校党组织和上级工会的领导下，围绕学校中心工作，"
        f"认真履行维护教职工合法权益、竭诚服务教职工的基本职责。现将工作情况总结如下。"
    )
