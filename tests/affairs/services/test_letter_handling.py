"""What the office does with letters."""

from datetime import date, timedelta

import pytest

from affairs import services
from affairs.enums import LETTER_MOVES, LetterSide, LetterStatus, Reach, ReplyWish
from affairs.models import Letter, PublishedReply
from affairs.selectors import thread_of
from members.models import Department
from tests.affairs.factories import PostedFactory, PublicFactory, item
from tests.affairs.letters import (
    anonymous,
    answered,
    at,
    closed,
    on_paper,
    open_mailbox,
    published,
    signed,
    taken_up,
)
from tests.affairs.steps import told, verbs
from tests.conftest import TODAY, make_actor
from tests.members.factories import DepartmentFactory
from unionoffice.audit import trail_of
from unionoffice.inbox import Notice
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

SOON = TODAY + timedelta(days=5)


@pytest.fixture
def head(db):
    return make_actor(Role.DEPARTMENT_HEAD, "曹喆")


def forward(letter, head, by, *, handle_by=SOON, note="请核实。", on=TODAY):
    return services.forward_letter(letter, handler=head, handle_by=handle_by, note=note, by=by, on=on)


def test_taking_up_gives_the_number_and_tells_who_signed(principal, teacher):
    letter = taken_up(signed(teacher), principal)
    assert (letter.status, letter.short_number, str(letter)) == (LetterStatus.HANDLING, "2026-001", "来信 2026-001")
    assert told(teacher) == [("您的来信已经受理，12月7日前答复您。", letter.get_own_url())]
    assert verbs(letter) == [("沈立", "受理")]


def test_letter_is_taken_up_once(principal):
    letter = taken_up(anonymous()[0], principal)
    with pytest.raises(Refused, match="这封信已经受理"):
        taken_up(letter, principal)


def test_question_goes_to_the_head_of_the_department_of_the_catalogue(principal, teacher, head):
    matter = item()
    matter.department = DepartmentFactory(name="总务处", head=head.member)
    matter.save()
    letter = taken_up(signed(teacher, disclosure=PostedFactory(item=matter)), principal)
    assert (letter.handler, letter.handle_by) == (head, letter.due_on)
    assert verbs(letter) == [("沈立", "受理"), ("沈立", "交曹喆办理，12月7日前答复")]
    assert Department.objects.get(name="总务处").head == head.member


def test_question_of_the_head_of_that_department_stays_with_who_approves(principal, head):
    matter = item()
    matter.department = DepartmentFactory(name="总务处", head=head.member)
    matter.save()
    assert taken_up(signed(head, disclosure=PostedFactory(item=matter)), principal).handler is None


def test_forwarding_takes_up_and_tells_the_handler(principal, head):
    letter = forward(anonymous()[0], head, principal)
    assert (letter.handler, letter.handle_by, letter.short_number) == (head, SOON, "2026-001")
    assert told(head) == [("来信 2026-001交您办理，请在11月27日前答复。", letter.get_absolute_url())]
    assert verbs(letter) == [("沈立", "交曹喆办理，11月27日前答复")]
    assert trail_of(letter)[0].note == "请核实。"


def test_only_the_present_handler_reads_the_letter(principal, head):
    other = make_actor(Role.VICE_PRINCIPAL, "许晓峰")
    letter = forward(anonymous()[0], head, principal)
    assert list(Letter.objects.visible_to(head)) == [letter]
    forward(letter, other, principal)
    assert (list(Letter.objects.visible_to(head)), list(Letter.objects.visible_to(other))) == ([], [letter])


def test_letter_is_not_handed_to_its_author_or_to_somebody_without_an_office(principal, head, teacher):
    with pytest.raises(Refused, match="不能交给这位同志办理"):
        forward(signed(head), head, principal)
    with pytest.raises(Refused, match="不能交给这位同志办理"):
        forward(signed(teacher), make_actor(None, "何苗"), principal)


@pytest.mark.parametrize("handle_by", [TODAY - timedelta(days=1), date(2026, 12, 8)])
def test_handler_has_time_until_the_sender_is_due_an_answer(principal, head, handle_by):
    with pytest.raises(Refused, match="承办期限要在今天到12月7日之间"):
        forward(anonymous()[0], head, principal, handle_by=handle_by)


def test_letter_that_is_late_can_still_be_handed_over(principal, head):
    letter, late = anonymous(on=date(2026, 11, 1))[0], TODAY + timedelta(days=3)
    assert forward(letter, head, principal, handle_by=late).handle_by == late


def test_answer_reaches_the_sender_and_the_mailboxs_owner(principal, head, teacher):
    letter = forward(signed(teacher), head, principal)
    Notice.objects.all().delete()
    answered(letter, head, on=TODAY + timedelta(days=2))
    (message,) = thread_of(letter)
    assert (message.side, message.by, message.is_answer) == (LetterSide.OFFICE, head, True)
    assert (letter.status, letter.answered_on) == (LetterStatus.ANSWERED, TODAY + timedelta(days=2))
    assert told(teacher) == [("您的来信有了答复，请查看并评价。", letter.get_own_url())]
    assert told(principal) == [("来信 2026-001已由承办人答复。", letter.get_absolute_url())]
    assert verbs(letter)[-1] == ("曹喆", "答复来信人")


def test_first_answer_is_the_one_that_counts(principal):
    letter = answered(anonymous()[0], principal)
    services.write_again(letter, "还有一点。", after=1, on=TODAY + timedelta(days=1))
    answered(letter, principal, on=TODAY + timedelta(days=30))
    assert (letter.answered_on, Letter.objects.replied_in_time().count()) == (TODAY, 1)


def test_answer_without_words_is_refused(principal):
    letter = taken_up(anonymous()[0], principal)
    with pytest.raises(Refused, match="请写明答复的内容"):
        answered(letter, principal, text=" ")


def test_question_waits_for_the_sender_who_is_told(principal, teacher):
    letter = taken_up(signed(teacher), principal)
    services.ask_sender(letter, text="哪一层？", by=principal, on=TODAY)
    assert letter.status == LetterStatus.ASKED
    assert told(teacher)[-1] == ("办理您的来信需要您补充情况，请查看。", letter.get_own_url())
    assert verbs(letter)[-1] == ("沈立", "请来信人补充")
    with pytest.raises(Refused, match="现在是“待来信人补充”状态"):
        services.ask_sender(letter, text="哪一天？", by=principal, on=TODAY)


def test_question_without_words_or_to_a_letter_on_paper_is_refused(principal, secretary):
    letter = taken_up(anonymous()[0], principal)
    with pytest.raises(Refused, match="请写明要来信人补充什么"):
        services.ask_sender(letter, text="", by=principal, on=TODAY)
    paper = taken_up(on_paper(open_mailbox(name="意见箱"), secretary), principal)
    with pytest.raises(Refused, match="来信人看不到这里的询问"):
        services.ask_sender(paper, text="哪一层？", by=principal, on=TODAY)


def test_more_time_is_given_for_a_reason_that_stays(principal, teacher):
    letter = taken_up(signed(teacher), principal)
    later = date(2026, 12, 20)
    services.extend_letter(letter, due_on=later, reason="等招标结果。", by=principal, on=TODAY)
    assert letter.due_on == later
    assert (trail_of(letter)[0].verb, trail_of(letter)[0].note) == ("延期到12月20日", "等招标结果。")
    assert told(teacher)[-1] == ("您的来信延期到12月20日答复。", letter.get_own_url())


@pytest.mark.parametrize(
    ("status", "due_on", "reason", "sentence"),
    [
        (LetterStatus.HANDLING, date(2026, 12, 20), " ", "请写明延期的原因"),
        (LetterStatus.HANDLING, date(2026, 12, 7), "等。", "新的期限要晚于原来的期限"),
        (LetterStatus.RECEIVED, date(2026, 12, 20), "等。", "只有正在办理的来信可以延期"),
        (LetterStatus.ANSWERED, date(2026, 12, 20), "等。", "只有正在办理的来信可以延期"),
    ],
)
def test_more_time_is_refused(principal, status, due_on, reason, sentence):
    with pytest.raises(Refused, match=sentence):
        services.extend_letter(at(status), due_on=due_on, reason=reason, by=principal, on=TODAY)


def test_closing_files_the_letter(principal):
    letter = closed(anonymous()[0], principal)
    assert (letter.status, letter.closed_on) == (LetterStatus.CLOSED, TODAY)
    assert verbs(letter) == [("沈立", "受理"), ("沈立", "答复来信人"), ("沈立", "办结")]


def test_abuse_is_put_aside_for_a_reason_and_counts_nowhere(principal, teacher):
    letter = signed(teacher)
    with pytest.raises(Refused, match="请写明不予受理的原因"):
        services.refuse_letter(letter, reason=" ", by=principal)
    services.refuse_letter(letter, reason="广告。", by=principal)
    assert (letter.status, letter.number, Letter.objects.proper().count()) == (LetterStatus.REFUSED, None, 0)
    assert told(teacher)[-1] == ("您的来信没有受理，原因请查看。", letter.get_own_url())
    assert verbs(letter) == [("沈立", "不予受理")]


@pytest.mark.parametrize("status", LetterStatus)
def test_moves_beyond_the_table_are_refused(status, principal, head):
    moves = {
        LetterStatus.ANSWERED: lambda letter: answered_as_it_is(letter, principal),
        LetterStatus.CLOSED: lambda letter: services.close_letter(letter, by=principal, on=TODAY),
        LetterStatus.ASKED: lambda letter: services.ask_sender(letter, text="？", by=principal, on=TODAY),
        LetterStatus.REFUSED: lambda letter: services.refuse_letter(letter, reason="。", by=principal),
    }
    for to in moves.keys() - LETTER_MOVES[status]:
        letter = at(status)
        with pytest.raises(Refused, match="现在是“"):
            moves[to](letter)
        assert Letter.objects.get(pk=letter.pk).status == status


def answered_as_it_is(letter, by):
    return services.answer_letter(letter, text="已修好。", by=by, on=TODAY)


def test_reply_goes_onto_the_board_by_whoever_answers_for_it(principal, teacher):
    letter = answered(signed(teacher), principal)
    reply = published(letter, principal)
    assert (reply.question, reply.answer, reply.approved_by) == ("热水何时供应？", "全天供应。", principal)
    assert verbs(letter)[-1] == ("沈立", "公开答复")
    assert verbs(reply) == [("沈立", "公开答复")]


def test_reply_is_published_only_once_and_only_with_consent(principal):
    private = answered(anonymous(wish=ReplyWish.PRIVATE)[0], principal)
    with pytest.raises(Refused, match="来信人只要求答复本人"):
        published(private, principal)
    with pytest.raises(Refused, match="答复以后才能公开"):
        published(taken_up(anonymous()[0], principal), principal)
    letter = answered(anonymous()[0], principal)
    published(letter, principal)
    with pytest.raises(Refused, match="已经公开过"):
        published(Letter.objects.get(pk=letter.pk), principal)


@pytest.mark.parametrize(("name", "sentence"), [("question", "请写明问题"), ("answer", "请写明答复")])
def test_reply_without_words_is_not_published(principal, name, sentence):
    letter = answered(anonymous()[0], principal)
    told_of = {"question": "问？", "answer": "答。", name: " "}
    with pytest.raises(Refused, match=sentence):
        services.publish_reply(letter, **told_of, reach=Reach.STAFF, by=principal, on=TODAY)


def test_question_about_what_the_staff_reads_is_not_published_to_everybody(principal):
    inside = answered(anonymous(disclosure=PostedFactory())[0], principal)
    with pytest.raises(Refused, match="只对教职工公开"):
        published(inside, principal, reach=Reach.PUBLIC)
    outside = answered(anonymous(disclosure=PublicFactory())[0], principal)
    assert published(outside, principal, reach=Reach.PUBLIC).reach == Reach.PUBLIC


def test_reply_comes_down_for_a_reason_and_once(principal, teacher):
    letter = answered(anonymous()[0], principal)
    reply = published(letter, principal)
    with pytest.raises(Refused, match="请写明撤下的原因"):
        services.take_down_reply(reply, reason="", by=principal, on=TODAY)
    services.take_down_reply(reply, reason="情况有变。", by=principal, on=TODAY)
    assert list(PublishedReply.objects.readable_by(teacher)) == []
    assert verbs(letter)[-1] == ("沈立", "撤下答复")
    with pytest.raises(Refused, match="这条答复已经撤下"):
        services.take_down_reply(reply, reason="再撤。", by=principal, on=TODAY)


def test_daily_round_reminds_the_handler_and_warns_the_owner_once(principal, head):
    letter = forward(anonymous()[0], head, principal)
    Notice.objects.all().delete()
    for day in (date(2026, 12, 3), date(2026, 12, 4), date(2026, 12, 5)):
        services.keep_letters(on=day)
    assert told(head) == [("来信 2026-001应在12月7日前答复。", letter.get_absolute_url())]
    assert told(principal) == []
    for _ in range(2):
        services.keep_letters(on=date(2026, 12, 8))
    late = ("来信 2026-001已超过答复期限。", letter.get_absolute_url())
    assert (told(head)[-1], told(principal)) == (late, [late])


def test_daily_round_closes_what_nobody_has_objected_to(principal):
    letter = answered(anonymous()[0], principal)
    assert services.keep_letters(on=TODAY + timedelta(days=14)) == 0
    assert services.keep_letters(on=TODAY + timedelta(days=15)) == 1
    assert services.keep_letters(on=TODAY + timedelta(days=15)) == 0
    assert Letter.objects.get(pk=letter.pk).closed_on == TODAY + timedelta(days=15)
    assert verbs(letter)[-1] == ("", "办结")
