"""意见建议与合理化建议: what the staff suggested, in drives and at any time, and what came of it."""

from reports.sections.telling import span, table
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block

RECEIVED = (
    "开展合理化建议征集活动[[congress.suggestion_drives]]",
    "收到意见建议[[congress.suggestions]]",
    "其中在征集活动中收到[[congress.suggestions.in_drives]]",
    "由提案转入[[congress.suggestions.from_proposals]]",
)
ANSWERED = Sentence(
    "",
    (
        "已答复[[congress.suggestions.answered]]",
        "答复率[[congress.suggestions.answered_rate]]",
        "采纳[[congress.suggestions.taken]]",
        "采纳率[[congress.suggestions.adopted_rate]]",
        "采纳并已落实[[congress.suggestions.done]]",
        "评出优秀建议[[congress.suggestions.outstanding]]",
    ),
)


def suggestions(material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading of the second level; empty when nothing was recorded."""
    told = paragraph(material, Sentence(f"{span(material)}，", RECEIVED), ANSWERED)
    if not told:
        return []
    honoured = [note.text for note in material.notables("suggestion")]
    named = [Paragraph(f"{'；'.join(honoured)}。")] if honoured else []
    tables = [*table(material, "congress.suggestions"), *table(material, "congress.suggestion_drives")]
    return [Heading(2, "意见建议"), *told, *named, *tables]
