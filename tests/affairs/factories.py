"""Disclosures for tests; the catalogue is the one that the office is seeded with."""

from datetime import date

import factory

from affairs.enums import APPROVED_ONCE, OFF_BOARD, PUBLISHED_ONCE, DisclosureStatus, Reach, Sphere, Stage
from affairs.models import CatalogueItem, Deputyship, Disclosure, PassageComment, Submission
from tests.members.factories import AccountFactory
from unionoffice.roles import Role

ENDORSED = (DisclosureStatus.ENDORSED,)
HANDED_IN = (DisclosureStatus.SUBMITTED, DisclosureStatus.RETURNED, *ENDORSED, *APPROVED_ONCE)

FUNDS = "学校经费使用情况"
UNION_FUNDS = "工会经费收支情况"


def item(content: str = FUNDS) -> CatalogueItem:
    return CatalogueItem.objects.get(content=content)


class DisclosureFactory(factory.django.DjangoModelFactory):
    """A draft for the staff; at a later status with what that status asks for."""

    class Meta:
        model = Disclosure

    status = DisclosureStatus.DRAFT
    item = factory.LazyFunction(item)
    sphere = factory.LazyAttribute(lambda made: made.item.sphere)
    category = factory.LazyAttribute(lambda made: made.item.category)
    timing = factory.LazyAttribute(lambda made: made.item.timing)
    title = "第三季度经费使用情况"
    body = "本季度支出120,000.00元。"
    stage = Stage.AFTER
    reach = Reach.STAFF
    drafted_by = factory.SubFactory(AccountFactory)
    drafted_on = date(2026, 11, 20)
    submitted_by = factory.LazyAttribute(lambda made: made.drafted_by if made.status in HANDED_IN else None)
    submitted_on = factory.LazyAttribute(lambda made: date(2026, 11, 20) if made.status in HANDED_IN else None)
    second_role = factory.LazyAttribute(lambda made: Role.PARTY_SECRETARY if made.status in ENDORSED else "")
    endorsed_by = factory.Maybe(
        factory.LazyAttribute(lambda made: made.status in ENDORSED), factory.SubFactory(AccountFactory), None
    )
    endorser = factory.LazyAttribute(lambda made: "沈立" if made.status in ENDORSED else "")
    endorsed_on = factory.LazyAttribute(lambda made: date(2026, 11, 21) if made.status in ENDORSED else None)
    approver = factory.LazyAttribute(lambda made: "沈立" if made.status in APPROVED_ONCE else "")
    approved_on = factory.LazyAttribute(lambda made: date(2026, 11, 21) if made.status in APPROVED_ONCE else None)
    published_on = factory.LazyAttribute(lambda made: date(2026, 11, 21) if made.status in PUBLISHED_ONCE else None)
    year = factory.LazyAttribute(lambda made: made.published_on.year if made.published_on else None)
    number = factory.LazyAttributeSequence(lambda made, n: n + 1 if made.published_on else None)
    taken_down_on = factory.LazyAttribute(lambda made: date(2026, 11, 22) if made.status in OFF_BOARD else None)
    take_down_reason = factory.LazyAttribute(lambda made: "公开结束" if made.status in OFF_BOARD else "")


class PostedFactory(DisclosureFactory):
    """One that hangs on the board, for the staff."""

    status = DisclosureStatus.PUBLISHED


class PublicFactory(PostedFactory):
    """One that hangs there for everybody."""

    reach = Reach.PUBLIC


class SubmissionFactory(factory.django.DjangoModelFactory):
    """The first round of a text that waits."""

    class Meta:
        model = Submission

    disclosure = factory.SubFactory(DisclosureFactory, status=DisclosureStatus.SUBMITTED)
    round_no = 1
    matter = FUNDS
    title = factory.SelfAttribute("disclosure.title")
    body = factory.SelfAttribute("disclosure.body")
    stage = Stage.AFTER
    reach = Reach.STAFF
    submitted_by = factory.SelfAttribute("disclosure.drafted_by")
    submitted_on = date(2026, 11, 20)


class PassageCommentFactory(factory.django.DjangoModelFactory):
    """A comment that wasn't sent yet."""

    class Meta:
        model = PassageComment

    submission = factory.SubFactory(SubmissionFactory)
    place = 1
    quote = "120,000.00元"
    text = "请写明用途。"
    made_by = factory.SubFactory(AccountFactory)
    made_on = date(2026, 11, 21)


class DeputyshipFactory(factory.django.DjangoModelFactory):
    """A week in which somebody approves the school's affairs in another's place."""

    class Meta:
        model = Deputyship

    sphere = Sphere.SCHOOL
    named_by = factory.SubFactory(AccountFactory)
    deputy = factory.SubFactory(AccountFactory)
    from_on = date(2026, 11, 20)
    to_on = date(2026, 11, 26)
    reason = "外出学习"
    named_on = date(2026, 11, 19)
