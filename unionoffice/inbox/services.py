"""Every write to notices, addresses, robots and messages, but the sending itself."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from unionoffice import audit
from unionoffice.batches import BATCH
from unionoffice.inbox.enums import Channel, MessageStatus
from unionoffice.inbox.models import Notice, NoticeAddress, OutboxMessage, Robot
from unionoffice.inbox.robots import provider_of
from unionoffice.refusal import Refused
from unionoffice.states import lock, moving


@transaction.atomic
def notify(accounts: Iterable[Any], sentence: str, *, url: str, key: str) -> None:
    """Tell each of `accounts` a sentence, and where to look: in the inbox, and by e-mail where they gave an address.

    Call it in the transaction of what it tells of: taken back, it tells nothing. The same `key` reaches an account
    once, whatever the sentence, so `key` names what happened (`visit-31-approved`). Blocked accounts are left out.
    `url` is a path of ours. The sentence may leave the office: name the record, not what only its page may tell.
    """
    people = {account.pk: account for account in accounts if account.is_active}
    told = Notice.objects.filter(account__in=people, key=key).values_list("account_id", flat=True)
    new = [people[pk] for pk in people.keys() - set(told)]
    Notice.objects.bulk_create(
        [Notice(account=account, sentence=sentence, url=url, key=key) for account in new],
        batch_size=BATCH,
        ignore_conflicts=True,
    )
    if not (new and settings.MAIL_IS_SET_UP):
        return
    reached = NoticeAddress.objects.filter(user__in=new, channel=Channel.EMAIL).values_list("user_id", flat=True)
    _post(
        OutboxMessage(channel=Channel.EMAIL, account=people[pk], sentence=sentence, url=url, key=key)
        for pk in reached
    )


def announce(sentence: str, *, url: str, key: str) -> None:
    """Tell every group that has a robot. Only for what everybody may know: the whole group reads it.

    A function of its own, not a choice of `notify`: what is meant for one person can't go to a group by a slip.
    """
    _post(
        OutboxMessage(channel=Channel.ROBOT, robot=robot, sentence=sentence, url=url, key=key)
        for robot in Robot.objects.filter(is_active=True)
    )


def read_notice(notice: Notice) -> None:
    """Note that it was opened; the first time counts."""
    Notice.objects.filter(pk=notice.pk, read_at=None).update(read_at=timezone.now())


def read_all_notices(user: Any) -> int:
    """Note that all of somebody's notices were seen; returns how many were not yet."""
    return Notice.objects.visible_to(user).unread().update(read_at=timezone.now())


@transaction.atomic
def set_email(address: str, *, by: Any) -> None:
    """Send one's own notices to this address as well; an empty one ends that."""
    with audit.deed(_("设置接收通知的邮箱"), by=by):
        if address:
            NoticeAddress.objects.update_or_create(user=by, channel=Channel.EMAIL, defaults={"address": address})
        elif given := NoticeAddress.objects.filter(user=by, channel=Channel.EMAIL).first():
            given.delete()


@transaction.atomic
def add_robot(robot: Robot, *, by: Any) -> Robot:
    """Take a group's robot into use; refuses an address that isn't one of a robot that we know."""
    provider = provider_of(robot.url)
    if provider is None:
        raise Refused(
            _("这不是企业微信、钉钉或飞书群机器人的地址。请在群设置的机器人页面复制完整地址，以 https 开头。")
        )
    robot.provider = provider
    with audit.deed(_("添加群机器人"), by=by):
        robot.save()
    return robot


@transaction.atomic
def switch_robot(robot: Robot, *, active: bool, by: Any) -> Robot:
    """Put a robot out of use or into use again; what waits for one out of use isn't sent."""
    lock(robot)
    with audit.deed(_("启用群机器人") if active else _("停用群机器人"), by=by):
        robot.is_active = active
        robot.save()
    return robot


@transaction.atomic
def send_test(robot: Robot, *, by: Any) -> OutboxMessage:
    """Put a message into the outbox that says that the robot works."""
    with audit.deed(_("发送测试消息"), by=by):
        return OutboxMessage.objects.create(
            channel=Channel.ROBOT,
            robot=robot,
            sentence=_("这是一条测试消息，群机器人已经可以使用。"),
            url="/",
            key=f"robot-test-{uuid.uuid4()}",
        )


def resend(message: OutboxMessage, *, by: Any) -> OutboxMessage:
    """Try once more what was given up, with all attempts anew."""
    with moving(message, to=MessageStatus.WAITING, by=by, verb=_("重新发送")):
        message.attempts, message.next_try_at = 0, timezone.now()
    return message


def _post(messages: Iterable[OutboxMessage]) -> None:
    OutboxMessage.objects.bulk_create(messages, batch_size=BATCH, ignore_conflicts=True)
