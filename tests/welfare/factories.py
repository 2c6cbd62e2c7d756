"""Visits for tests."""

from datetime import date
from decimal import Decimal

import factory

from tests.members.factories import AccountFactory, MemberFactory
from welfare.enums import Occasion, VisitStatus
from welfare.models import Visit


class VisitFactory(factory.django.DjangoModelFactory):
    """A visit to somebody in hospital that was just asked for, within the standard."""

    class Meta:
        model = Visit

    number = factory.Sequence(lambda n: f"2026-{n + 1:03}")
    occasion = Occasion.ILLNESS
    member = factory.SubFactory(MemberFactory)
    happened_on = date(2026, 11, 20)
    cash = Decimal("1000.00")
    requested_on = date(2026, 11, 21)
    requested_by = factory.SubFactory(AccountFactory)


class MadeVisitFactory(VisitFactory):
    """A visit that was made."""

    status = VisitStatus.VISITED
    visited_on = date(2026, 11, 22)
