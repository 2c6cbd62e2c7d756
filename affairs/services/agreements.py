"""Every write to collective agreements."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import (
    BINDING,
    REWRITABLE_AGREEMENTS,
    AgreementStatus,
)
from affairs.models import Agreement, AgreementClause, NegotiationRound
from affairs.selectors import agreements_expiring, agreements_over, agreements_to_file
from members.selectors import holders_of
from unionoffice import audit
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.roles import Role
from unionoffice.states import lock, moving

AGREEMENT_SERIES = "affairs.agreement"
REWRITABLE_AGREEMENT = frozenset({"kind", "title", "employer", "employer_side", "union_side", "from_on", "to_on"})


@transaction.atomic
def draft_agreement(agreement: Agreement, *, clauses: Sequence[str], by: Any, on: date) -> Agreement:
    """Begin an agreement; its clauses may follow while it is negotiated."""
    _check_term(agreement)
    _begin(agreement, by=by, on=on, year=on.year)
    with audit.deed("起草", by=by):
        agreement.save()
    _set_clauses(agreement, clauses)
    return agreement


@transaction.atomic
def record_signed_agreement(agreement: Agreement, *, clauses: Sequence[str], by: Any, on: date) -> Agreement:
    """Take in one that was signed before the office kept it here: in force, or over by now.

    Refused without the day, both signers and the term, and where it was signed on a day to come.
    """
    if agreement.signed_on is None or agreement.from_on is None or agreement.to_on is None:
        raise Refused(_("请填写签订日期和合同期限。"))
    _check_signing(agreement, on)
    _begin(agreement, by=by, on=on, year=agreement.signed_on.year)
    if agreement.to_on < on:
        agreement.status = AgreementStatus.EXPIRED
    else:
        agreement.status = AgreementStatus.FILED if agreement.filed_on else AgreementStatus.SIGNED
    with audit.deed("补录", by=by):
        agreement.save()
    _set_clauses(agreement, clauses)
    return agreement


@transaction.atomic
def mend_agreement(agreement: Agreement, *, changes: Mapping[str, Any], clauses: Sequence[str], by: Any) -> Agreement:
    """Change what isn't passed yet."""
    lock(agreement)
    if agreement.status not in REWRITABLE_AGREEMENTS:
        raise Refused(_("现在是“%(status)s”状态，条款不能修改。") % {"status": agreement.get_status_display()})
    for name in REWRITABLE_AGREEMENT & changes.keys():
        setattr(agreement, name, changes[name])
    _check_term(agreement)
    with audit.deed("修改", by=by):
        agreement.save()
    _set_clauses(agreement, clauses)
    return agreement


def begin_talks(agreement: Agreement, *, by: Any) -> Agreement:
    """Take it to the table; refused while a side names nobody who speaks for it."""
    with moving(agreement, to=AgreementStatus.NEGOTIATING, by=by, verb="开始协商"):
        if not agreement.employer_side.strip() or not agreement.union_side.strip():
            raise Refused(_("请先修改记录，填写双方的协商代表。"))
    return agreement


@transaction.atomic
def record_round(agreement: Agreement, negotiation: NegotiationRound, *, by: Any, on: date) -> NegotiationRound:
    """Enter one round of talks; refused for a day to come or before the last round, and once talks are over."""
    lock(agreement)
    if agreement.status != AgreementStatus.NEGOTIATING:
        raise Refused(_("只有协商中的合同可以登记协商记录。"))
    last = agreement.rounds.last()
    if negotiation.held_on > on:
        raise Refused(_("协商日期不能晚于今天。"))
    if last is not None and negotiation.held_on < last.held_on:
        raise Refused(_("协商日期不能早于上一轮（%(day)s）。") % {"day": last.held_on})
    negotiation.agreement, negotiation.number = agreement, last.number + 1 if last else 1
    with audit.deed("登记协商", by=by):
        negotiation.save()
    audit.record_event(agreement, verb="登记协商", by=by, note=str(negotiation))
    return negotiation


def pass_agreement(agreement: Agreement, *, passed_on: date, passed_at: str, by: Any, on: date) -> Agreement:
    """Note that the congress passed the draft; refused before there were talks, and for a draft without clauses."""
    with moving(agreement, to=AgreementStatus.PASSED, by=by, verb="登记审议通过"):
        last = agreement.rounds.last()
        if last is None:
            raise Refused(_("还没有协商记录。集体合同草案应经集体协商，请先登记协商记录。"))
        if not agreement.clauses.exists():
            raise Refused(_("还没有条款。请先修改记录，填写主要条款。"))
        if not last.held_on <= passed_on <= on:
            raise Refused(_("审议通过的日期不能早于最后一轮协商，也不能晚于今天。"))
        agreement.passed_on, agreement.passed_at = passed_on, stated(passed_at, _("请写明审议通过的会议。"))
    return agreement


def reopen_talks(agreement: Agreement, *, reason: str, by: Any) -> Agreement:
    """Back to the table with what was passed: it can't be signed as it stands."""
    with moving(agreement, to=AgreementStatus.NEGOTIATING, by=by, verb="重新协商", note=reason):
        stated(reason, _("请写明重新协商的原因。"))
        agreement.passed_on, agreement.passed_at = None, ""
    return agreement


def sign_agreement(agreement: Agreement, *, signing: Mapping[str, Any], by: Any, on: date) -> Agreement:
    """Note who signed, when and for which term; from then on all staff may read it."""
    with moving(agreement, to=AgreementStatus.SIGNED, by=by, verb="登记签订"):
        for name in ("signed_on", "employer_signer", "union_signer", "from_on", "to_on"):
            setattr(agreement, name, signing[name])
        if agreement.passed_on is not None and signing["signed_on"] < agreement.passed_on:
            raise Refused(_("签订日期不能早于审议通过的日期。"))
        _check_signing(agreement, on)
    return agreement


def file_agreement(agreement: Agreement, *, filed_on: date, filing_no: str, by: Any, on: date) -> Agreement:
    """Note that the labour office has it."""
    with moving(agreement, to=AgreementStatus.FILED, by=by, verb="登记备案"):
        agreement.filed_on, agreement.filing_no = filed_on, filing_no.strip()
        _check_filing(agreement, on)
    return agreement


def end_agreement(agreement: Agreement, *, reason: str, by: Any, on: date) -> Agreement:
    """Note that both sides ended it before its term."""
    with moving(agreement, to=AgreementStatus.ENDED, by=by, verb="终止", note=reason):
        agreement.ended_on, agreement.end_reason = on, stated(reason, _("请写明终止的原因。"))
    return agreement


def discard_agreement(agreement: Agreement, *, reason: str, by: Any) -> Agreement:
    """Give up one that was never passed; it is kept, and counts nowhere."""
    with moving(agreement, to=AgreementStatus.DISCARDED, by=by, verb="作废", note=reason):
        stated(reason, _("请写明作废的原因。"))
    return agreement


@transaction.atomic
def renew_agreement(agreement: Agreement, *, by: Any, on: date) -> Agreement:
    """Begin the agreement that follows this one, with its sides and clauses, to be negotiated anew."""
    lock(agreement)
    if agreement.status not in (*BINDING, AgreementStatus.EXPIRED):
        raise Refused(_("只有生效中或已到期的合同可以续签。"))
    if under_way := agreement.renewed_by.exclude(status=AgreementStatus.DISCARDED).first():
        raise Refused(_("已经有续签的合同“%(title)s”。") % {"title": under_way})
    renewal = Agreement(
        renews=agreement,
        kind=agreement.kind,
        title=agreement.title,
        employer=agreement.employer,
        employer_side=agreement.employer_side,
        union_side=agreement.union_side,
        from_on=agreement.to_on + timedelta(days=1) if agreement.to_on else None,
    )
    _begin(renewal, by=by, on=on, year=on.year)
    with audit.deed("起草续签", by=by, note=agreement.public_number):
        renewal.save()
    _set_clauses(renewal, [clause.text for clause in agreement.clauses.all()])
    audit.record_event(agreement, verb="起草续签", by=by, note=renewal.public_number)
    return renewal


def expire_agreements(*, on: date) -> int:
    """What is over is called so; returns how many. Safe to repeat."""
    over = list(agreements_over(on))
    for agreement in over:
        with moving(agreement, to=AgreementStatus.EXPIRED, by=None, verb="到期"):
            pass
    return len(over)


def remind_of_agreements(*, on: date) -> None:
    """Tell who negotiates, once each, what is to be renewed and what is to be filed."""
    people = holders_of(Role.CHAIR, Role.SECRETARY, on=on)
    for agreement in agreements_expiring(on):
        sentence = _("“%(title)s”%(day)s到期，请准备续签") % {"title": agreement, "day": agreement.to_on}
        notify(people, sentence, url=agreement.get_absolute_url(), key=f"agreement-{agreement.pk}-expiring")
    for agreement, last_day in agreements_to_file(on):
        sentence = _("“%(title)s”请在%(day)s前报送备案") % {"title": agreement, "day": last_day}
        notify(people, sentence, url=agreement.get_absolute_url(), key=f"agreement-{agreement.pk}-to-file")


def _begin(agreement: Agreement, *, by: Any, on: date, year: int) -> None:
    agreement.drafted_by, agreement.drafted_on = by, on
    agreement.short_number = f"{year}-{next_number(AGREEMENT_SERIES, year):03}"


def _set_clauses(agreement: Agreement, clauses: Sequence[str]) -> None:
    agreement.clauses.all().delete()
    AgreementClause.objects.bulk_create(
        AgreementClause(agreement=agreement, position=position, text=text)
        for position, text in enumerate(clauses, start=1)
    )


def _check_term(agreement: Agreement) -> None:
    if agreement.from_on and agreement.to_on and agreement.to_on <= agreement.from_on:
        raise Refused(_("合同期限的截止日期应晚于起始日期。"))


def _check_signing(agreement: Agreement, on: date) -> None:
    _check_term(agreement)
    if agreement.signed_on is not None and agreement.signed_on > on:
        raise Refused(_("签订日期不能晚于今天。"))
    agreement.employer_signer = stated(agreement.employer_signer, _("请填写学校方签字人。"))
    agreement.union_signer = stated(agreement.union_signer, _("请填写职工方签字人。"))
    if agreement.employer_signer == agreement.union_signer:
        raise Refused(_("双方签字人不能是同一个人。"))
    _check_filing(agreement, on)


def _check_filing(agreement: Agreement, on: date) -> None:
    filed, signed = agreement.filed_on, agreement.signed_on
    if filed is not None and signed is not None and not signed <= filed <= on:
        raise Refused(_("备案日期不能早于签订日期，也不能晚于今天。"))
