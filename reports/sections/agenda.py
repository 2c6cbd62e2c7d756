"""教代会议程与决议: what the congress heard, which documents it adopted, and what became of its resolutions."""

from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block

ITEMS = (
    "听取报告[[congress.agenda.heard]]",
    "审议通过文件[[congress.agenda.adopted]]",
    "评议[[congress.agenda.appraise]]",
    "选举[[congress.agenda.elect]]",
    "表决未通过[[congress.agenda.failed]]",
)
SAID = Sentence(
    "代表对议程",
    (
        "提出意见[[congress.opinions]]",
        "学校已答复[[congress.opinions.answered]]",
        "采纳[[congress.opinions.adopted]]",
        "答复率[[congress.opinions.rate]]",
    ),
)
RESOLVED = Sentence(
    "",
    (
        "形成决议[[congress.resolutions]]",
        "落实决议[[congress.resolutions.done]]",
        "闭会期间作出决定[[congress.decisions]]",
    ),
)
NAMED = (
    ("congress.heard", "听取的报告：{}。"),
    ("congress.adopted", "审议通过的文件：{}。"),
    ("congress.failed", "{}，修改后再提交表决。"),
)


def agenda(material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading; empty when nothing was recorded."""
    told = paragraph(material, Sentence(f"{span(material)}，教代会", ITEMS), SAID, RESOLVED)
    if not told:
        return []
    named = [(words, [note.text for note in material.notables(kind)]) for kind, words in NAMED]
    return [
        Heading(2, "教代会议程与决议"),
        *told,
        *(Paragraph(words.format("；".join(texts))) for words, texts in named if texts),
    ]
