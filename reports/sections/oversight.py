"""民主监督、集体合同与检查评估: at what the union looked, what was agreed and kept, and how the school was judged."""

from affairs.enums import InspectionLevel, SupervisionKind
from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph, tells
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block

BY_KIND = Sentence(
    "其中，", tuple(f"{kind.label}[[affairs.supervision.kind.{kind.value}]]" for kind in SupervisionKind)
)
DEMANDED = Sentence(
    "", ("对其中[[affairs.supervision.demands]]提出整改要求", "已完成整改[[affairs.supervision.demands.done]]")
)
AGREEMENTS = Sentence(
    "",
    (
        "签订集体合同[[affairs.agreements.signed]]",
        "现行集体合同[[affairs.agreements.in_force]]",
        "开展履行检查[[affairs.agreements.checks]]",
    ),
)
INSPECTIONS = Sentence(
    "",
    (
        "接受上级检查[[affairs.inspections.kind.received]]",
        "开展自评[[affairs.inspections.kind.self]]",
        "完成整改[[affairs.rectified]]",
    ),
)
BY_LEVEL = Sentence(
    "按级别分，", tuple(f"{level.label}[[affairs.inspections.level.{level.value}]]" for level in InspectionLevel)
)


def oversight(material: Material) -> list[Block]:
    """Three parts of 民主管理, each under its own heading; empty where nothing was recorded."""
    return [*_supervision(material), *_agreements(material), *_inspections(material)]


def _supervision(material: Material) -> list[Block]:
    """How often, at matters of which kinds, and how many people took part; one kind alone isn't counted."""
    kinds = material.figures.get("affairs.supervision.kinds")
    of_kinds = ("涉及[[affairs.supervision.kinds]]",) if kinds and kinds.value > 1 else ()
    opening = Sentence(
        f"{span(material)}，工会组织代表参与民主监督，",
        (
            "共[[affairs.supervision]]",
            *of_kinds,
            "参加人员[[affairs.supervision.people]]",
            "涉及金额[[affairs.supervision.money]]",
        ),
    )
    told = paragraph(material, opening, BY_KIND, DEMANDED)
    named = [note.text for note in material.notables(*(f"supervision.{kind.value}" for kind in SupervisionKind))]
    return [Heading(2, "民主监督"), *told, *_sentence(named)] if told else []


def _agreements(material: Material) -> list[Block]:
    told = paragraph(material, AGREEMENTS)
    named = [note.text for note in material.notables("agreement")]
    return [Heading(2, "集体合同"), *told, *_sentence(named)] if told else []


def _inspections(material: Material) -> list[Block]:
    """How often, by level where there were several, and each by name with its marks."""
    known = [clause for clause in BY_LEVEL.clauses if tells(clause, material)]
    several = [BY_LEVEL] if len(known) > 1 else []
    told = paragraph(material, INSPECTIONS, *several)
    named = [note.text for note in material.notables("inspection.received", "inspection.self")]
    return [Heading(2, "检查评估"), *told, *_sentence(named)] if told else []


def _sentence(named: list[str]) -> list[Block]:
    """The records that are told by name, in one sentence."""
    return [Paragraph(f"{'；'.join(named)}。")] if named else []
