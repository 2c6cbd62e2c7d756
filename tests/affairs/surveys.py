"""Surveys for tests, each by the service that an office uses."""

from datetime import date, timedelta

from affairs import services
from affairs.enums import QuestionKind
from affairs.models import Survey, SurveyPlace, SurveyQuestion
from members.enums import AudienceKey
from members.models import Audience
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, MemberFactory

LAST_DAY = TODAY + timedelta(days=7)


def survey(by=None, questions=((QuestionKind.SATISFACTION, ()),), on=TODAY, **fields):
    """A draft to all staff, with its questions."""
    by = by or AccountFactory()
    told = {"title": "食堂满意度", "audience": Audience.objects.get(key=AudienceKey.STAFF), "closes_on": LAST_DAY}
    made = services.draft_survey(Survey(**{**told, **fields}), by=by, on=on)
    for position, (kind, choices) in enumerate(questions, start=1):
        add(made, kind, choices, position=position, by=by)
    return made


def add(made, kind=QuestionKind.SINGLE, choices=(), *, position=1, text="", required=True, by=None):
    question = SurveyQuestion(
        kind=kind,
        text=text or f"问题{position}",
        choices=list(choices),
        position=position,
        is_required=required,
    )
    return services.save_question(made, question, by=by or AccountFactory())


def running(by=None, people=6, **fields):
    """One that was sent out to so many, beside whoever else is on the staff."""
    MemberFactory.create_batch(people)
    by = by or AccountFactory()
    return services.open_survey(survey(by, **fields), by=by, on=TODAY)


def members_asked(made):
    return list(SurveyPlace.objects.filter(survey=made, answered=False).values_list("member", flat=True))


def answer(made, *said, member=None):
    """What one person says to each question in turn: a place, several, or a text; None leaves it out."""
    replies = {
        question.pk: reply(one) for question, one in zip(made.questions.all(), said, strict=True) if one is not None
    }
    services.answer_survey(made, replies, member_id=member or members_asked(made)[0])


def reply(said):
    if isinstance(said, str):
        return services.Reply(text=said)
    return services.Reply(choices=said if isinstance(said, tuple) else (said,))


def closed(by=None, answers=(), **fields):
    """One that was answered so and is over."""
    by = by or AccountFactory()
    made = running(by, people=max(6, len(answers)), **fields)
    for said in answers:
        answer(made, *(said if isinstance(said, list) else [said]))
    return services.close_survey(made, by=by, on=TODAY)


def recorded(by=None, **fields):
    told = {
        "title": "学校管理满意度",
        "closed_on": date(2026, 6, 30),
        "sent": 120,
        "answered": 118,
        "satisfaction": 96,
    }
    return services.record_survey(Survey(**{**told, **fields}), by=by or AccountFactory(), on=TODAY)


LINKS = {("affairs.SurveyPlace", "member"): lambda one: survey().places.create(member=one)}
"""What of a survey points at a person."""
