"""What sittings and leave show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from congress import permissions
from congress.enums import LeaveStatus, SittingStatus
from congress.models import Leave, Sitting
from congress.selectors import sittings_of_day, standings, upcoming_for
from members.permissions import member_id_of
from unionoffice.areas import CalendarEntry, Task


def sitting_tasks(user: Any, on: date) -> Iterator[Task]:
    """Sittings of today for who comes and for who leads them, leave that waits for a decision, and sittings that were
    never closed.
    """
    yield from _own_sittings(user, on)
    for sitting in sittings_of_day(user, on, all_of_them=permissions.keeps_congress.test(user)):
        sentence, button = _("今天召开%(title)s"), _("签到、开会")
        if sitting.status == SittingStatus.OPENED:
            sentence, button = _("%(title)s正在进行"), _("查看")
        elif sitting.day < on:
            sentence, button = _("%(title)s的日期已过，还没有宣布开会"), _("办理")
        yield Task(sentence % {"title": sitting.whole_title}, button, sitting.get_absolute_url(), sitting.day)
    for leave in (
        Leave.objects.visible_to(user).waiting().select_related("member", "sitting__session__term", "sitting")
    ):
        if permissions.may_decide_leave.test(user, leave):
            told = {"name": leave.member, "title": leave.sitting.whole_title}
            sentence = _("%(name)s请假不参加%(title)s，待审批") % told
            yield Task(sentence, _("审批"), reverse("congress:leave-grant", args=[leave.pk]), leave.sitting.day)


def _own_sittings(user: Any, on: date) -> Iterator[Task]:
    """Where somebody is waited for today and hasn't checked in, up to the opening; not of who asked leave."""
    mine = member_id_of(user)
    if mine is None:
        return
    waiting = [sitting for sitting in upcoming_for(mine, on, until=on) if not sitting.has_opened]
    if not waiting:
        return
    noted = standings(waiting, mine)
    leaves = Leave.objects.filter(member=mine, sitting__in=waiting).exclude(status=LeaveStatus.DECLINED)
    excused = set(leaves.values_list("sitting", flat=True))
    for sitting in waiting:
        if sitting.pk not in noted and sitting.pk not in excused:
            begins = f"{sitting.starts_at:%H:%M}" if sitting.starts_at else ""
            sentence = _("今天%(begins)s参加%(title)s") % {"begins": begins, "title": sitting.whole_title}
            where = f"，{sitting.place}" if sitting.place else ""
            yield Task(f"{sentence}{where}", _("签到"), reverse("congress:own-sittings"), on)


def sitting_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """Sittings with the time at which they begin; of two bodies in one hall one line."""
    rows = Sitting.objects.visible_to(user).halls().filter(day__range=(start, end))
    for sitting in rows.select_related("session__term").order_by("day", "starts_at", "pk"):
        begins = f"{sitting.starts_at:%H:%M} " if sitting.starts_at else ""
        name = f"{sitting.session.term.short_name}{sitting.title}" if sitting.session else sitting.title
        yield CalendarEntry(sitting.day, f"{begins}{name}", sitting.get_absolute_url(), "building-community")
