"""Papers of the agenda: 议程, 代表意见及答复, and 决议落实情况 for the next session."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from congress.models import AgendaItem, InterimDecision, ItemOpinion, Resolution, Session
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Heading, NumberedList, Paper, Paragraph, Table
from unionoffice.documents.tree import Block, Row
from unionoffice.profiles import union


def numbered(number: int) -> Cell:
    """The first cell of a row."""
    return Cell(str(number), align=Align.CENTER)


def agenda_paper(session: Session, items: Iterable[AgendaItem]) -> Document:
    """会议议程: what comes up in which order, who reports, and in which sitting."""
    facts = [(_("时间"), session.when), (_("地点"), session.place), (_("主题"), session.theme)]
    blocks: list[Block] = [Paragraph(f"{label}：{text}") for label, text in facts if text]
    listed = list(items)
    rows: list[Row] = [
        [numbered(number), item.heading, item.reporter, str(item.sitting or "")]
        for number, item in enumerate(listed, start=1)
    ]
    head = [_("序号"), _("议程"), _("报告人"), _("单元")]
    widths: tuple[int, ...] = (9, 51, 20, 20)
    if not any(item.sitting for item in listed):
        rows, head, widths = [row[:3] for row in rows], head[:3], (9, 67, 24)
    if rows:
        blocks.append(Table(head=[head], rows=rows, widths=widths))
    return Document(
        title=_("%(session)s议程") % {"session": session.printed_name}, blocks=blocks, organisation=union().name
    )


def results_table(items: Iterable[AgendaItem]) -> Table | None:
    """The agenda with what became of each item, and why."""
    rows: list[Row] = [
        [numbered(number), item.heading, item.reporter, item.result_sentence if item.is_decided else _("待议")]
        for number, item in enumerate(items, start=1)
    ]
    if not rows:
        return None
    return Table(head=[[_("序号"), _("议程"), _("报告人"), _("结果")]], rows=rows, widths=(8, 36, 18, 38))


def opinions_table(opinions: Iterable[ItemOpinion]) -> Table | None:
    """What was said to which item by whom, and what the school answered."""
    rows: list[Row] = [
        [numbered(number), one.item.title, one.raised_by, one.text, one.answer_in_words or _("待答复")]
        for number, one in enumerate(opinions, start=1)
    ]
    if not rows:
        return None
    head = [_("序号"), _("议程"), _("提出人"), _("意见"), _("学校答复")]
    return Table(head=[head], rows=rows, widths=(7, 20, 13, 28, 32))


def opinions_paper(session: Session, opinions: Sequence[ItemOpinion]) -> Document:
    """代表意见及学校答复, as a table."""
    told = opinions_table(opinions)
    return Document(
        title=_("%(session)s代表意见及学校答复") % {"session": session.printed_name},
        blocks=[told] if told else [Paragraph(_("本次会议没有登记代表意见。"))],
        organisation=union().name,
        paper=Paper.FORM_LANDSCAPE,
    )


def progress_table(resolutions: Iterable[Resolution]) -> Table | None:
    """What was done about each resolution."""
    rows: list[Row] = [
        [
            numbered(number),
            f"{one.public_number}《{one.title}》",
            str(one.department or ""),
            progress_of(one),
            _("%(day)s落实") % {"day": in_full(one.done_on)} if one.done_on else one.get_status_display(),
        ]
        for number, one in enumerate(resolutions, start=1)
    ]
    if not rows:
        return None
    head = [_("序号"), _("决议"), _("落实部门"), _("做了什么"), _("情况")]
    return Table(head=[head], rows=rows, widths=(7, 29, 13, 34, 17))


def progress_of(resolution: Resolution) -> str:
    """10月8日 总务处：…；11月2日 总务处：…."""
    told = (f"{in_full(step.noted_on)}{step.office}：{step.text.rstrip('。')}" for step in resolution.steps.all())
    return "；".join(told) or _("尚未登记")


def decisions_table(decisions: Iterable[InterimDecision]) -> Table | None:
    """What was decided between sessions."""
    rows: list[Row] = [
        [numbered(number), in_full(one.decided_on), one.decided_by, one.attendance, f"{one.title}：{one.text}"]
        for number, one in enumerate(decisions, start=1)
    ]
    if not rows:
        return None
    head = [_("序号"), _("日期"), _("决定机构"), _("到会"), _("决定")]
    return Table(head=[head], rows=rows, widths=(7, 18, 18, 15, 42))


def progress_paper(
    session: Session, resolutions: Sequence[Resolution], decisions: Sequence[InterimDecision]
) -> Document:
    """上次会议决议落实和闭会期间决定情况的报告: what the next session is told of."""
    blocks: list[Block] = [Paragraph(_("现将上次会议以来决议落实和闭会期间决定的情况报告如下。"))]
    for title, table in (
        (_("决议落实情况"), progress_table(resolutions)),
        (_("闭会期间决定事项"), decisions_table(decisions)),
    ):
        if table is not None:
            blocks += [Heading(1, title), table]
    if len(blocks) == 1:
        blocks = [Paragraph(_("没有需要向本次会议报告的决议和闭会期间决定。"))]
    return Document(
        title=_("决议落实和闭会期间决定情况的报告"),
        subtitle=f"（{session.printed_name}）",
        blocks=blocks,
        organisation=union().name,
    )


def reports_heard(items: Iterable[AgendaItem]) -> NumberedList | None:
    """校长作三年发展规划的报告，讲到六个方面：…."""
    told = []
    for item in items:
        covered = item.fields_covered
        words = f"{item.reporter}：《{item.title}》" if item.reporter else f"《{item.title}》"
        if covered:
            words += _("，讲到%(n)d个方面：%(names)s") % {"n": len(covered), "names": "、".join(covered)}
        told.append(f"{words}。")
    return NumberedList(told) if told else None
