"""教代会议程与决议: what the congress heard, which documents it adopted, and what became of its resolutions."""

from reports.sections.sessions import members_congress, staff_congress
from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block


def _items(agenda: str) -> tuple[str, ...]:
    """What a congress did with its agenda; the keys of its figures begin with `agenda`."""
    return (
        f"听取报告[[{agenda}.heard]]",
        f"审议通过文件[[{agenda}.adopted]]",
        f"评议[[{agenda}.appraise]]",
        f"选举[[{agenda}.elect]]",
        f"表决未通过[[{agenda}.failed]]",
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
    ("congress.failed", "{}。"),
)
OF_MEMBERS = (
    ("congress.members.heard", "{whose}听取的报告：{{}}。"),
    ("congress.members.adopted", "{whose}审议通过的文件：{{}}。"),
    ("congress.members.failed", "{whose}{{}}。"),
)
"""By kind of what is told by name, how it is told of whose congress."""


def agenda(material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading; empty when nothing was recorded."""
    staff, union = staff_congress(material), members_congress(material)
    own = Sentence(f"{span(material)}，{staff}", _items("congress.agenda"))
    of_union = paragraph(material, Sentence(union, _items("congress.members_agenda")))
    told = paragraph(material, own, SAID, RESOLVED)
    if not told and not of_union:
        return []
    of_members = tuple((kind, words.format(whose=union)) for kind, words in OF_MEMBERS)
    return [
        Heading(2, f"{staff}议程与决议"),
        *told,
        *_named(material, NAMED),
        *of_union,
        *_named(material, of_members),
    ]


def _named(material: Material, kinds: tuple[tuple[str, str], ...]) -> list[Paragraph]:
    named = [(words, [note.text for note in material.notables(kind)]) for kind, words in kinds]
    return [Paragraph(words.format("；".join(texts))) for words, texts in named if texts]
