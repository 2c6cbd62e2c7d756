"""The words and moves of mailboxes and letters."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MailboxKind(TextChoices):
    """What people find: a page, a box on a wall, or a number to call."""

    ONLINE = "online", _("网上信箱")
    HUNG = "hung", _("挂设的信箱")
    PHONE = "phone", _("公布的电话")


class LetterWay(TextChoices):
    """How a letter reached the office."""

    ONLINE = "online", _("网上")
    PAPER = "paper", _("纸质")
    PHONE = "phone", _("电话")


class LetterCategory(TextChoices):
    """What a letter is about."""

    TEACHING = "teaching", _("教学")
    LOGISTICS = "logistics", _("后勤")
    TREATMENT = "treatment", _("待遇")
    ETHICS = "ethics", _("师德师风")
    SAFETY = "safety", _("校园安全")
    MANAGEMENT = "management", _("学校管理")
    UNION = "union", _("工会工作")
    OTHER = "other", _("其他")


class ReplyWish(TextChoices):
    """What the sender wants to become of the reply."""

    PRIVATE = "private", _("只答复本人")
    MAY_PUBLISH = "may_publish", _("可以隐去个人信息后公开")


class Satisfaction(TextChoices):
    """What the sender makes of the reply."""

    SATISFIED = "satisfied", _("满意")
    FAIRLY = "fairly", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")


class LetterSide(TextChoices):
    """Who speaks in the exchange: the sender, whoever that is, or the office."""

    SENDER = "sender", _("来信人")
    OFFICE = "office", _("答复人")


class LetterStatus(TextChoices):
    """Where a letter stands between the box and the end."""

    RECEIVED = "received", _("待受理")
    HANDLING = "handling", _("办理中")
    ASKED = "asked", _("待来信人补充")
    ANSWERED = "answered", _("已答复")
    CLOSED = "closed", _("已办结")
    REFUSED = "refused", _("不予受理")


LETTER_MOVES: dict[LetterStatus, frozenset[LetterStatus]] = {
    LetterStatus.RECEIVED: frozenset({LetterStatus.HANDLING, LetterStatus.REFUSED}),
    LetterStatus.HANDLING: frozenset({LetterStatus.HANDLING, LetterStatus.ASKED, LetterStatus.ANSWERED}),
    LetterStatus.ASKED: frozenset({LetterStatus.HANDLING, LetterStatus.ANSWERED}),
    LetterStatus.ANSWERED: frozenset({LetterStatus.HANDLING, LetterStatus.CLOSED}),
    LetterStatus.CLOSED: frozenset(),
    LetterStatus.REFUSED: frozenset(),
}
"""Forwarded or given more time, a letter stays in hand; what the sender adds brings it back there."""

LETTER_TAKEN_UP = (LetterStatus.HANDLING, LetterStatus.ASKED, LetterStatus.ANSWERED, LetterStatus.CLOSED)
"""States in which a letter has its number and somebody answers for it."""

LETTER_OPEN = (LetterStatus.RECEIVED, LetterStatus.HANDLING, LetterStatus.ASKED)
"""States in which a letter waits for its answer."""

LETTER_REPLIED = (LetterStatus.ANSWERED, LetterStatus.CLOSED)
"""States in which a letter has it."""
