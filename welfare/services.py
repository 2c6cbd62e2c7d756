"""Every write to visits."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from finance.enums import Fund, SubjectCode
from finance.models import BankAccount, Entry
from finance.selectors import subject_of, three_people
from finance.services import cancel_entry, pay_entry, post_expense
from unionoffice import audit
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef
from unionoffice.states import lock, moving
from welfare.enums import VisitStatus
from welfare.models import Visit
from welfare.selectors import check_against_standard

SERIES = "welfare.visit"


@transaction.atomic
def request_visit(visit: Visit, *, by: Any, on: date, visited_on: date | None = None) -> Visit:
    """Ask for a visit; with `visited_on` it is recorded afterwards (补登), because it was urgent.

    Refuses days to come, goods without their value, and what no approval can allow.
    """
    if visit.happened_on > on:
        raise Refused(_("发生日期不能晚于今天。"))
    if visited_on is not None and not visit.happened_on <= visited_on <= on:
        raise Refused(_("慰问日期不能早于发生日期，也不能晚于今天。"))
    if bool(visit.goods) != (visit.goods_value > 0):
        raise Refused(_("慰问品和它的价值要一起填写；没有慰问品时两项都留空。"))
    if forbidden := check_against_standard(visit).forbidden:
        raise Refused(forbidden)
    visit.number = f"{on.year}-{next_number(SERIES, on.year):03}"
    visit.requested_by, visit.requested_on = by, on
    visit.visited_on, visit.recorded_late = visited_on, visited_on is not None
    with audit.deed("补登慰问" if visited_on else "申请慰问", by=by):
        visit.save()
    return visit


def check_visit(visit: Visit, *, by: Any) -> Visit:
    """Compare with the standard and hand it to the chair, with what was found.

    Refuses what no approval can allow: cash where the rule wants goods. Two checks for one person run one after
    the other, so that each knows how many visits the year has had.
    """
    with moving(visit, to=VisitStatus.CHECKED, by=by, verb="核对标准"):
        lock(visit.member)
        check = check_against_standard(visit)
        if check.forbidden:
            raise Refused(check.forbidden)
        visit.standard, visit.finding, visit.over_standard = check.standard, check.text, check.over
    return visit


def approve_visit(visit: Visit, *, by: Any, on: date, over_reason: str = "") -> Visit:
    """The chair approves; what the union's money pays is committed as an approved entry in finance.

    One that was recorded afterwards counts as visited at once. Refused to the person visited, to who asked for it
    while the rule of three people holds, and over the standard without a reason. The reason stands with the visit,
    not in its trail as well.
    """
    to = VisitStatus.VISITED if visit.recorded_late else VisitStatus.APPROVED
    with moving(visit, to=to, by=by, verb="批准慰问"):
        if by.member_id == visit.member_id:
            raise Refused(_("不能批准给自己的慰问。请工会秘书给副主席授予主席角色，由他批准。"))
        if by == visit.requested_by and three_people(on):
            raise Refused(_("不能批准自己申请的慰问。请撤回后由生活委员重新申请。"))
        if visit.over_standard and not over_reason.strip():
            raise Refused(_("超出标准，请写明批准的理由。"))
        visit.approved_by = by
        visit.over_reason = over_reason.strip() if visit.over_standard else ""
        if visit.fund == Fund.UNION and visit.total > 0:
            visit.entry = _commit(visit, by=by, on=on)
    return visit


def refuse_visit(visit: Visit, *, by: Any, reason: str) -> Visit:
    """The chair says no, with the reason."""
    with moving(visit, to=VisitStatus.REFUSED, by=by, verb="不予批准", note=reason):
        if not reason.strip():
            raise Refused(_("请写明不批准的理由。"))
    return visit


def record_visit(visit: Visit, *, visited_on: date, visitors: str, by: Any, on: date) -> Visit:
    """Note that somebody went, when and who."""
    with moving(visit, to=VisitStatus.VISITED, by=by, verb="登记慰问"):
        if visit.approved_by is None:
            raise Refused(_("这次慰问还没有批准，批准后才能登记。"))
        if not visit.happened_on <= visited_on <= on:
            raise Refused(_("慰问日期不能早于发生日期，也不能晚于今天。"))
        visit.visited_on, visit.visitors = visited_on, visitors
    return visit


def pay_visit(visit: Visit, *, account: BankAccount, by: Any, on: date) -> Visit:
    """The cashier pays what the visit gave; its entry then waits for booking."""
    with moving(visit, to=VisitStatus.PAID, by=by, verb="支付慰问"):
        if visit.entry is None:
            raise Refused(_("这次慰问不用工会经费，不需要付款。"))
        pay_entry(visit.entry, account=account, by=by, on=on, source=SourceRef.to(visit))
    return visit


def close_visit(visit: Visit, *, by: Any) -> Visit:
    """End a visit that nothing is paid for out of the union's money."""
    with moving(visit, to=VisitStatus.CLOSED, by=by, verb="办结"):
        if visit.entry is not None:
            raise Refused(_("这次慰问要用工会经费付款，付款后自动办结。"))
    return visit


def withdraw_visit(visit: Visit, *, by: Any, reason: str) -> Visit:
    """Take a request back before anyone went; its entry is cancelled with it, without the reason, which may be told
    to fewer people than read the ledger.
    """
    with moving(visit, to=VisitStatus.WITHDRAWN, by=by, verb="撤回", note=reason):
        if not reason.strip():
            raise Refused(_("请写明撤回的理由。"))
        if visit.entry is not None:
            sentence = _("%(number)s已撤回") % {"number": visit.public_number}
            cancel_entry(visit.entry, by=by, reason=sentence, source=SourceRef.to(visit))
    return visit


def _commit(visit: Visit, *, by: Any, on: date) -> Entry:
    subject = visit.standard.subject if visit.standard else subject_of(SubjectCode.SERVICE)
    return post_expense(
        subject=subject,
        amount=visit.total,
        payee=visit.member.name,
        purpose=_("慰问支出（%(number)s）") % {"number": visit.public_number},
        source=SourceRef.to(visit),
        requested_by=visit.requested_by,
        by=by,
        on=on,
    )
