"""Every write to delegates: who becomes one, and how it ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from congress.enums import Body, DelegateKind, Departure
from congress.models import Delegate, Delegation, Recall, Term
from congress.services.constituencies import must_be_new_in_term
from congress.services.records import take
from members.enums import ServiceStatus, UnionStatus
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def save_delegate(delegate: Delegate, changes: Mapping[str, Any], *, by: Any) -> Delegate:
    """Enter a delegate or correct the entry; a new one gets the next number of the term.

    Refuses days outside the term, constituency and delegation of another term, a person who is a delegate of the term
    already on one of the days, a voting delegate where everybody votes, and one who has no right to be elected.
    """
    take(delegate, changes)
    lock(delegate.term)
    lock(delegate.member)
    _must_fit_term(delegate)
    if delegate.kind == DelegateKind.VOTING:
        _must_be_eligible(delegate)
    with audit.deed(_("登记代表") if delegate.pk is None else _("修改代表"), by=by):
        if delegate.number is None:
            delegate.number = next_card_number(delegate.term)
        delegate.save()
    return delegate


def next_card_number(term: Term) -> int:
    """The next number of a card in a term, whose row the caller has locked: none is ever given twice."""
    last = Delegate.objects.filter(term=term).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _must_fit_term(delegate: Delegate) -> None:
    term = delegate.term
    if not term.from_on <= delegate.from_on <= term.to_on:
        raise Refused(_("起始日期不在%(term)s的任期之内，请核对。") % {"term": term})
    for part in (delegate.constituency, delegate.delegation):
        if part is not None and part.term_id != delegate.term_id:
            raise Refused(_("“%(part)s”不属于%(term)s，请重新选择。") % {"part": part, "term": term})
    same = Delegate.objects.exclude(pk=delegate.pk).filter(term=term, member=delegate.member)
    later = Q() if delegate.to_on is None else Q(from_on__lte=delegate.to_on)
    if same.filter(later, Q(to_on=None) | Q(to_on__gte=delegate.from_on)).exists():
        raise Refused(_("%(name)s在这段时间已是%(term)s的代表。") % {"name": delegate.member, "term": term})


def _must_be_eligible(delegate: Delegate) -> None:
    """Staff on contract may be elected (学校教职工代表大会规定), and union members to their own congress."""
    told = {"name": delegate.member, "term": delegate.term, "voting": delegate.term.voting_name}
    if not delegate.term.has_delegates:
        raise Refused(_("%(term)s由全体人员参加，人人都有表决权，不用登记正式代表。") % told)
    if delegate.to_on is not None:
        return
    if delegate.member.service_status != ServiceStatus.IN_SERVICE:
        sentence = _("%(name)s已不在职，不能是%(voting)s。请改为列席或特邀代表，或填写截止日期。")
        raise Refused(sentence % told)
    if delegate.term.body == Body.UNION and delegate.member.union_status != UnionStatus.MEMBER:
        sentence = _("%(name)s不是工会会员，不能是会员代表。请先办理入会，或改为列席、特邀代表。")
        raise Refused(sentence % told)


@transaction.atomic
def end_delegacy(delegate: Delegate, *, departure: Departure, last_day: date, note: str = "", by: Any) -> Delegate:
    """End a delegacy before the term does: the seat is vacant from the next day on.

    Refused for one that has ended, for a day outside it, and for a recall, which needs its meeting.
    """
    if departure == Departure.RECALLED:
        raise Refused(_("撤换代表要有选举单位会议的表决结果，请使用“撤换代表”。"))
    if departure == Departure.OTHER and not note.strip():
        raise Refused(_("请写明终止的原因。"))
    with audit.deed(_("终止代表资格"), by=by, note=note):
        return _end(delegate, departure, last_day, note)


@dataclass(frozen=True)
class RecallVote:
    """What a constituency's meeting counted: numbers of people."""

    held_on: date
    due: int
    present: int
    in_favour: int


@transaction.atomic
def recall_delegate(delegate: Delegate, vote: RecallVote, *, reason: str, by: Any, on: date) -> Recall:
    """撤换: those who elected a delegate take the seat back from the day after their meeting on.

    Refused without a reason, before the meeting, for counts that can't be, and without more than half of those due.
    """
    if not reason.strip():
        raise Refused(_("请写明撤换的理由。"))
    if vote.held_on > on:
        raise Refused(_("会议日期是%(day)s，请在会后登记。") % {"day": vote.held_on})
    if vote.present > vote.due:
        raise Refused(_("实到人数不能多于应到人数，请核对。"))
    if vote.in_favour > vote.present:
        raise Refused(_("同意票数不能多于实到人数，请核对。"))
    if vote.in_favour * 2 <= vote.due:
        sentence = _("撤换要有应到人数的过半数同意：应到%(due)d人，至少要%(needed)d票，现在只有%(votes)d票。")
        raise Refused(sentence % {"due": vote.due, "needed": vote.due // 2 + 1, "votes": vote.in_favour})
    with audit.deed(_("撤换代表"), by=by, note=reason):
        _end(delegate, Departure.RECALLED, vote.held_on, reason[:200])
        return Recall.objects.create(
            delegate=delegate,
            held_on=vote.held_on,
            due=vote.due,
            present=vote.present,
            in_favour=vote.in_favour,
            reason=reason,
        )


def _end(delegate: Delegate, departure: Departure, last_day: date, note: str) -> Delegate:
    lock(delegate)
    if delegate.to_on is not None:
        raise Refused(_("%(name)s的代表资格已经终止，请刷新页面查看最新情况。") % {"name": delegate.member})
    if not delegate.from_on <= last_day <= delegate.term.to_on:
        raise Refused(_("终止日期不在代表任期之内，请核对。"))
    delegate.to_on, delegate.departure, delegate.departure_note = last_day, departure, note
    delegate.save()
    return delegate


@transaction.atomic
def seat_delegates(delegates: Iterable[Delegate], delegation: Delegation, *, by: Any) -> int:
    """Let many delegates sit in one delegation; returns how many changed. Refuses delegates of another term."""
    chosen = list(Delegate.objects.select_for_update().filter(pk__in=[one.pk for one in delegates]))
    if any(one.term_id != delegation.term_id for one in chosen):
        sentence = _("选中的代表里有人不属于%(term)s，不能编入%(delegation)s。")
        raise Refused(sentence % {"term": delegation.term, "delegation": delegation})
    moved = [one for one in chosen if one.delegation_id != delegation.pk]
    with audit.deed(_("编入代表团"), by=by):
        for one in moved:
            one.delegation = delegation
            one.save()
    return len(moved)


@transaction.atomic
def save_delegation(delegation: Delegation, changes: Mapping[str, Any], *, by: Any) -> Delegation:
    """Enter a delegation or correct it.

    Refuses a name that the term has already, and a head who is no delegate of the term with a vote.
    """
    take(delegation, changes)
    must_be_new_in_term(delegation)
    head, term = delegation.head, delegation.term
    seated = Delegate.objects.filter(term=term, member=head, kind=DelegateKind.VOTING, to_on=None)
    if head is not None and term.has_delegates and not seated.exists():
        told = {"name": head, "term": term, "voting": term.voting_name}
        raise Refused(_("%(name)s不是%(term)s的%(voting)s，不能任团长。") % told)
    with audit.deed(_("登记代表团") if delegation.pk is None else _("修改代表团"), by=by):
        delegation.save()
    return delegation
