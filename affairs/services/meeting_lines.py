"""Every write to the record of a meeting: topics, opinions and answers, decisions, and tasks until they are done."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from affairs.enums import NOTED_MEETING, MeetingStatus, OpinionOutcome, TaskStatus
from affairs.models import Meeting, MeetingDecision, MeetingOpinion, MeetingTask, MeetingTopic
from affairs.services import meeting_notices as notices
from unionoffice import audit
from unionoffice.refusal import Refused, stated
from unionoffice.sources import SourceRef
from unionoffice.states import lock, moving

Line = MeetingTopic | MeetingOpinion | MeetingDecision | MeetingTask


@transaction.atomic
def add_topic(topic: MeetingTopic, *, by: Any, source: SourceRef | None = None) -> MeetingTopic:
    """Put a topic at the end of the agenda, perhaps about a record of any area, which is put there once."""
    meeting = lock(topic.meeting)
    _must_be_noted(meeting)
    if source is not None:
        if meeting.topics.filter(source_model=source.model, source_key=source.key).exists():
            raise Refused(_("这份材料已经列入这次会议的议题。"))
        topic.source = source
    topic.place = (meeting.topics.aggregate(last=Max("place"))["last"] or 0) + 1
    with audit.deed("列入议程", by=by):
        topic.save()
    return topic


@transaction.atomic
def note_opinion(opinion: MeetingOpinion, *, by: Any, on: date) -> MeetingOpinion:
    """Write down what was said: by somebody, for a union group, or by nobody in particular."""
    _must_have_begun(lock(opinion.meeting), on)
    if opinion.member is not None and opinion.group is not None:
        raise Refused(_("提出人和提出小组只填一项；不记名的都留空。"))
    with audit.deed("记录意见", by=by):
        opinion.save()
    return opinion


@transaction.atomic
def note_decision(decision: MeetingDecision, *, by: Any, on: date) -> MeetingDecision:
    """Write down what was decided, as the next number of the meeting."""
    meeting = lock(decision.meeting)
    _must_have_begun(meeting, on)
    decision.number = meeting.decisions.count() + 1
    with audit.deed("记录决定", by=by):
        decision.save()
    return decision


@transaction.atomic
def give_task(task: MeetingTask, *, by: Any, on: date) -> MeetingTask:
    """Write down who does what by when, and tell them."""
    meeting = lock(task.meeting)
    _must_have_begun(meeting, on)
    _check_task(task)
    with audit.deed("交办任务", by=by):
        task.save()
    notices.task_given(task)
    return task


@transaction.atomic
def mend_line(line: Line, *, changes: Mapping[str, Any], by: Any) -> Line:
    """Correct what was written down, until the minutes are handed in. Whoever has another task is told of it."""
    _must_be_noted(lock(line.meeting))
    lock(line)
    for name, value in changes.items():
        setattr(line, name, value)
    if isinstance(line, MeetingTask):
        _check_task(line)
    with audit.deed("", by=by):
        line.save()
    if isinstance(line, MeetingTask):
        notices.task_given(line)
    return line


@transaction.atomic
def remove_line(line: Line, *, by: Any) -> None:
    """Strike a line, until the minutes are handed in; later decisions move up. A topic goes with nothing under it."""
    meeting = lock(line.meeting)
    _must_be_noted(meeting)
    if isinstance(line, MeetingTopic) and any(
        rows.filter(topic=line).exists() for rows in (meeting.opinions, meeting.decisions, meeting.tasks)
    ):
        raise Refused(_("这项议题下已有意见、决定或任务，请先删除或改到别的议题。"))
    with audit.deed("删除", by=by):
        line.delete()
        if isinstance(line, MeetingDecision):
            _close_up(meeting, line.number)


@transaction.atomic
def answer_opinion(
    opinion: MeetingOpinion, *, answer: str, outcome: OpinionOutcome, answered_by: str, by: Any, on: date
) -> MeetingOpinion:
    """Note what was answered to an opinion, at the meeting or after it; said again it replaces the former answer."""
    meeting = lock(opinion.meeting)
    _must_have_begun(meeting, on, also_later=True)
    lock(opinion)
    opinion.answer = stated(answer, _("请写明答复的内容。"))
    opinion.outcome, opinion.answered_by, opinion.answered_on = outcome, answered_by.strip(), on
    with audit.deed("答复意见", by=by):
        opinion.save()
    return opinion


def finish_task(task: MeetingTask, *, note: str, done_on: date, by: Any, on: date) -> MeetingTask:
    """It is done, since a day; refused for a day to come, or before the meeting."""
    with moving(task, to=TaskStatus.DONE, by=by, verb="办结", note=note):
        if not task.meeting.held_on <= done_on <= on:
            raise Refused(_("办结日期应在会议以后、今天以前。"))
        task.done_on, task.note = done_on, note.strip()
    return task


def drop_task(task: MeetingTask, *, reason: str, by: Any) -> MeetingTask:
    """It won't be done any more, and why."""
    with moving(task, to=TaskStatus.DROPPED, by=by, verb="不再办理", note=reason):
        task.note = stated(reason, _("请写明不再办理的原因。"))
    return task


def reopen_task(task: MeetingTask, *, by: Any) -> MeetingTask:
    """It has to be gone on with."""
    with moving(task, to=TaskStatus.OPEN, by=by, verb="继续办理"):
        task.done_on, task.note = None, ""
    return task


def _must_be_noted(meeting: Meeting) -> None:
    if meeting.status not in NOTED_MEETING:
        raise Refused(_("现在是“%(status)s”状态，不能再修改会议记录。") % {"status": meeting.get_status_display()})


def _must_have_begun(meeting: Meeting, on: date, *, also_later: bool = False) -> None:
    """What is said at a meeting isn't written down before its day, nor once its minutes wait, answers apart."""
    if meeting.held_on > on:
        raise Refused(_("会议还没有召开，现在只能准备议题。"))
    if also_later and meeting.status in (MeetingStatus.DRAFTED, MeetingStatus.CONFIRMED):
        return
    _must_be_noted(meeting)


def _check_task(task: MeetingTask) -> None:
    if task.member is None and task.department is None:
        raise Refused(_("请选择责任人或责任部门。"))
    if task.due_on is not None and task.due_on < task.meeting.held_on:
        raise Refused(_("完成时限不能早于会议日期。"))


def _close_up(meeting: Meeting, gap: int) -> None:
    for decision in meeting.decisions.filter(number__gt=gap).order_by("number"):
        decision.number -= 1
        decision.save()
