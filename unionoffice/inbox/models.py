"""Notices in the office, where else people want them, and the messages that go there."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionoffice.inbox.enums import MESSAGE_MOVES, Channel, MessageStatus, Provider
from unionoffice.inbox.permissions import keeps_channels
from unionoffice.privacy import SecretField


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions asked of notices."""

    def visible_to(self, user: Any) -> Self:
        """One's own."""
        return self.filter(account=user) if user.is_authenticated else self.none()

    def unread(self) -> Self:
        """Not yet opened."""
        return self.filter(read_at=None)


class Notice(models.Model):
    """A sentence for one person, with the page that it is about."""

    UNAUDITED = "Tells somebody what happened to a record; what happened is in the trail of that record."

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("收件人")
    )
    key = models.CharField(_("事由"), max_length=120)
    sentence = models.TextField(_("内容"))
    url = models.CharField(_("页面"), max_length=300)
    made_at = models.DateTimeField(_("时间"), default=timezone.now)
    read_at = models.DateTimeField(_("阅读时间"), null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("通知")
        verbose_name_plural = verbose_name
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["account", "-made_at"], name="notices_of_an_account"),
            models.Index(fields=["account"], condition=Q(read_at=None), name="unread_notices"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="noticed_once"),
            models.CheckConstraint(
                condition=Q(url__startswith="/") & ~Q(url__startswith="//"), name="notice_leads_into_the_office"
            ),
        ]

    def __str__(self) -> str:
        return self.sentence


class NoticeAddressQuerySet(models.QuerySet["NoticeAddress"]):
    """Questions asked of addresses."""

    def email_of(self, account: Any) -> str:
        """Somebody's e-mail address; empty where they gave none."""
        given = self.filter(user=account, channel=Channel.EMAIL).first()
        return given.address if given else ""


class NoticeAddress(models.Model):
    """Where somebody wants notices besides the inbox."""

    AUDITED = ("user", "channel")
    SENSITIVE = ("address",)

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("收件人")
    )
    channel = models.CharField(_("方式"), max_length=10, choices=Channel, default=Channel.EMAIL)
    address = SecretField(_("地址"), max_length=254)

    objects = NoticeAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("接收通知的地址")
        verbose_name_plural = verbose_name
        constraints = [models.UniqueConstraint(fields=["user", "channel"], name="one_address_a_channel")]

    def __str__(self) -> str:
        return f"{self.user}（{self.get_channel_display()}）"


class RobotQuerySet(models.QuerySet["Robot"]):
    """Questions asked of robots."""

    def visible_to(self, user: Any) -> Self:
        """For who keeps them."""
        return self if keeps_channels.test(user) else self.none()


class Robot(models.Model):
    """A robot in a chat group. It reaches a whole group, so it carries only what everybody may know."""

    AUDITED = ("name", "provider", "is_active")
    SENSITIVE = ("url", "secret")

    name = models.CharField(_("群名"), max_length=40)
    provider = models.CharField(_("平台"), max_length=10, choices=Provider, editable=False)
    url = SecretField(_("机器人地址"), max_length=500)
    secret = SecretField(_("加签密钥"), max_length=200)
    is_active = models.BooleanField(_("使用中"), default=True, editable=False)

    objects = RobotQuerySet.as_manager()

    class Meta:
        verbose_name = _("群机器人")
        verbose_name_plural = verbose_name
        ordering = ["-is_active", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The robot's page."""
        return reverse("inbox:robot-detail", args=[self.pk])


class OutboxMessageQuerySet(models.QuerySet["OutboxMessage"]):
    """Questions asked of messages."""

    def visible_to(self, user: Any) -> Self:
        """For who keeps the channels and must know what arrives; pages don't show what personal ones say."""
        return self if keeps_channels.test(user) else self.none()


class OutboxMessage(models.Model):
    """A message that the worker sends: to one person's address, or to a group by its robot."""

    MOVES = MESSAGE_MOVES
    AUDITED = ("status",)
    """So that its history says who sent it again; what the worker does stands in the row itself."""

    channel = models.CharField(_("方式"), max_length=10, choices=Channel)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("收件人")
    )
    robot = models.ForeignKey(
        Robot, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("群机器人")
    )
    key = models.CharField(_("事由"), max_length=120)
    sentence = models.TextField(_("内容"))
    url = models.CharField(_("页面"), max_length=300)
    status = models.CharField(_("状态"), max_length=10, choices=MessageStatus, default=MessageStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(_("已尝试次数"), default=0)
    next_try_at = models.DateTimeField(_("下次发送时间"), default=timezone.now)
    last_error = models.CharField(_("未发出的原因"), max_length=200, blank=True)
    made_at = models.DateTimeField(_("生成时间"), default=timezone.now)
    sent_at = models.DateTimeField(_("发出时间"), null=True)

    objects = OutboxMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("发送记录")
        verbose_name_plural = verbose_name
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["status", "next_try_at"], name="messages_due")]
        constraints = [
            models.UniqueConstraint(fields=["account", "channel", "key"], name="one_message_a_person"),
            models.UniqueConstraint(fields=["robot", "key"], name="one_message_a_group"),
            models.CheckConstraint(
                condition=Q(channel=Channel.EMAIL, account__isnull=False, robot__isnull=True)
                | Q(channel=Channel.ROBOT, account__isnull=True, robot__isnull=False),
                name="message_to_a_person_or_a_group",
            ),
            models.CheckConstraint(
                condition=Q(status=MessageStatus.SENT, sent_at__isnull=False)
                | (~Q(status=MessageStatus.SENT) & Q(sent_at__isnull=True)),
                name="sent_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}：{self.recipient}"

    def get_absolute_url(self) -> str:
        """The message's page."""
        return reverse("inbox:message-detail", args=[self.pk])

    @property
    def recipient(self) -> str:
        """The person or the group."""
        return str(self.account if self.channel == Channel.EMAIL else self.robot)
