"""维权帮扶: what was done for people in need of it."""

from reports.sections.telling import span, table
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block

BY_OCCASION = Sentence(
    "其中，",
    (
        "看望生病教职工[[welfare.visits.illness]]",
        "看望受伤教职工[[welfare.visits.injury]]",
        "祝贺生育[[welfare.visits.childbirth]]",
        "祝贺新婚[[welfare.visits.wedding]]",
        "吊唁慰问丧事[[welfare.visits.bereavement]]",
        "欢送退休[[welfare.visits.retirement]]",
        "慰问家庭遭遇变故的教职工[[welfare.visits.misfortune]]",
        "夏送清凉[[welfare.visits.summer]]",
        "节日走访[[welfare.visits.festival]]",
        "看望新教师[[welfare.visits.new_teacher]]",
    ),
)
BY_FUND = Sentence(
    "从经费来源看，",
    (
        "使用工会经费[[welfare.visits.fund.union.money]]",
        "学校行政支出[[welfare.visits.fund.administration.money]]",
        "上级工会补助[[welfare.visits.fund.upper.money]]",
        "各方捐助[[welfare.visits.fund.donation.money]]",
    ),
)


def care(material: Material) -> list[Block]:
    """维权帮扶: visits by occasion and money, those that may be named, and their table."""
    told = paragraph(
        material,
        Sentence(
            f"{span(material)}，工会坚持把关心送到教职工身边，",
            (
                "共慰问教职工[[welfare.visits]]",
                "涉及[[welfare.visits.people]]",
                "慰问金和慰问品合计[[welfare.visits.money]]",
            ),
        ),
        BY_OCCASION,
        BY_FUND,
    )
    if not told:
        return []
    named = dict.fromkeys(note.text for note in material.notables("summer", "festival", "new_teacher"))
    lines = [Paragraph(f"{'；'.join(named)}。")] if named else []
    return [Heading(2, "走访慰问"), *told, *lines, *table(material, "welfare.visits")]
