"""The summary of a busy year: 10,000 people, 2,000 visits, 2,000 lines in the ledger."""

import pytest
import time_machine

from finance.enums import EntryStatus
from finance.models import BankAccount, Entry, Subject
from members.models import Member
from tests.conftest import TODAY
from welfare.enums import Occasion, VisitStatus
from welfare.models import Visit

MANY = 2_000


@pytest.fixture
def busy_year(ten_thousand, secretary, chair):
    members = list(Member.objects.order_by("pk")[:MANY])
    account, subject = BankAccount.objects.earliest("pk"), Subject.objects.get(code="502")
    Visit.objects.bulk_create(
        Visit(
            number=f"2026-{number:04}",
            status=VisitStatus.VISITED,
            occasion=Occasion.values[number % len(Occasion.values)],
            member=member,
            happened_on=TODAY,
            visited_on=TODAY,
            cash=800,
            requested_on=TODAY,
            requested_by=secretary,
            approved_by=chair,
        )
        for number, member in enumerate(members, start=1)
    )
    Entry.objects.bulk_create(
        Entry(
            status=EntryStatus.BOOKED,
            direction=subject.direction,
            subject=subject,
            account=account,
            amount=120,
            counterparty="城南文具店",
            purpose="购买会议用品",
            handler="陈静",
            occurred_on=TODAY,
            requested_by=secretary,
            approved_by=chair,
            paid_by=secretary,
            paid_on=TODAY,
            booked_by=chair,
            booked_on=TODAY,
            year=2026,
            number=number,
        )
        for number in range(1, MANY + 1)
    )


@pytest.mark.usefixtures("busy_year")
def test_summary(signed_in, chair, clock):
    client = signed_in(chair)
    pages = {
        "desk with the numbers of a busy year": "/",
        "summary of a busy year as a page": "/reports/summary/",
        "the same as PDF": "/reports/summary/pdf/",
        "the same as a Word file": "/reports/summary/docx/",
        "list of its 2,000 visits": "/welfare/visits/",
        "ledger of its 2,000 lines": "/finance/entries/",
    }
    with time_machine.travel(TODAY, tick=True):
        for what, url in pages.items():
            clock(what, lambda url=url: _get(client, url), times=5)


def _get(client, url):
    assert client.get(url).status_code == 200
