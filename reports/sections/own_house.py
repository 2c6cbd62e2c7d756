"""自身建设: members, the organisation, and the funds."""

from reports.sections.telling import span, table
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.days import in_full
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block


def own_house(material: Material) -> list[Block]:
    """自身建设: members, the organisation, and the funds."""
    members = [
        *paragraph(
            material,
            Sentence(
                f"截至{_day(material)}，",
                ("学校有在职教职工[[members.staff]]", "工会会员[[members.members]]", "入会率[[members.rate]]"),
            ),
            Sentence(
                f"{span(material)}，",
                ("新入会[[members.joined]]", "办理退休手续[[members.retired]]", "新任委员[[members.offices]]"),
            ),
        ),
        *(Paragraph(f"{note.text}。") for note in material.notables("term")),
    ]
    funds = paragraph(
        material,
        Sentence(
            f"{span(material)}，工会经费逐笔登记、按号记账，",
            (
                "收入[[finance.income]]",
                "支出[[finance.spending]]",
                "共办理支出[[finance.spending.lines]]",
            ),
        ),
    )
    blocks: list[Block] = []
    if members:
        blocks += [Heading(2, "组织建设"), *members]
    if funds:
        blocks += [Heading(2, "经费管理"), *funds, *table(material, "finance.subjects")]
    return blocks


def _day(material: Material) -> str:
    """The day as of which people are counted: the period's last, or today while it lasts."""
    return in_full(min(material.period.end, material.on))
