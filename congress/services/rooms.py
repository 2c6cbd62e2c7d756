"""Who comes to a sitting and who leaves it: checked in by phone, by card, by hand."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.enums import LeaveStatus, SittingStatus, Standing
from congress.models import Exit, Sitting
from congress.selectors.sittings import door_of
from members.enums import AttendanceState
from members.models import Gathering, Member
from members.services import mark_attendance, open_gathering
from unionoffice import audit
from unionoffice.days import in_full
from unionoffice.refusal import Refused
from unionoffice.states import lock

STATES = {
    Standing.PRESENT: AttendanceState.PRESENT,
    Standing.ON_LEAVE: AttendanceState.ON_LEAVE,
    Standing.ABSENT: AttendanceState.ABSENT,
}
"""What members' roll of attendance says; that somebody left is said beside it."""


@transaction.atomic
def open_door(sitting: Sitting, *, by: Any, at: datetime) -> Gathering:
    """Begin to keep attendance, with those on leave noted as such; or go on where it was begun.

    One door for everybody in the room. Delegates without a vote check in too, and count for nothing; other guests are
    noted by hand. Refused before the sitting's day and once it is over.
    """
    lead = lock(Sitting.objects.get(pk=sitting.hall_id))
    if lead.status == SittingStatus.CLOSED:
        raise Refused(_("会议已经结束，不能再签到。"))
    if lead.day > timezone.localdate(at):
        raise Refused(_("会议定在%(day)s，当天才能开始签到。") % {"day": in_full(lead.day)})
    door = door_of(lead)
    if door is not None:
        return door
    title = _("%(title)s签到") % {"title": lead.whole_title}
    door = open_gathering(lead, title=title, on=lead.day, by=by, at=at)
    away = [leave.member for leave in lead.leaves.filter(status=LeaveStatus.GRANTED).select_related("member")]
    if away:
        mark_attendance(door, away, AttendanceState.ON_LEAVE, by=by, at=at)
    return door


@transaction.atomic
def mark_in_room(sitting: Sitting, members: Sequence[Member], standing: Standing, *, by: Any, at: datetime) -> None:
    """Note by hand where some people are: here or back again, gone, on leave, absent.

    Refused while nobody keeps attendance, once it is closed, and to say that somebody left who never came.
    """
    door = door_of(sitting)
    if door is None or not lock(door).is_open:
        raise Refused(_("现在没有开放签到，不能登记。请先开始签到。"))
    if standing == Standing.LEFT:
        _let_out(door, members, by=by, at=at)
        return
    mark_attendance(door, members, STATES[standing], by=by, at=at)
    with audit.deed(_("登记返回"), by=by):
        for out in Exit.objects.filter(_of(door, members), returned_at=None):
            out.returned_at = at
            out.save()


def _let_out(door: Gathering, members: Sequence[Member], *, by: Any, at: datetime) -> None:
    rows = {row.member_id: row for row in door.attendances.present().filter(member__in=members)}
    gone = set(Exit.objects.filter(_of(door, members), returned_at=None).values_list("attendance__member", flat=True))
    with audit.deed(_("登记离场"), by=by):
        for member in members:
            if member.pk not in rows:
                raise Refused(_("%(name)s没有签到，不能登记离场。") % {"name": member})
            if member.pk not in gone:
                Exit.objects.create(attendance=rows[member.pk], left_at=at)


def _of(door: Gathering, members: Sequence[Member]) -> Q:
    return Q(attendance__gathering=door, attendance__member__in=members)
