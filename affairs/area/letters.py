"""What mailboxes and letters show to the rest of the office.

A task and a search hit name a letter's subject to those who read it; a search never looks at who wrote it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from affairs import permissions
from affairs.enums import LETTER_OPEN, LetterStatus
from affairs.models import Letter
from affairs.selectors import letters_waiting, replies_on_board
from unionoffice.areas import HITS, CalendarEntry, SearchHit, Task


def letter_tasks(user: Any, on: date) -> Iterator[Task]:
    """What is to be taken up, answered, pressed for and closed; and what one's own letters wait for."""
    for letter in letters_waiting(user):
        answers_for = permissions.answers_for_letter.test(user, letter)
        nobodys = answers_for and letter.handler_id is None
        if letter.status == LetterStatus.HANDLING and (nobodys or permissions.handles_letter.test(user, letter)):
            sentence = _("来信“%(subject)s”等待答复") % {"subject": letter.subject}
            url = reverse("affairs:letter-answer", args=[letter.pk])
            yield Task(sentence, _("答复"), url, letter.handle_by or letter.due_on)
        elif answers_for and letter.handler_id != user.pk:
            yield from _owners_task(letter, on)
        if permissions.wrote_letter.test(user, letter):
            yield from _senders_task(letter)


def _owners_task(letter: Letter, on: date) -> Iterator[Task]:
    """What is with nobody yet, is late with somebody else, or was answered by somebody else."""
    told = {"subject": letter.subject, "addressee": letter.addressee, "name": str(letter.handler)}
    if letter.status == LetterStatus.RECEIVED:
        sentence = _("来信“%(subject)s”（%(addressee)s）等待受理") % told
        yield Task(sentence, _("查看"), letter.get_absolute_url(), letter.due_on)
    elif letter.status == LetterStatus.ANSWERED:
        sentence = _("来信“%(subject)s”已答复，可以办结") % told
        yield Task(sentence, _("查看"), letter.get_absolute_url())
    elif letter.handler is not None and letter.is_overdue(on):
        sentence = _("来信“%(subject)s”已超过期限，承办人%(name)s还没有答复") % told
        yield Task(sentence, _("查看"), letter.get_absolute_url(), letter.due_on)


def _senders_task(letter: Letter) -> Iterator[Task]:
    """The office has a question, or an answer to be rated."""
    if letter.status == LetterStatus.ASKED:
        sentence = _("您的来信“%(subject)s”需要补充情况") % {"subject": letter.subject}
        yield Task(sentence, _("补充"), letter.get_own_url())
    elif letter.status == LetterStatus.ANSWERED:
        sentence = _("您的来信“%(subject)s”有了答复") % {"subject": letter.subject}
        yield Task(sentence, _("查看并评价"), letter.get_own_url())


def find_letters(user: Any, text: str) -> Iterator[SearchHit]:
    """Letters that the user deals with, and published replies."""
    if not user.is_authenticated:
        return
    rows = Letter.objects.handled_by(user).matching(text).select_related("mailbox", "disclosure")
    for letter in rows.defer("body").order_by("-received_on", "pk")[:HITS]:
        detail = f"{letter} · {letter.get_status_display()}"
        yield SearchHit(letter.subject, detail, letter.get_absolute_url(), "mail")
    replies = replies_on_board(user).filter(question__icontains=text) | replies_on_board(user).filter(
        answer__icontains=text
    )
    for reply in replies[:HITS]:
        yield SearchHit(reply.question[:30], str(_("信箱回复")), reverse("affairs:board-letters"), "messages")


def letter_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """When a letter is due, for those who deal with it."""
    rows = Letter.objects.handled_by(user).filter(status__in=LETTER_OPEN, due_on__range=(start, end))
    for letter in rows.defer("body").order_by("due_on", "pk"):
        title = _("来信答复到期：%(subject)s") % {"subject": letter.subject}
        yield CalendarEntry(letter.due_on, title, letter.get_absolute_url(), "mail")
