"""代表: how they were elected in the period, and what those are made up of who sit as it ends."""

from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents.tree import Block

ELECTED = (
    "举行代表选举[[congress.elections]]",
    "直接选举[[congress.elections.direct]]",
    "二上二下[[congress.elections.twice]]",
    "补选[[congress.elections.by]]",
    "撤换代表[[congress.delegates.recalled]]",
)
MADE_UP = Sentence(
    "正式代表中，",
    (
        "教师[[congress.delegates.teachers]]",
        "女代表[[congress.delegates.women]]",
        "青年教师[[congress.delegates.young]]",
        "学校和中层领导干部[[congress.delegates.leaders]]",
    ),
)


def delegates(material: Material) -> list[Block]:
    """Elections of the period, and beside them the make-up; nothing where nobody was elected or recalled."""
    elected = paragraph(material, Sentence(f"{span(material)}，", ELECTED))
    return [*elected, *paragraph(material, MADE_UP)] if elected else []
