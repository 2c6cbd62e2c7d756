"""Words and moves of delegates: how they are elected, and why they cease to be ones."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ElectionMethod(TextChoices):
    """How a constituency chooses its delegates."""

    DIRECT = "direct", _("直接选举")
    TWICE = "twice", _("二上二下")


class Occasion(TextChoices):
    """Whether all seats are elected for a new term, or one that fell vacant."""

    REGULAR = "regular", _("换届选举")
    BY = "by", _("补选")


class Stage(TextChoices):
    """What a round of an election is for."""

    NAMING = "naming", _("确定候选人")
    FIRST_UP = "first_up", _("一上：提名")
    FIRST_DOWN = "first_down", _("一下：征求意见")
    SECOND_UP = "second_up", _("二上：提名")
    SECOND_DOWN = "second_down", _("二下：征求意见")
    BALLOT = "ballot", _("投票选举")


STAGES: dict[ElectionMethod, tuple[Stage, ...]] = {
    ElectionMethod.DIRECT: (Stage.NAMING, Stage.BALLOT),
    ElectionMethod.TWICE: (
        Stage.FIRST_UP,
        Stage.FIRST_DOWN,
        Stage.SECOND_UP,
        Stage.SECOND_DOWN,
        Stage.BALLOT,
    ),
}
"""The rounds of each method in their order; only the last may be repeated."""


class ElectionStatus(TextChoices):
    """How far an election has come."""

    RUNNING = "running", _("选举中")
    ELECTED = "elected", _("待资格审查")
    DONE = "done", _("已完成")


ELECTION_MOVES: dict[ElectionStatus, frozenset[ElectionStatus]] = {
    ElectionStatus.RUNNING: frozenset({ElectionStatus.ELECTED, ElectionStatus.DONE}),
    ElectionStatus.ELECTED: frozenset({ElectionStatus.DONE}),
    ElectionStatus.DONE: frozenset(),
}


class Departure(TextChoices):
    """Why somebody ceased to be a delegate before the term's end."""

    RETIRED = "retired", _("退休")
    LEFT = "left", _("调离或离职")
    RESIGNED = "resigned", _("本人辞去")
    DIED = "died", _("去世")
    RECALLED = "recalled", _("撤换")
    OTHER = "other", _("其他")
