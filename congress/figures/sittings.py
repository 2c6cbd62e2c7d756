"""What can be counted of sittings: who was due, who came, and who had leave."""

from typing import Any

from django.db.models import QuerySet, Sum

from congress.enums import Body, LeaveStatus, SessionStatus
from congress.models import Leave, Session, Sitting
from congress.selectors import attendance_rate
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, Measure
from unionoffice.periods import Period

STAFF = {"body": Body.STAFF}
CAME = {
    "due": "教代会应到代表",
    "present": "教代会实到代表",
    "attending": "教代会列席人员",
    "invited": "教代会特邀人员",
}
"""What is added up over sessions."""


def sitting_figures(period: Period, scope: Scope) -> FigureSet:
    """Attendance of the staff congress: by session as it opened, and by sitting. It is the whole union's."""
    return FigureSet(figures=(*_of_sessions(period, scope), *_of_sittings(period, scope)))


def _whole(rows: QuerySet[Any], scope: Scope) -> Any:
    return rows if scope.is_whole else rows.none()


def _days(period: Period) -> dict[str, Any]:
    return {"held_from": period.start, "held_to": period.end}


def _of_sessions(period: Period, scope: Scope) -> tuple[Figure, ...]:
    sessions = _whole(Session.objects.of_staff().held_in(period.start, period.end), scope)
    came = sessions.order_by().aggregate(**{name: Sum(f"{name}_count", default=0) for name in CAME})
    asked = {**STAFF, "status": SessionStatus.HELD, **_days(period)}
    page, key = "congress:session-list", "congress.sessions"
    rate = attendance_rate(sessions)
    return (
        *(Figure.listed(page, f"{key}.{name}", label, came[name], "人次", **asked) for name, label in CAME.items()),
        Figure.listed(page, f"{key}.attendance_rate", "教代会到会率", rate, "%", Measure.RATIO, **asked),
    )


def _of_sittings(period: Period, scope: Scope) -> tuple[Figure, ...]:
    inside = (period.start, period.end)
    held = Sitting.objects.opened_once().filter(session__term__body=Body.STAFF, day__range=inside)
    granted = Leave.objects.filter(sitting__session__term__body=Body.STAFF, sitting__day__range=inside)
    leaves = _whole(granted.filter(status=LeaveStatus.GRANTED), scope).count()
    days, sittings = {**STAFF, **_days(period)}, _whole(held, scope).count()
    on_leave = {**days, "status": LeaveStatus.GRANTED}
    return (
        Figure.listed(
            "congress:sitting-list", "congress.sittings", "教代会单元会议", sittings, "次", **days, opened="true"
        ),
        Figure.listed("congress:leave-list", "congress.leaves", "教代会请假", leaves, "人次", **on_leave),
    )
