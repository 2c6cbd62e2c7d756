"""Papers of the ledger."""

from finance.enums import Direction
from finance.models import Entry
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Paper, Table
from unionoffice.money import format_money
from unionoffice.profiles import union


def voucher(entry: Entry) -> Document:
    """The voucher (凭证) of a booked entry, in the form that goes into the binder; kept 30 years (law)."""
    title = "支出凭证" if entry.direction == Direction.SPENDING else "收入凭证"
    blocks = [_head(entry), _line(entry), _signatures(entry)]
    return Document(title, blocks, organisation=union().name, paper=Paper.VOUCHER)


def _head(entry: Entry) -> Table:
    assert entry.booked_on is not None, "only a booked entry has a voucher"  # noqa: S101 -- the page's rule holds it
    cells = [
        Cell(in_full(entry.booked_on), align=Align.LEFT),
        Cell("单位：元", align=Align.CENTER),
        Cell(f"凭证号：{entry.public_number}", align=Align.RIGHT),
    ]
    return Table(rows=[cells], ruled=False)


def _line(entry: Entry) -> Table:
    other_party = "付款给" if entry.direction == Direction.SPENDING else "收自"
    account = entry.account.name if entry.account else ""
    assert entry.paid_on is not None  # noqa: S101 -- a booked entry was paid, by constraint
    figures = Cell(f"￥{format_money(entry.amount)}", align=Align.RIGHT, bold=True)
    return Table(
        widths=(18, 37, 15, 30),
        rows=[
            ["摘要", Cell(entry.purpose, colspan=3)],
            ["科目", Cell(f"{entry.subject.code} {entry.subject.full_name}", colspan=3)],
            [other_party, entry.counterparty, "账户", account],
            ["金额（大写）", entry.amount_in_capitals, "小写", figures],
            ["经办人", entry.handler, "收付日期", in_full(entry.paid_on)],
        ],
    )


def _signatures(entry: Entry) -> Table:
    taker = "领款人：" if entry.direction == Direction.SPENDING else "交款人："
    people = [
        f"批准：{entry.approved_by or ''}",
        f"出纳：{entry.paid_by or ''}",
        f"记账：{entry.booked_by or ''}",
        taker,
    ]
    return Table(rows=[people], ruled=False)
