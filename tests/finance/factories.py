"""Entries of the ledger for tests; subjects and accounts are those that the office is seeded with."""

from datetime import date
from decimal import Decimal

import factory

from finance.enums import Direction, EntryStatus, SubjectCode
from finance.models import BankAccount, Entry, Subject
from tests.members.factories import AccountFactory


class EntryFactory(factory.django.DjangoModelFactory):
    """Spending that waits to be submitted."""

    class Meta:
        model = Entry

    direction = Direction.SPENDING
    subject = factory.LazyFunction(lambda: Subject.objects.get(code=SubjectCode.SERVICE))
    amount = Decimal("300.00")
    counterparty = "城南文具店"
    purpose = "购买会议用品"
    handler = "陈静"
    occurred_on = date(2026, 11, 22)
    requested_by = factory.SubFactory(AccountFactory)


class BookedEntryFactory(EntryFactory):
    """Spending that stands in the ledger."""

    status = EntryStatus.BOOKED
    account = factory.LazyFunction(lambda: BankAccount.objects.order_by("pk").first())
    paid_on = date(2026, 11, 22)
    booked_on = date(2026, 11, 22)
    year = 2026
    number = factory.Sequence(lambda n: n + 1)
