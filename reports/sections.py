"""The sections of a summary, in the order of the default outline.

Each is told from what was recorded; a section of which nothing was recorded is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Align, Cell, Heading, Paragraph, Table, Value
from unionoffice.documents.tree import Block
from unionoffice.figures import Figure, FigureTable
from unionoffice.periods import PeriodKind

SPAN = {
    PeriodKind.YEAR: "一年来",
    PeriodKind.HALF: "半年来",
    PeriodKind.QUARTER: "本季度",
    PeriodKind.MONTH: "本月",
    PeriodKind.SCHOOL_YEAR: "本学年",
    PeriodKind.TERM: "本学期",
}


@dataclass(frozen=True)
class Section:
    """A heading of the first level and what stands under it."""

    key: str
    title: str
    build: Callable[[Material], list[Block]]


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
            f"{SPAN[material.period.kind]}，工会坚持把关心送到教职工身边，",
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
    return [Heading(2, "走访慰问"), *told, *lines, *_table(material, "welfare.visits")]


def women_and_retirees(material: Material) -> list[Block]:
    """女职工与离退休."""
    return [
        *paragraph(
            material,
            Sentence("", ("工会现有女会员[[members.women]]",)),
            Sentence("", ("学校现有退休教职工[[members.retirees]]",), "。"),
        )
    ]


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
                f"{SPAN[material.period.kind]}，",
                ("新入会[[members.joined]]", "办理退休手续[[members.retired]]", "新任委员[[members.offices]]"),
            ),
        ),
        *(Paragraph(f"{note.text}。") for note in material.notables("term")),
    ]
    funds = paragraph(
        material,
        Sentence(
            f"{SPAN[material.period.kind]}，工会经费逐笔登记、按号记账，",
            (
                "收入[[finance.income]]",
                "支出[[finance.spending]]",
                "支出共[[finance.spending.lines]]",
            ),
        ),
    )
    blocks: list[Block] = []
    if members:
        blocks += [Heading(2, "组织建设"), *members]
    if funds:
        blocks += [Heading(2, "经费管理"), *funds, *_table(material, "finance.subjects")]
    return blocks


SECTIONS: tuple[Section, ...] = (
    Section("care", "维权帮扶", care),
    Section("women_and_retirees", "女职工与离退休", women_and_retirees),
    Section("own_house", "自身建设", own_house),
)


def _day(material: Material) -> str:
    """The day as of which people are counted: the period's last, or today while it lasts."""
    day = min(material.period.end, material.on)
    return f"{day.year}年{day.month}月{day.day}日"


def _table(material: Material, key: str) -> list[Block]:
    table = material.tables.get(key)
    return [] if table is None else [as_table(table)]


def as_table(table: FigureTable) -> Table:
    """A table of figures as it is printed: words left, numbers right."""
    return Table(
        head=[list(table.head)],
        rows=[[_cell(cell) for cell in row] for row in table.rows],
        widths=table.widths,
        caption=table.title,
    )


def _cell(cell: str | Figure) -> Cell:
    if isinstance(cell, Figure):
        return Cell([Value(cell.number, cell.key, cell.url)], align=Align.RIGHT)
    return Cell(cell)
