"""Makers of what belongs to the catalogue; the matters themselves are those that the office is seeded with."""

from datetime import date

import factory

from affairs.enums import ChannelKind, Interval, Sphere, Stage, Timing
from affairs.models import (
    BoardCheck,
    CatalogueDuty,
    CatalogueEdition,
    CatalogueItem,
    Channel,
    CheckIssue,
    CheckPerson,
    Posting,
)
from affairs.services import save_item
from tests.affairs.factories import DisclosureFactory, PostedFactory
from tests.conftest import TODAY, make_actor
from tests.members.factories import MemberFactory
from unionoffice.roles import Role

LONG_AGO = date(2024, 1, 1)
ROW = {
    "sphere": "school",
    "category": "财务",
    "content": "学校经费使用情况",
    "department": "总务处",
    "ways": "公开栏",
    "reach": "全体教职工",
    "timing": "定期公开（每季度）",
    "stage": "事后公开",
}


class EditionFactory(factory.django.DjangoModelFactory):
    """The catalogue in force since long ago."""

    class Meta:
        model = CatalogueEdition

    number = factory.Sequence(lambda n: n + 1)
    issued_on = LONG_AGO
    from_on = LONG_AGO
    rows = factory.LazyFunction(lambda: [ROW])


class ChannelFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Channel

    kind = ChannelKind.BOARD
    name = factory.Sequence(lambda n: f"第{n + 1}公开栏")
    place = "办公大楼大厅"


class PostingFactory(factory.django.DjangoModelFactory):
    """A paper copy of something on the board."""

    class Meta:
        model = Posting

    disclosure = factory.SubFactory(PostedFactory)
    channel = factory.SubFactory(ChannelFactory)
    up_on = TODAY


class CheckFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = BoardCheck

    checked_on = date(2026, 11, 10)
    scope = "第三季度定期公开的内容"
    finding = "内容完整。"


class IssueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CheckIssue

    check_held = factory.SubFactory(CheckFactory)
    problem = "字号太小"
    demand = "放大后重新张贴"
    handler = factory.SubFactory(MemberFactory)
    due_on = date(2026, 11, 20)


def only(*contents, department=None):
    """Leave these matters alone in the catalogue, with their seeded rows as long as anyone remembers."""
    CatalogueDuty.objects.exclude(item__content__in=contents).delete()
    CatalogueItem.objects.exclude(content__in=contents).update(is_in_use=False)
    if department is not None:
        CatalogueItem.objects.filter(content__in=contents).update(department=department)
        CatalogueDuty.objects.update(department=department)


def matter(content, interval=Interval.MONTH, *, on=LONG_AGO, by=None, stage=Stage.AFTER, **fields):
    """A regular matter put into the catalogue on a day, by the secretary."""
    told = {"sphere": Sphere.SCHOOL, "category": "finance", **fields}
    item = CatalogueItem(content=content, timing=Timing.REGULAR, interval=interval, stage=stage, **told)
    return save_item(item, by=by or make_actor(Role.SECRETARY, "秘书"), on=on)


def told_for(item, code, *, on, **fields):
    """What was published for one period of a matter."""
    return PostedFactory(item=item, period_code=code, published_on=on, approved_on=on, **fields)


def drafted_for(item, code):
    """What somebody is at work on."""
    return DisclosureFactory(item=item, period_code=code)


LINKS = {
    ("affairs.Channel", "keeper"): lambda one: ChannelFactory(keeper=one),
    ("affairs.CheckPerson", "member"): lambda one: CheckPerson.objects.create(check_held=CheckFactory(), member=one),
    ("affairs.CheckIssue", "handler"): lambda one: IssueFactory(handler=one),
}
"""What of the catalogue's family points at a person."""
