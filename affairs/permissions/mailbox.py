"""Who may do what with mailboxes and letters.

A letter is read by three: who keeps its mailbox, who was asked to deal with it, and who wrote it. Nobody else,
whatever their office.
"""

from typing import Any

import rules

from affairs.enums import LETTER_OPEN, LetterStatus, MailboxKind, Sphere
from affairs.permissions.deputies import answers_for_school_affairs, answers_for_union_affairs
from unionoffice.roles import Role, User, anyone, holds, roles_of, signed_in
from unionoffice.states import in_state

opens_mailboxes = anyone
"""Which mailboxes there are, and which of them take letters from whom, `visible_to` says."""

writes_anonymously = anyone
follows_letter = anyone
"""By its code alone."""

writes_letters = signed_in
reads_replies = anyone
"""What may be read there, `readable_by` says."""

works_on_letters = signed_in
"""Anybody may be asked to deal with a letter, or keep a mailbox; which letters that gives, `handled_by` says."""

MAILBOX_ROLES = (
    Role.PRINCIPAL,
    Role.PARTY_SECRETARY,
    Role.VICE_PRINCIPAL,
    Role.CHAIR,
    Role.SECRETARY,
    Role.AUDITOR,
    Role.WELFARE_OFFICER,
    Role.WOMEN_OFFICER,
    Role.ORGANISATION_OFFICER,
)
"""Roles that a mailbox can be the mailbox of."""

has_letter_door = holds(*MAILBOX_ROLES, Role.DEPARTMENT_HEAD)
"""Finds the way to the letters in the navigation; others come by what waits on their desk."""

keeps_mailboxes = holds(Role.SECRETARY, Role.CHAIR, Role.PRINCIPAL)
"""Sets up mailboxes. That doesn't open the letters in them."""

runs_mailboxes = holds(Role.SECRETARY)


def spheres_of(user: User) -> list[str]:
    """The spheres whose questions from the board this user answers for; a deputy approves, and reads no letters."""
    answering = ((Sphere.SCHOOL, answers_for_school_affairs), (Sphere.UNION, answers_for_union_affairs))
    return [sphere for sphere, answers in answering if answers.test(user)]


def keeps(user: User, mailbox: Any) -> bool:
    """Whether the letters in the mailbox are for this user."""
    if mailbox.keeper_id is not None:
        return mailbox.keeper_id == getattr(user, "member_id", None)
    return mailbox.role in roles_of(user)


def _answers_for(user: User, letter: Any) -> bool:
    if letter.mailbox_id is not None:
        return keeps(user, letter.mailbox)
    return letter.disclosure.sphere in spheres_of(user)


def _handles(user: User, letter: Any) -> bool:
    return letter.handler_id is not None and letter.handler_id == user.pk


def _wrote(user: User, letter: Any) -> bool:
    return letter.author_id is not None and letter.author_id == user.pk


def _was_asked_online(_user: User, letter: Any) -> bool:
    return letter.can_be_followed


def _may_be_published(_user: User, letter: Any) -> bool:
    return letter.may_publish and not hasattr(letter, "publication")


def _hangs(_user: User, letter: Any) -> bool:
    return hasattr(letter, "publication") and letter.publication.taken_down_on is None


answers_for_letter = rules.predicate(_answers_for, name="answers_for_letter")
"""Keeps its mailbox; of a question from the board, approves what is disclosed in its sphere."""

handles_letter = rules.predicate(_handles, name="handles_letter")
wrote_letter = rules.predicate(_wrote, name="wrote_letter")

works_on_letter = answers_for_letter | handles_letter
keeps_mailbox = rules.predicate(keeps, name="keeps_mailbox")

may_take_up_letter = answers_for_letter & in_state(LetterStatus.RECEIVED)
may_refuse_letter = may_take_up_letter
may_forward_letter = answers_for_letter & in_state(LetterStatus.RECEIVED, LetterStatus.HANDLING, LetterStatus.ASKED)
may_answer_letter = works_on_letter & in_state(LetterStatus.HANDLING, LetterStatus.ASKED)
may_ask_sender = (
    works_on_letter & in_state(LetterStatus.HANDLING) & rules.predicate(_was_asked_online, name="can_be_followed")
)
may_extend_letter = answers_for_letter & in_state(LetterStatus.HANDLING, LetterStatus.ASKED)
may_close_letter = answers_for_letter & in_state(LetterStatus.ANSWERED)
may_publish_reply = (
    answers_for_letter
    & in_state(LetterStatus.ANSWERED, LetterStatus.CLOSED)
    & rules.predicate(_may_be_published, name="may_be_published")
)
may_take_down_reply = answers_for_letter & rules.predicate(_hangs, name="hangs")
may_print_letter = works_on_letter & ~in_state(LetterStatus.REFUSED)

may_write_again = in_state(LetterStatus.RECEIVED, LetterStatus.HANDLING, LetterStatus.ASKED, LetterStatus.ANSWERED)
"""The sender, by account or by code, as long as the letter isn't over."""

may_rate_reply = in_state(LetterStatus.ANSWERED, LetterStatus.CLOSED)
letter_waits = in_state(*LETTER_OPEN)

reads_sender = answers_for_letter | wrote_letter
"""Who is told the name behind a signed letter whose sender asked that the department doesn't learn it."""

opens_mailbox_page = keeps_mailboxes | keeps_mailbox
may_mend_mailbox = runs_mailboxes
may_record_letters = runs_mailboxes | keeps_mailbox
"""Takes in what came on paper or by telephone."""

may_empty_box = may_record_letters & rules.predicate(
    lambda _user, mailbox: mailbox.kind == MailboxKind.HUNG, name="hangs_on_a_wall"
)
