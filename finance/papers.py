"""Papers of the ledger."""

from finance.enums import Direction
from finance.models import Entry
from unionoffice.documents import Align, Cell, Document, Paper, Table
from unionoffice.money import format_money
from unionoffice.profiles import union


def voucher(entry: Entry) -> Document:
    """The voucher (凭证) of a booked entry, in the form that goes into the binder; kept 30 years (law)."""
    day = entry.booked_on
    assert day is not None, "only a booked entry has a voucher"  # noqa: S101 -- the page's rule holds it
    account = entry.account.name if entry.account else ""
    spending = entry.direction == Direction.SPENDING
    head = Table(
        rows=[
            [
                Cell(f"{day.year}年{day.month}月{day.day}日", align=Align.LEFT),
                Cell("单位：元", align=Align.CENTER),
                Cell(f"凭证号：{entry.public_number}", align=Align.RIGHT),
            ]
        ],
        ruled=False,
    )
    body = Table(
        widths=(18, 37, 15, 30),
        rows=[
            ["摘要", Cell(entry.purpose, colspan=3)],
            ["科目", Cell(f"{entry.subject.code} {entry.subject.full_name}", colspan=3)],
            ["付款给" if spending else "收自", entry.counterparty, "账户", account],
            [
                "金额（大写）",
                entry.amount_in_capitals,
                "小写",
                Cell(f"￥{format_money(entry.amount)}", align=Align.RIGHT, bold=True),
            ],
            ["经办人", entry.handler, "收付日期", str(entry.paid_on)],
        ],
    )
    signatures = Table(
        rows=[
            [
                f"批准：{entry.approved_by or ''}",
                f"出纳：{entry.paid_by or ''}",
                f"记账：{entry.booked_by or ''}",
                "领款人：" if spending else "交款人：",
            ]
        ],
        ruled=False,
    )
    title = "支出凭证" if spending else "收入凭证"
    return Document(title, [head, body, signatures], organisation=union().name, paper=Paper.VOUCHER)
