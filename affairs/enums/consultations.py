"""The words and moves of consultations."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConsultationStatus(TextChoices):
    """Where a consultation stands."""

    DRAFT = "draft", _("草稿")
    OPEN = "open", _("征求意见中")
    ANSWERING = "answering", _("整理答复中")
    CONCLUDED = "concluded", _("已结束")
    WITHDRAWN = "withdrawn", _("已撤回")


CONSULTATION_MOVES: dict[ConsultationStatus, frozenset[ConsultationStatus]] = {
    ConsultationStatus.DRAFT: frozenset({ConsultationStatus.OPEN, ConsultationStatus.WITHDRAWN}),
    ConsultationStatus.OPEN: frozenset({ConsultationStatus.ANSWERING, ConsultationStatus.WITHDRAWN}),
    ConsultationStatus.ANSWERING: frozenset({ConsultationStatus.CONCLUDED, ConsultationStatus.WITHDRAWN}),
    ConsultationStatus.CONCLUDED: frozenset(),
    ConsultationStatus.WITHDRAWN: frozenset(),
}

OPENED_ONCE = (ConsultationStatus.OPEN, ConsultationStatus.ANSWERING, ConsultationStatus.CONCLUDED)
"""States that those who were asked may see, and that count."""

CLOSED_ONCE = (ConsultationStatus.ANSWERING, ConsultationStatus.CONCLUDED)
"""States in which the office reads what came in: before, the number of opinions and whoever is signed in could be
laid side by side.
"""


class Voice(TextChoices):
    """Whose opinion it is, and who learns of that."""

    OPEN = "open", _("署名，公布时显示我的姓名")
    NAMED = "named", _("署名，公布时不显示姓名")
    ANONYMOUS = "anonymous", _("匿名，谁也查不到是我")
    GROUP = "group", _("小组集体意见")


SAID_OPENLY = (Voice.OPEN, Voice.GROUP)
"""Whose own words are shown to all who were asked. Of the others they read the point that the office made of them:
wording may betray its author.
"""


VOICE_WORDS = {
    Voice.OPEN: _("署名"),
    Voice.NAMED: _("署名"),
    Voice.ANONYMOUS: _("匿名"),
    Voice.GROUP: _("小组"),
}
"""The same for lists and papers; whether a name may be shown is no matter of theirs."""


class Decision(TextChoices):
    """The answer to what was suggested."""

    ADOPTED = "adopted", _("采纳")
    PARTLY = "partly", _("部分采纳")
    DECLINED = "declined", _("未采纳")
