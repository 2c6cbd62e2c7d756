"""Sittings of the demo school: a session whose two units were held with attendance, and one that lies ahead."""

from datetime import date, datetime, time

from django.utils import timezone

from congress import services
from congress.enums import DelegateKind, Standing
from congress.models import Delegate, Session, Sitting
from members.enums import AttendanceState, AttendanceWay
from members.models import Account, Member
from members.services import mark_attendance
from unionoffice.demo import as_of

UNITS = (("开幕式暨第一次全体会议", time(8, 30), time(11, 30)), ("第二次全体会议暨闭幕式", time(14, 0), time(16, 30)))
EXCUSED = "当天在区里参加教研活动。"
LATE = 3
"""Who never came, nor asked leave."""


def hold_with_sittings(session: Session, *, by: Account) -> None:
    """Both units of one day: people scan the code, a few are marked by hand, one had leave, somebody left early."""
    with as_of(session.starts_on):
        units = [_plan(session, number, by=by) for number in range(len(UNITS))]
        for place, unit in enumerate(units):
            _meet(unit, place, by=by)
        services.close_session(session, by=by)


def plan_ahead(session: Session, *, by: Account, on: date) -> None:
    """Its units are arranged; a delegate asked leave from the first."""
    first, _second = [_plan(session, number, by=by) for number in range(len(UNITS))]
    delegate = first.due_on_its_day().filter(account__isnull=False).order_by("employee_no").last()
    if delegate is not None:
        with as_of(on):
            services.ask_leave(first, delegate, reason="孩子当天手术，需要陪护。", by=delegate.account, on=on)


def _plan(session: Session, number: int, *, by: Account) -> Sitting:
    title, starts_at, ends_at = UNITS[number]
    values = {"title": title, "day": session.starts_on, "starts_at": starts_at, "ends_at": ends_at}
    return services.plan_sitting(session, {**values, "place": "学校礼堂", "presider": by.member}, by=by)


def _meet(unit: Sitting, place: int, *, by: Account) -> None:
    people = list(unit.people_due().order_by("employee_no"))
    excused, came = people[-1], people[: -1 - LATE]
    begins = _at(unit, unit.starts_at or time(8))
    if place == 0:
        services.record_leave(unit, excused, reason=EXCUSED, by=by, on=unit.day, at=begins)
    door = services.open_door(unit, by=by, at=begins)
    mark_attendance(door, came[LATE:], AttendanceState.PRESENT, by=by, at=begins, way=AttendanceWay.SCAN)
    mark_attendance(door, [*came[:LATE], *_guests(unit)], AttendanceState.PRESENT, by=by, at=begins)
    services.open_sitting(unit, by=by, at=begins)
    if place == 1:
        services.mark_in_room(unit, came[:1], Standing.LEFT, by=by, at=_at(unit, time(16)))
    services.close_sitting(unit, by=by, at=_at(unit, unit.ends_at or time(12)))


def _guests(unit: Sitting) -> list[Member]:
    seats = Delegate.objects.in_force_on(unit.day).exclude(kind=DelegateKind.VOTING)
    together = Sitting.objects.in_hall_of(unit).values("pk")
    return [seat.member for seat in seats.filter(term__sessions__sittings__in=together).select_related("member")]


def _at(unit: Sitting, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(unit.day, hour))
