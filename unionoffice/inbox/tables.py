"""The surface of the lists of robots and of messages."""

from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from unionoffice.inbox.enums import Channel, MessageStatus, Provider
from unionoffice.inbox.models import OutboxMessage, Robot
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

TONES = {
    MessageStatus.WAITING: Tone.WAITS,
    MessageStatus.SENT: Tone.DONE,
    MessageStatus.FAILED: Tone.OFFICIAL,
}


def message_badge(message: OutboxMessage) -> Badge:
    """Whether it was sent."""
    return Badge(label_of(MessageStatus, message.status), TONES[MessageStatus(message.status)])


def robot_badge(robot: Robot) -> Badge:
    """Whether messages go through it."""
    return Badge(str(_("使用中")), Tone.ACTIVE) if robot.is_active else Badge(str(_("已停用")), Tone.CLOSED)


class MessageTable(Table):
    """One line a message, the latest first. What it says isn't here: it is for its reader."""

    columns = (
        Column(_("收件人"), lambda message: message.recipient, primary=True),
        Column(_("方式"), lambda message: label_of(Channel, message.channel), order_by="channel"),
        Column(_("生成日期"), lambda message: localdate(message.made_at), order_by="made_at"),
        Column(_("发出日期"), lambda message: localdate(message.sent_at) if message.sent_at else None),
        Column(_("已尝试次数"), lambda message: message.attempts),
        Column(_("未发出的原因"), lambda message: message.last_error),
        Column(_("状态"), message_badge, order_by="status"),
    )
    footers = (Footer(_("消息"), _("条")),)
    empty = _("还没有发送记录。有人填写邮箱或添加群机器人后，消息从这里发出。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With whom it goes to."""
        return rows.select_related("account", "robot").defer("robot__url", "robot__secret")


class RobotTable(Table):
    """One line a robot, those in use first."""

    columns = (
        Column(_("群名"), lambda robot: robot.name, order_by="name", primary=True),
        Column(_("平台"), lambda robot: label_of(Provider, robot.provider), order_by="provider"),
        Column(_("状态"), robot_badge),
    )
    footers = (Footer(_("群机器人"), _("个")),)
    empty = _("还没有群机器人。添加后，全体教职工都可以知道的消息会发到群里。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Without what is encrypted."""
        return rows.defer("url", "secret")
