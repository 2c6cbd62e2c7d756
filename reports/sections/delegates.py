"""代表: how they were elected in the period, and what those are made up of who sit as it ends."""

from congress.enums import Departure
from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents.tree import Block


def _key(why: Departure) -> str:
    return "recalled" if why == Departure.RECALLED else f"departed.{why.value}"


ELECTED = (
    "举行代表选举[[congress.elections]]",
    "选出代表[[congress.delegates.elected]]",
    "其中补选[[congress.elections.by]]",
    "补选代表[[congress.delegates.elected.by]]",
)
BY_METHOD = Sentence(
    "从选举方式看，",
    ("直接选举[[congress.elections.direct]]", "二上二下[[congress.elections.twice]]"),
)
GONE = (
    "终止代表资格[[congress.delegates.departed]]",
    *(f"{why.label}[[congress.delegates.{_key(why)}]]" for why in Departure),
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
    """Elections of the period, and beside them the make-up; nothing where nobody was elected or left."""
    opening = f"{span(material)}，"
    held = Sentence(opening, ELECTED)
    gone = Sentence("" if held.runs(material) else opening, GONE)
    told = paragraph(material, held, BY_METHOD, gone)
    return [*told, *paragraph(material, MADE_UP)] if told else []
