"""Every write to the ledger."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from finance.enums import Direction, EntryStatus
from finance.models import BankAccount, Entry, Subject
from finance.permissions import books
from finance.selectors import three_people
from unionoffice import audit
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef
from unionoffice.states import moving

SERIES = "finance.entry"


@transaction.atomic
def draft_entry(
    *,
    direction: Direction,
    subject: Subject,
    amount: Decimal,
    counterparty: str,
    purpose: str,
    handler: str,
    by: Any,
    on: date,
) -> Entry:
    """Enter income or spending that no other area posts; it goes nowhere until it is submitted.

    Refused to a bookkeeper for spending while the rule of three people holds: nobody could book it.
    """
    _check(amount, subject, direction, on)
    _check_requester(direction, by, on)
    with audit.deed("登记收支", by=by):
        return Entry.objects.create(
            direction=direction,
            subject=subject,
            amount=amount,
            counterparty=counterparty,
            purpose=purpose,
            handler=handler,
            occurred_on=on,
            requested_by=by,
        )


@transaction.atomic
def post_expense(
    *,
    subject: Subject,
    amount: Decimal,
    payee: str,
    purpose: str,
    source: SourceRef,
    requested_by: Any,
    by: Any,
    on: date,
) -> Entry:
    """Commit spending that another area's record has just had approved: the entry starts as approved.

    Called by that area's own approving service, inside its transaction, with the approver as `by`.
    """
    _check(amount, subject, Direction.SPENDING, on)
    entry = Entry(
        status=EntryStatus.APPROVED,
        direction=Direction.SPENDING,
        subject=subject,
        amount=amount,
        counterparty=payee,
        purpose=purpose,
        handler=str(requested_by),
        occurred_on=on,
        requested_by=requested_by,
        approved_by=by,
    )
    entry.source = source
    with audit.deed("批准支出", by=by):
        entry.save()
    return entry


def submit_entry(entry: Entry, *, by: Any) -> Entry:
    """Hand a draft to the chair."""
    with moving(entry, to=EntryStatus.SUBMITTED, by=by, verb="提交批准"):
        pass
    return entry


def mend_entry(
    entry: Entry,
    *,
    direction: Direction,
    subject: Subject,
    amount: Decimal,
    counterparty: str,
    purpose: str,
    handler: str,
    by: Any,
    on: date,
) -> Entry:
    """Correct a draft that was given back and hand it to the chair again, in one step: no two versions can meet.

    Whoever sends it again is the one who asks for it now.
    """
    with moving(entry, to=EntryStatus.SUBMITTED, by=by, verb="修改后重新提交"):
        _check(amount, subject, direction, on)
        _check_requester(direction, by, on)
        entry.requested_by = by
        entry.direction, entry.subject, entry.amount = direction, subject, amount
        entry.counterparty, entry.purpose, entry.handler = counterparty, purpose, handler
    return entry


def approve_entry(entry: Entry, *, by: Any, on: date) -> Entry:
    """The chair's signature; refused to whoever asked for the money."""
    with moving(entry, to=EntryStatus.APPROVED, by=by, verb="批准"):
        if _apart(entry, on) and entry.requested_by == by:
            raise Refused(_("申请人不能批准自己申请的收支，请由另一位负责人批准。"))
        entry.approved_by = by
    return entry


def return_entry(entry: Entry, *, by: Any, reason: str) -> Entry:
    """Give a submitted entry back to be mended, with the reason."""
    with moving(entry, to=EntryStatus.DRAFT, by=by, verb="退回修改", note=reason):
        if not reason.strip():
            raise Refused(_("请写明退回的原因。"))
    return entry


def pay_entry(entry: Entry, *, account: BankAccount, by: Any, on: date, source: SourceRef | None = None) -> Entry:
    """The cashier pays out or takes in, from or into an account.

    What another area posted is paid only by that area's own service, which names the `source`.
    """
    with moving(entry, to=EntryStatus.PAID, by=by, verb="收付款"):
        _check_source(entry, source)
        if not account.is_open:
            raise Refused(_("账户“%(account)s”已停用，请选择其他账户。") % {"account": account.name})
        entry.account, entry.paid_by, entry.paid_on = account, by, on
    return entry


def book_entry(entry: Entry, *, by: Any, on: date) -> Entry:
    """Write the line into the ledger under the year's next number; it never changes after that.

    Refused to whoever paid it (law) and, while the rule of three people holds, to whoever asked or approved.
    """
    with moving(entry, to=EntryStatus.BOOKED, by=by, verb="记账"):
        if entry.paid_by == by:
            raise Refused(_("出纳不能记自己经手的账，请由会计记账。"))
        if _apart(entry, on) and by in (entry.requested_by, entry.approved_by):
            raise Refused(_("申请、批准、记账须由三人分别办理，请由另一位会计记账。"))
        entry.year, entry.booked_on, entry.booked_by = on.year, on, by
        entry.number = next_number(SERIES, on.year)
    return entry


def cancel_entry(entry: Entry, *, by: Any, reason: str, source: SourceRef | None = None) -> Entry:
    """Take back an entry before any money moved.

    What another area posted is taken back only by that area's own service, which names the `source`. The reason
    stands in the ledger, where more people read it than in that area.
    """
    with moving(entry, to=EntryStatus.CANCELLED, by=by, verb="撤销", note=reason):
        _check_source(entry, source)
        if not reason.strip():
            raise Refused(_("请写明撤销的原因。"))
    return entry


def _check_requester(direction: Direction, by: Any, on: date) -> None:
    if direction == Direction.SPENDING and three_people(on) and books.test(by):
        raise Refused(_("申请、批准、记账须由三人分别办理，会计不能登记支出，请由工会秘书登记。"))


def _apart(entry: Entry, on: date) -> bool:
    """Whether three people must deal with the entry: the rule is about spending."""
    return entry.direction == Direction.SPENDING and three_people(on)


def _check_source(entry: Entry, source: SourceRef | None) -> None:
    """The record that posted an entry must learn what becomes of it: else it would wait for ever."""
    if entry.source != source:
        raise Refused(_("这笔收支由其他业务生成，请到来源记录的页面办理。"))


def _check(amount: Decimal, subject: Subject, direction: Direction, on: date) -> None:
    if amount <= 0:
        raise Refused(_("金额必须大于0元，请重新填写。"))
    if subject.direction != direction:
        raise Refused(
            _("科目“%(subject)s”不是%(direction)s科目，请重新选择。")
            % {"subject": subject.name, "direction": direction.label}
        )
    if subject.valid_from > on.year or (subject.valid_to and subject.valid_to < on.year):
        raise Refused(
            _("科目“%(subject)s”在%(year)s年不能使用，请重新选择。") % {"subject": subject.name, "year": on.year}
        )
    if subject.children.exists():
        raise Refused(_("科目“%(subject)s”下还有明细科目，请选到最后一级。") % {"subject": subject.name})
