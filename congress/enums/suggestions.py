"""The words and moves of suggestions (意见建议) and of the drives for them."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SuggestionStatus(TextChoices):
    """Where a suggestion stands."""

    FILED = "filed", _("待分办")
    HANDLING = "handling", _("办理中")
    ANSWERED = "answered", _("已答复")
    FOLLOWED = "followed", _("落实中")
    DONE = "done", _("已落实")
    WITHDRAWN = "withdrawn", _("已撤回")


class Adoption(TextChoices):
    """采纳情况, which the answer says."""

    ADOPTED = "adopted", _("采纳")
    PARTLY = "partly", _("部分采纳")
    DECLINED = "declined", _("未采纳")
    NOTED = "noted", _("留作参考")


TAKEN = (Adoption.ADOPTED, Adoption.PARTLY)
"""What counts as adopted, and is followed up until it is done."""

ANSWER_EXPECTED = (SuggestionStatus.FILED, SuggestionStatus.HANDLING)
"""States in which nobody has answered yet."""

SUGGESTION_ANSWERED = (SuggestionStatus.ANSWERED, SuggestionStatus.FOLLOWED, SuggestionStatus.DONE)
"""States in which the author has an answer."""

SUGGESTION_ADOPTED = (SuggestionStatus.FOLLOWED, SuggestionStatus.DONE)
"""States of what was adopted: being carried out, or carried out."""

WITH_HANDLER = (SuggestionStatus.HANDLING, *SUGGESTION_ANSWERED)
"""States in which the department that it was given to knows of it."""


class SuggestionDeed(StrEnum):
    """What is done to a suggestion, as its history says it; `permissions.READS_SUGGESTION_DEED` says who reads it."""

    HAND_IN = "提出意见建议"
    TAKE_OVER = "由提案转入"
    WITHDRAW = "撤回意见建议"
    ASSIGN = "分办"
    REASSIGN = "改派"
    SEND_BACK = "退回分办"
    ANSWER = "答复"
    ADOPT = "改为采纳"
    FINISH = "登记落实"
    HONOUR = "评为优秀建议"


_Status = SuggestionStatus
SUGGESTION_STEPS: dict[SuggestionDeed, tuple[tuple[SuggestionStatus, ...], tuple[SuggestionStatus, ...]]] = {
    SuggestionDeed.WITHDRAW: ((_Status.FILED,), (_Status.WITHDRAWN,)),
    SuggestionDeed.ASSIGN: ((_Status.FILED,), (_Status.HANDLING,)),
    SuggestionDeed.REASSIGN: ((_Status.HANDLING,), (_Status.HANDLING,)),
    SuggestionDeed.SEND_BACK: ((_Status.HANDLING,), (_Status.FILED,)),
    SuggestionDeed.ANSWER: (ANSWER_EXPECTED, (_Status.ANSWERED, _Status.FOLLOWED)),
    SuggestionDeed.ADOPT: ((_Status.ANSWERED,), (_Status.FOLLOWED,)),
    SuggestionDeed.FINISH: ((_Status.FOLLOWED,), (_Status.DONE,)),
}
"""What may be done in which states, and where it leads."""

SUGGESTION_MOVES: dict[SuggestionStatus, frozenset[SuggestionStatus]] = {
    status: frozenset(to for start, end in SUGGESTION_STEPS.values() if status in start for to in end)
    for status in SuggestionStatus
}


class DriveStatus(TextChoices):
    """Where a drive for suggestions stands."""

    PLANNED = "planned", _("未开始")
    OPEN = "open", _("征集中")
    CONCLUDED = "concluded", _("已结束")


DRIVE_MOVES: dict[DriveStatus, frozenset[DriveStatus]] = {
    DriveStatus.PLANNED: frozenset({DriveStatus.OPEN}),
    DriveStatus.OPEN: frozenset({DriveStatus.CONCLUDED}),
    DriveStatus.CONCLUDED: frozenset(),
}
"""An announced drive is concluded once; its last day alone ends only the handing in."""
