"""The pages of regulations, documents and consultations."""

from datetime import date

import pytest

from affairs.models import DocumentForward, Opinion
from tests.affairs.regulations import (
    LATER,
    TEXT,
    ConsultationFactory,
    DocumentFactory,
    ForwardFactory,
    HeldFactory,
    OpinionFactory,
    PointFactory,
    asked,
    say,
)
from tests.conftest import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def revised():
    """One regulation whose second version holds since June."""
    first = HeldFactory(to_on=date(2026, 5, 31), regulation__title="慰问办法")
    return HeldFactory(regulation=first.regulation, number=2, from_on=date(2026, 6, 1), text=LATER).regulation


def titles(response):
    return [row.cells[0].text for row in response.context["rows"]]


@pytest.mark.parametrize(("day", "number"), [("2026-05-31", 1), ("2026-06-01", 2), ("2026-11-22", 2)])
def test_page_shows_what_held_on_the_day(teacher, signed_in, revised, day, number):
    page = signed_in(teacher).get(f"/affairs/regulations/{revised.pk}/?on={day}")
    assert page.context["shown"].number == number


@pytest.mark.parametrize("day", ["2026-01-31", "nonsense", "2026-02-30"])
def test_day_before_all_shows_nothing_and_what_is_no_day_shows_today(teacher, signed_in, revised, day):
    shown = signed_in(teacher).get(f"/affairs/regulations/{revised.pk}/?on={day}").context["shown"]
    assert (shown is None) == (day == "2026-01-31")


def test_list_is_of_the_day_that_is_asked_for(teacher, signed_in, revised):
    HeldFactory(from_on=date(2026, 10, 1), regulation__title="考勤办法")
    client = signed_in(teacher)
    assert titles(client.get("/affairs/regulations/?on=2026-03-01")) == ["慰问办法"]
    assert set(titles(client.get("/affairs/regulations/?on=2026-11-01"))) == {"慰问办法", "考勤办法"}


def test_comparing_shows_the_latest_with_what_held_before(teacher, signed_in, revised):
    page = signed_in(teacher).get(f"/affairs/regulations/{revised.pk}/compare/")
    assert (page.context["before"].number, page.context["after"].number, page.context["changed"]) == (1, 2, 1)


@pytest.mark.parametrize("address", ["regulations", "documents", "consultations"])
def test_queries_of_a_list_do_not_grow(chair, signed_in, django_assert_max_num_queries, address):
    make = {"regulations": HeldFactory, "documents": DocumentFactory, "consultations": ConsultationFactory}[address]
    client, url = signed_in(chair), f"/affairs/{address}/"
    make.create_batch(3)
    client.get(url)
    with django_assert_max_num_queries(60) as few:
        assert len(client.get(url).context["rows"]) == 3
    make.create_batch(7)
    with django_assert_max_num_queries(60) as many:
        assert len(client.get(url).context["rows"]) == 10
    assert len(many) == len(few)


def test_queries_of_a_concluded_consultation_do_not_grow(teacher, signed_in, django_assert_max_num_queries):
    consultation = ConsultationFactory(status="concluded")
    client, url = signed_in(teacher), f"/affairs/consultations/{consultation.pk}/"
    counts = []
    for _round in range(2):
        for _number in range(3):
            point = PointFactory(consultation=consultation, decision="adopted")
            OpinionFactory(consultation=consultation, point=point)
        client.get(url)
        with django_assert_max_num_queries(60) as asked_for:
            client.get(url)
        counts.append(len(asked_for))
    assert counts[0] == counts[1]


def test_name_that_is_not_to_be_shown_is_on_no_page_of_a_colleague(secretary, teacher, delegate, signed_in):
    consultation = ConsultationFactory(status="concluded", text=TEXT)
    point = PointFactory(consultation=consultation, decision="adopted")
    OpinionFactory(consultation=consultation, point=point, voice="named", member=delegate.member)
    url = f"/affairs/consultations/{consultation.pk}/"
    assert "魏雅琴" not in signed_in(teacher).get(url).content.decode()
    assert "魏雅琴" in signed_in(secretary).get(url).content.decode()


def test_own_words_are_shown_to_all_only_of_who_said_them_openly(secretary, teacher, delegate, signed_in):
    consultation = ConsultationFactory(status="concluded", text=TEXT)
    point = PointFactory(consultation=consultation, decision="adopted")
    said = {"consultation": consultation, "point": point}
    OpinionFactory(**said, voice="open", member=delegate.member, text="请提高标准")
    OpinionFactory(**said, voice="named", member=delegate.member, text="我家在外地")
    OpinionFactory(**said, voice="anonymous", member=None, text="我教三年级")
    url = f"/affairs/consultations/{consultation.pk}/"
    words = ("请提高标准", "我家在外地", "我教三年级")
    shown = [[text in signed_in(user).get(url).content.decode() for text in words] for user in (teacher, secretary)]
    assert shown == [[True, False, False], [True, True, True]]


def test_nobody_reads_opinions_before_the_end(secretary, teacher, signed_in):
    consultation = asked(secretary)
    say(consultation, teacher, "标准偏低，请提高。")
    page = signed_in(secretary).get(f"/affairs/consultations/{consultation.pk}/").content.decode()
    assert ("请提高" in page, "截止以后才能看到收到的意见" in page) == (False, True)


def test_double_click_hands_in_once_and_ends_alike(secretary, teacher, signed_in):
    consultation, client = asked(secretary), signed_in(teacher)
    url = f"/affairs/consultations/{consultation.pk}/say/"
    sent = {"text": "好", "voice": "named", "once": str(client.get(url).context["form"]["once"].value())}
    answers = [client.post(url, sent) for _click in range(2)]
    assert ({answer.url for answer in answers}, Opinion.objects.count()) == (
        {f"/affairs/consultations/{consultation.pk}/thanks/"},
        1,
    )


def test_reader_says_on_the_page_that_it_was_read(teacher, signed_in):
    forward = ForwardFactory(member=teacher.member)
    client, url = signed_in(teacher), f"/affairs/documents/{forward.document_id}/"
    client.post(f"{url}read/", {"remark": "同意", "form_key": client.get(url).context["form_key"]})
    kept = DocumentForward.objects.get()
    assert (kept.read_on, kept.remark) == (TODAY, "同意")
