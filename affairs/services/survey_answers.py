"""Answering a survey: one hand-in a person, and nothing that leads from the person to what was said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from affairs.enums import QuestionKind, SurveyStatus
from affairs.models import Survey, SurveyAnswer, SurveyPlace, SurveyQuestion
from unionoffice.batches import BATCH
from unionoffice.refusal import Refused


@dataclass(frozen=True)
class Reply:
    """What was said to one question: places of choices, or a text."""

    choices: tuple[int, ...] = ()
    text: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether it was left out."""
        return not self.choices and not self.text.strip()


@transaction.atomic
def answer_survey(survey: Survey, said: Mapping[int, Reply], *, member_id: int) -> None:
    """Take one person's answers, by the question's key: the place on the roll is marked, the answers stand alone.

    The survey is held first: of two at the same moment one is refused, and none comes in while it is closed. Neither
    row says when, no entry goes into the trail and no notice to anybody. Refused for who isn't asked or has answered,
    once the survey is over, where a question that must be answered was left out, and for what isn't a choice of its
    question.

    PostgreSQL keeps with each row the transaction that wrote it, which would lead from a mark to the answers. So all
    marks that are there are written anew with each hand-in: the last transaction is then that of everybody's mark.
    """
    open_now = Survey.objects.select_for_update().filter(pk=survey.pk, status=SurveyStatus.OPEN).first()
    place = SurveyPlace.objects.filter(survey=survey, member=member_id).first()
    if place is None:
        raise Refused(_("您不在这份问卷的调查范围内。"))
    if open_now is None:
        raise Refused(_("问卷已经结束，不能再填写。"))
    if place.answered:
        raise Refused(_("您已经填写过这份问卷，每人填写一次。"))
    answers = [answer for question in survey.questions.all() for answer in _answers(question, said)]
    SurveyPlace.objects.filter(Q(pk=place.pk) | Q(answered=True), survey=survey).update(answered=True)
    SurveyAnswer.objects.bulk_create(sorted(answers, key=lambda answer: answer.pk), batch_size=BATCH)


def _answers(question: SurveyQuestion, said: Mapping[int, Reply]) -> Iterator[SurveyAnswer]:
    answer = said.get(question.pk, Reply())
    if answer.is_nothing:
        if question.is_required:
            raise Refused(_("第%(position)d题还没有填写。") % {"position": question.position})
        return
    _check(question, answer)
    if question.kind == QuestionKind.TEXT:
        yield SurveyAnswer(question=question, text=answer.text.strip())
    else:
        for choice in sorted(set(answer.choices)):
            yield SurveyAnswer(question=question, choice=choice)


def _check(question: SurveyQuestion, answer: Reply) -> None:
    among = all(0 <= choice < len(question.options) for choice in answer.choices)
    several = len(set(answer.choices)) > 1 and question.kind != QuestionKind.MULTIPLE
    kinds: Any = bool(answer.choices) == (question.kind != QuestionKind.TEXT)
    if not among or several or not kinds:
        raise Refused(_("第%(position)d题的填写不符合题型，请重新选择。") % {"position": question.position})
