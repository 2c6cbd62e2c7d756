"""Who may open which page of the funds, as tests/test_permissions.py reads it."""

from finance.enums import EntryStatus
from tests.finance.factories import BookedEntryFactory, EntryFactory


def entry(status, **fields):
    return {"pk": EntryFactory(status=status, **fields).pk}


TABLE = """
                              ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
finance:entry-list            o  o  o  o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  s
finance:entry-detail          o  o  o  o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  s
finance:entry-voucher         o  o  o  o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  s
finance:entry-draft           x  o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
finance:entry-mend            x  o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
finance:entry-cancel          o  o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
finance:entry-approve         o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
finance:entry-return          o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
finance:entry-pay             x  x  x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
finance:entry-book            x  x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "finance:entry-detail": lambda: entry(EntryStatus.SUBMITTED),
    "finance:entry-voucher": lambda: {"pk": BookedEntryFactory().pk},
    "finance:entry-mend": lambda: entry(EntryStatus.DRAFT),
    "finance:entry-cancel": lambda: entry(EntryStatus.APPROVED),
    "finance:entry-approve": lambda: entry(EntryStatus.SUBMITTED),
    "finance:entry-return": lambda: entry(EntryStatus.SUBMITTED),
    "finance:entry-pay": lambda: entry(EntryStatus.APPROVED),
    "finance:entry-book": lambda: entry(EntryStatus.PAID),
}
