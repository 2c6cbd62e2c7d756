"""Notices, robots and messages for tests."""

import factory

from tests.members.factories import AccountFactory
from unionoffice.inbox.enums import Channel, Provider
from unionoffice.inbox.models import Notice, NoticeAddress, OutboxMessage, Robot


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Notice

    account = factory.SubFactory(AccountFactory)
    key = factory.Sequence(lambda n: f"visit-{n}-approved")
    sentence = "慰问 2026-031 已批准"
    url = "/welfare/visits/31/"


class NoticeAddressFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NoticeAddress

    user = factory.SubFactory(AccountFactory)
    address = "han@mingde.example"


class RobotFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Robot

    name = "明德中学教职工群"
    provider = Provider.WECOM
    url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k1"


class MessageFactory(factory.django.DjangoModelFactory):
    """A personal one; the robot's are `MessageFactory(to_group=True)`."""

    class Meta:
        model = OutboxMessage

    class Params:
        to_group = factory.Trait(channel=Channel.ROBOT, account=None, robot=factory.SubFactory(RobotFactory))

    channel = Channel.EMAIL
    account = factory.SubFactory(AccountFactory)
    key = factory.Sequence(lambda n: f"visit-{n}-approved")
    sentence = "慰问 2026-031 已批准"
    url = "/welfare/visits/31/"
