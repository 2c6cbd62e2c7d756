"""公示: what was put up before it was settled, how it was reviewed, and what was objected."""

from affairs.enums import Finding, NoticeObject
from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block

NAMED_AT_MOST = 8

BY_OBJECT = Sentence(
    "按公示对象分，",
    tuple(f"{kind.label}[[affairs.notices.object.{kind.value}]]" for kind in NoticeObject),
)
STEPS = Sentence(
    "",
    (
        "评审小组有教职工代表参加的[[affairs.notices.delegates]]",
        "结果已发文的[[affairs.notices.documents]]",
    ),
)
AID = Sentence("", ("困难帮扶名单公示[[affairs.notices.people.hardship]]，接受教职工监督",))
OBJECTED = Sentence(
    "",
    (
        "公示期内收到异议[[affairs.objections]]",
        "具名[[affairs.objections.named]]",
        "匿名[[affairs.objections.anonymous]]",
    ),
)
FOUND = Sentence(
    "经核查，",
    tuple(f"{finding.label}[[affairs.objections.finding.{finding.value}]]" for finding in Finding),
)


def public_notices(material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading of the second level; empty when nothing was put up."""
    opening = Sentence(f"{span(material)}，", ("公示[[affairs.notices]]", "涉及[[affairs.notices.people]]"))
    told: list[Block] = [*paragraph(material, opening, BY_OBJECT, STEPS, AID, OBJECTED, FOUND), *_named(material)]
    return [Heading(2, "公示"), *told] if told else []


def _named(material: Material) -> list[Block]:
    """Honours and titles that stood the notice, by name."""
    named = [note.text for note in material.notables("public_notice")][:NAMED_AT_MOST]
    return [Paragraph(f"经公示通过的有{'、'.join(named)}。")] if named else []
