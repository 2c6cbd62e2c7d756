"""The words and moves of surveys (问卷)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SurveyStatus(TextChoices):
    """Where a survey stands."""

    DRAFT = "draft", _("草稿")
    OPEN = "open", _("进行中")
    CLOSED = "closed", _("已结束")
    DISCARDED = "discarded", _("已作废")


SURVEY_MOVES: dict[SurveyStatus, frozenset[SurveyStatus]] = {
    SurveyStatus.DRAFT: frozenset({SurveyStatus.OPEN, SurveyStatus.DISCARDED}),
    SurveyStatus.OPEN: frozenset({SurveyStatus.CLOSED}),
    SurveyStatus.CLOSED: frozenset(),
    SurveyStatus.DISCARDED: frozenset(),
}
"""One that people have answered runs to its end: closed early it still counts."""


class QuestionKind(TextChoices):
    """How a question is answered."""

    SINGLE = "single", _("单选")
    MULTIPLE = "multiple", _("多选")
    SATISFACTION = "satisfaction", _("满意度")
    SCALE = "scale", _("1至5分")
    TEXT = "text", _("填空")


class Grade(TextChoices):
    """满意度, in four grades."""

    VERY = "0", _("非常满意")
    SATISFIED = "1", _("满意")
    BASICALLY = "2", _("基本满意")
    NOT_SATISFIED = "3", _("不满意")


class SatisfiedWith(TextChoices):
    """Which grades make up 满意度: a rule that each school sets."""

    BASICALLY = "basically", _("非常满意、满意和基本满意")
    SATISFIED = "satisfied", _("非常满意和满意")


SATISFIED_GRADES: dict[SatisfiedWith, frozenset[int]] = {
    SatisfiedWith.BASICALLY: frozenset({0, 1, 2}),
    SatisfiedWith.SATISFIED: frozenset({0, 1}),
}
"""The places among the grades that count as satisfied."""

SCALE_POINTS = (1, 2, 3, 4, 5)

OWN_CHOICES = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
"""Kinds whose choices are written with the question; the others bring theirs."""
