"""What senders do: write, add, rate."""

from datetime import date, timedelta

import pytest

from affairs import services
from affairs.enums import LetterSide, LetterStatus, LetterWay, Satisfaction
from affairs.models import Letter, LetterFile
from affairs.selectors import letter_by_code, thread_of
from affairs.selectors.letters import A_DAY, ADDITIONS, DAYS, IN_WORKDAYS
from tests.affairs.factories import DisclosureFactory, PostedFactory
from tests.affairs.letters import (
    BODY,
    anonymous,
    answered,
    at,
    closed,
    on_paper,
    open_mailbox,
    pdf,
    photo,
    signed,
    taken_up,
    unsent,
)
from tests.affairs.steps import told, verbs
from tests.conftest import TODAY
from unionoffice.codes import new_slip, normalised
from unionoffice.refusal import Refused
from unionoffice.rules import set_rule

pytestmark = pytest.mark.django_db


def test_signed_letter_waits_for_the_mailboxs_owner_who_is_told(teacher, principal):
    letter = signed(teacher)
    assert (letter.status, letter.author, letter.way) == (LetterStatus.RECEIVED, teacher, LetterWay.ONLINE)
    assert (letter.received_on, letter.due_on) == (TODAY, date(2026, 12, 7))
    assert told(principal) == [("校长信箱收到一封来信，请受理。", letter.get_absolute_url())]
    assert verbs(letter) == []


def test_answer_is_due_in_the_days_of_the_rule_working_days_where_it_says_so(teacher, secretary):
    mailbox = open_mailbox()
    set_rule(DAYS, 10, valid_from=date(2026, 11, 1), source="本校规定", by=secretary)
    assert signed(teacher, mailbox).due_on == date(2026, 12, 2)
    set_rule(IN_WORKDAYS, value=True, valid_from=date(2026, 11, 1), source="本校规定", by=secretary)
    assert signed(teacher, mailbox).due_on == date(2026, 12, 4)
    assert signed(teacher, mailbox, on=date(2026, 10, 31)).due_on == date(2026, 11, 15)


@pytest.mark.parametrize(("field", "sentence"), [("subject", "请写标题。"), ("body", "请写内容。")])
def test_letter_without_words_is_refused(teacher, field, sentence):
    with pytest.raises(Refused, match=sentence):
        signed(teacher, **{field: "  \n"})
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"in_use_from": None},
        {"in_use_from": TODAY + timedelta(days=1)},
        {"in_use_to": TODAY - timedelta(days=1)},
        {"kind": "hung", "place": "教学楼", "takes_letters_here": False},
    ],
)
def test_mailbox_that_takes_no_letters_here_refuses_them(teacher, fields):
    mailbox = open_mailbox(**fields)
    with pytest.raises(Refused, match="这个信箱现在不收网上来信"):
        signed(teacher, mailbox)
    with pytest.raises(Refused, match="这个信箱现在不收网上来信"):
        anonymous(mailbox)


def test_question_about_what_is_not_on_the_board_is_refused(teacher):
    with pytest.raises(Refused, match="已经不在公开栏上"):
        signed(teacher, disclosure=DisclosureFactory())
    assert signed(teacher, disclosure=PostedFactory()).disclosure is not None


def test_anonymous_letter_is_found_by_its_code_alone():
    letter, code = anonymous()
    assert letter_by_code(code.lower()) == letter
    assert letter_by_code("0000-0000-0000-0000") is None
    assert letter_by_code("") is None
    assert code not in "".join(map(str, Letter.objects.values_list().get()))


def test_form_sent_twice_is_one_letter_with_one_code():
    mailbox, slip = open_mailbox(), new_slip()
    codes = {services.write_anonymous_letter(unsent(mailbox), slip=slip, on=TODAY) for _ in range(2)}
    assert (len(codes), Letter.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_form_sent_twice_at_the_same_moment_is_one_letter(at_the_same_moment):
    mailbox, slip = open_mailbox(), new_slip()
    send = lambda: services.write_anonymous_letter(unsent(mailbox), slip=slip, on=TODAY)  # noqa: E731
    codes = at_the_same_moment(send, send)
    assert codes[0] == codes[1] == normalised(codes[0])
    assert Letter.objects.count() == 1


def test_flood_of_anonymous_letters_is_stopped_and_abuse_put_aside_makes_room(secretary, principal, teacher):
    set_rule(A_DAY, 2, valid_from=date(2026, 11, 1), source="本校规定", by=secretary)
    mailbox = open_mailbox()
    first, _code = anonymous(mailbox)
    anonymous(mailbox)
    with pytest.raises(Refused, match="今天寄到这里的匿名信已经很多"):
        anonymous(mailbox)
    anonymous(open_mailbox(name="工会意见箱"))
    signed(teacher, mailbox)
    anonymous(mailbox, on=TODAY + timedelta(days=1))
    services.refuse_letter(first, reason="广告。", by=principal)
    assert anonymous(mailbox)[0].pk


def test_photos_are_taken_by_both_a_pdf_only_with_a_name(teacher):
    signed(teacher, files=[photo(), pdf()])
    assert list(LetterFile.objects.order_by("position").values_list("position", "kind")) == [(1, "jpeg"), (2, "pdf")]
    with pytest.raises(Refused, match="匿名信只能附照片"):
        anonymous(files=[pdf()])
    assert Letter.objects.count() == 1


def test_fourth_file_and_another_kind_are_refused(teacher):
    with pytest.raises(Refused, match="最多附3个文件"):
        signed(teacher, files=[photo()] * 4)
    text = photo("意见.txt")
    text.file.seek(0)
    text.file.truncate()
    text.file.write("意见".encode())
    text.size = 6
    with pytest.raises(Refused, match="只能附照片和PDF文件"):
        signed(teacher, files=[text])
    assert not Letter.objects.exists()


def test_letter_on_paper_is_recorded_with_the_day_on_which_it_came(secretary):
    mailbox = open_mailbox(kind="hung", place="教学楼", takes_letters_here=False)
    letter = on_paper(mailbox, secretary, on=date(2026, 11, 20), signature="语文组老师")
    assert (letter.received_on, letter.due_on) == (date(2026, 11, 20), date(2026, 12, 5))
    assert (letter.author, letter.code_digest, letter.is_anonymous) == (None, "", False)
    assert verbs(letter) == [("陈静", "登记纸质来信")]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"way": LetterWay.ONLINE}, "由来信人自己填写"),
        ({"received_on": TODAY + timedelta(days=1)}, "收到日期不能晚于今天"),
        ({"received_on": date(2012, 12, 31)}, "那一天信箱没有在使用"),
        ({"hides_name": True}, "没有落款的信不用选"),
    ],
)
def test_letter_on_paper_that_can_not_be_is_refused(secretary, fields, sentence):
    letter = unsent(**{"way": LetterWay.PAPER, "received_on": TODAY, **fields})
    with pytest.raises(Refused, match=sentence):
        services.record_letter(letter, by=secretary, on=TODAY)


def test_sender_adds_to_a_letter_that_waits_and_it_goes_on_waiting():
    letter, _code = anonymous()
    services.write_again(letter, " 三楼也是。 ", after=0, on=TODAY)
    (message,) = thread_of(letter)
    assert (message.side, message.text, message.by, letter.status) == (
        LetterSide.SENDER,
        "三楼也是。",
        None,
        LetterStatus.RECEIVED,
    )


@pytest.mark.parametrize("status", [LetterStatus.ASKED, LetterStatus.ANSWERED])
def test_what_the_sender_adds_brings_the_letter_back_into_hand(status):
    letter = at(status)
    services.write_again(letter, "三楼。", after=1, on=TODAY)
    assert (letter.status, letter.satisfaction) == (LetterStatus.HANDLING, "")


def test_addition_sent_twice_is_one_but_the_same_words_later_are_two(principal):
    letter, _code = anonymous()
    for _ in range(2):
        services.write_again(letter, "请尽快。", after=0, on=TODAY)
    services.write_again(letter, "请尽快。", after=1, on=TODAY)
    assert [message.position for message in thread_of(letter)] == [1, 2]


def test_addition_without_words_and_to_a_letter_that_is_over_is_refused(principal):
    letter, _code = anonymous()
    with pytest.raises(Refused, match="请写下要补充的内容"):
        services.write_again(letter, " ", after=0, on=TODAY)
    closed(letter, principal)
    with pytest.raises(Refused, match="已经办理结束"):
        services.write_again(letter, "还有。", after=1, on=TODAY)
    with pytest.raises(Refused, match="已经办理结束"):
        services.write_again(at(LetterStatus.REFUSED), "还有。", after=0, on=TODAY)


def test_sender_adds_so_many_times_and_then_waits_for_the_office(secretary, principal):
    set_rule(ADDITIONS, 2, valid_from=date(2026, 11, 1), source="本校规定", by=secretary)
    letter, _code = anonymous()
    for count in range(2):
        services.write_again(letter, f"第{count}点。", after=count, on=TODAY)
    with pytest.raises(Refused, match="您已经补充多次"):
        services.write_again(letter, "再说一点。", after=2, on=TODAY)
    answered(letter, principal)
    services.write_again(letter, "再说一点。", after=3, on=TODAY)


def test_rating_closes_the_letter_and_is_given_once(principal, teacher):
    letter = answered(signed(teacher), principal)
    services.rate_reply(letter, Satisfaction.FAIRLY, on=TODAY)
    assert (letter.status, letter.satisfaction, letter.closed_on) == (LetterStatus.CLOSED, "fairly", TODAY)
    with pytest.raises(Refused, match="您已经评价过了"):
        services.rate_reply(letter, Satisfaction.SATISFIED, on=TODAY)
    assert verbs(letter) == [("沈立", "受理"), ("沈立", "答复来信人")]


def test_letter_that_the_office_closed_can_still_be_rated(principal):
    letter = closed(anonymous()[0], principal)
    services.rate_reply(letter, Satisfaction.DISSATISFIED, on=TODAY + timedelta(days=3))
    assert (letter.satisfaction, letter.closed_on) == ("dissatisfied", TODAY)


@pytest.mark.parametrize("status", [LetterStatus.RECEIVED, LetterStatus.HANDLING, LetterStatus.ASKED])
def test_rating_before_a_reply_is_refused(status):
    with pytest.raises(Refused, match="收到答复后才能评价"):
        services.rate_reply(at(status), Satisfaction.SATISFIED, on=TODAY)


def test_letter_keeps_its_text_once_it_is_taken_up(principal):
    letter = taken_up(anonymous()[0], principal)
    assert Letter.objects.get(pk=letter.pk).body == BODY
