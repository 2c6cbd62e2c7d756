"""The words and moves of a round of approval."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RoundStatus(TextChoices):
    """What became of a text that was handed in."""

    WAITING = "waiting", _("待审批")
    RECALLED = "recalled", _("已撤回")
    RETURNED = "returned", _("已退回")
    APPROVED = "approved", _("已同意")
    TAKEN_BACK = "taken_back", _("同意后退回")


ROUND_MOVES: dict[RoundStatus, frozenset[RoundStatus]] = {
    RoundStatus.WAITING: frozenset({RoundStatus.RECALLED, RoundStatus.RETURNED, RoundStatus.APPROVED}),
    RoundStatus.RECALLED: frozenset(),
    RoundStatus.RETURNED: frozenset(),
    RoundStatus.APPROVED: frozenset({RoundStatus.TAKEN_BACK}),
    RoundStatus.TAKEN_BACK: frozenset(),
}

GIVEN_BACK = (RoundStatus.RETURNED, RoundStatus.TAKEN_BACK)
"""Rounds after which the writer mends the text."""
