"""Nobody can tell who said what: one answers as a signed-in person would, and every table is searched."""

import pytest
from django.apps import apps
from django.db import connection, models
from django.test import Client

from affairs import services
from affairs.models import SurveyAnswer, SurveyPlace
from tests.affairs.surveys import answer, running, survey
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.formkeys import FormKey
from unionoffice.untraceable import Untraceable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

WORDS = "这句话不能有人知道是谁写的"


@pytest.fixture
def reader():
    return AccountFactory(name="古丽", member__name="古丽")


@pytest.fixture
def asked(reader):
    """A survey with a choice and a text, sent to the reader among others."""
    made = survey(questions=(("satisfaction", ()), ("text", ())))
    MemberFactory.create_batch(6)
    return services.open_survey(made, by=AccountFactory(), on=TODAY)


def said(made, grade="3", words=WORDS):
    first, second = made.questions.all()
    return {f"question_{first.pk}": grade, f"question_{second.pk}": words}


def every_row():
    """All rows of all tables, each as the names and values of its columns."""
    for model in apps.get_models(include_auto_created=True):
        for row in model._default_manager.values():
            yield model, row


def test_no_row_but_the_mark_on_the_roll_changes_with_the_person(asked, reader):
    client = Client()
    client.force_login(reader)
    client.get(asked.get_answer_url())
    before = {(model, tuple(map(str, row.items()))) for model, row in every_row()}
    response = client.post(asked.get_answer_url(), said(asked))
    assert (response.status_code, response.url) == (302, asked.get_answer_url())
    new = [(model, row) for model, row in every_row() if (model, tuple(map(str, row.items()))) not in before]
    changed = [(model, row) for model, row in new if model._meta.label != "sessions.Session"]
    assert {model for model, _row in changed} == {SurveyPlace, SurveyAnswer}
    (mark,) = [row for model, row in changed if model is SurveyPlace]
    assert mark == {
        "id": mark["id"],
        "survey_id": asked.pk,
        "member_id": reader.member_id,
        "answered": True,
    }
    answers = [row for model, row in changed if model is SurveyAnswer]
    assert sorted((row["choice"] is None, row["choice"], row["text"]) for row in answers) == [
        (False, 3, ""),
        (True, None, WORDS),
    ]
    assert [set(row) for row in answers] == [{"id", "question_id", "choice", "text"}] * 2


def test_words_stand_in_no_other_table(asked, reader):
    client = Client()
    client.force_login(reader)
    client.post(asked.get_answer_url(), said(asked))
    found = {model for model, row in every_row() if any(WORDS in str(value) for value in row.values())}
    assert found == {SurveyAnswer}
    assert FormKey.objects.count() == 0


def test_answer_has_no_time_no_person_and_a_key_of_no_order():
    assert issubclass(SurveyAnswer, Untraceable)
    kinds = {type(field) for field in SurveyAnswer._meta.get_fields()}
    assert not kinds & {models.DateField, models.DateTimeField, models.TimeField, models.UUIDField}
    targets = {field.related_model.__name__ for field in SurveyAnswer._meta.fields if field.is_relation}
    assert targets == {"SurveyQuestion"}


def test_roll_was_there_before_anybody_answered(asked, reader):
    keys = list(SurveyPlace.objects.filter(survey=asked).order_by("pk").values_list("pk", flat=True))
    client = Client()
    client.force_login(reader)
    client.post(asked.get_answer_url(), said(asked))
    assert list(SurveyPlace.objects.filter(survey=asked).order_by("pk").values_list("pk", flat=True)) == keys


def test_pressed_twice_it_counts_once_and_ends_alike(asked, reader):
    client = Client()
    client.force_login(reader)
    for grade in ("0", "3"):
        client.post(asked.get_answer_url(), said(asked, grade))
    assert "已提交，谢谢您" in client.get(asked.get_answer_url()).content.decode()
    assert list(SurveyAnswer.objects.exclude(choice=None).values_list("choice", flat=True)) == [0]


def test_left_out_question_is_named_and_nothing_is_kept(asked, reader):
    client = Client()
    client.force_login(reader)
    response = client.post(asked.get_answer_url(), said(asked, grade=""))
    assert (response.status_code, SurveyAnswer.objects.count()) == (422, 0)
    assert WORDS in response.content.decode()
    assert response.context["form"].errors == {f"question_{asked.questions.first().pk}": ["这一题还没有填写。"]}


def test_who_is_not_asked_finds_no_survey(asked, secretary, signed_in):
    new = signed_in(AccountFactory())
    assert new.get(asked.get_answer_url()).status_code == 404
    page = signed_in(secretary).get(running().get_absolute_url()).content.decode()
    assert "古丽" not in page


@pytest.mark.parametrize("url", ["paper", "workbook"])
def test_results_are_not_handed_out_before_the_end(secretary, signed_in, url):
    assert signed_in(secretary).get(f"/affairs/surveys/{running().pk}/{url}/").status_code == 403


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps no transaction with a row")
@pytest.mark.django_db(transaction=True)
def test_no_mark_stands_alone_in_the_transaction_of_its_answers():
    made = running()
    for grade in range(3):
        answer(made, grade)
    marks = SurveyPlace.objects.filter(survey=made, answered=True).extra(select={"written_by": "xmin::text"})
    assert len({mark.written_by for mark in marks}) == 1
    answers = SurveyAnswer.objects.extra(select={"written_by": "xmin::text"})
    assert len({one.written_by for one in answers}) == 3
