"""Reads of the notices of sessions: until when they go out, and to whom."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from congress.enums import Assembly, Body, SessionNoticeKind
from congress.models import Delegate, SessionNotice
from congress.models.voters import electors
from members.models import Account, Member
from unionoffice.rules import rule

RULES = {
    SessionNoticeKind.NOTICE: "congress.notice_days",
    SessionNoticeKind.CALL: "congress.call_days",
}
"""How many days before the session each kind goes out at the latest."""


def latest_day_for(notice: SessionNotice) -> date:
    """The last day on which a notice goes out in time, by the rule that holds on the session's day."""
    starts_on = notice.session.starts_on
    days = rule(RULES[SessionNoticeKind(notice.kind)], on=starts_on)
    return starts_on - timedelta(days=days)


def expected_at(notice: SessionNotice, on: date) -> QuerySet[Member]:
    """Whom a notice is for: those who come to the session, whatever their rights; for a call all of the staff."""
    term = notice.session.term
    if notice.kind == SessionNoticeKind.CALL:
        return electors(Body.STAFF, on)
    partner = notice.session.partner
    meant = Q(pk__in=[])
    for one in (term, partner.term if partner else None):
        if one is not None and one.assembly == Assembly.EVERYBODY:
            meant |= Q(pk__in=electors(Body(one.body), on).order_by().values("pk"))
        elif one is not None:
            delegates = Delegate.objects.filter(term=one).exclude(to_on__lt=on)
            meant |= Q(pk__in=delegates.order_by().values("member"))
    return Member.objects.filter(meant)


def told_by(notice: SessionNotice, on: date) -> QuerySet[Account]:
    """The accounts of those whom a notice is for."""
    return Account.objects.filter(is_active=True, member__in=expected_at(notice, on).order_by().values("pk"))
