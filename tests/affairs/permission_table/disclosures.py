"""The board, the work on it and the catalogue."""

from affairs.enums import DisclosureStatus
from tests.affairs.factories import UNION_FUNDS, DisclosureFactory, PostedFactory, PublicFactory, item
from tests.conftest import TODAY
from tests.members.factories import AccountFactory
from unionoffice.sheets.uploads import keep_upload


def disclosure(status, **fields):
    return {"pk": DisclosureFactory(status=status, **fields).pk}


def on_board(made):
    return {"sphere": made.sphere, "number": made.short_number}


TABLE = """
                                    ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
affairs:board                       o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:board-item                  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:board-item/staff            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -
affairs:board-item/taken-down       -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
affairs:board-version               o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:disclosure-list             o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:disclosure-draft            x  o  x  x  x  x  x  x  x  o  x  x  x  o  x  x  x  x  s
affairs:disclosure-import           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:disclosure-template         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:disclosure-columns          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:disclosure-plan             x  -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:disclosure-detail           o  o  -  -  -  -  -  -  -  o  o  -  -  -  -  -  -  -  s
affairs:disclosure-detail/posted    o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:disclosure-mend             x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:disclosure-submit           x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:disclosure-recall           x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:disclosure-review           x  x  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
affairs:disclosure-review/union     o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:disclosure-return           x  x  -  -  -  -  -  -  -  x  o  -  -  -  -  -  -  -  s
affairs:disclosure-publish          x  o  -  -  -  -  -  -  -  o  o  -  -  -  -  -  -  -  s
affairs:disclosure-correct          x  o  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  s
affairs:disclosure-take-down        x  o  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  x  s
affairs:disclosure-archive          x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:disclosure-discard          x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:review                      o  x  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
affairs:item-list                   o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:item-detail                 o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:item-add                    x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:item-mend                   x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "affairs:board-item": lambda: on_board(PublicFactory()),
    "affairs:board-item/staff": lambda: on_board(PostedFactory()),
    "affairs:board-item/taken-down": lambda: on_board(PublicFactory(status=DisclosureStatus.TAKEN_DOWN)),
    "affairs:board-version": lambda: {**on_board(PublicFactory()), "edition": 1},
    "affairs:disclosure-plan": lambda: {
        "pk": keep_upload("affairs:disclosure", "公开事项.xlsx", b"-", by=AccountFactory()).pk
    },
    "affairs:disclosure-detail": lambda: disclosure(DisclosureStatus.DRAFT),
    "affairs:disclosure-detail/posted": lambda: disclosure(DisclosureStatus.PUBLISHED),
    "affairs:disclosure-mend": lambda: disclosure(DisclosureStatus.DRAFT),
    "affairs:disclosure-submit": lambda: disclosure(DisclosureStatus.RETURNED),
    "affairs:disclosure-recall": lambda: disclosure(DisclosureStatus.SUBMITTED),
    "affairs:disclosure-review": lambda: disclosure(DisclosureStatus.SUBMITTED),
    "affairs:disclosure-review/union": lambda: disclosure(DisclosureStatus.SUBMITTED, item=item(UNION_FUNDS)),
    "affairs:disclosure-return": lambda: disclosure(DisclosureStatus.APPROVED),
    "affairs:disclosure-publish": lambda: disclosure(DisclosureStatus.APPROVED, publish_on=TODAY),
    "affairs:disclosure-correct": lambda: disclosure(DisclosureStatus.PUBLISHED),
    "affairs:disclosure-take-down": lambda: disclosure(DisclosureStatus.PUBLISHED),
    "affairs:disclosure-archive": lambda: disclosure(DisclosureStatus.TAKEN_DOWN),
    "affairs:disclosure-discard": lambda: disclosure(DisclosureStatus.DRAFT),
    "affairs:item-detail": lambda: {"pk": item().pk},
    "affairs:item-mend": lambda: {"pk": item().pk},
}
