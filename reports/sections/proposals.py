"""教代会与提案: which sessions were held, what delegates asked for, and what became of it."""

from reports.sections.sessions import sessions, staff_congress
from reports.sections.telling import span, table
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block

RECEIVED = (
    "共收到提案[[congress.proposals]]",
    "附议[[congress.proposals.seconders]]",
    "立案[[congress.proposals.accepted]]",
    "并案[[congress.proposals.merged]]",
    "转为意见建议[[congress.proposals.turned]]",
    "不予立案[[congress.proposals.refused]]",
    "提案人撤案[[congress.proposals.status.withdrawn]]",
    "待审理[[congress.proposals.status.filed]]",
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
PROMPT = Sentence(
    "从答复时间看，",
    (
        "按期答复[[congress.proposals.in_time]]",
        "逾期答复[[congress.proposals.late]]",
        "因提案人不满意而重新办理[[congress.proposals.reworked]]",
        "仍在跟踪落实[[congress.proposals.status.followed]]",
    ),
)
CHOSEN = Sentence(
    "",
    (
        "确定重点提案[[congress.proposals.priority]]",
        "评出优秀提案[[congress.proposals.outstanding]]",
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
    named = list(material.notables("session"))
    opening = "" if named else f"{span(material)}，"
    handled = paragraph(material, Sentence(opening, RECEIVED), HANDLED, PROMPT, BY_RESULT, CHOSEN)
    held = sessions(material, beside=bool(handled))
    if not held and not handled:
        return []
    tables = [*table(material, "congress.proposals"), *table(material, "congress.proposals.departments")]
    return [Heading(2, f"{staff_congress(material)}与提案"), *held, *handled, *_chosen(material), *tables]


def _chosen(material: Material) -> list[Block]:
    """Key and outstanding proposals by their titles."""
    kinds = (("重点提案有", "priority_proposal"), ("优秀提案有", "outstanding_proposal"))
    titles = [(opening, [note.text for note in material.notables(kind)]) for opening, kind in kinds]
    told = [f"{opening}{''.join(named)}" for opening, named in titles if named]
    return [Paragraph(f"{'；'.join(told)}。")] if told else []
