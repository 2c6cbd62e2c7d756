"""The words of the catalogue, of the places where things are disclosed, and of what is due."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ChannelKind(TextChoices):
    """公开形式: by what means something is disclosed, and so what kinds of places there are."""

    BOARD = "board", _("公开栏")
    WALL = "wall", _("墙报")
    MEETING = "meeting", _("会议")
    WEB = "web", _("网页")
    DOCUMENT = "document", _("文件")
    LETTER = "letter", _("家长信")
    CARD = "card", _("联系卡")
    PHONE = "phone", _("公开电话")
    MAILBOX = "mailbox", _("信箱")
    SCREEN = "screen", _("电子屏")
    OTHER = "other", _("其他")


HANGING = (ChannelKind.BOARD, ChannelKind.WALL, ChannelKind.SCREEN)
"""Kinds of places where something hangs until somebody takes it down."""


class CoverageStatus(TextChoices):
    """What became of a regular matter in one of its periods."""

    ON_TIME = "on_time", _("按期公开")
    LATE = "late", _("逾期公开")
    OVERDUE = "overdue", _("逾期未公开")
    WAITING = "waiting", _("待公开")
    COMING = "coming", _("未到期")


DISCLOSED = (CoverageStatus.ON_TIME, CoverageStatus.LATE)
DECIDED = (*DISCLOSED, CoverageStatus.OVERDUE)
"""What an on-time rate is taken of: the rest may still be in time."""
