"""What a letter is, who sees it, and what the database itself refuses."""

import pytest
from django.db import IntegrityError

from affairs import services
from affairs.enums import LetterSide, LetterStatus, LetterWay
from affairs.models import Letter, LetterMessage
from tests.affairs.factories import UNION_FUNDS, PostedFactory, item
from tests.affairs.letters import anonymous, at, on_paper, open_mailbox, signed, taken_up, unsent
from tests.conftest import TODAY, make_actor
from tests.members.factories import AccountFactory, RoleGrantFactory
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db


def seen_by(*users):
    return {user.name: Letter.objects.visible_to(user).count() for user in users}


def test_letter_is_seen_by_owner_and_author(principal, chair, secretary, teacher, auditor):
    signed(teacher)
    assert seen_by(principal, chair, secretary, teacher, auditor) == {
        "沈立": 1,
        "周敏": 0,
        "陈静": 0,
        "韩梅": 1,
        "冯岚": 0,
    }


def test_secretary_sees_the_letters_of_a_mailbox_that_she_keeps(secretary, principal):
    anonymous(open_mailbox(Role.SECRETARY, name="工会秘书信箱"))
    assert seen_by(secretary, principal) == {"陈静": 1, "沈立": 0}


def test_stranger_and_account_of_no_member_see_nothing(client):
    anonymous(open_mailbox(role="", keeper=AccountFactory().member))
    operator = AccountFactory(member=None, employee_no="ops", name="运维")
    assert seen_by(operator) == {"运维": 0}
    assert not Letter.objects.visible_to(client.get("/").wsgi_request.user).exists()


def test_question_is_seen_by_who_answers_for_the_sphere(principal, chair):
    anonymous(disclosure=PostedFactory())
    anonymous(disclosure=PostedFactory(item=item(UNION_FUNDS)))
    assert seen_by(principal, chair) == {"沈立": 1, "周敏": 1}


def test_letters_go_to_the_next_principal_with_the_office(principal):
    anonymous()
    principal.grants.update(to_on=TODAY.replace(day=1))
    successor = make_actor(None, "顾言")
    RoleGrantFactory(account=successor, role=Role.PRINCIPAL, from_on=TODAY.replace(day=2))
    assert [
        Letter.objects.visible_to(type(principal).objects.get(pk=user.pk)).count() for user in (principal, successor)
    ] == [0, 1]


def test_name_is_told_to_owner_and_author_and_to_the_handler_unless_it_is_hidden(principal, teacher):
    head = make_actor(Role.DEPARTMENT_HEAD, "曹喆")
    told = []
    for hides in (False, True):
        letter = taken_up(signed(teacher, hides_name=hides), principal)
        services.forward_letter(letter, handler=head, handle_by=TODAY, note="", by=principal, on=TODAY)
        told.append([letter.sender_for(user) for user in (principal, teacher, head)])
    assert told == [["韩梅", "韩梅", "韩梅"], ["韩梅", "韩梅", "姓名保密"]]


def test_sender_of_a_letter_without_a_name_is_nobody(principal, secretary):
    box = open_mailbox()
    assert anonymous(box)[0].sender_for(principal) == "匿名"
    assert on_paper(box, secretary).sender_for(principal) == "匿名"
    assert on_paper(box, secretary, signature="一位老教师").sender_for(principal) == "一位老教师"


def stored(**fields):
    letter = unsent(**{"received_on": TODAY, "due_on": TODAY, "code_digest": "a" * 64, **fields})
    letter.save()
    return letter


def test_database_takes_a_plain_anonymous_letter():
    assert stored().pk


@pytest.mark.parametrize(
    "fields",
    [
        {"code_digest": ""},
        {"way": LetterWay.PAPER},
        {"signature": "某人"},
        {"hides_name": True},
        {"status": LetterStatus.HANDLING},
        {"year": 2026, "number": 1},
        {"status": LetterStatus.ANSWERED, "year": 2026, "number": 1},
        {"status": LetterStatus.CLOSED, "year": 2026, "number": 1, "answered_on": TODAY},
        {"closed_on": TODAY},
        {"status": LetterStatus.REFUSED},
        {"refusal_reason": "广告。"},
        {"satisfaction": "satisfied"},
    ],
)
def test_database_refuses_what_can_not_be(fields):
    with pytest.raises(IntegrityError):
        stored(**fields)


def test_database_refuses_a_code_beside_an_account_and_a_letter_to_nowhere(teacher):
    with pytest.raises(IntegrityError):
        stored(author=teacher)


def test_letter_goes_to_one_place():
    letter = unsent(received_on=TODAY, due_on=TODAY, code_digest="a" * 64)
    letter.disclosure = PostedFactory()
    with pytest.raises(IntegrityError):
        letter.save()


def test_two_letters_have_no_code_in_common():
    stored()
    with pytest.raises(IntegrityError):
        stored()


@pytest.mark.parametrize(
    "fields",
    [{"side": LetterSide.OFFICE}, {"side": LetterSide.SENDER, "is_answer": True}],
    ids=["office without account", "answer of the sender"],
)
def test_message_has_an_account_exactly_where_the_office_speaks(fields):
    with pytest.raises(IntegrityError):
        LetterMessage.objects.create(letter=stored(), position=1, text="。", written_on=TODAY, **fields)


def test_sender_has_no_account_in_a_message(teacher):
    with pytest.raises(IntegrityError):
        LetterMessage.objects.create(
            letter=stored(), position=1, text="。", written_on=TODAY, side=LetterSide.SENDER, by=teacher
        )


def test_letter_and_its_number_are_called_by_their_names(principal):
    letter = at(LetterStatus.RECEIVED)
    assert (str(letter), letter.short_number) == ("新来信", "")
    taken_up(letter, principal)
    assert (str(letter), letter.addressee) == ("来信 2026-001", "校长信箱")


def test_overdue_is_what_waits_for_its_first_answer_after_the_day(principal):
    letter, _code = anonymous()
    assert (
        Letter.objects.overdue(letter.due_on).count(),
        Letter.objects.overdue(TODAY.replace(month=12, day=8)).count(),
    ) == (0, 1)
