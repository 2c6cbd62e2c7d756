"""教代会 in the summary: which sessions were held, by name, and how they were prepared."""

from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Paragraph
from unionoffice.documents.tree import Block

ORDINARY_AND_NOT = "其中例会[[congress.sessions.ordinary]]、临时会议[[congress.sessions.extraordinary]]"


DELEGATES = (
    "正式代表[[congress.delegates]]",
    "列席代表[[congress.delegates.attending]]",
    "特邀代表[[congress.delegates.invited]]",
)


def staff_congress(material: Material) -> str:
    """教代会, or 教职工大会 where everybody meets."""
    return _called(material, "congress.sessions", "教代会", "教职工大会")


def members_congress(material: Material) -> str:
    """工会会员代表大会, or 工会会员大会 where all members meet."""
    return _called(material, "congress.members_sessions", "工会会员代表大会", "工会会员大会")


def _called(material: Material, key: str, of_delegates: str, of_all: str) -> str:
    """What the sessions of the period are called; both where that changed within it."""
    held, of_everybody = (material.figures.get(name) for name in (key, f"{key}.everybody"))
    if held is None or of_everybody is None or of_everybody.is_nothing:
        return of_delegates
    return of_all if of_everybody.value == held.value else f"{of_delegates}、{of_all}"


def sessions(material: Material, *, beside: bool) -> list[Block]:
    """Sessions by number and name, with the delegates of today; then what was done before them.

    A number of delegates alone is nothing that was done: it stands only beside a session, or `beside` proposals.
    """
    named = [note.text for note in material.notables("session")]
    called = staff_congress(material)
    before = (
        f"{called}工作列入党组织议事日程[[congress.party_agenda]]",
        f"召开{called}预备会[[congress.preparatory]]",
    )
    prepared = paragraph(material, Sentence("" if named else f"{span(material)}，", before))
    if not (named or prepared or beside):
        return []
    held = paragraph(
        material,
        Sentence(f"{span(material)}，", _held(material)),
        Sentence(f"现有{called}", DELEGATES),
    )
    matters = [note.text for note in material.notables("preparatory")]
    return [*held, *_listed(named), *prepared, *_listed(matters)]


def _held(material: Material) -> tuple[str, ...]:
    union = members_congress(material)
    staff = _called(material, "congress.sessions", "教职工代表大会", "教职工大会")
    return (
        f"共召开{staff}[[congress.sessions]]",
        ORDINARY_AND_NOT,
        f"与{union}合并召开[[congress.sessions.joint]]",
        f"召开{union}[[congress.members_sessions]]",
        "代表请假[[congress.leaves]]",
    )


def _listed(texts: list[str]) -> list[Paragraph]:
    return [Paragraph(f"{'；'.join(texts)}。")] if texts else []
