"""What a sender does: write, add to it, rate the reply. Nothing here tells of an anonymous sender, or when they came.

No entry in the trail, no notice and no job is made by an anonymous act: each bears a time to the second. The office
learns of it from its desk, and by a notice of the next morning's run.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from affairs.enums import LetterSide, LetterStatus, LetterWay
from affairs.models import BoxOpening, Disclosure, Letter, LetterMessage, Mailbox
from affairs.selectors import additions_since_reply, anonymous_of_day, due_day, owners_of, thread_of
from affairs.selectors.letters import A_DAY, ADDITIONS
from affairs.services.letter_files import keep_files
from unionoffice import audit
from unionoffice.codes import code_of, digest_of
from unionoffice.inbox import notify
from unionoffice.refusal import Refused, stated
from unionoffice.rules import rule
from unionoffice.states import lock


@transaction.atomic
def write_letter(letter: Letter, *, files: Sequence[File] = (), by: Any, on: date) -> Letter:
    """A signed letter to a mailbox, or a signed question about an item; whoever answers for it is told."""
    _check_target(letter, on)
    letter.author, letter.way = by, LetterWay.ONLINE
    _receive(letter, files, on, may_be_pdf=True)
    notify(
        owners_of(letter, on).exclude(pk=by.pk),
        _("%(addressee)s收到一封来信，请受理。") % {"addressee": _short(letter)},
        url=letter.get_absolute_url(),
        key=f"letter-{letter.pk}-received",
    )
    return letter


def write_anonymous_letter(letter: Letter, *, slip: str, files: Sequence[File] = (), on: date) -> str:
    """A letter of nobody's; returns its code. The same form sent twice is one letter.

    Refused where so many came today to the same place that somebody may be flooding it. The limit asks for nobody's
    identity, and counts what is stored anyway: a counter of its own, by the hour, would tell the hour.
    """
    code = code_of(slip)
    if Letter.objects.filter(code_digest=digest_of(code)).exists():
        return code
    _check_target(letter, on)
    if anonymous_of_day(on, mailbox=letter.mailbox, disclosure=letter.disclosure) >= rule(A_DAY, on=on):
        raise Refused(_("今天寄到这里的匿名信已经很多，暂时不收。您写的内容还在，请复制下来明天再寄，或署名寄出。"))
    letter.author, letter.way, letter.hides_name = None, LetterWay.ONLINE, False
    letter.code_digest = digest_of(code)
    try:
        with transaction.atomic():
            _receive(letter, files, on, may_be_pdf=False)
    except IntegrityError:
        if not Letter.objects.filter(code_digest=digest_of(code)).exists():
            raise
    return code


@transaction.atomic
def record_letter(
    letter: Letter, *, opening: BoxOpening | None = None, files: Sequence[File] = (), by: Any, on: date
) -> Letter:
    """Take in what came on paper or by telephone, word for word, as of the day on which it came."""
    mailbox = letter.mailbox
    if letter.way == LetterWay.ONLINE:
        raise Refused(_("网上的来信由来信人自己填写。"))
    if letter.received_on is None or letter.received_on > on:
        raise Refused(_("收到日期不能晚于今天。"))
    if mailbox is None or not mailbox.is_in_use(letter.received_on):
        raise Refused(_("那一天信箱没有在使用，请核对收到日期。"))
    if letter.hides_name and not letter.signature.strip():
        raise Refused(_("没有落款的信不用选“姓名对承办部门保密”。"))
    letter.opening, letter.author = opening, None
    _receive(letter, files, letter.received_on, may_be_pdf=True)
    audit.record_event(letter, verb=_("登记%(way)s来信") % {"way": letter.get_way_display()}, by=by)
    return letter


@transaction.atomic
def write_again(letter: Letter, text: str, *, after: int, on: date) -> Letter:
    """The sender adds to the letter, or answers a question; it is in hand again.

    `after` is how many messages the sender saw: sent twice, it is one message. Refused once the letter is over, and
    where the sender has added a good deal without an answer.
    """
    lock(letter)
    text = stated(text, _("请写下要补充的内容。"))
    messages = thread_of(letter)
    if len(messages) > after and any(one.side == LetterSide.SENDER and one.text == text for one in messages[after:]):
        return letter
    if letter.status in (LetterStatus.CLOSED, LetterStatus.REFUSED):
        raise Refused(_("这封信已经办理结束，不能再补充。需要时请另写一封。"))
    if additions_since_reply(messages) >= rule(ADDITIONS, on=on):
        raise Refused(_("您已经补充多次，请等收到答复后再写。"))
    add_message(letter, messages, LetterSide.SENDER, text, on=on)
    if letter.status in (LetterStatus.ASKED, LetterStatus.ANSWERED):
        letter.status, letter.satisfaction = LetterStatus.HANDLING, ""
    letter.save()
    return letter


@transaction.atomic
def rate_reply(letter: Letter, satisfaction: str, *, on: date) -> Letter:
    """The sender says what they make of the reply, once; the letter is over with it."""
    lock(letter)
    if letter.status not in (LetterStatus.ANSWERED, LetterStatus.CLOSED):
        raise Refused(_("收到答复后才能评价。"))
    if letter.satisfaction:
        raise Refused(_("您已经评价过了，谢谢。"))
    letter.satisfaction = satisfaction
    if letter.status == LetterStatus.ANSWERED:
        letter.status, letter.closed_on = LetterStatus.CLOSED, on
    letter.save()
    return letter


def add_message(
    letter: Letter,
    messages: Sequence[LetterMessage],
    side: str,
    text: str,
    *,
    on: date,
    by: Any = None,
    is_answer: bool = False,
) -> LetterMessage:
    """Put a message after those that are there; the letter's row is held."""
    return LetterMessage.objects.create(
        letter=letter,
        position=len(messages) + 1,
        side=side,
        text=text,
        by=by,
        is_answer=is_answer,
        written_on=on,
    )


def _receive(letter: Letter, files: Sequence[File], on: date, *, may_be_pdf: bool) -> None:
    letter.subject = stated(letter.subject, _("请写标题。"))
    letter.body = stated(letter.body, _("请写内容。"))
    letter.received_on, letter.due_on = on, due_day(on)
    letter.save()
    keep_files(letter, files, may_be_pdf=may_be_pdf)


def _check_target(letter: Letter, on: date) -> None:
    """Refused where the mailbox takes no letters here, or the item isn't on the board any more."""
    mailbox: Mailbox | None = letter.mailbox
    if mailbox is not None and not (mailbox.is_in_use(on) and mailbox.takes_letters_here):
        raise Refused(_("这个信箱现在不收网上来信，请换一个信箱。"))
    item: Disclosure | None = letter.disclosure
    if item is not None and not Disclosure.objects.posted_on(on).filter(pk=item.pk).exists():
        raise Refused(_("这件公开事项已经不在公开栏上，请写信到校长信箱。"))


def _short(letter: Letter) -> str:
    return str(letter.mailbox) if letter.mailbox_id is not None else str(_("公开栏"))
