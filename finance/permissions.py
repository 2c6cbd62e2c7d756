"""Who may do what with the union's money: need-to-know."""

from typing import Any

import rules

from finance.enums import EntryStatus
from unionoffice.roles import Role, User, holds
from unionoffice.states import in_state

sees_ledger = holds(Role.CHAIR, Role.SECRETARY, Role.TREASURER, Role.CASHIER, Role.AUDITOR)
"""Reads every entry."""

records_entries = holds(Role.TREASURER, Role.SECRETARY)
"""Enters income and spending that no other area posts."""

approves_entries = holds(Role.CHAIR)
"""The single signature of the chair."""

pays = holds(Role.CASHIER)
"""Pays out, and takes in."""

books = holds(Role.TREASURER)
"""Writes the ledger."""


@rules.predicate
def stands_alone(_user: User, entry: Any) -> bool:
    """No other area's record posted the entry: then it is paid here, else from that record's page."""
    return entry.source is None


may_mend = records_entries & in_state(EntryStatus.DRAFT)
may_approve = approves_entries & in_state(EntryStatus.SUBMITTED)
may_return = approves_entries & in_state(EntryStatus.SUBMITTED)
may_cancel = (records_entries | approves_entries) & in_state(EntryStatus.DRAFT, EntryStatus.APPROVED) & stands_alone
"""Takes back what nobody paid yet."""

may_pay = pays & in_state(EntryStatus.APPROVED) & stands_alone
may_pay_elsewhere = pays & in_state(EntryStatus.APPROVED) & ~stands_alone
"""The record that posted the entry has its own page for paying: it must learn that it was paid."""

may_book = books & in_state(EntryStatus.PAID)
may_attach = (records_entries | pays) & in_state(
    EntryStatus.DRAFT, EntryStatus.SUBMITTED, EntryStatus.APPROVED, EntryStatus.PAID
)
"""Brings invoices and receipts (票据) until the entry is booked: after that it and its proof stay as they are."""

may_print_voucher = sees_ledger & in_state(EntryStatus.BOOKED)
