"""What came of a question, as far as it may be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import gettext as _

from affairs.enums import SATISFIED_GRADES, SCALE_POINTS, QuestionKind, SatisfiedWith
from unionoffice.charts import Chart, Series
from unionoffice.figures import percentage
from unionoffice.rules import rule

SURVEY_MINIMUM = "affairs.survey.minimum"
SATISFIED_WITH = "affairs.survey.satisfied_with"


@dataclass(frozen=True)
class OptionTotal:
    """How many chose it, and in percent of those who answered the question."""

    label: str
    count: int
    share: Decimal


@dataclass(frozen=True)
class QuestionTotal:
    """What came of one question. Without enough answers to it nothing is said, not even how many there are."""

    question: Any
    enough: bool
    count: int = 0
    options: tuple[OptionTotal, ...] = ()
    texts: tuple[str, ...] = ()
    mean: Decimal | None = None
    satisfied: Decimal | None = None

    @property
    def chart(self) -> Chart:
        """The choices as bars."""
        return Chart(
            "bars",
            self.question.text,
            [option.label for option in self.options],
            [Series(_("人数"), [option.count for option in self.options])],
            _("人"),
        )

    @property
    def summary(self) -> str:
        """满意度96.0%, or 平均4.2分; empty where there is neither."""
        if self.satisfied is not None:
            return _("满意度%(rate)s%%") % {"rate": self.satisfied}
        return _("平均%(mean)s分") % {"mean": self.mean} if self.mean is not None else ""


def satisfied_grades(on: date) -> frozenset[int]:
    """The places among the grades that count as satisfied, by the rule of a day."""
    return SATISFIED_GRADES[SatisfiedWith(rule(SATISFIED_WITH, on=on))]


def total_of_choices(question: Any, counts: Sequence[int], *, answered: int, minimum: int, on: date) -> QuestionTotal:
    """The total of a question with choices, whose `counts` stand in the order of its options.

    Shares are of those who answered it. Where several may be chosen nobody can leave it out, so that is everybody
    who answered the survey. What too few answered isn't told.
    """
    count = answered if question.kind == QuestionKind.MULTIPLE else sum(counts)
    if count < minimum:
        return QuestionTotal(question, enough=False)
    options = tuple(
        OptionTotal(label, chosen, percentage(chosen, count))
        for label, chosen in zip(question.options, counts, strict=True)
    )
    satisfied = sum(counts[place] for place in satisfied_grades(on)) if _is_about_satisfaction(question) else 0
    return QuestionTotal(
        question,
        enough=True,
        count=count,
        options=options,
        mean=_mean(counts) if question.kind == QuestionKind.SCALE else None,
        satisfied=percentage(satisfied, count) if _is_about_satisfaction(question) else None,
    )


def total_of_texts(question: Any, texts: Sequence[str], *, minimum: int) -> QuestionTotal:
    """What was written, from the minimum up."""
    if len(texts) < minimum:
        return QuestionTotal(question, enough=False)
    return QuestionTotal(question, enough=True, count=len(texts), texts=tuple(texts))


def _is_about_satisfaction(question: Any) -> bool:
    return bool(question.kind == QuestionKind.SATISFACTION)


def _mean(counts: Sequence[int]) -> Decimal:
    if not sum(counts):
        return Decimal(0)
    points = sum(point * count for point, count in zip(SCALE_POINTS, counts, strict=True))
    return (Decimal(points) / sum(counts)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
