"""Visits for tests."""

from datetime import date
from decimal import Decimal

import factory

from tests.members.factories import AccountFactory, MemberFactory
from welfare.enums import APPROVED_ONCE, HAPPENED, Occasion, VisitStatus
from welfare.models import Visit


class VisitFactory(factory.django.DjangoModelFactory):
    """A visit to somebody in hospital that was just asked for, within the standard."""

    class Meta:
        model = Visit

    number = factory.Sequence(lambda n: f"2026-{n + 1:03}")
    status = VisitStatus.REQUESTED
    occasion = Occasion.ILLNESS
    member = factory.SubFactory(MemberFactory)
    happened_on = date(2026, 11, 20)
    cash = Decimal("1000.00")
    requested_on = date(2026, 11, 21)
    requested_by = factory.SubFactory(AccountFactory)
    approved_by = factory.LazyAttribute(lambda visit: AccountFactory() if visit.status in APPROVED_ONCE else None)
    visited_on = factory.LazyAttribute(lambda visit: date(2026, 11, 22) if visit.status in HAPPENED else None)


class MadeVisitFactory(VisitFactory):
    """A visit that was made."""

    status = VisitStatus.VISITED
