"""Papers of meetings: the notice, the agenda, and the minutes in the form of an official document."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from affairs.enums import MeetingStatus, OpinionOutcome, TaskStatus
from affairs.models import Meeting, MeetingOpinion, MeetingTask
from affairs.selectors import Presence, TopicLines
from unionoffice.days import in_full, in_short
from unionoffice.documents import Align, Cell, Document, Heading, NumberedList, Paragraph, Signature, Table
from unionoffice.documents.tree import Block
from unionoffice.numbering import ordinal
from unionoffice.profiles import union
from unionoffice.richtext import blocks_of, html_of

CARRIED = "上次会议决定事项办理情况"
"""The topic under which a meeting begins by looking back."""

MANY_NAMES = 40
"""With more names than that minutes say how many came: nobody reads the roll of all staff there."""


def hours(meeting: Meeting) -> str:
    """15:00至16:30, 15:00, or nothing."""
    if meeting.starts_at is None:
        return ""
    begins = f"{meeting.starts_at:%H:%M}"
    return f"{begins}至{meeting.ends_at:%H:%M}" if meeting.ends_at else begins


def when_in_full(meeting: Meeting) -> str:
    """2026年11月26日15:00至16:30, or the month, term or year that is known."""
    return f"{meeting.when}{hours(meeting)}"


def meant_words(meeting: Meeting, named: Sequence[str] = (), observers: Sequence[str] = ()) -> str:
    """Whom the meeting is for, as a notice says it: 工会委员会全体委员、工会小组长，列席：林芳."""
    bodies = [
        str(meeting.audience) if meeting.audience else "",
        _("%(committee)s全体委员") % {"committee": meeting.committee} if meeting.committee else "",
        _("%(group)s全体会员") % {"group": meeting.group} if meeting.group else "",
        _("校领导") if meeting.with_school_leaders else "",
        _("部门负责人和教研组长") if meeting.with_heads else "",
        _("工会小组长") if meeting.with_group_leaders else "",
        *named,
    ]
    asked = "、".join(body for body in bodies if body)
    beside = _("列席：%(names)s") % {"names": "、".join(observers)} if observers else ""
    return "；".join(part for part in (asked, beside) if part)


def meeting_notice(meeting: Meeting, topics: Sequence[str], meant: str, on: date) -> Document:
    """会议通知: when, where, for whom, and what is on the agenda."""
    blocks: list[Block] = [
        Paragraph(_("各位参会人员："), indent=False),
        Paragraph(
            _("定于%(when)s召开%(title)s。现将有关事项通知如下。")
            % {"when": when_in_full(meeting), "title": meeting.title}
        ),
    ]
    facts = (
        (_("会议时间"), when_in_full(meeting)),
        (_("会议地点"), meeting.place),
        (_("参会人员"), meant),
        (_("会议主持"), str(meeting.chair or "")),
    )
    blocks += [Paragraph(f"{label}：{text}。") for label, text in facts if text]
    if topics:
        blocks += [Paragraph(_("会议议题：")), NumberedList(list(topics))]
    blocks.append(Paragraph(_("请准时参加。因故不能到会的，请提前在工会办公系统请假，并说明事由。")))
    organisation = meeting.convener or union().name
    return Document(
        title=_("关于召开%(title)s的通知") % {"title": meeting.title},
        blocks=blocks,
        organisation=organisation,
        signature=Signature(organisation, meeting.announced_on or on),
    )


def meeting_agenda(meeting: Meeting, lines: Iterable[TopicLines], carried: Iterable[MeetingTask]) -> Document:
    """会议议程: what is discussed in which order, and how far is done what the last meeting asked for."""
    facts = [(_("时间"), when_in_full(meeting)), (_("地点"), meeting.place), (_("主持"), str(meeting.chair or ""))]
    blocks: list[Block] = [Paragraph(f"{label}：{text}") for label, text in facts if text]
    rows: list[list[Cell | str]] = [
        [Cell(str(number), align=Align.CENTER), line.topic.title, str(line.topic.presenter or ""), line.topic.text]
        for number, line in enumerate((line for line in lines if line.topic), start=1)
        if line.topic
    ]
    if rows:
        head = [["序号", "议题", "汇报人", "说明"]]
        blocks.append(Table(head=head, rows=rows, widths=(8, 36, 16, 40)))
    tasks = list(carried)
    if tasks:
        blocks += [Heading(1, CARRIED, counted=False), _progress_table(tasks, meeting.held_on)]
    return Document(
        title=_("%(title)s议程") % {"title": meeting.title},
        blocks=blocks,
        organisation=meeting.convener or union().name,
    )


def meeting_minutes(
    meeting: Meeting,
    *,
    present: Presence,
    observers: Sequence[str],
    tasks: Iterable[MeetingTask],
    notes: Iterable[str],
) -> Document:
    """会议纪要, in the form of GB/T 9704: head, text, who does what by when, to whom it goes. 草稿 until then."""
    blocks = [Paragraph(f"{label}：{text}") for label, text in _head(meeting, present, observers) if text]
    body = [*blocks, *blocks_of(meeting.minutes)]
    given = [_task_row(number, task) for number, task in enumerate(tasks, start=1)]
    if given:
        body.append(Heading(1, _("会后落实事项"), counted=False))
        body.append(Table(head=[["序号", "任务", "责任人", "完成时限"]], rows=given, widths=(9, 47, 24, 20)))
    corrected = list(notes)
    if corrected:
        body += [Heading(1, _("更正说明"), counted=False), *(Paragraph(note) for note in corrected)]
    if meeting.sent_to:
        body.append(Paragraph(_("发：%(names)s。") % {"names": meeting.sent_to.rstrip("。")}, indent=False))
    organisation = meeting.convener or union().name
    return Document(
        title=_("%(title)s纪要") % {"title": meeting.title},
        subtitle=f"（{meeting.public_number}）" if meeting.number else "",
        blocks=body,
        organisation=organisation,
        signature=Signature(organisation, meeting.confirmed_on) if meeting.confirmed_on else None,
        draft=meeting.status != MeetingStatus.CONFIRMED,
    )


def composed_minutes(meeting: Meeting, lines: Sequence[TopicLines], carried: Sequence[MeetingTask]) -> str:
    """The text of the minutes as far as it follows from what was noted, for the recorder to go over."""
    chapters: list[tuple[str, list[Block]]] = []
    if carried:
        chapters.append((CARRIED, [NumberedList([_told(task, meeting.held_on) for task in carried])]))
    for line in lines:
        looks_back = bool(carried) and line.topic is not None and line.topic.title == CARRIED
        if line.topic is not None and not looks_back:
            chapters.append((line.topic.title, list(_discussed(line))))
        elif line.opinions or line.decisions:
            chapters.append((_("其他事项"), list(_discussed(line))))
    blocks: list[Block] = []
    for number, (title, told) in enumerate(chapters, start=1):
        blocks += [Heading(1, f"{ordinal(number)}、{title}", counted=False), *told]
    return html_of(blocks)


def progress_of(task: MeetingTask, day: date) -> str:
    """已办结, 办理中 or 不再办理, as it stood on the day of a meeting."""
    if task.status == TaskStatus.DROPPED:
        return str(TaskStatus.DROPPED.label)
    if task.done_on is not None and task.done_on <= day:
        return _("%(day)s办结") % {"day": in_short(task.done_on)}
    if task.due_on is not None and task.due_on < day:
        return _("办理中，原定%(day)s前完成") % {"day": in_short(task.due_on)}
    return str(TaskStatus.OPEN.label)


def _head(meeting: Meeting, present: Presence, observers: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield _("时间"), when_in_full(meeting)
    yield _("地点"), meeting.place
    yield _("主持"), str(meeting.chair or "")
    if present.lines:
        beside = set(observers)
        yield _("出席"), _named([name for name in present.present if name not in beside])
        yield _("列席"), _named([name for name in present.present if name in beside])
        yield _("请假"), _named(present.on_leave)
        yield _("缺席"), _named(present.absent)
    else:
        yield _("到会"), present.number
    yield _("记录"), str(meeting.recorder or "")


def _named(names: Sequence[str]) -> str:
    """The names, or of very many how many there were."""
    return "、".join(names) if len(names) <= MANY_NAMES else _("%(n)d人") % {"n": len(names)}


def _discussed(line: TopicLines) -> Iterator[Block]:
    """What was reported, said and decided on a topic, in this order."""
    topic = line.topic
    if topic is not None and topic.presenter is not None:
        yield Paragraph(_("%(name)s作了汇报。") % {"name": topic.presenter})
    if topic is not None and topic.outcome:
        yield from (Paragraph(text) for text in topic.outcome.splitlines() if text.strip())
    if line.opinions:
        yield Paragraph(_("与会人员提出以下意见："))
        yield NumberedList([_said(opinion) for opinion in line.opinions])
    decided = [decision.text for decision in line.decisions]
    if len(decided) == 1:
        yield Paragraph(_("会议决定：%(text)s") % {"text": decided[0]})
    elif decided:
        yield Paragraph(_("会议决定："))
        yield NumberedList(decided)


def _said(opinion: MeetingOpinion) -> str:
    """林芳：延长食堂供餐时间。答复（采纳）：从下周起延长半小时。 Without a name where none was given."""
    who = f"{opinion.raised_by}：" if opinion.raised_by else ""
    said = f"{who}{_closed(opinion.text)}"
    if not opinion.answer:
        return said
    outcome = OpinionOutcome(opinion.outcome).label
    return _("%(said)s答复（%(outcome)s）：%(answer)s") % {
        "said": said,
        "outcome": outcome,
        "answer": _closed(opinion.answer),
    }


def _told(task: MeetingTask, day: date) -> str:
    return f"{task.text.rstrip('。')}（{task.responsible}）：{progress_of(task, day)}。"


def _closed(text: str) -> str:
    return text if text.endswith(("。", "？")) else f"{text}。"


def _task_row(number: int, task: MeetingTask) -> list[Cell | str]:
    due = in_full(task.due_on) if task.due_on else ""
    return [Cell(str(number), align=Align.CENTER), task.text, task.responsible, due]


def _progress_table(tasks: Iterable[MeetingTask], day: date) -> Table:
    rows: list[list[Cell | str]] = [
        [Cell(str(number), align=Align.CENTER), task.text, task.responsible, progress_of(task, day)]
        for number, task in enumerate(tasks, start=1)
    ]
    return Table(head=[["序号", "事项", "责任人", "办理情况"]], rows=rows, widths=(8, 42, 22, 28))
