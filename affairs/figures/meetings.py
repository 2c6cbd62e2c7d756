"""What can be counted of meetings."""

from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from affairs.enums import MeetingKind, OpinionOutcome, TaskStatus
from affairs.models import Meeting
from affairs.selectors import attendance_at, decisions_of, meetings_held, opinions_at, tasks_of_meetings
from unionoffice.areas import Scope
from unionoffice.days import in_short
from unionoffice.figures import Figure, FigureSet, Measure, Notable, percentage
from unionoffice.periods import Period
from unionoffice.precision import Precision

MEETINGS = "affairs.meetings"
NOTABLE_KINDS = (MeetingKind.JOINT, MeetingKind.ALL_STAFF, MeetingKind.FORUM, MeetingKind.OTHER)
"""Meetings that a summary names one by one; of the others it tells how many there were."""

HEARD = (MeetingKind.ALL_STAFF, MeetingKind.FORUM)
"""Meetings at which the staff at large is heard: what was said there and answered is told apart."""


def meeting_figures(period: Period, scope: Scope) -> FigureSet:
    """Meetings held in the period by kind, who came (人次), and what was said, answered, decided and done.

    Of a union group, its own meetings. A task that was given up counts nowhere.
    """
    held = meetings_held(period, scope)
    ask = _Asker(period, scope)
    heard = held.filter(kind__in=HEARD)
    return FigureSet(
        figures=(
            ask.meetings(MEETINGS, _("会议"), held.count(), _("次")),
            ask.meetings(f"{MEETINGS}.attendance", _("到会人次"), attendance_at(held), _("人次")),
            *_by_kind(held, ask),
            ask.meetings(f"{MEETINGS}.decisions", _("会议决定"), decisions_of(held).count(), _("项")),
            *_opinions(held, ask, MEETINGS),
            *(
                figure
                for kind in HEARD
                for figure in _opinions(heard.filter(kind=kind), ask, f"{MEETINGS}.{kind}", kind)
            ),
            *_tasks(held, ask),
        ),
        notables=tuple(
            _notable(meeting) for meeting in held.filter(kind__in=NOTABLE_KINDS).order_by("held_on", "pk")
        ),
    )


class _Asker:
    """Makes figures of one period and scope, each with the address of its list."""

    def __init__(self, period: Period, scope: Scope) -> None:
        self.filters: dict[str, Any] = {
            "held_from": period.start,
            "held_to": period.end,
            "group": scope.group_id,
        }

    def meetings(self, key: str, label: str, value: int, unit: str, **filters: Any) -> Figure:
        """Behind it the list of meetings."""
        return Figure.listed("affairs:meeting-list", key, label, value, unit, **self.filters, held="true", **filters)

    def opinions(self, key: str, label: str, value: int, **filters: Any) -> Figure:
        """Behind it the list of opinions."""
        return Figure.listed("affairs:meeting-opinion-list", key, label, value, _("条"), **self.filters, **filters)

    def tasks(self, key: str, label: str, value: Any, unit: str, measure: Measure, **filters: Any) -> Figure:
        """Behind it the list of tasks, without what was given up."""
        chosen = {**self.filters, "counted": "true", **filters}
        return Figure.listed("affairs:meeting-task-list", key, label, value, unit, measure, **chosen)


def _by_kind(held: QuerySet[Meeting], ask: _Asker) -> list[Figure]:
    counted = dict(held.order_by().values_list("kind").annotate(Count("pk")))
    figures = []
    for kind in MeetingKind:
        key = f"{MEETINGS}.{kind.value}"
        figures.append(ask.meetings(key, str(kind.label), counted.get(kind.value, 0), _("次"), kind=kind.value))
        came = attendance_at(held.filter(kind=kind)) if kind.value in counted else 0
        label = _("%(kind)s到会人次") % {"kind": kind.label}
        figures.append(ask.meetings(f"{key}.attendance", label, came, _("人次"), kind=kind.value))
    return figures


def _opinions(held: QuerySet[Meeting], ask: _Asker, key: str, kind: str | None = None) -> tuple[Figure, ...]:
    raised = opinions_at(held)
    return (
        ask.opinions(f"{key}.opinions", _("会议意见"), raised.count(), kind=kind),
        ask.opinions(
            f"{key}.opinions.answered",
            _("已答复的会议意见"),
            raised.exclude(outcome="").count(),
            kind=kind,
            answered="true",
        ),
        ask.opinions(
            f"{key}.opinions.adopted",
            _("采纳的会议意见"),
            raised.filter(outcome=OpinionOutcome.ADOPTED).count(),
            kind=kind,
            outcome=OpinionOutcome.ADOPTED.value,
        ),
    )


def _tasks(held: QuerySet[Meeting], ask: _Asker) -> tuple[Figure, ...]:
    given = tasks_of_meetings(held)
    whole, done = given.count(), given.filter(status=TaskStatus.DONE).count()
    key = f"{MEETINGS}.tasks"
    return (
        ask.tasks(key, _("会议任务"), whole, _("项"), Measure.COUNT),
        ask.tasks(f"{key}.done", _("已办结的会议任务"), done, _("项"), Measure.COUNT, status=TaskStatus.DONE),
        ask.tasks(f"{key}.open", _("未办结的会议任务"), whole - done, _("项"), Measure.COUNT, status=TaskStatus.OPEN),
        ask.tasks(f"{key}.rate", _("会议任务办结率"), percentage(done, whole), "%", Measure.RATIO),
    )


def _notable(meeting: Meeting) -> Notable:
    """3月8日召开女教师代表座谈会; with month, term or year where the day isn't known."""
    when = in_short(meeting.held_on) if meeting.precision == Precision.DAY else meeting.when
    if meeting.precision == Precision.MONTH:
        when = f"{meeting.held_on.month}月"
    text = _("%(when)s召开%(title)s") % {"when": when, "title": meeting.title}
    return Notable(f"affairs.meeting.{meeting.kind}", text, meeting.get_absolute_url())
