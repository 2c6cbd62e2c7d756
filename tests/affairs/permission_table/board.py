"""The board as it is read, and what its pages send back."""

from affairs.enums import DisclosureStatus
from tests.affairs.factories import UNION_FUNDS, DisclosureFactory, PostedFactory, PublicFactory, item


def on_board(made):
    return {"sphere": made.sphere, "number": made.short_number}


def chosen(made):
    return {"?": f"chosen={made.pk}"}


TABLE = """
                                    ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
affairs:board                       o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:board-item                  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:board-item/staff            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -
affairs:board-item/taken-down       -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
affairs:board-version               o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:board-read                  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:board-screen                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:board-feed                  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:disclosure-sheet            x  o  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  x  s
affairs:disclosure-sheet/union      o  o  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  s
affairs:disclosure-sheet/draft      x  x  -  -  -  -  -  -  -  x  x  -  -  -  -  -  -  -  s
affairs:disclosure-sheet-a3         x  o  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  x  s
affairs:disclosure-sheets           x  o  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "affairs:board-item": lambda: on_board(PublicFactory()),
    "affairs:board-item/staff": lambda: on_board(PostedFactory()),
    "affairs:board-item/taken-down": lambda: on_board(PublicFactory(status=DisclosureStatus.TAKEN_DOWN)),
    "affairs:board-version": lambda: {**on_board(PublicFactory()), "edition": 1},
    "affairs:disclosure-sheet": lambda: {"pk": PostedFactory().pk},
    "affairs:disclosure-sheet/union": lambda: {"pk": PostedFactory(item=item(UNION_FUNDS)).pk},
    "affairs:disclosure-sheet/draft": lambda: {"pk": DisclosureFactory().pk},
    "affairs:disclosure-sheet-a3": lambda: {"pk": PostedFactory().pk},
    "affairs:disclosure-sheets": lambda: chosen(PostedFactory()),
}
