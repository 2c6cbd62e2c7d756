"""The demo school's funds: what came in over the year and what the union spent by itself."""

from datetime import date, timedelta
from decimal import Decimal

from finance.enums import Direction, EntryStatus
from finance.models import BankAccount, Entry, Subject
from finance.services import approve_entry, book_entry, draft_entry, pay_entry, submit_entry
from members.models import Account
from members.selectors import holder_of
from unionoffice.areas import DemoAccount
from unionoffice.demo import as_of
from unionoffice.roles import Role

MONEY: tuple[tuple[int, Direction, str, str, str, str], ...] = (
    (310, Direction.INCOME, "402", "38600.00", "江城市教育工会", "第一季度拨缴经费"),
    (300, Direction.INCOME, "401", "10480.00", "全体会员", "上半年会费"),
    (262, Direction.SPENDING, "50102", "6820.00", "江城市百花文化用品店", "三八节插花活动材料"),
    (230, Direction.SPENDING, "50101", "2150.00", "江城市新华书店", "职工书屋购书"),
    (215, Direction.INCOME, "402", "38600.00", "江城市教育工会", "第二季度拨缴经费"),
    (190, Direction.SPENDING, "50102", "9360.00", "江城市体育用品公司", "教职工排球赛服装与器材"),
    (125, Direction.INCOME, "402", "39200.00", "江城市教育工会", "第三季度拨缴经费"),
    (118, Direction.INCOME, "401", "10520.00", "全体会员", "下半年会费"),
    (75, Direction.SPENDING, "50401", "1800.00", "江城市工人文化宫", "工会干部培训费"),
    (45, Direction.SPENDING, "50305", "4200.00", "江城市惠民超市", "重阳节走访慰问品"),
    (30, Direction.INCOME, "405", "20000.00", "江城市明德中学", "学校行政补助"),
)
"""Days ago, direction, subject, amount, other party, purpose."""

STILL_OPEN = (Direction.SPENDING, "507", "16.80", "江城市邮政局", "邮寄材料")
NOT_YET_BOOKED = 2
"""Entries that wait for the treasurer, so that the desk has something to show."""


def build(on: date) -> list[DemoAccount]:
    """Income and spending of the year, paid; `book_paid` books them once the areas above have added theirs."""
    if Entry.objects.exists():
        return []
    secretary, chair, cashier = (holder_of(role, on) for role in (Role.SECRETARY, Role.CHAIR, Role.CASHIER))
    account = BankAccount.objects.earliest("pk")
    for days, direction, code, amount, counterparty, purpose in MONEY:
        day = on - timedelta(days=days)
        with as_of(day):
            entry = _submitted(direction, code, amount, counterparty, purpose, by=secretary, on=day)
            approve_entry(entry, by=chair, on=day)
        with as_of(day + timedelta(days=2)):
            pay_entry(entry, account=account, by=cashier, on=day + timedelta(days=2))
    _submitted(*STILL_OPEN, by=secretary, on=on)
    return []


def _submitted(
    direction: Direction, code: str, amount: str, counterparty: str, purpose: str, *, by: Account, on: date
) -> Entry:
    entry = draft_entry(
        direction=direction,
        subject=Subject.objects.get(code=code),
        amount=Decimal(amount),
        counterparty=counterparty,
        purpose=purpose,
        handler=by.name,
        by=by,
        on=on,
    )
    return submit_entry(entry, by=by)


def book_paid(on: date) -> None:
    """Book what was paid, in the order of payment, but for the last few."""
    treasurer = holder_of(Role.TREASURER, on)
    paid = Entry.objects.filter(status=EntryStatus.PAID).order_by("paid_on", "pk")
    for entry in paid[: max(0, paid.count() - NOT_YET_BOOKED)]:
        if entry.paid_on is not None:
            day = min(on, entry.paid_on + timedelta(days=3))
            with as_of(day):
                book_entry(entry, by=treasurer, on=day)
