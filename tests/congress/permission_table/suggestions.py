"""Who may open which page of suggestions and drives."""

from congress.enums import DriveStatus, SuggestionStatus
from tests.congress.suggestions import DriveFactory, SuggestionFactory

S = SuggestionStatus


def suggestion(status, **fields):
    return lambda: {"pk": SuggestionFactory(status=status, **fields).pk}


def drive(status):
    return lambda: {"pk": DriveFactory(status=status).pk}


TABLE = """
                                   ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
congress:suggestion-list           o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:suggestion-own            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:suggestion-hand-in        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:suggestion-register       o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
congress:suggestion-assign-many    x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:suggestion-detail         o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  x  s
congress:suggestion-detail/handled o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  x  s
congress:suggestion-detail/kept    o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  x  s
congress:suggestion-detail/shown   o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:suggestion-withdraw       x  x  -  -  -  -  -  -  -  -  x  -  -  -  -  -  -  x  s
congress:suggestion-assign         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:suggestion-reassign       x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:suggestion-send-back      x  x  -  -  -  -  -  -  -  -  x  -  -  -  -  -  -  x  s
congress:suggestion-answer         x  o  -  -  -  -  -  -  -  -  x  -  -  -  -  -  -  x  s
congress:suggestion-adopt          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:suggestion-finish         x  o  -  -  -  -  -  -  -  -  x  -  -  -  -  -  -  x  s
congress:drive-list                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:drive-create              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:drive-detail              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:drive-detail/planned      -  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
congress:drive-update              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:drive-discard             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:drive-open                x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:drive-conclude            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "congress:suggestion-assign-many": lambda: {"?": f"chosen={SuggestionFactory().pk}"},
    "congress:suggestion-detail": suggestion(S.FILED),
    "congress:suggestion-detail/handled": suggestion(S.HANDLING),
    "congress:suggestion-detail/kept": suggestion(S.DONE),
    "congress:suggestion-detail/shown": suggestion(S.ANSWERED, may_publish=True),
    "congress:suggestion-withdraw": suggestion(S.FILED),
    "congress:suggestion-assign": suggestion(S.FILED),
    "congress:suggestion-reassign": suggestion(S.HANDLING),
    "congress:suggestion-send-back": suggestion(S.HANDLING),
    "congress:suggestion-answer": suggestion(S.HANDLING),
    "congress:suggestion-adopt": suggestion(S.ANSWERED),
    "congress:suggestion-finish": suggestion(S.FOLLOWED),
    "congress:drive-detail": drive(DriveStatus.OPEN),
    "congress:drive-detail/planned": drive(DriveStatus.PLANNED),
    "congress:drive-update": drive(DriveStatus.OPEN),
    "congress:drive-discard": drive(DriveStatus.PLANNED),
    "congress:drive-open": drive(DriveStatus.PLANNED),
    "congress:drive-conclude": drive(DriveStatus.OPEN),
}
