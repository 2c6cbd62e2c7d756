"""What letters show on the desk, in the search and in the calendar."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from affairs import services
from affairs.area.letters import find_letters, letter_days, letter_tasks
from tests.affairs.letters import SUBJECT, anonymous, answered, closed, open_mailbox, published, signed, taken_up
from tests.conftest import TODAY, make_actor
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def head(db):
    return make_actor(Role.DEPARTMENT_HEAD, "曹喆")


def tasks(user, on=TODAY):
    return [(task.sentence, task.button, task.due) for task in letter_tasks(user, on)]


def hits(user, text):
    return [hit.title for hit in find_letters(user, text)]


def hand_to(head, letter, by, *, handle_by):
    return services.forward_letter(letter, handler=head, handle_by=handle_by, note="", by=by, on=TODAY)


def test_owner_is_asked_to_take_up_then_to_answer_then_nothing(principal, chair):
    letter, _code = anonymous()
    due = date(2026, 12, 7)
    assert tasks(principal) == [(f"来信“{SUBJECT}”（校长信箱）等待受理", "查看", due)]
    taken_up(letter, principal)
    assert tasks(principal) == [(f"来信“{SUBJECT}”等待答复", "答复", due)]
    assert tasks(chair) == []
    closed(letter, principal)
    assert tasks(principal) == []


def test_handler_has_the_day_that_was_set_and_the_owner_is_told_when_it_is_late(principal, head):
    handle_by = TODAY + timedelta(days=3)
    hand_to(head, anonymous()[0], principal, handle_by=handle_by)
    assert (tasks(head), tasks(principal)) == ([(f"来信“{SUBJECT}”等待答复", "答复", handle_by)], [])
    late = (f"来信“{SUBJECT}”已超过期限，承办人曹喆还没有答复", "查看", date(2026, 12, 7))
    assert tasks(principal, date(2026, 12, 8)) == [late]


def test_owner_closes_what_the_handler_has_answered(principal, head):
    answered(hand_to(head, anonymous()[0], principal, handle_by=TODAY), head)
    assert tasks(principal) == [(f"来信“{SUBJECT}”已答复，可以办结", "查看", None)]
    assert tasks(head) == []


def test_sender_who_signed_is_asked_for_more_and_for_a_rating(principal, teacher):
    letter = taken_up(signed(teacher), principal)
    services.ask_sender(letter, text="哪一层？", by=principal, on=TODAY)
    assert tasks(teacher) == [(f"您的来信“{SUBJECT}”需要补充情况", "补充", None)]
    answered(letter, principal)
    assert tasks(teacher) == [(f"您的来信“{SUBJECT}”有了答复", "查看并评价", None)]


@pytest.mark.parametrize("count", [3, 6])
def test_tasks_take_a_constant_number_of_queries(principal, django_assert_num_queries, count):
    box = open_mailbox()
    for _ in range(count):
        anonymous(box)
        taken_up(anonymous(box)[0], principal)
    list(letter_tasks(principal, TODAY))
    with django_assert_num_queries(1):
        assert len(list(letter_tasks(principal, TODAY))) == count * 2


def test_letter_is_found_by_those_who_deal_with_it_alone(principal, chair, secretary, teacher, client):
    letter = taken_up(signed(teacher), principal)
    people = (principal, chair, secretary, teacher, client.get("/").wsgi_request.user)
    assert [hits(user, "热水") for user in people] == [[SUBJECT], [], [], [], []]
    assert (hits(principal, letter.short_number), hits(principal, "韩梅")) == ([SUBJECT], [])


def test_published_reply_is_found_by_everybody_who_reads_it(principal, teacher):
    published(answered(anonymous()[0], principal), principal)
    assert hits(teacher, "全天供应") == ["热水何时供应？"]
    assert [hit.url for hit in find_letters(teacher, "热水")] == [reverse("affairs:board-letters")]


def test_due_days_stand_in_the_calendar_of_those_who_answer(principal, chair):
    anonymous()
    span = (date(2026, 12, 1), date(2026, 12, 31))
    found = [[(entry.day, entry.title) for entry in letter_days(user, *span)] for user in (principal, chair)]
    assert found == [[(date(2026, 12, 7), f"来信答复到期：{SUBJECT}")], []]
    assert list(letter_days(principal, date(2026, 11, 1), date(2026, 11, 30))) == []
