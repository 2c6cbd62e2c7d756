"""Every write to terms, sessions and delegates."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from congress.enums import DelegateKind, SessionStatus
from congress.models import Delegate, Session, Term
from members.enums import ServiceStatus
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock, moving

Record = TypeVar("Record", bound=models.Model)


@transaction.atomic
def save_term(term: Term, changes: Mapping[str, Any], *, by: Any) -> Term:
    """Enter a term or correct it. Refuses a number that is taken, and days that belong to another term."""
    _take(term, changes)
    others = Term.objects.filter(body=term.body).exclude(pk=term.pk)
    if others.filter(number=term.number).exists():
        raise Refused(_("%(term)s已经登记，请核对届次。") % {"term": term})
    overlapping = others.filter(from_on__lte=term.to_on, to_on__gte=term.from_on).first()
    if overlapping is not None:
        raise Refused(_("任期与%(term)s重叠，请核对起止日期。") % {"term": overlapping})
    with audit.deed(_("登记届次") if term.pk is None else _("修改届次"), by=by):
        term.save()
    return term


@transaction.atomic
def save_session(session: Session, changes: Mapping[str, Any], *, by: Any) -> Session:
    """Enter a session or correct it. Refuses a number that is taken, and days outside its term."""
    _take(session, changes)
    if Session.objects.exclude(pk=session.pk).filter(term=session.term, number=session.number).exists():
        raise Refused(_("%(session)s已经登记，请核对次数。") % {"session": session})
    if not session.term.from_on <= session.starts_on <= session.ends_on <= session.term.to_on:
        raise Refused(_("会议日期不在%(term)s的任期之内，请核对。") % {"term": session.term})
    with audit.deed(_("登记会议") if session.pk is None else _("修改会议"), by=by):
        session.save()
    return session


def hold_session(session: Session, *, by: Any, on: date) -> Session:
    """Note that the session took place; refused before its first day."""
    with moving(session, to=SessionStatus.HELD, by=by, verb=_("确认召开")):
        if session.starts_on > on:
            raise Refused(_("会议日期是%(day)s，请在会后确认。") % {"day": session.starts_on})
    return session


@transaction.atomic
def save_delegate(delegate: Delegate, changes: Mapping[str, Any], *, by: Any) -> Delegate:
    """Enter a delegate or correct the entry.

    Refuses days outside the term, a person who is a delegate of the term already on one of the days, and a voting
    delegate who no longer works here (学校教职工代表大会规定第九条: staff on contract are eligible).
    """
    _take(delegate, changes)
    lock(delegate.member)
    if not delegate.term.from_on <= delegate.from_on <= delegate.term.to_on:
        raise Refused(_("起始日期不在%(term)s的任期之内，请核对。") % {"term": delegate.term})
    same = Delegate.objects.exclude(pk=delegate.pk).filter(term=delegate.term, member=delegate.member)
    later = Q() if delegate.to_on is None else Q(from_on__lte=delegate.to_on)
    if same.filter(later, Q(to_on=None) | Q(to_on__gte=delegate.from_on)).exists():
        raise Refused(_("%(name)s在这段时间已是%(term)s的代表。") % {"name": delegate.member, "term": delegate.term})
    serves = delegate.member.service_status == ServiceStatus.IN_SERVICE
    if delegate.kind == DelegateKind.VOTING and delegate.to_on is None and not serves:
        sentence = _("%(name)s已不在职，不能是正式代表。请改为列席或特邀代表，或填写截止日期。")
        raise Refused(sentence % {"name": delegate.member})
    with audit.deed(_("登记代表") if delegate.pk is None else _("修改代表"), by=by):
        delegate.save()
    return delegate


def _take(record: Record, changes: Mapping[str, Any]) -> None:
    """Bring a stored record up to date under its lock, then let it have its new values."""
    if record.pk is not None:
        lock(record)
    for name, value in changes.items():
        setattr(record, name, value)
