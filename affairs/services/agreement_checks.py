"""Every write to the checks of an agreement: how each clause was kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import SIGNED_ONCE, Fulfilment
from affairs.models import Agreement, AgreementCheck, CheckFinding
from affairs.selectors import unsettled_checks
from members.selectors import holders_of
from unionoffice import audit
from unionoffice.inbox import notify
from unionoffice.refusal import Refused, stated
from unionoffice.roles import Role
from unionoffice.states import lock

Finding = tuple[str, str]
"""How a clause was kept, and the note to it."""


@transaction.atomic
def check_agreement(
    agreement: Agreement, check: AgreementCheck, *, findings: Mapping[int, Finding], by: Any, on: date
) -> AgreementCheck:
    """Enter a check with what it found of every clause, by the clause's key.

    Refused for what isn't signed, for a day before the signing or to come, for a clause without a finding, and where
    one that wasn't fully kept says nothing of why.
    """
    lock(agreement)
    if agreement.status not in SIGNED_ONCE or agreement.signed_on is None:
        raise Refused(_("还没有签订的合同不用检查履行情况。"))
    if not agreement.signed_on <= check.checked_on <= on:
        raise Refused(_("检查日期不能早于签订日期，也不能晚于今天。"))
    _check_demand(check)
    check.agreement = agreement
    rows = [_finding(clause, findings) for clause in agreement.clauses.all()]
    with audit.deed("登记履行检查", by=by):
        check.save()
    for row in rows:
        row.check_of = check
    CheckFinding.objects.bulk_create(rows)
    audit.record_event(agreement, verb="登记履行检查", by=by, note=str(check.checked_on))
    return check


@transaction.atomic
def settle_check(check: AgreementCheck, *, outcome: str, by: Any, on: date) -> AgreementCheck:
    """Note that what a check asked for was done; refused where it asked for nothing, or is done already."""
    lock(check)
    if check.due_on is None:
        raise Refused(_("这次检查没有提出整改要求。"))
    if check.done_on is not None:
        raise Refused(_("整改已经完成，不用再登记。"))
    check.outcome, check.done_on = stated(outcome, _("请写明整改结果。")), on
    with audit.deed("登记整改完成", by=by):
        check.save()
    return check


def remind_of_checks(*, on: date) -> None:
    """Tell who keeps agreements, once each, of what should have been put right by now."""
    people = holders_of(Role.CHAIR, Role.SECRETARY, on=on)
    for check in unsettled_checks().filter(due_on__lt=on):
        sentence = _("“%(title)s”检查提出的整改已逾期") % {"title": check.agreement}
        notify(people, sentence, url=check.get_absolute_url(), key=f"agreement-check-{check.pk}-over")


def _finding(clause: Any, findings: Mapping[int, Finding]) -> CheckFinding:
    fulfilment, note = findings.get(clause.pk, ("", ""))
    if not fulfilment:
        raise Refused(_("第%(position)d条还没有填写履行情况。") % {"position": clause.position})
    if fulfilment in (Fulfilment.PARTLY, Fulfilment.NOT_KEPT) and not note.strip():
        raise Refused(_("第%(position)d条没有完全履行，请写明情况。") % {"position": clause.position})
    return CheckFinding(clause=clause, fulfilment=fulfilment, note=note.strip())


def _check_demand(check: AgreementCheck) -> None:
    check.follow_up = check.follow_up.strip()
    if bool(check.follow_up) != (check.due_on is not None):
        raise Refused(_("整改要求和整改期限要一起填写；没有整改要求的都留空。"))
    if check.due_on is not None and check.due_on < check.checked_on:
        raise Refused(_("整改期限不能早于检查日期。"))
