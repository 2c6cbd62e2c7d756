"""教代会与提案: which sessions were held, what delegates asked for, and what became of it."""

from reports.sections.telling import span, table
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block

RECEIVED = (
    "共收到提案[[congress.proposals]]",
    "立案[[congress.proposals.accepted]]",
    "并案[[congress.proposals.merged]]",
    "转为意见建议[[congress.proposals.turned]]",
    "不予立案[[congress.proposals.refused]]",
    "立案率[[congress.proposals.accepted_rate]]",
)
HANDLED = Sentence(
    "立案提案中，",
    (
        "已答复[[congress.proposals.answered]]",
        "答复率[[congress.proposals.answered_rate]]",
        "已办结[[congress.proposals.closed]]",
        "办结率[[congress.proposals.closed_rate]]",
        "提案人评价满意和基本满意的占[[congress.proposals.satisfied_rate]]",
    ),
)
BY_RESULT = Sentence(
    "从答复结果看，",
    (
        "已经解决的[[congress.proposals.result.a]]",
        "正在解决的[[congress.proposals.result.b]]",
        "列入计划的[[congress.proposals.result.c]]",
        "留作参考的[[congress.proposals.result.d]]",
    ),
)


def proposals(material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading of the second level; empty when nothing was recorded.

    A number of delegates alone is nothing that was done: it stands only beside a session or a proposal.
    """
    sessions = [note.text for note in material.notables("session")]
    opening = "" if sessions else f"{span(material)}，"
    handled = paragraph(material, Sentence(opening, RECEIVED), HANDLED, BY_RESULT)
    if not sessions and not handled:
        return []
    held = paragraph(
        material,
        Sentence(f"{span(material)}，", ("共召开教职工代表大会[[congress.sessions]]",)),
        Sentence("现有教代会正式代表", ("[[congress.delegates]]",)),
    )
    named = [Paragraph(f"{'；'.join(sessions)}。")] if sessions else []
    return [Heading(2, "教代会与提案"), *held, *named, *handled, *table(material, "congress.proposals")]
