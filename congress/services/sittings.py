"""Every write to sittings: arranged, opened when enough are there, closed; and what that makes of their session."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.enums import DelegateKind, SessionStatus, SittingKind, SittingStatus
from congress.models import Session, Sitting
from congress.selectors import sittings
from congress.services.records import take
from members.services import close_gathering
from unionoffice import audit
from unionoffice.days import in_full, span_in_full
from unionoffice.refusal import Refused
from unionoffice.states import lock, moving


@transaction.atomic
def plan_sitting(session: Session, values: Mapping[str, Any], *, by: Any) -> Sitting:
    """Arrange one more sitting of a session, and one of the other body where two meet jointly.

    Returns the one that keeps attendance, that of the staff congress. Refused once the session is over, and on a day
    that isn't one of the session's.
    """
    together = [lock(one) for one in sittings.sessions_together(session)]
    first = None
    for one in together:
        if one.status == SessionStatus.HELD:
            raise Refused(_("%(session)s已经闭幕，不能再安排单元会议。") % {"session": one.printed_name})
        last = one.sittings.aggregate(last=Max("number"))["last"] or 0
        sitting = Sitting(kind=SittingKind.SESSION, session=one, number=last + 1, joint_with=first, **values)
        _must_fit(sitting)
        with audit.deed(_("安排单元会议"), by=by):
            sitting.save()
        first = first or sitting
    return first or sitting


@transaction.atomic
def plan_other_sitting(sitting: Sitting, values: Mapping[str, Any], *, by: Any) -> Sitting:
    """Arrange a sitting that belongs to no session: of a unit, a committee, the whole staff or all members.

    Refuses one that doesn't say which unit or committee it is of.
    """
    for name, value in values.items():
        setattr(sitting, name, value)
    sitting.constituency = sitting.constituency if sitting.kind == SittingKind.CONSTITUENCY else None
    sitting.committee = sitting.committee if sitting.kind == SittingKind.COMMITTEE else None
    if sitting.kind == SittingKind.CONSTITUENCY and sitting.constituency is None:
        raise Refused(_("请选择是哪个选举单位的会议。"))
    if sitting.kind == SittingKind.COMMITTEE and sitting.committee is None:
        raise Refused(_("请选择是哪个委员会的会议。"))
    with audit.deed(_("安排会议"), by=by):
        sitting.save()
    return sitting


@transaction.atomic
def amend_sitting(sitting: Sitting, changes: Mapping[str, Any], *, by: Any, at: datetime) -> Sitting:
    """Put another time, place or person down, for both bodies where two meet. Refused once it opened.

    On another day people check in anew: attendance that was kept on the old one is closed.
    """
    lock(sitting)
    if sitting.has_opened:
        raise Refused(_("会议已经开始，不能再修改安排。"))
    door = sittings.door_of(sitting)
    if door is not None and door.is_open and changes.get("day", sitting.day) != sitting.day:
        close_gathering(door, by=by, at=at)
    for one in sittings.hall(sitting):
        mine = sitting if one.pk == sitting.pk else one
        take(mine, changes)
        _must_fit(mine)
        with audit.deed(_("修改会议安排"), by=by):
            mine.save()
    return sitting


def move_sittings(session: Session, by_days: timedelta, *, by: Any) -> None:
    """A session that moves takes its planned sittings along, and those of the session that is held with it.

    Refused while people check in to one of them.
    """
    if not by_days:
        return
    together = sittings.sessions_together(session)
    planned = Sitting.objects.filter(session__in=together, status=SittingStatus.PLANNED).select_for_update()
    with audit.deed(_("随大会改期"), by=by):
        for sitting in planned:
            if sittings.door_of(sitting) is not None:
                raise Refused(_("“%(title)s”已经开始签到，大会不能改期。") % {"title": sitting})
            sitting.day += by_days
            sitting.save()


@transaction.atomic
def delete_sitting(sitting: Sitting, *, by: Any) -> None:
    """Throw an arrangement away, for both bodies where two meet. Refused once somebody checked in or asked leave."""
    lock(sitting)
    together = sittings.hall(sitting)
    asked = any(one.leaves.exists() for one in together)
    if sitting.has_opened or asked or sittings.door_of(sitting) is not None:
        raise Refused(_("会议已经有签到或请假记录，不能删除。要改时间的请修改安排。"))
    with audit.deed(_("删除会议安排"), by=by):
        for one in reversed(together):
            one.delete()


@transaction.atomic
def open_sitting(sitting: Sitting, *, by: Any, at: datetime) -> Sitting:
    """Declare the sitting open; it stays open whoever leaves afterwards.

    Refused before its day, and unless as many of those due are in the room as the rule wants: two thirds of all who
    have a vote (学校教职工代表大会规定), in both bodies where two meet. What that depended on is frozen, and
    the first sitting of a session opens the session.
    """
    lock(sitting)
    if sitting.day > timezone.localdate(at):
        raise Refused(_("会议定在%(day)s，到时才能宣布开会。改期的请先修改安排。") % {"day": in_full(sitting.day)})
    for quorum in sittings.quorums(sittings.hall(sitting)):
        one = sitting if quorum.sitting.pk == sitting.pk else quorum.sitting
        with moving(one, to=SittingStatus.OPENED, by=by, verb=_("宣布开会")):
            if not quorum.is_met:
                raise Refused(_told(quorum))
            one.due_count, one.present_count, one.needed_count = quorum.due, quorum.present, quorum.needed
            one.quorum_rule, one.opened_at, one.opened_by = quorum.rule, at, by
        _open_session(one, by=by)
    return sitting


def _told(quorum: sittings.Quorum) -> str:
    whose = f"{quorum.sitting.body_name}：" if quorum.sitting.session else ""
    return f"{whose}{quorum.sentence}{'，不能开会。' if quorum.due else ''}"


def _open_session(sitting: Sitting, *, by: Any) -> None:
    """The first sitting's numbers are the session's, and so are those who came to it without a vote."""
    session = sitting.session
    if session is None or lock(session).status == SessionStatus.OPENED:
        return
    with moving(session, to=SessionStatus.OPENED, by=by, verb=_("开幕")):
        session.due_count, session.present_count = sitting.due_count, sitting.present_count
        guests = sittings.guests_in_room(sitting)
        session.attending_count = guests.get(DelegateKind.ATTENDING)
        session.invited_count = guests.get(DelegateKind.INVITED)


@transaction.atomic
def close_sitting(sitting: Sitting, *, by: Any, at: datetime) -> Sitting:
    """Declare the sitting over, for both bodies where two meet.

    The checking in ends, and who was due and never came is absent.
    """
    for one in sittings.hall(sitting):
        mine = sitting if one.pk == sitting.pk else one
        with moving(mine, to=SittingStatus.CLOSED, by=by, verb=_("宣布结束")):
            mine.closed_at = at
    door = sittings.door_of(sitting)
    if door is not None and door.is_open:
        close_gathering(door, by=by, at=at)
    return sitting


@transaction.atomic
def close_session(session: Session, *, by: Any) -> Session:
    """Declare the session over after its last sitting, with the one that is held jointly with it."""
    for one in sittings.sessions_together(session):
        mine = session if one.pk == session.pk else one
        with moving(mine, to=SessionStatus.HELD, by=by, verb=_("宣布闭幕")):
            if mine.sittings.on_the_way().exists():
                raise Refused(_("还有单元会议没有结束，请先结束或删除，再宣布闭幕。"))
    return session


def hold_session(
    session: Session,
    *,
    due_count: int | None = None,
    present_count: int | None = None,
    attending_count: int | None = None,
    invited_count: int | None = None,
    by: Any,
    on: date,
) -> Session:
    """Note afterwards that a session took place, with how many were due and came, and how many without a vote, where
    that is known.

    Refused before its first day, where its own sittings tell of it, and with fewer present than the law lets open a
    session: whatever was decided there would be void.
    """
    with moving(session, to=SessionStatus.HELD, by=by, verb=_("确认召开")):
        if session.starts_on > on:
            raise Refused(_("会议日期是%(day)s，请在会后确认。") % {"day": session.starts_on})
        if session.sittings.exists():
            raise Refused(_("这次会议安排了单元会议，请在单元会议里签到、宣布开会。补录的，请先删除单元会议。"))
        _must_be_enough(session, due_count, present_count)
        session.due_count, session.present_count = due_count, present_count
        session.attending_count, session.invited_count = attending_count, invited_count
    return session


def _must_be_enough(session: Session, due_count: int | None, present_count: int | None) -> None:
    if (due_count is None) != (present_count is None):
        raise Refused(_("应到和实到人数要一起填写；不清楚的两项都留空。"))
    if due_count is None or present_count is None:
        return
    if present_count > due_count:
        raise Refused(
            _("实到%(present)d人多于应到%(due)d人，请核对。") % {"present": present_count, "due": due_count}
        )
    key = sittings.quorum_key(Sitting(kind=SittingKind.SESSION, session=session))
    rule = sittings.quorum_rules([key], session.starts_on)[key]
    needed = sittings.least(due_count, rule.value)
    if present_count < needed or not due_count:
        sentence = _(
            "应到%(due)d人，须有%(needed)d人到会才能召开（%(rule)s），填写的实到是%(present)d人。请核对；不清楚的两项都留空。"
        )
        told = {"due": due_count, "needed": needed, "rule": rule.words, "present": present_count}
        raise Refused(sentence % told)


def _must_fit(sitting: Sitting) -> None:
    session = sitting.session
    if session is not None and not session.starts_on <= sitting.day <= session.ends_on:
        days = span_in_full(session.starts_on, session.ends_on)
        raise Refused(
            _("%(session)s定在%(days)s，请选其中的一天，或先修改会议日期。") % {"session": session, "days": days}
        )
    if sitting.starts_at and sitting.ends_at and sitting.ends_at <= sitting.starts_at:
        raise Refused(_("结束时间应当晚于开始时间。"))
