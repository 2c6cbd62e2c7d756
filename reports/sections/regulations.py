"""制度建设和征求意见: what was laid down, what went in and out, and what staff said beforehand."""

from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading
from unionoffice.documents.tree import Block

LAID_DOWN = (
    "新制定制度[[affairs.regulations.adopted]]",
    "修订制度[[affairs.regulations.amended]]",
    "废止制度[[affairs.regulations.abolished]]",
)
IN_FORCE = Sentence("期末，", ("现行制度[[affairs.regulations.in_force]]",))
CONSULTED = Sentence(
    "就涉及教职工利益的事项，",
    (
        "征求意见[[affairs.consultations]]",
        "收到意见[[affairs.consultations.opinions]]",
        "其中小组集体意见[[affairs.consultations.opinions.group]]",
        "参加小组讨论[[affairs.consultations.in_groups]]",
        "归并为[[affairs.consultations.points]]逐条答复",
    ),
)
ANSWERED = Sentence(
    "其中，",
    (
        "采纳[[affairs.consultations.points.adopted]]",
        "部分采纳[[affairs.consultations.points.partly]]",
        "未采纳[[affairs.consultations.points.declined]]",
        "采纳率[[affairs.consultations.rate]]",
    ),
)
DOCUMENTS = Sentence(
    "文件管理方面，",
    (
        "收文[[affairs.documents.incoming]]",
        "发文[[affairs.documents.outgoing]]",
        "传阅[[affairs.documents.forwarded]]",
    ),
)


def regulations(material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading of the second level; empty when nothing was recorded."""
    told = paragraph(
        material,
        Sentence(f"{span(material)}，", LAID_DOWN),
        *_named(material),
        IN_FORCE,
        CONSULTED,
        ANSWERED,
        DOCUMENTS,
    )
    return [Heading(2, "制度建设"), *told] if told else []


def _named(material: Material) -> list[Sentence]:
    """What took effect, by title. Between 书名号 stands no 顿号 (GB/T 15834)."""
    titles = [note.text for note in material.notables("affairs.regulation.adopted", "affairs.regulation.amended")]
    return [Sentence("", (f"施行的有{''.join(titles)}",))] if titles else []
