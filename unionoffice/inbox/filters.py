"""What the lists of messages and robots can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from unionoffice.inbox.enums import Channel, MessageStatus, Provider
from unionoffice.inbox.models import OutboxMessage, Robot


class MessageFilter(django_filters.FilterSet):
    """By whether they were sent, and how."""

    status = django_filters.ChoiceFilter(label=_("状态"), choices=MessageStatus.choices, empty_label=_("全部"))
    channel = django_filters.ChoiceFilter(label=_("方式"), choices=Channel.choices, empty_label=_("全部"))

    class Meta:
        model = OutboxMessage
        fields: list[str] = []


class RobotFilter(django_filters.FilterSet):
    """By platform."""

    provider = django_filters.ChoiceFilter(label=_("平台"), choices=Provider.choices, empty_label=_("全部"))

    class Meta:
        model = Robot
        fields: list[str] = []
