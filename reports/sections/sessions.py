"""教代会 in the summary: which sessions were held, by name, and how they were prepared."""

from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Paragraph
from unionoffice.documents.tree import Block

HELD = (
    "共召开教职工代表大会[[congress.sessions]]",
    "其中例会[[congress.sessions.ordinary]]、临时会议[[congress.sessions.extraordinary]]",
    "与工会会员代表大会合并召开[[congress.sessions.joint]]",
    "召开工会会员代表大会[[congress.members_sessions]]",
)
PREPARED = (
    "教代会工作列入党组织议事日程[[congress.party_agenda]]",
    "召开教代会预备会[[congress.preparatory]]",
)


def sessions(material: Material, *, beside: bool) -> list[Block]:
    """Sessions by number and name, with the delegates of today; then what was done before them.

    A number of delegates alone is nothing that was done: it stands only beside a session, or `beside` proposals.
    """
    named = [note.text for note in material.notables("session")]
    prepared = paragraph(material, Sentence("" if named else f"{span(material)}，", PREPARED))
    if not (named or prepared or beside):
        return []
    held = paragraph(
        material,
        Sentence(f"{span(material)}，", HELD),
        Sentence("现有教代会正式代表", ("[[congress.delegates]]",)),
    )
    matters = [note.text for note in material.notables("preparatory")]
    return [*held, *_listed(named), *prepared, *_listed(matters)]


def _listed(texts: list[str]) -> list[Paragraph]:
    return [Paragraph(f"{'；'.join(texts)}。")] if texts else []
