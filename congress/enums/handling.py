"""Words of what happens beside a proposal's way: extensions, reminders, and the honours given to proposals."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ExtensionStatus(TextChoices):
    """What became of a department's asking for more time."""

    ASKED = "asked", _("待审批")
    GRANTED = "granted", _("同意延期")
    REFUSED = "refused", _("不同意延期")
    DROPPED = "dropped", _("不再需要")


DECIDED = (ExtensionStatus.GRANTED, ExtensionStatus.REFUSED)
"""What somebody has said yes or no to."""


class ExtensionDecider(TextChoices):
    """Who grants an extension, by the school's rule."""

    SECRETARY = "secretary", _("工会秘书")
    LEADER = "leader", _("校领导")


class ReminderStage(TextChoices):
    """What somebody is reminded of: an answer, an opinion, or what an answer promised."""

    AHEAD = "ahead", _("答复到期前提醒")
    LATE = "late", _("答复逾期催办")
    ESCALATED = "escalated", _("答复长期逾期，报校领导")
    OPINION = "opinion", _("协办意见到期前提醒")
    PROMISE_AHEAD = "promise_ahead", _("落实到期前提醒")
    PROMISE_LATE = "promise_late", _("落实逾期催办")
