"""文体活动: what was held for and with the members."""

from reports.sections.telling import span, table
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block

BY_KIND = Sentence(
    "其中，",
    (
        "文体活动[[activities.kind.culture]]",
        "节日活动[[activities.kind.festival]]",
        "参观疗休养[[activities.kind.trip]]",
        "公益共建活动[[activities.kind.public]]",
        "离退休活动[[activities.kind.retirees]]",
        "新教师活动[[activities.kind.new_teachers]]",
        "评比活动[[activities.kind.contest]]",
        "其他活动[[activities.kind.other]]",
    ),
)
BY_FUND = Sentence(
    "从经费来源看，",
    (
        "使用工会经费[[activities.fund.union.money]]",
        "学校行政支出[[activities.fund.administration.money]]",
        "上级工会补助[[activities.fund.upper.money]]",
        "各方捐助[[activities.fund.donation.money]]",
    ),
)
ELSEWHERE = Sentence(
    "小组成员还参加了校工会和其他小组的活动，",
    ("共[[activities.joined]]", "参加[[activities.joined.attendance]]"),
)

FESTIVALS = (
    "new_year",
    "spring_festival",
    "lantern",
    "labour_day",
    "youth_day",
    "childrens_day",
    "dragon_boat",
    "party_day",
    "teachers_day",
    "mid_autumn",
    "national_day",
)
"""Occasions told here; 三八节 and 重阳节 are told with women and retired staff."""

KINDS = ("culture", "festival", "trip", "public", "new_teachers", "contest", "other")
"""Kinds told here; those for retired staff are told with them."""


def culture(material: Material) -> list[Block]:
    """Activities by kind, those of a festival together, the others one by one, and their table."""
    held = Sentence(
        f"{span(material)}，{'工会' if material.scope.is_whole else '小组'}",
        ("共开展活动[[activities.held]]", "参加[[activities.held.attendance]]"),
    )
    several = "activities.held" in material.figures and material.figures["activities.held"].value > 1
    told = paragraph(material, held, *((BY_KIND,) if several else ()), BY_FUND, ELSEWHERE)
    if not told:
        return []
    festivals = [note.text for note in material.notables(*(f"activities.occasion.{day}" for day in FESTIVALS))]
    others = [note.text for note in material.notables(*(f"activities.kind.{kind}" for kind in KINDS))]
    blocks: list[Block] = [Heading(2, "文体与节日活动"), *told]
    if festivals:
        blocks.append(Paragraph(f"结合节日，{'；'.join(festivals)}。"))
    if others:
        blocks.append(Paragraph(f"{'；'.join(others)}。"))
    return [*blocks, *(table(material, "activities.kinds") if several else [])]
