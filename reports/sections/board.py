"""校务公开: what was disclosed, by category and time."""

from affairs.enums import Category, ChannelKind, Interval
from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading
from unionoffice.documents.tree import Block

CATEGORIES = "affairs.disclosures.categories"

BY_CATEGORY = Sentence(
    "按内容分，",
    tuple(f"{category.label}[[affairs.disclosures.category.{category.value}]]" for category in Category),
)
BY_TIMING = Sentence(
    "其中，",
    (
        "长期公开[[affairs.disclosures.timing.long]]",
        "定期公开[[affairs.disclosures.timing.regular]]",
        "随时公开[[affairs.disclosures.timing.anytime]]",
    ),
)
BY_STAGE = Sentence(
    "从公开的阶段看，",
    (
        "事前公开[[affairs.disclosures.stage.before]]",
        "事中公开[[affairs.disclosures.stage.during]]",
        "事后公开[[affairs.disclosures.stage.after]]",
    ),
)
BY_INTERVAL = Sentence(
    "定期公开的事项中，",
    tuple(f"{interval.label}公开的[[affairs.disclosures.interval.{interval.value}]]" for interval in Interval),
)
OPENLY = Sentence("", ("面向社会公开[[affairs.disclosures.reach.public]]",))
LISTED = Sentence("现行公开目录共", ("[[affairs.catalogue.items]]", "分[[affairs.catalogue.categories]]"))
KEPT = Sentence(
    "定期公开的内容",
    (
        "按期公开[[affairs.coverage.on_time]]",
        "逾期公开[[affairs.coverage.late]]",
        "逾期未公开[[affairs.coverage.overdue]]",
        "按期公开率[[affairs.coverage.rate]]",
    ),
)
CHANNELS = Sentence(
    "公开的渠道有",
    tuple(f"{kind.label}[[affairs.channels.{kind.value}]]" for kind in ChannelKind),
)
POSTED = Sentence("", ("纸质公开内容张贴[[affairs.postings]]",))
CHECKED = Sentence(
    "",
    (
        "监督小组检查[[affairs.checks]]",
        "提出整改[[affairs.checks.issues]]",
        "已完成[[affairs.checks.done]]",
    ),
)
CORRECTED = Sentence("", ("对已公开的内容作出更正[[affairs.corrections]]，原文予以保留",))


def board(material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading of the second level; empty when nothing was recorded."""
    told = paragraph(
        material,
        _opening(material),
        *_parts(material),
        CORRECTED,
        *_issued(material),
        LISTED,
        KEPT,
        CHANNELS,
        POSTED,
        CHECKED,
    )
    return [Heading(2, "校务公开"), *told] if told else []


def _opening(material: Material) -> Sentence:
    """How much, and of whose affairs: both spheres apart, or the one that there was."""
    spheres = ("校务公开[[affairs.disclosures.sphere.school]]", "会务公开[[affairs.disclosures.sphere.union]]")
    if _value(material, CATEGORIES) == 1:
        return Sentence(f"{span(material)}，", (*spheres, f"内容为{_only_category(material)}"))
    return Sentence(f"{span(material)}，", (*spheres, f"涉及[[{CATEGORIES}]]"))


def _issued(material: Material) -> list[Sentence]:
    """Which editions of the catalogue were issued."""
    return [Sentence("", (note.text,)) for note in material.notables("affairs.edition")]


def _parts(material: Material) -> list[Sentence]:
    """One disclosure has no parts; several of one category have no categories to tell apart."""
    if _value(material, "affairs.disclosures") < 2:  # noqa: PLR2004 -- one
        return []
    by_time = [BY_TIMING, BY_INTERVAL, BY_STAGE, OPENLY]
    return by_time if _value(material, CATEGORIES) == 1 else [BY_CATEGORY, *by_time]


def _only_category(material: Material) -> str:
    """The name of the one category in which something was disclosed."""
    return next(
        str(category.label)
        for category in Category
        if _value(material, f"affairs.disclosures.category.{category.value}")
    )


def _value(material: Material, key: str) -> int:
    figure = material.figures.get(key)
    return int(figure.value) if figure else 0
