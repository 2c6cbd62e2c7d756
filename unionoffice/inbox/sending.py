"""Sending what waits in the outbox. Only the worker does: no page waits for a mail server."""

import logging
import time
from datetime import datetime, timedelta
from smtplib import SMTPAuthenticationError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _

from unionoffice.inbox.enums import Channel, MessageStatus
from unionoffice.inbox.models import NoticeAddress, OutboxMessage
from unionoffice.inbox.robots import RobotSaidNo, speak
from unionoffice.profiles import school
from unionoffice.refusal import Refused
from unionoffice.retries import next_try

AT_ONCE = 50
"""Messages sent in one go, so that jobs don't wait long for their turn."""

LEASE = timedelta(minutes=5)
"""How long a message belongs to the worker that took it. One that died over it may have sent it: then it is sent
twice, which is better than never."""

logger = logging.getLogger(__name__)


def send_outbox(now: datetime) -> int:
    """Send what is due; returns how many messages were sent.

    Each is taken in a short transaction and sent outside of it: a slow mail server keeps nobody from writing.
    """
    sent = 0
    for _turn in range(AT_ONCE):
        message = _take(now)
        if message is None:
            break
        sent += _try(message, now=now)
    return sent


@transaction.atomic
def _take(now: datetime) -> OutboxMessage | None:
    due = OutboxMessage.objects.filter(status=MessageStatus.WAITING, next_try_at__lte=now)
    message = due.select_for_update(skip_locked=True).order_by("next_try_at", "pk").first()
    if message is not None:
        message.attempts, message.next_try_at = message.attempts + 1, now + LEASE
        message.save()
    return message


def _try(message: OutboxMessage, *, now: datetime) -> bool:
    try:
        _send(message)
    except Refused as refusal:
        _settle(message, status=MessageStatus.FAILED, last_error=str(refusal))
        return False
    except Exception as error:  # noqa: BLE001 -- one message's trouble must not hold up the others
        logger.warning("Message %s wasn't sent: %r", message.pk, error)
        again = next_try(message.attempts, now=now)
        status = MessageStatus.WAITING if again else MessageStatus.FAILED
        _settle(message, status=status, last_error=in_words(error), next_try_at=again or now)
        return False
    _settle(message, status=MessageStatus.SENT, sent_at=now, last_error="")
    return True


def _settle(message: OutboxMessage, **facts: object) -> None:
    """Note what came of this attempt, unless another worker is at the message by now."""
    own = OutboxMessage.objects.filter(pk=message.pk, status=MessageStatus.WAITING, attempts=message.attempts)
    own.update(**facts)


def _send(message: OutboxMessage) -> None:
    if message.channel == Channel.EMAIL:
        _send_email(message)
    else:
        _send_to_group(message)


def _send_email(message: OutboxMessage) -> None:
    address = NoticeAddress.objects.email_of(message.account)
    if not address:
        raise Refused(_("对方已经取消了邮件通知。"))
    if not settings.MAIL_IS_SET_UP:
        raise Refused(_("还没有设置邮件服务器。"))
    send_mail(
        subject=_("%(school)s工会：%(sentence)s")
        % {"school": school().short_name, "sentence": " ".join(message.sentence.split())},
        message=_("%(sentence)s\n\n查看：%(url)s\n\n不想再收到邮件，可以在“我的通知”里更改通知方式。")
        % {"sentence": message.sentence, "url": absolute(message.url)},
        from_email=None,
        recipient_list=[address],
    )


def _send_to_group(message: OutboxMessage) -> None:
    robot = message.robot
    assert robot is not None  # noqa: S101 -- a message to a group has one, by constraint
    if not robot.is_active:
        raise Refused(_("这个群机器人已经停用。"))
    text = f"{message.sentence}\n{absolute(message.url)}"
    speak(robot.provider, robot.url, text, secret=robot.secret, now=time.time())


def absolute(url: str) -> str:
    """The address of one of our pages as it is reached from outside of the office."""
    return f"{settings.SITE_URL}{url}"


def in_words(error: Exception) -> str:
    """What went wrong and whom it concerns, for the secretary; the log has it exactly."""
    if isinstance(error, RobotSaidNo):
        sentence = _("群机器人没有接收，答复是“%(answer)s”。请核对机器人的地址和安全设置。")
        return sentence % {"answer": str(error)[:100]}
    if isinstance(error, SMTPRecipientsRefused):
        return _("邮件服务器不接收这个邮箱，请对方核对邮箱地址。")
    if isinstance(error, SMTPAuthenticationError):
        return _("邮件服务器不让登录，请系统管理员核对账号和密码。")
    if isinstance(error, OSError):
        return _("没有连上对方的服务器，请系统管理员检查网络和邮件设置。")
    return _("发送时出了错，请系统管理员查看服务器记录。")
