"""Entries of the ledger for tests; subjects and accounts are those that the office is seeded with."""

from datetime import date
from decimal import Decimal

import factory

from finance.enums import SIGNED, Direction, EntryStatus, SubjectCode
from finance.models import BankAccount, Entry, Subject
from tests.members.factories import AccountFactory

MONEY_MOVED = (EntryStatus.PAID, EntryStatus.BOOKED)


def bank() -> BankAccount:
    """The union's first account."""
    return BankAccount.objects.earliest("pk")


def subject(code: str = SubjectCode.SERVICE) -> Subject:
    return Subject.objects.get(code=code)


class EntryFactory(factory.django.DjangoModelFactory):
    """Spending that waits to be submitted; at a later status with what that status asks for."""

    class Meta:
        model = Entry

    status = EntryStatus.DRAFT
    direction = Direction.SPENDING
    subject = factory.LazyFunction(subject)
    amount = Decimal("300.00")
    counterparty = "城南文具店"
    purpose = "购买会议用品"
    handler = "陈静"
    occurred_on = date(2026, 11, 22)
    requested_by = factory.SubFactory(AccountFactory)
    approved_by = factory.LazyAttribute(lambda entry: AccountFactory() if entry.status in SIGNED else None)
    account = factory.LazyAttribute(lambda entry: bank() if entry.status in MONEY_MOVED else None)
    paid_by = factory.LazyAttribute(lambda entry: AccountFactory() if entry.status in MONEY_MOVED else None)
    paid_on = factory.LazyAttribute(lambda entry: date(2026, 11, 22) if entry.status in MONEY_MOVED else None)


class BookedEntryFactory(EntryFactory):
    """Spending that stands in the ledger."""

    status = EntryStatus.BOOKED
    booked_by = factory.SubFactory(AccountFactory)
    booked_on = date(2026, 11, 22)
    year = factory.LazyAttribute(lambda entry: entry.booked_on.year)
    number = factory.Sequence(lambda n: n + 1)
