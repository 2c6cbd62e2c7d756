"""Words for notices on their way, and the moves of a message."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a notice reaches somebody who isn't in the office just now."""

    EMAIL = "email", _("邮件")
    ROBOT = "robot", _("群消息")


class Provider(models.TextChoices):
    """Whose group robots we can speak through."""

    WECOM = "wecom", _("企业微信")
    DINGTALK = "dingtalk", _("钉钉")
    FEISHU = "feishu", _("飞书")


class MessageStatus(models.TextChoices):
    """Where a message stands."""

    WAITING = "waiting", _("待发送")
    SENT = "sent", _("已发送")
    FAILED = "failed", _("发送失败")


MESSAGE_MOVES = {
    MessageStatus.WAITING: frozenset({MessageStatus.SENT, MessageStatus.FAILED}),
    MessageStatus.FAILED: frozenset({MessageStatus.WAITING}),
}
"""The worker sends or gives up; the secretary sends again what was given up."""
