"""信箱与来信: which mailboxes there were, and how letters were answered. Numbers alone: no letter is named."""

from affairs.enums import LetterCategory
from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading
from unionoffice.documents.tree import Block

PLACES = Sentence(
    "学校设有",
    ("信箱[[affairs.mailbox]]", "其中挂设[[affairs.mailbox.kind.hung]]", "公布领导电话[[affairs.mailbox.phones]]"),
)
ONLY_PHONES = Sentence("学校", ("公布领导电话[[affairs.mailbox.phones]]",))
SENDERS = ("署名[[affairs.letters.signed]]", "匿名[[affairs.letters.anonymous]]")
BY_CATEGORY = Sentence(
    "按内容分，",
    tuple(f"{category.label}[[affairs.letters.category.{category.value}]]" for category in LetterCategory),
)
ANSWERS = Sentence(
    "",
    (
        "已答复[[affairs.letters.replied]]",
        "按期答复[[affairs.letters.in_time]]",
        "按期答复率[[affairs.letters.in_time_rate]]",
        "公开答复[[affairs.letters.published]]",
    ),
)
RATINGS = Sentence(
    "来信人评价中，",
    (
        "满意[[affairs.letters.satisfaction.satisfied]]",
        "基本满意[[affairs.letters.satisfaction.fairly]]",
        "不满意[[affairs.letters.satisfaction.dissatisfied]]",
    ),
)


def mailboxes(material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading of the second level; empty when nothing was recorded."""
    has_box = _value(material, "affairs.mailbox") > 0
    letters = Sentence(f"{span(material)}，", ("收到来信[[affairs.letters]]", *SENDERS))
    several = [BY_CATEGORY] if _value(material, "affairs.letters") > 1 else []
    told = paragraph(material, PLACES if has_box else ONLY_PHONES, letters, *several, ANSWERS, RATINGS)
    return [Heading(2, "信箱与来信"), *told] if told else []


def _value(material: Material, key: str) -> int:
    figure = material.figures.get(key)
    return int(figure.value) if figure else 0
