"""Who may open which page of the agenda, of opinions, resolutions, decisions between sessions and minutes."""

from tests.affairs.regulations import VersionFactory
from tests.congress.agenda import (
    HeldSessionFactory,
    InterimDecisionFactory,
    ItemFactory,
    ItemOpinionFactory,
    ResolutionFactory,
    SessionMinutesFactory,
    voted,
)


def made(factory, **fields):
    return lambda: {"pk": factory(**fields).pk}


def printed(factory, **fields):
    return lambda: {"pk": factory(**fields).pk, "file_format": "docx"}


def passed():
    return {"pk": voted(60, regulation_version=VersionFactory(status="deliberating")).pk}


TABLE = """
                                  ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
congress:agenda-list              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:agenda-create            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:agenda-paper             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:agenda-detail            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:agenda-update            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:agenda-remove            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:agenda-move              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:agenda-call              o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:agenda-decide            o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:agenda-reopen            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:agenda-enact             o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
congress:item-opinion-create      x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  o  x  x  s
congress:item-opinion-list        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:item-opinion-answer      x  o  x  x  x  x  x  x  x  x  o  x  o  x  x  x  x  x  s
congress:session-opinions-paper   o  o  x  x  x  x  x  x  x  x  o  o  o  x  x  o  x  x  s
congress:resolution-list          o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:resolution-create        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:resolution-detail        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:resolution-update        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:resolution-note          x  o  x  x  x  x  x  x  x  x  o  x  o  x  x  x  x  x  s
congress:resolution-finish        x  o  x  x  x  x  x  x  x  x  o  x  o  x  x  x  x  x  s
congress:resolution-reopen        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:resolution-paper         o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:interim-list             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:interim-create           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:interim-detail           o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:interim-update           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:interim-report           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:progress-paper           o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:minutes-write            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:minutes-detail           o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:minutes-confirm          o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:minutes-paper            o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:session-file             o  o  x  x  x  x  x  x  x  x  o  o  o  x  x  o  x  x  s
"""

RECORDS = {
    "congress:agenda-create": made(HeldSessionFactory),
    "congress:agenda-paper": made(HeldSessionFactory),
    "congress:agenda-detail": made(ItemFactory),
    "congress:agenda-update": made(ItemFactory),
    "congress:agenda-remove": made(ItemFactory),
    "congress:agenda-move": made(ItemFactory),
    "congress:agenda-call": made(ItemFactory),
    "congress:agenda-decide": made(ItemFactory),
    "congress:agenda-reopen": made(ItemFactory, outcome="heard"),
    "congress:agenda-enact": passed,
    "congress:item-opinion-create": made(ItemFactory),
    "congress:item-opinion-answer": made(ItemOpinionFactory),
    "congress:session-opinions-paper": made(HeldSessionFactory),
    "congress:resolution-create": made(HeldSessionFactory),
    "congress:resolution-detail": made(ResolutionFactory),
    "congress:resolution-update": made(ResolutionFactory),
    "congress:resolution-note": made(ResolutionFactory),
    "congress:resolution-finish": made(ResolutionFactory),
    "congress:resolution-reopen": made(ResolutionFactory, done=True),
    "congress:resolution-paper": made(ResolutionFactory),
    "congress:interim-detail": made(InterimDecisionFactory),
    "congress:interim-update": made(InterimDecisionFactory),
    "congress:interim-report": made(HeldSessionFactory),
    "congress:progress-paper": printed(HeldSessionFactory),
    "congress:minutes-write": made(HeldSessionFactory),
    "congress:minutes-detail": made(SessionMinutesFactory),
    "congress:minutes-confirm": made(SessionMinutesFactory),
    "congress:minutes-paper": printed(SessionMinutesFactory),
    "congress:session-file": printed(HeldSessionFactory),
}
