"""What the office does with a letter. Each step is told in its trail, and to a sender who signed."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from affairs.enums import LetterSide, LetterStatus, Reach
from affairs.models import Letter, PublishedReply
from affairs.selectors import falling_due, owners_of, possible_handlers, responsible_for, thread_of, waiting_on
from affairs.selectors.letters import CLOSE_AFTER, REMIND_BEFORE
from affairs.services.letters import add_message
from unionoffice import audit
from unionoffice.days import in_short
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.rules import rule
from unionoffice.states import lock, moving

LETTER_SERIES = "affairs.letter"


def take_up_letter(letter: Letter, *, by: Any, on: date) -> Letter:
    """Answer for a letter from now on: it gets its number, and a question the department that the catalogue names."""
    with moving(letter, to=LetterStatus.HANDLING, by=by, verb="受理"):
        if letter.status != LetterStatus.RECEIVED:
            raise Refused(_("这封信已经受理。"))
        _number(letter, on=on)
        audit.record_event(letter, verb="受理", by=by)
        handler = responsible_for(letter.disclosure) if letter.disclosure is not None else None
        if handler is not None and handler.pk not in (by.pk, letter.author_id):
            _hand_to(letter, handler, letter.due_on, "", by=by)
    return letter


def forward_letter(letter: Letter, *, handler: Any, handle_by: date, note: str, by: Any, on: date) -> Letter:
    """Ask somebody with an office or a department to answer by a day; they and the mailbox's keeper then read it.

    Refused for whoever wrote it, and for a day after the one on which the sender is due an answer.
    """
    with moving(letter, to=LetterStatus.HANDLING, by=by, verb="交办"):
        if not possible_handlers(letter, on).filter(pk=handler.pk).exists():
            raise Refused(_("不能交给这位同志办理：承办人应是部门负责人或委员，且不是来信人本人。"))
        if handle_by < on or (handle_by > letter.due_on and letter.due_on >= on):
            raise Refused(_("承办期限要在今天到%(due)s之间。") % {"due": in_short(letter.due_on)})
        if letter.number is None:
            _number(letter, on=on)
        _hand_to(letter, handler, handle_by, note, by=by)
    return letter


def answer_letter(letter: Letter, *, text: str, by: Any, on: date) -> Letter:
    """Reply to the sender. The day of the first reply is the one that counts for the deadline."""
    with moving(letter, to=LetterStatus.ANSWERED, by=by, verb="答复"):
        text = stated(text, _("请写明答复的内容。"))
        add_message(letter, thread_of(letter), LetterSide.OFFICE, text, on=on, by=by, is_answer=True)
        letter.answered_on = letter.answered_on or on
        audit.record_event(letter, verb="答复来信人", by=by)
        _tell_sender(letter, _("您的来信有了答复，请查看并评价。"))
        if letter.handler_id == by.pk:
            _tell(
                owners_of(letter, on).exclude(pk=by.pk),
                letter,
                _("%(letter)s已由承办人答复。") % {"letter": letter},
            )
    return letter


def ask_sender(letter: Letter, *, text: str, by: Any, on: date) -> Letter:
    """Ask the sender for what is missing; refused for what came on paper, where nobody reads the question."""
    with moving(letter, to=LetterStatus.ASKED, by=by, verb="询问来信人"):
        if not letter.can_be_followed:
            raise Refused(_("这封信不是从网上来的，来信人看不到这里的询问。"))
        text = stated(text, _("请写明要来信人补充什么。"))
        add_message(letter, thread_of(letter), LetterSide.OFFICE, text, on=on, by=by)
        audit.record_event(letter, verb="请来信人补充", by=by)
        _tell_sender(letter, _("办理您的来信需要您补充情况，请查看。"))
    return letter


@transaction.atomic
def extend_letter(letter: Letter, *, due_on: date, reason: str, by: Any, on: date) -> Letter:
    """Give a letter more time, for a reason that its trail keeps and a sender who signed is told."""
    lock(letter)
    reason = stated(reason, _("请写明延期的原因。"))
    if letter.status not in (LetterStatus.HANDLING, LetterStatus.ASKED):
        raise Refused(_("只有正在办理的来信可以延期。"))
    if due_on <= max(letter.due_on, on):
        raise Refused(_("新的期限要晚于原来的期限，也要晚于今天。"))
    letter.due_on = due_on
    letter.save()
    audit.record_event(letter, verb=_("延期到%(day)s") % {"day": in_short(due_on)}, by=by, note=reason)
    _tell_sender(letter, _("您的来信延期到%(day)s答复。") % {"day": in_short(due_on)})
    return letter


def close_letter(letter: Letter, *, by: Any, on: date) -> Letter:
    """File an answered letter; its sender may still rate the reply. `by` is None where the daily run does it."""
    with moving(letter, to=LetterStatus.CLOSED, by=by, verb="办结"):
        letter.closed_on = on
        audit.record_event(letter, verb="办结", by=by)
    return letter


def refuse_letter(letter: Letter, *, reason: str, by: Any) -> Letter:
    """Put abuse aside: it is hidden, counts nowhere, and takes up no place of the day's limit."""
    with moving(letter, to=LetterStatus.REFUSED, by=by, verb="不予受理"):
        letter.refusal_reason = stated(reason, _("请写明不予受理的原因。"))
        audit.record_event(letter, verb="不予受理", by=by, note=letter.refusal_reason)
        _tell_sender(letter, _("您的来信没有受理，原因请查看。"))
    return letter


@transaction.atomic
def publish_reply(letter: Letter, *, question: str, answer: str, reach: str, by: Any, on: date) -> PublishedReply:
    """Put question and answer on the board, told so that nobody can be recognised.

    Refused without the sender's consent, before there is a reply, and for more readers than the item has that it is
    about.
    """
    lock(letter)
    if letter.status not in (LetterStatus.ANSWERED, LetterStatus.CLOSED):
        raise Refused(_("答复以后才能公开。"))
    if not letter.may_publish:
        raise Refused(_("来信人只要求答复本人，不能公开。"))
    if hasattr(letter, "publication"):
        raise Refused(_("这封信的答复已经公开过。"))
    item = letter.disclosure
    if reach == Reach.PUBLIC and item is not None and item.reach != Reach.PUBLIC:
        raise Refused(_("这件公开事项只对教职工公开，问答也只能对教职工公开。"))
    reply = PublishedReply(
        letter=letter,
        question=stated(question, _("请写明问题，去掉能认出来信人的内容。")),
        answer=stated(answer, _("请写明答复。")),
        reach=reach,
        published_on=on,
        approved_by=by,
    )
    with audit.deed("公开答复", by=by):
        reply.save()
    audit.record_event(letter, verb="公开答复", by=by)
    return reply


@transaction.atomic
def take_down_reply(reply: PublishedReply, *, reason: str, by: Any, on: date) -> PublishedReply:
    """Take question and answer off the board."""
    lock(reply)
    if reply.taken_down_on is not None:
        raise Refused(_("这条答复已经撤下。"))
    reply.taken_down_on = on
    reply.take_down_reason = stated(reason, _("请写明撤下的原因。"))
    with audit.deed("撤下答复", by=by, note=reply.take_down_reason):
        reply.save()
    audit.record_event(reply.letter, verb="撤下答复", by=by, note=reply.take_down_reason)
    return reply


def keep_letters(*, on: date) -> int:
    """The daily round: tells of what came and what falls due, files what was answered long ago. Safe to repeat.

    What came anonymously is told of here and not when it came: the notice bears the time of the round. Returns how
    many letters were filed.
    """
    _tell_of_new(on)
    _tell_of_due(on)
    ended = on - timedelta(days=rule(CLOSE_AFTER, on=on))
    answered = Letter.objects.filter(status=LetterStatus.ANSWERED).annotate(last=Max("messages__written_on"))
    over = list(answered.filter(last__lte=ended))
    for letter in over:
        close_letter(letter, by=None, on=on)
    return len(over)


def _tell_of_new(on: date) -> None:
    """Each keeper once a day, however many letters came the day before."""
    told: dict[int, tuple[Any, int]] = {}
    for letter in waiting_on(on - timedelta(days=1)):
        for owner in owners_of(letter, on):
            told[owner.pk] = (owner, told.get(owner.pk, (owner, 0))[1] + 1)
    for owner, count in told.values():
        notify(
            [owner],
            _("有%(count)d封来信等您受理。") % {"count": count},
            url="/affairs/letters/?status=received",
            key=f"letters-{on}",
        )


def _tell_of_due(on: date) -> None:
    """Whoever deals with it some days before; the keeper too once it is late."""
    until = on + timedelta(days=rule(REMIND_BEFORE, on=on))
    for letter in falling_due(on, until):
        people: Iterable[Any] = [letter.handler] if letter.handler is not None else owners_of(letter, on)
        sentence = _("%(letter)s应在%(day)s前答复。") % {"letter": letter, "day": in_short(letter.due_on)}
        notify(people, sentence, url=letter.get_absolute_url(), key=f"letter-{letter.pk}-due-{letter.due_on}")
    for letter in falling_due(on - timedelta(days=1), on - timedelta(days=1)):
        everybody = {account.pk: account for account in owners_of(letter, on)}
        if letter.handler is not None:
            everybody[letter.handler.pk] = letter.handler
        sentence = _("%(letter)s已超过答复期限。") % {"letter": letter}
        notify(
            everybody.values(),
            sentence,
            url=letter.get_absolute_url(),
            key=f"letter-{letter.pk}-late-{letter.due_on}",
        )


def _number(letter: Letter, *, on: date) -> None:
    """Given when it is taken up: numbers in the order of arrival would tell which of two letters came first."""
    letter.year, letter.number = on.year, next_number(LETTER_SERIES, on.year)
    told = _("您的来信已经受理，%(day)s前答复您。") % {"day": in_short(letter.due_on)}
    _tell_sender(letter, told)


def _hand_to(letter: Letter, handler: Any, handle_by: date, note: str, *, by: Any) -> None:
    letter.handler, letter.handle_by = handler, handle_by
    verb = _("交%(name)s办理，%(day)s前答复") % {"name": handler, "day": in_short(handle_by)}
    audit.record_event(letter, verb=verb[:60], by=by, note=note.strip())
    sentence = _("%(letter)s交您办理，请在%(day)s前答复。") % {"letter": letter, "day": in_short(handle_by)}
    _tell([handler], letter, sentence)


def _tell(people: Any, letter: Letter, sentence: str) -> None:
    notify(people, sentence, url=letter.get_absolute_url(), key=f"letter-{letter.pk}-{letter.version}")


def _tell_sender(letter: Letter, sentence: str) -> None:
    """Nobody, where nobody signed: they come and look with their code."""
    if letter.author is not None:
        key = f"letter-{letter.pk}-sender-{letter.version}"
        notify([letter.author], sentence, url=letter.get_own_url(), key=key)
