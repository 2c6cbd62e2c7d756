"""Activities for tests."""

from datetime import date
from decimal import Decimal

import factory

from activities.enums import COST_KNOWN, PLANNED, UPCOMING, ActivityKind, ActivityStatus, SignUpStatus
from activities.models import Activity, SignUp
from finance.enums import Fund
from members.enums import AudienceKey
from members.models import Audience
from tests.members.factories import AccountFactory, MemberFactory


def audience(key=AudienceKey.STAFF):
    """One of those that every office has."""
    return Audience.objects.get(key=key)


class ActivityFactory(factory.django.DjangoModelFactory):
    """Announced, free of charge, in two weeks, with sign-up until a week before."""

    class Meta:
        model = Activity

    number = factory.Sequence(lambda n: f"2026-{n + 1:03}")
    status = ActivityStatus.ANNOUNCED
    kind = ActivityKind.CULTURE
    title = "趣味运动会"
    audience = factory.LazyFunction(audience)
    starts_on = date(2026, 12, 6)
    ends_on = factory.SelfAttribute("starts_on")
    place = "操场"
    sign_up_until = date(2026, 11, 29)
    announced_on = factory.LazyAttribute(lambda made: None if made.status in PLANNED else date(2026, 11, 20))
    planned_by = factory.SubFactory(AccountFactory)
    approved_by = factory.LazyAttribute(
        lambda made: (
            AccountFactory()
            if made.fund == Fund.UNION and made.budget and made.status in (ActivityStatus.APPROVED, *UPCOMING)
            else None
        )
    )
    fund = Fund.UNION
    budget = Decimal(0)
    actual_cost = factory.LazyAttribute(lambda made: Decimal(0) if made.status in COST_KNOWN else None)
    cancelled_because = factory.LazyAttribute(
        lambda made: "天气不好" if made.status == ActivityStatus.CANCELLED else ""
    )


class DraftFactory(ActivityFactory):
    """Still being planned."""

    status = ActivityStatus.DRAFT
    number = None


class HeldFactory(ActivityFactory):
    """Held a month ago; nobody had to sign up, and somebody counted."""

    status = ActivityStatus.HELD
    starts_on = date(2026, 10, 18)
    sign_up_until = None
    announced_on = date(2026, 10, 10)
    headcount = 40


class SignUpFactory(factory.django.DjangoModelFactory):
    """Somebody's place."""

    class Meta:
        model = SignUp

    activity = factory.SubFactory(ActivityFactory)
    member = factory.SubFactory(MemberFactory)
    status = SignUpStatus.SIGNED_UP
    place = factory.Sequence(lambda n: n + 1)
    signed_on = date(2026, 11, 21)
