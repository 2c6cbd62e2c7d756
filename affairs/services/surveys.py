"""Every write to surveys but the answers themselves."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import OWN_CHOICES, QuestionKind, SurveyStatus
from affairs.models import SURVEY_MINIMUM, Survey, SurveyAnswer, SurveyPlace, SurveyQuestion
from affairs.selectors import (
    answered_so_far,
    still_asked,
    surveys_over,
)
from members.selectors import audience_members
from unionoffice import audit
from unionoffice.batches import BATCH, in_batches
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.rules import rule
from unionoffice.states import lock, moving

SURVEY_SERIES = "affairs.survey"
REWRITABLE_SURVEY = frozenset({"title", "intro", "audience", "closes_on"})
LEAST_CHOICES = 2


@transaction.atomic
def draft_survey(survey: Survey, *, by: Any, on: date) -> Survey:
    """Begin a survey; its questions follow."""
    _begin(survey, by=by, on=on, year=on.year)
    with audit.deed("起草", by=by):
        survey.save()
    return survey


@transaction.atomic
def copy_survey(survey: Survey, *, by: Any, on: date) -> Survey:
    """Begin another with the same questions, as is done every year."""
    copied = Survey(title=survey.title, intro=survey.intro, audience=survey.audience)
    _begin(copied, by=by, on=on, year=on.year)
    with audit.deed("起草", by=by, note=survey.public_number):
        copied.save()
        for question in survey.questions.all():
            told = {name: getattr(question, name) for name in ("position", "kind", "text", "choices", "is_required")}
            SurveyQuestion.objects.create(survey=copied, **told)
    return copied


@transaction.atomic
def mend_survey(survey: Survey, *, changes: Mapping[str, Any], by: Any) -> Survey:
    """Change what is said of it; refused once it is open."""
    _hold_draft(survey)
    for name in REWRITABLE_SURVEY & changes.keys():
        setattr(survey, name, changes[name])
    with audit.deed("修改", by=by):
        survey.save()
    return survey


@transaction.atomic
def save_question(survey: Survey, question: SurveyQuestion, *, by: Any) -> SurveyQuestion:
    """Put a question in its place, new or changed; those behind it move. Refused once the survey is open.

    One to choose from has at least two different choices. One with several of them can't be left out: of nothing
    chosen nobody could tell whether it was read, and shares would be of an unknown number.
    """
    _hold_draft(survey)
    if question.kind in OWN_CHOICES:
        if len(question.choices) < LEAST_CHOICES:
            raise Refused(_("选择题至少要有两个选项，每行写一个。"))
        if len(set(question.choices)) < len(question.choices):
            raise Refused(_("选项有重复，请核对。"))
    else:
        question.choices = []
    question.is_required = question.is_required or question.kind == QuestionKind.MULTIPLE
    question.survey = survey
    others = list(survey.questions.exclude(pk=question.pk))
    place = min(max(question.position, 1), len(others) + 1)
    with audit.deed("保存题目", by=by):
        question.position = place
        question.save()
    _number([*others[: place - 1], question, *others[place - 1 :]])
    audit.record_event(survey, verb="保存题目", by=by, note=question.text)
    return question


@transaction.atomic
def delete_question(question: SurveyQuestion, *, by: Any) -> Survey:
    """Take a question out of a draft."""
    survey = question.survey
    _hold_draft(survey)
    audit.record_event(survey, verb="删除题目", by=by, note=question.text)
    with audit.deed("删除题目", by=by):
        question.delete()
    _number(list(survey.questions.all()))
    return survey


def open_survey(survey: Survey, *, by: Any, on: date) -> Survey:
    """Freeze whom it is sent to, and tell them. Refused without questions, without a last day to come, and where so
    few are asked that there could never be totals.
    """
    with moving(survey, to=SurveyStatus.OPEN, by=by, verb="发布"):
        if not survey.questions.exists():
            raise Refused(_("还没有题目，请先添加题目。"))
        if survey.audience is None:
            raise Refused(_("还没有选择调查范围，请先修改问卷。"))
        if survey.closes_on is None or survey.closes_on < on:
            raise Refused(_("请先修改问卷，填写今天或以后的截止日期。"))
        people = list(audience_members(survey.audience, on).values_list("pk", flat=True))
        survey.minimum = rule(SURVEY_MINIMUM, on=on)
        if len(people) < survey.minimum:
            raise Refused(
                _("调查范围只有%(n)d人，少于最少答卷数%(least)d份，结果不能公布。请扩大范围。")
                % {"n": len(people), "least": survey.minimum}
            )
        survey.opened_on, survey.sent = on, len(people)
        for part in in_batches(people):
            SurveyPlace.objects.bulk_create(SurveyPlace(survey=survey, member_id=key) for key in part)
        notify(
            still_asked(survey),
            _("请填写问卷“%(title)s”，%(day)s截止") % {"title": survey.title, "day": survey.closes_on},
            url=survey.get_answer_url(),
            key=f"survey-{survey.pk}-opened",
        )
    return survey


@transaction.atomic
def remind_of_survey(survey: Survey, *, by: Any, on: date) -> int:
    """Tell those who haven't answered, once a day at the most; returns how many they are."""
    lock(survey)
    if survey.status != SurveyStatus.OPEN:
        raise Refused(_("只有进行中的问卷可以提醒。"))
    people = list(still_asked(survey))
    sentence = _("问卷“%(title)s”还没有填写，%(day)s截止") % {"title": survey.title, "day": survey.closes_on}
    notify(people, sentence, url=survey.get_answer_url(), key=f"survey-{survey.pk}-reminded-{on}")
    audit.record_event(survey, verb="提醒填写", by=by)
    return len(people)


def close_survey(survey: Survey, *, by: Any, on: date) -> Survey:
    """End it: from now on the totals can be seen, if enough have answered.

    The answers are written once more in the order of their random keys, so that a database which keeps rows as they
    came keeps no order of arrival either. `by` is None where the daily run does it.
    """
    with moving(survey, to=SurveyStatus.CLOSED, by=by, verb="结束"):
        survey.closed_on = min(on, survey.closes_on or on)
        survey.answered = answered_so_far(survey)
        answers = list(SurveyAnswer.objects.filter(question__survey=survey).order_by("pk"))
        for part in in_batches([answer.pk for answer in answers]):
            SurveyAnswer.objects.filter(pk__in=part).delete()
        SurveyAnswer.objects.bulk_create(answers, batch_size=BATCH)
        survey.status = SurveyStatus.CLOSED
        survey.satisfaction = survey.overall_satisfaction()
    return survey


def discard_survey(survey: Survey, *, reason: str, by: Any) -> Survey:
    """Give up a draft; it is kept, and counts nowhere."""
    with moving(survey, to=SurveyStatus.DISCARDED, by=by, verb="作废", note=reason):
        stated(reason, _("请写明作废的原因。"))
    return survey


@transaction.atomic
def record_survey(survey: Survey, *, by: Any, on: date) -> Survey:
    """Take in one that ran on paper or elsewhere, with the numbers that are known of it."""
    if survey.closed_on is None or survey.closed_on > on:
        raise Refused(_("请填写结束日期，不能晚于今天。"))
    if survey.opened_on is not None and survey.opened_on > survey.closed_on:
        raise Refused(_("开始日期不能晚于结束日期。"))
    if survey.sent is not None and survey.answered is not None and survey.answered > survey.sent:
        raise Refused(_("回收份数不能多于发放份数，请核对。"))
    _begin(survey, by=by, on=on, year=survey.closed_on.year)
    survey.recorded_late, survey.status = True, SurveyStatus.CLOSED
    with audit.deed("补录", by=by):
        survey.save()
    return survey


def close_surveys(*, on: date) -> int:
    """The daily round: what is over ends. Returns how many; safe to repeat."""
    over = list(surveys_over(on))
    for survey in over:
        close_survey(survey, by=None, on=on)
    return len(over)


def _begin(survey: Survey, *, by: Any, on: date, year: int) -> None:
    survey.drafted_by, survey.drafted_on = by, on
    survey.short_number = f"{year}-{next_number(SURVEY_SERIES, year):03}"


def _hold_draft(survey: Survey) -> None:
    lock(survey)
    if survey.status != SurveyStatus.DRAFT:
        raise Refused(_("问卷已经发布，不能再修改。"))


def _number(questions: list[SurveyQuestion]) -> None:
    """Questions are numbered from 1 as they stand."""
    for position, question in enumerate(questions, start=1):
        question.position = position
    SurveyQuestion.objects.bulk_update(questions, ["position"])
