"""Attendance: opened for a record, kept by scan and by hand, closed."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from members.enums import AttendanceState, AttendanceWay
from members.models import Attendance, Audience, Gathering, Member
from members.selectors import may_come_in, people_due, waits_for_somebody
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef
from unionoffice.states import lock


@transaction.atomic
def open_gathering(
    source: models.Model,
    *,
    title: str,
    on: date,
    by: Any,
    at: datetime,
    audience: Audience | None = None,
    admits_others: bool = False,
) -> Gathering:
    """Keep attendance at an occasion of `source` from now on.

    Refuses a second one of the same title on the same day. Whether `by` may do so is for the source's
    KEEPS_ATTENDANCE to say, and for the page to ask.
    """
    gathering = Gathering(title=title, on=on, audience=audience, admits_others=admits_others, opened_at=at)
    gathering.source = SourceRef.to(source)
    if Gathering.objects.filter(
        source_model=gathering.source_model, source_key=gathering.source_key, on=on, title=title
    ).exists():
        raise Refused(_("这一天已经有“%(title)s”的签到，请直接使用，或换一个名称。") % {"title": title})
    with audit.deed("开始签到", by=by):
        gathering.save()
    return gathering


@transaction.atomic
def check_in(gathering: Gathering, member: Member, *, by: Any, at: datetime) -> Attendance:
    """Somebody is here, by the code on the screen. Doing it again changes nothing, at the same moment neither.

    Refuses when the gathering is closed, and whoever isn't due unless they are admitted or the keeper has them on
    the roll already: those are recorded as beyond the audience.
    """
    lock(gathering)
    row = gathering.attendances.filter(member=member).first()
    if row is not None and row.state == AttendanceState.PRESENT:
        return row
    if not gathering.is_open:
        raise Refused(_("“%(title)s”的签到已经结束。您如果到了现场，请告诉负责人补登。") % {"title": gathering})
    beyond = waits_for_somebody(gathering) and not people_due(gathering).filter(pk=member.pk).exists()
    if beyond and row is None and not may_come_in(gathering, member):
        sentence = _("您不在“%(title)s”的应到名单里，不能签到。应邀到会的，请告诉现场负责人，由其为您登记。")
        raise Refused(sentence % {"title": gathering})
    row = row or Attendance(gathering=gathering, member=member)
    row.state, row.way, row.beyond, row.at = AttendanceState.PRESENT, AttendanceWay.SCAN, beyond, at
    with audit.deed("签到", by=by):
        row.save()
    return row


@transaction.atomic
def mark_attendance(
    gathering: Gathering,
    members: Iterable[Member],
    state: AttendanceState,
    *,
    by: Any,
    at: datetime,
    way: AttendanceWay = AttendanceWay.HAND,
) -> int:
    """Note by hand what became of some people; returns of how many that was news.

    Whoever isn't due may be noted too: the keeper sees who is there. A scan that says the same stays a scan. Refuses
    when the gathering is closed.
    """
    lock(gathering)
    if not gathering.is_open:
        raise Refused(_("“%(title)s”的签到已经结束，请先重新开始签到再修改。") % {"title": gathering})
    return _write(gathering, members, state, by=by, at=at, way=way)


@transaction.atomic
def close_gathering(gathering: Gathering, *, by: Any, at: datetime) -> Gathering:
    """End the checking in; whoever was due and of whom nothing is known is recorded as absent."""
    lock(gathering)
    if not gathering.is_open:
        raise Refused(_("“%(title)s”的签到已经结束。") % {"title": gathering})
    known = gathering.attendances.values("member_id")
    missing = people_due(gathering).exclude(pk__in=known)
    _write(gathering, missing, AttendanceState.ABSENT, by=by, at=at, way=AttendanceWay.HAND)
    gathering.closed_at = at
    with audit.deed("结束签到", by=by):
        gathering.save()
    return gathering


@transaction.atomic
def reopen_gathering(gathering: Gathering, *, by: Any) -> Gathering:
    """Let people check in again, or correct what was noted; what is recorded stays until somebody changes it."""
    lock(gathering)
    if gathering.is_open:
        raise Refused(_("“%(title)s”的签到还没有结束。") % {"title": gathering})
    gathering.closed_at = None
    with audit.deed("重新开始签到", by=by):
        gathering.save()
    return gathering


def _write(
    gathering: Gathering,
    members: Iterable[Member],
    state: AttendanceState,
    *,
    by: Any,
    at: datetime,
    way: AttendanceWay,
) -> int:
    rows = {row.member_id: row for row in gathering.attendances.select_related("member")}
    due = set(people_due(gathering).values_list("pk", flat=True)) if waits_for_somebody(gathering) else None
    new, changed, changes = [], [], {}
    for member in members:
        row = rows.get(member.pk)
        if row is None:
            beyond = due is not None and member.pk not in due
            new.append(Attendance(gathering=gathering, member=member, state=state, way=way, beyond=beyond, at=at))
        elif row.state != state:
            changes[row.pk] = {"state": [row.state, state.value], "way": [row.way, way.value]}
            row.state, row.way, row.at = state, way, at
            changed.append(row)
    Attendance.objects.bulk_create(new)
    Attendance.objects.bulk_update(changed, ["state", "way", "at"])
    audit.record_many([*new, *changed], verb=str(_("登记%(state)s") % {"state": state.label}), by=by, changes=changes)
    return len(new) + len(changed)
