"""自身建设: members, the organisation, and the funds."""

from reports.sections.meetings import committee_meetings
from reports.sections.telling import span, table
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.days import in_full
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block


def own_house(material: Material) -> list[Block]:
    """自身建设: members, the organisation, and the funds."""
    members = [*_members(material), *(Paragraph(f"{note.text}。") for note in material.notables("term"))]
    funds = _funds(material)
    blocks: list[Block] = []
    if members:
        blocks += [Heading(2, "组织建设"), *members]
    blocks += committee_meetings(material)
    if funds:
        blocks += [Heading(2, "经费管理"), *funds, *table(material, "finance.subjects")]
    return blocks


def _members(material: Material) -> list[Paragraph]:
    """How the union stood at the end, and what changed until then."""
    return paragraph(
        material,
        Sentence(
            f"截至{_day(material)}，",
            ("学校有在职教职工[[members.staff]]", "工会会员[[members.members]]", "入会率[[members.rate]]"),
        ),
        Sentence(
            f"{span(material)}，",
            (
                "新入会[[members.joined]]",
                "转入会员[[members.transferred_in]]",
                "转出会员[[members.transferred_out]]",
                "办理退休手续[[members.retired]]",
                "办理离休手续[[members.retired_cadre]]",
                "调离[[members.left]]",
                "复职[[members.returned]]",
                "退会[[members.resigned]]",
                "去世[[members.died]]",
                "新任委员[[members.offices]]",
            ),
        ),
    )


def _funds(material: Material) -> list[Paragraph]:
    """What went through the ledger."""
    return paragraph(
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


def _day(material: Material) -> str:
    """The day as of which people are counted: the period's last, or today while it lasts."""
    return in_full(min(material.period.end, material.on))
