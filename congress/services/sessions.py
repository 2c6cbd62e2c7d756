"""Every write to sessions."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import Body, SessionKind, SessionStatus
from congress.models import Session
from congress.services.preparation import begin_checklist
from congress.services.records import take
from congress.services.sittings import move_sittings
from unionoffice import audit
from unionoffice.precision import Precision, span_of
from unionoffice.refusal import Refused
from unionoffice.states import lock

DAYS = ("starts_on", "ends_on", "precision")
"""What two sessions that are held jointly have in common, beside the place."""


@transaction.atomic
def save_session(session: Session, changes: Mapping[str, Any], *, by: Any) -> Session:
    """Enter a session or correct it. Refuses a number that is taken, and days outside its term.

    Of one whose day isn't known, all days that it can be are kept. Where a planned session moves to another day, what
    is still open on its checklist moves along, and so does the session that it is held with.
    """
    before = Session.objects.get(pk=session.pk).starts_on if session.pk else None
    take(session, changes)
    _check(session)
    with audit.deed(_("登记会议") if session.pk is None else _("修改会议"), by=by):
        session.save()
        if before is not None and session.status == SessionStatus.PLANNED:
            _move_checklist(session, session.starts_on - before)
            move_sittings(session, session.starts_on - before, by=by)
            _move_partner(session)
    return session


@transaction.atomic
def plan_session(session: Session, changes: Mapping[str, Any], *, by: Any, on: date) -> Session:
    """Enter a session; one that lies ahead gets its checklist.

    Refuses an extraordinary session ahead that nobody asked for: it is called from the request.
    """
    kind = changes.get("kind", session.kind)
    if kind == SessionKind.EXTRAORDINARY and changes["starts_on"] >= on:
        raise Refused(_("临时会议要先登记提议：由学校、学校工会或三分之一以上代表提出，再从提议安排会议。"))
    return plan_asked_session(session, changes, by=by, on=on)


@transaction.atomic
def plan_asked_session(session: Session, changes: Mapping[str, Any], *, by: Any, on: date) -> Session:
    """The same where somebody with the right to it asked for an extraordinary session."""
    save_session(session, changes, by=by)
    if session.precision == Precision.DAY and session.starts_on >= on:
        begin_checklist(session, by=by, on=on)
    return session


@transaction.atomic
def join_sessions(session: Session, other: Session, *, by: Any) -> Session:
    """合并召开: hold a session of the staff congress and one of the union's members together, as one meeting.

    The second comes to the days and the place of the first. Refused for two of one body, for one that is joined
    already, and once one of them has opened.
    """
    for one in (session, other):
        lock(one)
        if one.status != SessionStatus.PLANNED:
            raise Refused(_("%(session)s已经召开，不能再合并。") % {"session": one.printed_name})
        if one.partner is not None:
            raise Refused(_("%(session)s已经合并召开，请先取消合并。") % {"session": one.printed_name})
        _ensure_no_sittings(one)
    if session.term.body == other.term.body:
        raise Refused(_("只有教代会和工会会员代表大会可以合并召开。"))
    staff, union = (session, other) if session.term.body == Body.STAFF else (other, session)
    with audit.deed(_("合并召开"), by=by, note=str(other.printed_name)):
        staff.joint_with = union
        staff.save()
        _move_partner(session, partner=other)
    return session


@transaction.atomic
def part_sessions(session: Session, *, by: Any) -> Session:
    """Hold two sessions each on its own after all; refused once one has opened."""
    lock(session)
    partner = session.partner
    if partner is None:
        raise Refused(_("这次会议没有合并召开。"))
    lock(partner)
    if {session.status, partner.status} != {SessionStatus.PLANNED}:
        raise Refused(_("会议已经召开，不能取消合并。"))
    for one in (session, partner):
        _ensure_no_sittings(one)
    holder = session if session.joint_with_id else partner
    with audit.deed(_("取消合并召开"), by=by):
        holder.joint_with = None
        holder.save()
    return session


def _ensure_no_sittings(session: Session) -> None:
    """Sittings are arranged for all who meet: who that is must stand before."""
    if session.sittings.exists():
        raise Refused(_("%(session)s已经安排单元会议，请先删除单元会议。") % {"session": session.printed_name})


def _check(session: Session) -> None:
    if Session.objects.exclude(pk=session.pk).filter(term=session.term, number=session.number).exists():
        raise Refused(_("%(session)s已经登记，请核对次数。") % {"session": session})
    term = session.term
    outside = Refused(_("会议日期不在%(term)s的任期之内，请核对。") % {"term": term})
    if session.precision == Precision.DAY:
        if not term.from_on <= session.starts_on <= session.ends_on <= term.to_on:
            raise outside
        return
    span = span_of(session.starts_on, Precision(session.precision))
    if span.end < term.from_on or span.start > term.to_on:
        raise outside
    session.starts_on, session.ends_on = span.start, span.end


def _move_checklist(session: Session, by_days: timedelta) -> None:
    """What is done or isn't needed keeps its days: they say what was."""
    if not by_days:
        return
    for item in session.checklist.open().select_for_update():
        item.from_on, item.due_on = item.from_on + by_days, item.due_on + by_days
        item.save()


def _move_partner(session: Session, *, partner: Session | None = None) -> None:
    partner = partner or session.partner
    if partner is None:
        return
    lock(partner)
    same = (*DAYS, "place")
    if all(getattr(partner, name) == getattr(session, name) for name in same):
        return
    moved = session.starts_on - partner.starts_on
    for name in same:
        setattr(partner, name, getattr(session, name))
    _check(partner)
    partner.save()
    _move_checklist(partner, moved)
