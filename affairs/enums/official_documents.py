"""The words and moves of incoming and outgoing documents."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Direction(TextChoices):
    """Whether the office received a document or sent it; each has numbers of its own."""

    INCOMING = "incoming", _("收文")
    OUTGOING = "outgoing", _("发文")


class Urgency(TextChoices):
    """紧急程度, as the head of a document says."""

    PLAIN = "plain", _("平件")
    URGENT = "urgent", _("加急")
    AT_ONCE = "at_once", _("特急")


class Secrecy(TextChoices):
    """Who may know of it. State secrets don't belong into this office at all."""

    NONE = "none", _("无")
    INTERNAL = "internal", _("内部")


class DocumentStatus(TextChoices):
    """What is still to be done with a document."""

    FILED = "filed", _("已登记")
    PENDING = "pending", _("待办")
    DONE = "done", _("已办结")
    VOID = "void", _("已作废")


DOCUMENT_MOVES: dict[DocumentStatus, frozenset[DocumentStatus]] = {
    DocumentStatus.FILED: frozenset({DocumentStatus.VOID}),
    DocumentStatus.PENDING: frozenset({DocumentStatus.DONE, DocumentStatus.VOID}),
    DocumentStatus.DONE: frozenset({DocumentStatus.VOID}),
    DocumentStatus.VOID: frozenset(),
}
"""A number that was given stays in the register, also where it was given by mistake."""
