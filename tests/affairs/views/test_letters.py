"""Pages of those who write, and of those who read what was published."""

import re

import pytest
from django.urls import reverse

from affairs import services
from affairs.enums import DisclosureStatus, LetterStatus, MailboxKind, Reach
from affairs.models import Disclosure, Letter
from affairs.selectors import questions_under
from affairs.selectors.letters import A_DAY
from affairs.views.tickets import DISCLOSURE, MAILBOX, ticket_of
from tests.affairs.factories import DisclosureFactory, PostedFactory, PublicFactory
from tests.affairs.letters import BODY, SUBJECT, anonymous, answered, open_mailbox, pdf, photo, published, signed
from tests.conftest import TODAY
from unionoffice.rules import set_rule

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

BOXES = reverse("affairs:letter-boxes")
FOLLOW = reverse("affairs:letter-follow")
REPLIES = reverse("affairs:board-letters")
FILLED = {"category": "logistics", "subject": SUBJECT, "body": BODY, "wish": "private"}


def names(response):
    return [mailbox.name for mailbox, _ticket in response.context["boxes"]]


def write_signed(client, address, **changes):
    key = client.get(address).context["form"]["form_key"].value()
    return client.post(address, {**FILLED, "form_key": key, **changes})


def anonymous_address(record, kind=MAILBOX):
    return reverse("affairs:letter-anonymous", args=[ticket_of(kind, record.pk, TODAY)])


def write_anonymously(client, address, **changes):
    slip = client.get(address).context["slip"]
    return client.post(address, {**FILLED, "slip": slip, **changes})


def test_staff_see_all_open_mailboxes_and_strangers_those_for_everybody(client, teacher, signed_in):
    open_mailbox(name="校长信箱")
    open_mailbox(name="家长信箱", writers=Reach.PUBLIC)
    open_mailbox(name="未开的信箱", in_use_from=None)
    assert names(signed_in(teacher).get(BOXES)) == ["校长信箱", "家长信箱"]
    assert names(client.get(BOXES)) == ["家长信箱"]


def test_box_on_a_wall_and_phones_are_shown_and_not_written_to(teacher, signed_in):
    open_mailbox(kind=MailboxKind.HUNG, place="教学楼一楼", phones="校长 88001", takes_letters_here=False)
    page = signed_in(teacher).get(BOXES).content.decode()
    assert ("教学楼一楼" in page, "校长 88001" in page, "匿名写信" in page) == (True, True, False)


@pytest.mark.parametrize("count", [3, 6])
def test_mailboxes_are_shown_with_a_constant_number_of_queries(client, django_assert_num_queries, count):
    for number in range(count):
        open_mailbox(name=f"信箱{number}", writers=Reach.PUBLIC)
    client.get(BOXES)
    with django_assert_num_queries(2):
        assert len(client.get(BOXES).context["boxes"]) == count


def test_signed_letter_leads_to_its_own_page(teacher, signed_in):
    client, mailbox = signed_in(teacher), open_mailbox()
    response = write_signed(
        client, reverse("affairs:letter-write", args=[mailbox.pk]), hides_name="on", uploads=pdf()
    )
    letter = Letter.objects.get()
    assert (response.url, letter.author, letter.hides_name, letter.files.count()) == (
        letter.get_own_url(),
        teacher,
        True,
        1,
    )
    assert client.get(response.url).context["badge"].text == "待受理"


def test_own_page_is_nobody_elses_not_even_the_mailboxs_owner(teacher, principal, signed_in):
    letter = signed(teacher)
    answers = [signed_in(user).get(letter.get_own_url()).status_code for user in (teacher, principal)]
    assert answers == [200, 404]


def test_sender_adds_and_rates_on_the_own_page(teacher, principal, signed_in):
    client, letter = signed_in(teacher), answered(signed(teacher), principal)
    url = letter.get_own_url()
    assert client.post(url, {"act": "write", "after": "1", "text": "三楼也是。"}).url == url
    assert Letter.objects.get().status == LetterStatus.HANDLING
    answered(Letter.objects.get(), principal)
    client.post(url, {"act": "rate", "satisfaction": "fairly"})
    assert Letter.objects.get().satisfaction == "fairly"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"act": "write", "after": "0", "text": " "}, "请写下要补充的内容。"),
        ({"act": "write", "text": "三楼。"}, "请写下要补充的内容。"),
        ({"act": "rate"}, "请选择一项评价。"),
        ({"act": "rate", "satisfaction": "satisfied"}, "收到答复后才能评价。"),
    ],
)
def test_what_a_sender_can_not_do_is_said_with_the_text_kept(teacher, signed_in, sent, sentence):
    response = signed_in(teacher).post(signed(teacher).get_own_url(), sent)
    assert (response.status_code, response.context["told"].refused) == (422, sentence)
    assert response.context["told"].text == sent.get("text", "")


@pytest.mark.parametrize("count", [3, 6])
def test_own_letters_take_a_constant_number_of_queries(teacher, signed_in, django_assert_num_queries, count):
    client, mailbox = signed_in(teacher), open_mailbox()
    for _ in range(count):
        signed(teacher, mailbox)
    url = reverse("affairs:letter-own-list")
    client.get(url)
    with django_assert_num_queries(8):
        assert len(client.get(url).context["rows"]) == count


def test_code_is_shown_once_and_opens_the_letter(client):
    address = anonymous_address(open_mailbox())
    code = write_anonymously(client, address, uploads=photo()).context["code"]
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", code)
    page = client.post(FOLLOW, {"code": code})
    assert (page.context["letter"].subject, page.context["files"]) == (SUBJECT, [(1, "附件1.jpg", True)])
    assert code not in client.get(FOLLOW).content.decode()


def test_form_sent_twice_shows_the_same_code(client):
    address = anonymous_address(open_mailbox())
    sent = {**FILLED, "slip": client.get(address).context["slip"]}
    assert len({client.post(address, sent).context["code"] for _ in range(2)}) == 1
    assert Letter.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"subject": ""}, "您写的内容都在；选过的照片要重新选择。"),
        ({"slip": "forged"}, "这一页不完整。您写的内容还在，请再按一次“寄出”。"),
        ({"homepage": "http://spam.example"}, "没有寄出。请不要填写看不见的内容。"),
    ],
)
def test_refused_form_keeps_what_was_written_and_is_good_for_another_try(client, changes, sentence):
    address = anonymous_address(open_mailbox())
    response = write_anonymously(client, address, **changes)
    page = response.content.decode()
    assert (response.status_code, BODY in page, Letter.objects.count()) == (200, True, 0)
    assert sentence in page or sentence in str(response.context["form"].errors)
    client.post(address, {**FILLED, "slip": response.context["slip"]})
    assert Letter.objects.count() == 1


def test_full_mailbox_says_so_and_keeps_what_was_written(client, secretary):
    set_rule(A_DAY, 0, valid_from=TODAY, source="本校规定", by=secretary)
    page = write_anonymously(client, anonymous_address(open_mailbox())).content.decode()
    assert ("今天寄到这里的匿名信已经很多" in page, BODY in page) == (True, True)


def test_address_of_an_anonymous_page_is_good_for_a_week(client):
    mailbox = open_mailbox()
    assert (
        client.get(reverse("affairs:letter-anonymous", args=[ticket_of(MAILBOX, mailbox.pk, TODAY)])).status_code
        == 200
    )
    for days, expected in ((7, 200), (8, 404), (-1, 404)):
        ticket = ticket_of(MAILBOX, mailbox.pk, TODAY.fromordinal(TODAY.toordinal() - days))
        assert client.get(reverse("affairs:letter-anonymous", args=[ticket])).status_code == expected


def test_address_of_a_mailbox_that_was_closed_or_an_item_that_came_down_leads_nowhere(client):
    for address in (
        anonymous_address(open_mailbox(in_use_from=None)),
        anonymous_address(DisclosureFactory(), DISCLOSURE),
    ):
        assert client.get(address).status_code == 404


def test_wrong_code_is_kept_in_its_field_to_be_looked_over(client):
    response = client.post(FOLLOW, {"code": "7KQ2-M4XD"})
    assert (response.context["is_wrong"], 'value="7KQ2-M4XD"' in response.content.decode()) == (True, True)


def test_answer_by_code_names_nobody_of_the_office(client, principal):
    letter, code = anonymous()
    answered(letter, principal)
    page = client.post(FOLLOW, {"code": code}).content.decode()
    assert ("已经修好。" in page, principal.name in page) == (True, False)


def test_question_is_asked_where_it_is_read(teacher, signed_in, client):
    inside, outside = PostedFactory(), PublicFactory()
    assert client.get(inside.get_question_url()).status_code == 404
    assert "登录后提问" in client.get(outside.get_question_url()).content.decode()
    assert client.post(outside.get_question_url(), FILLED).status_code == 403
    response = write_signed(signed_in(teacher), inside.get_question_url())
    letter = Letter.objects.get()
    assert (response.url, letter.disclosure, letter.wish) == (letter.get_own_url(), inside, "may_publish")


def test_questions_stand_under_the_item_for_those_who_read_it(teacher, principal, client, signed_in):
    item = PublicFactory()
    published(answered(anonymous(disclosure=item)[0], principal), principal, reach=Reach.PUBLIC)
    published(answered(anonymous(disclosure=item)[0], principal), principal, reach=Reach.STAFF)
    stranger = client.get("/").wsgi_request.user
    assert [questions_under(item, user).count() for user in (teacher, stranger)] == [2, 1]


def test_replies_on_the_board_are_those_that_the_reader_may_read(client, teacher, principal, signed_in):
    mailbox = open_mailbox()
    for reach in (Reach.PUBLIC, Reach.STAFF):
        published(answered(anonymous(mailbox)[0], principal), principal, reach=reach)
    gone = published(answered(anonymous(mailbox)[0], principal), principal, reach=Reach.PUBLIC)
    services.take_down_reply(gone, reason="过时。", by=principal, on=TODAY)
    item = PublicFactory()
    published(answered(anonymous(disclosure=item)[0], principal), principal, reach=Reach.PUBLIC)
    assert len(client.get(REPLIES).context["replies"]) == 2
    Disclosure.objects.filter(pk=item.pk).update(
        status=DisclosureStatus.TAKEN_DOWN, taken_down_on=TODAY, take_down_reason="过时。"
    )
    assert len(client.get(REPLIES).context["replies"]) == 1
    assert len(signed_in(teacher).get(REPLIES).context["replies"]) == 2


@pytest.mark.parametrize("count", [3, 6])
def test_replies_take_a_constant_number_of_queries(client, principal, django_assert_num_queries, count):
    mailbox = open_mailbox()
    for _ in range(count):
        published(answered(anonymous(mailbox)[0], principal), principal, reach=Reach.PUBLIC)
    client.get(REPLIES)
    with django_assert_num_queries(2):
        assert len(client.get(REPLIES).context["replies"]) == count
