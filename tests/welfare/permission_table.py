"""Who may open which page of welfare, as tests/test_permissions.py reads it."""

from finance.enums import EntryStatus, Fund
from tests.finance.factories import BookedEntryFactory, EntryFactory
from tests.members.factories import MemberFactory
from tests.welfare.factories import VisitFactory
from welfare.enums import VisitStatus


def visit(status, **fields):
    return {"pk": VisitFactory(status=status, **fields).pk}


TABLE = """
                              ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
welfare:visit-list            o  o  x  x  o  o  x  x  x  x  x  x  x  x  o  x  x  x  s
welfare:member-visits         o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
welfare:visit-request         x  o  x  x  x  o  x  x  x  x  x  x  x  x  o  x  x  x  s
welfare:visit-detail          o  o  -  -  -  o  -  -  -  -  -  -  -  -  -  -  -  -  s
welfare:visit-detail/paid     o  o  -  -  o  o  -  -  -  -  -  -  -  -  -  -  -  -  s
welfare:visit-check           x  o  x  x  x  o  x  x  x  x  x  x  x  x  x  x  x  x  s
welfare:visit-approve         o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
welfare:visit-refuse          o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
welfare:visit-record          o  o  x  x  x  o  x  x  x  x  x  x  x  x  x  x  x  x  s
welfare:visit-pay             x  x  x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
welfare:visit-close           o  o  x  x  x  o  x  x  x  x  x  x  x  x  x  x  x  x  s
welfare:visit-withdraw        x  o  x  x  x  o  x  x  x  x  x  x  x  x  -  x  x  x  s
"""

RECORDS = {
    "welfare:member-visits": lambda: {"pk": MemberFactory().pk},
    "welfare:visit-detail": lambda: visit(VisitStatus.VISITED),
    "welfare:visit-detail/paid": lambda: visit(VisitStatus.PAID, entry=BookedEntryFactory()),
    "welfare:visit-check": lambda: visit(VisitStatus.REQUESTED),
    "welfare:visit-approve": lambda: visit(VisitStatus.CHECKED),
    "welfare:visit-refuse": lambda: visit(VisitStatus.CHECKED),
    "welfare:visit-record": lambda: visit(VisitStatus.APPROVED),
    "welfare:visit-pay": lambda: visit(VisitStatus.VISITED, entry=EntryFactory(status=EntryStatus.APPROVED)),
    "welfare:visit-close": lambda: visit(VisitStatus.VISITED, fund=Fund.ADMINISTRATION),
    "welfare:visit-withdraw": lambda: visit(VisitStatus.REQUESTED),
}
