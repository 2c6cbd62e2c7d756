"""Reads of letters and mailboxes that span several tables."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from affairs import permissions
from affairs.enums import LETTER_OPEN, LetterSide, LetterStatus, Reach
from affairs.models import Disclosure, Letter, LetterMessage, Mailbox, PublishedReply
from members.models import Account, Department, RoleGrant
from unionoffice.attachments import Kind
from unionoffice.codes import digests_of, normalised
from unionoffice.roles import Role
from unionoffice.rules import rule
from unionoffice.workdays import add_workdays

DAYS, IN_WORKDAYS = "affairs.letters.days", "affairs.letters.workdays"
A_DAY, ADDITIONS = "affairs.letters.anonymous_a_day", "affairs.letters.additions"
REMIND_BEFORE, CLOSE_AFTER = "affairs.letters.remind_before", "affairs.letters.close_after"

HANDLERS = (
    Role.PRINCIPAL,
    Role.PARTY_SECRETARY,
    Role.VICE_PRINCIPAL,
    Role.CHAIR,
    Role.SECRETARY,
    Role.TREASURER,
    Role.WELFARE_OFFICER,
    Role.SPORTS_OFFICER,
    Role.WOMEN_OFFICER,
    Role.ORGANISATION_OFFICER,
    Role.PUBLICITY_OFFICER,
    Role.DEPARTMENT_HEAD,
)
"""Roles that a letter can be handed to."""


def open_mailboxes(user: Any, on: date) -> QuerySet[Mailbox]:
    """The mailboxes that this reader can write to, call or find on a wall today."""
    rows = Mailbox.objects.visible_to(user).in_use(on).select_related("keeper")
    return rows if user.is_authenticated else rows.filter(writers=Reach.PUBLIC)


def due_day(on: date) -> date:
    """By when a letter that came on a day is to be answered, in calendar or working days as the rule says."""
    days = rule(DAYS, on=on)
    return add_workdays(on, days) if rule(IN_WORKDAYS, on=on) else on + timedelta(days=days)


def anonymous_of_day(on: date, **target: Any) -> int:
    """How many anonymous letters came on a day to one mailbox, or about one item; abuse that was put aside isn't
    counted, so that it takes nobody's place.
    """
    came = Letter.objects.proper().exclude(code_digest="")
    return came.filter(received_on=on, **target).count()


def letter_by_code(typed: str) -> Letter | None:
    """The anonymous letter that a code opens."""
    code = normalised(typed)
    if not code:
        return None
    rows = Letter.objects.select_related("mailbox", "disclosure")
    return rows.filter(code_digest__in=digests_of(code)).first()


def owners_of(letter: Letter, on: date) -> QuerySet[Account]:
    """Who answers for a letter: whoever keeps its mailbox, or approves what is disclosed in its sphere."""
    mailbox, item = letter.mailbox, letter.disclosure
    if mailbox is not None and mailbox.keeper_id is not None:
        return Account.objects.filter(member=mailbox.keeper_id, is_active=True)
    role = permissions.approvers_role(item.sphere) if item is not None else mailbox.role  # type: ignore[union-attr]
    grants = RoleGrant.objects.held_on(on).filter(role=role)
    return Account.objects.filter(grants__in=grants, is_active=True).distinct().order_by("pk")


def possible_handlers(letter: Letter, on: date) -> QuerySet[Account]:
    """Who a letter can be handed to: those with an office or a department, but not who wrote it."""
    grants = RoleGrant.objects.held_on(on).filter(role__in=HANDLERS)
    heads = Department.objects.filter(head__isnull=False).values("head")
    rows = Account.objects.filter(Q(grants__in=grants) | Q(member__in=heads), is_active=True).distinct()
    return rows.exclude(pk=letter.author_id).order_by("name") if letter.author_id else rows.order_by("name")


def responsible_for(disclosure: Disclosure) -> Account | None:
    """Who answers a question about an item: the head of the department that the catalogue names."""
    department = disclosure.item.department
    if department is None or department.head_id is None:
        return None
    return Account.objects.filter(member=department.head_id, is_active=True).first()


def thread_of(letter: Letter) -> list[LetterMessage]:
    """What was said after the letter, in order."""
    return list(letter.messages.select_related("by").order_by("position"))


def additions_since_reply(messages: Iterable[LetterMessage]) -> int:
    """How many messages the sender has added since the office last spoke."""
    count = 0
    for message in messages:
        count = count + 1 if message.side == LetterSide.SENDER else 0
    return count


def pictures_of(letter: Letter) -> list[tuple[int, str, bool]]:
    """Position, name and whether it is a photo of each file, without the bytes."""
    files = letter.files.defer("content").order_by("position")
    return [(file.position, str(file), Kind(file.kind).is_photo) for file in files]


def letters_waiting(user: Any) -> QuerySet[Letter]:
    """All letters that may ask something of this user now, as who answers for them, deals with them or wrote them,
    the nearest due day first: one query, of which the rules then tell who is to do what.
    """
    rows = Letter.objects.visible_to(user).filter(status__in=(*LETTER_OPEN, LetterStatus.ANSWERED))
    rows = rows.select_related("handler", "mailbox", "disclosure").order_by("due_on", "pk")
    return rows.defer("body", "disclosure__body", "disclosure__words")


def letters_of(user: Any) -> QuerySet[Letter]:
    """What this user signed, the latest first."""
    rows = Letter.objects.filter(author=user).select_related("mailbox", "disclosure").defer("body")
    return rows.order_by("-received_on", "pk")


def waiting_on(day: date) -> QuerySet[Letter]:
    """Letters that came on a day and were not taken up yet."""
    rows = Letter.objects.filter(status=LetterStatus.RECEIVED, received_on=day)
    return rows.select_related("mailbox", "disclosure")


def falling_due(first: date, last: date) -> QuerySet[Letter]:
    """Letters without a first answer that fall due within some days, both included."""
    rows = Letter.objects.filter(status__in=LETTER_OPEN, answered_on__isnull=True, due_on__range=(first, last))
    return rows.select_related("mailbox", "disclosure", "handler").order_by("due_on", "pk")


def replies_on_board(user: Any) -> QuerySet[PublishedReply]:
    """What hangs in 信箱回复 for this reader, the newest first."""
    rows = PublishedReply.objects.readable_by(user)
    return rows.select_related("letter__mailbox", "letter__disclosure").order_by("-published_on", "-pk")


def questions_under(disclosure: Disclosure, user: Any) -> QuerySet[PublishedReply]:
    """Questions about an item of the board with their answers, under all of its versions."""
    same = Disclosure.objects.filter(
        sphere=disclosure.sphere, year=disclosure.year, number=disclosure.number, number__isnull=False
    )
    rows = PublishedReply.objects.filter(taken_down_on__isnull=True, letter__disclosure__in=same)
    if not user.is_authenticated:
        rows = rows.filter(reach=Reach.PUBLIC)
    return rows.order_by("published_on", "pk")
