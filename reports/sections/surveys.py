"""问卷调查: how often the staff were asked, how many answered, and how satisfied they were."""

from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block


def surveys(material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading; empty where nobody was asked."""
    satisfied = material.figures.get("affairs.surveys.satisfaction")
    called = satisfied.label if satisfied else ""
    told = paragraph(
        material,
        Sentence(
            f"{span(material)}，",
            (
                "开展问卷调查[[affairs.surveys]]",
                "发放问卷[[affairs.surveys.sent]]",
                "回收[[affairs.surveys.answered]]",
                "回收率[[affairs.surveys.rate]]",
                f"{called}[[affairs.surveys.satisfaction]]",
            ),
        ),
    )
    named = [note.text for note in material.notables("survey")]
    if not told:
        return []
    return [Heading(2, "问卷调查"), *told, *([Paragraph(f"{'；'.join(named)}。")] if named else [])]
