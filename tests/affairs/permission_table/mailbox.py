"""Mailboxes and letters. The mailboxes here are the principal's; the letters are nobody's."""

from affairs.enums import LetterStatus, MailboxKind, Reach
from affairs.views.tickets import MAILBOX, ticket_of
from tests.affairs.factories import PublicFactory
from tests.affairs.letters import anonymous, answered, at, open_mailbox, photo, published, signed
from tests.affairs.permission_table.board import on_board
from tests.conftest import TODAY
from tests.members.factories import AccountFactory


def letter(status, **fields):
    return {"pk": at(status, **fields).pk}


def with_file():
    made, _code = anonymous(files=[photo()])
    return {"pk": made.pk, "position": 1}


def on_the_board():
    made = answered(at(LetterStatus.RECEIVED), AccountFactory())
    published(made, AccountFactory())
    return {"pk": made.pk}


TABLE = """
                                    ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
affairs:board-letters               o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:board-question              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:letter-boxes                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:letter-write                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:letter-write/unopened       -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:letter-anonymous            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:letter-anonymous/forged     -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
affairs:letter-follow               o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:letter-own-list             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:letter-own                  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:letter-list                 o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:letter-detail               -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-take-up              -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-take-up/taken-up     -  -  -  -  -  -  -  -  -  -  x  -  -  -  -  -  -  -  s
affairs:letter-forward              -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-answer               -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-ask                  -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-extend               -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-close                -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-refuse               -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-publish              -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-take-down            -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-paper                -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:letter-file                 -  -  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:mailbox-list                o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
affairs:mailbox-add                 x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:mailbox-detail              o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:mailbox-mend                x  o  -  -  -  -  -  -  -  -  x  -  -  -  -  -  -  -  s
affairs:mailbox-empty               x  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:mailbox-record              x  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
"""

RECORDS = {
    "affairs:board-question": lambda: on_board(PublicFactory()),
    "affairs:letter-write": lambda: {"pk": open_mailbox().pk},
    "affairs:letter-write/unopened": lambda: {"pk": open_mailbox(in_use_from=None).pk},
    "affairs:letter-anonymous": lambda: {"ticket": ticket_of(MAILBOX, open_mailbox().pk, TODAY)},
    "affairs:letter-anonymous/forged": lambda: {"ticket": f"m-{open_mailbox().pk}-20261122.forged"},
    "affairs:letter-own": lambda: {"pk": signed(AccountFactory()).pk},
    "affairs:letter-detail": lambda: letter(LetterStatus.RECEIVED),
    "affairs:letter-take-up": lambda: letter(LetterStatus.RECEIVED),
    "affairs:letter-take-up/taken-up": lambda: letter(LetterStatus.HANDLING),
    "affairs:letter-forward": lambda: letter(LetterStatus.HANDLING),
    "affairs:letter-answer": lambda: letter(LetterStatus.HANDLING),
    "affairs:letter-ask": lambda: letter(LetterStatus.HANDLING),
    "affairs:letter-extend": lambda: letter(LetterStatus.HANDLING),
    "affairs:letter-close": lambda: letter(LetterStatus.ANSWERED),
    "affairs:letter-refuse": lambda: letter(LetterStatus.RECEIVED),
    "affairs:letter-publish": lambda: letter(LetterStatus.ANSWERED),
    "affairs:letter-take-down": on_the_board,
    "affairs:letter-paper": lambda: letter(LetterStatus.CLOSED),
    "affairs:letter-file": with_file,
    "affairs:mailbox-detail": lambda: {"pk": open_mailbox(in_use_from=None).pk},
    "affairs:mailbox-mend": lambda: {"pk": open_mailbox(in_use_from=None).pk},
    "affairs:mailbox-empty": lambda: {"pk": open_mailbox(kind=MailboxKind.HUNG, place="教学楼", in_use_from=None).pk},
    "affairs:mailbox-record": lambda: {"pk": open_mailbox(in_use_from=None, writers=Reach.PUBLIC).pk},
}
