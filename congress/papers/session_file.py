"""会议档案: everything that a session left, in one document, chapter by chapter, without chapters that are empty."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congress.enums import DelegateKind, ItemOutcome, MinutesStatus, SessionNoticeStatus
from congress.models import ChecklistItem, Delegate, Proposal, Session, SessionMinutes
from congress.papers.agenda import (
    decisions_table,
    numbered,
    opinions_table,
    progress_table,
    reports_heard,
    results_table,
)
from congress.selectors import (
    checklist_lines,
    decisions_for,
    in_stroke_order,
    items_of,
    opinions_of,
    resolutions_carried_over,
    resolutions_of,
    sittings_of,
)
from unionoffice.days import in_full
from unionoffice.documents import Document, Heading, NumberedList, PageBreak, Paragraph, Table, Title
from unionoffice.documents.tree import Block, Row
from unionoffice.profiles import union
from unionoffice.richtext import blocks_of


def session_file(session: Session, user: Any) -> Document:
    """The file of one session, as far as `user` reads it. 草稿 until the minutes are confirmed."""
    minutes = SessionMinutes.objects.visible_to(user).filter(session=session).first()
    blocks: list[Block] = []
    for title, tell in CHAPTERS:
        told = list(tell(session, user))
        if told:
            blocks += [Heading(1, str(title)), *told]
    if minutes is not None:
        blocks += [PageBreak(), Title(_("会议纪要")), *blocks_of(minutes.text)]
    return Document(
        title=_("%(session)s会议档案") % {"session": session.printed_name},
        subtitle=f"（{session.when}）",
        blocks=blocks or [Paragraph(_("这次会议还没有登记任何内容。"))],
        organisation=union().name,
        draft=minutes is None or minutes.status != MinutesStatus.CONFIRMED,
    )


def _notice(session: Session, _user: Any) -> Iterator[Block]:
    for notice in session.notices.filter(status=SessionNoticeStatus.ISSUED).order_by("issued_on", "pk"):
        yield Heading(2, notice.title)
        yield Paragraph(notice.opening)
        yield from (Paragraph(f"{label}：{value}。") for label, value in notice.facts)
        if notice.topics:
            yield from (Paragraph(_("会议议题：")), NumberedList([topic.title for topic in notice.topics]))
        yield from blocks_of(notice.text)
        yield Paragraph(_("%(day)s发出。") % {"day": in_full(notice.issued_on)})


def _prepared(session: Session, user: Any) -> Iterator[Block]:
    matters = ChecklistItem.objects.visible_to(user).filter(session=session)
    yield from _table(
        (_("序号"), _("筹备事项"), _("完成期限"), _("负责"), _("情况")),
        (8, 33, 26, 16, 17),
        (
            [
                item.title,
                in_full(item.due_on),
                item.responsible,
                in_full(line.done_on) if line.done_on else line.state,
            ]
            for line in checklist_lines(matters.select_related("assignee", "session__term"), session.starts_on)
            for item in (line.item,)
        ),
    )


def _presidium(session: Session, _user: Any) -> Iterator[Block]:
    members = session.presidium.select_related("member")
    roles: dict[str, list[str]] = {}
    for one in members:
        roles.setdefault(one.get_role_display(), []).append(one.member.name)
    yield from (Paragraph(f"{role}：{'、'.join(names)}。") for role, names in roles.items())


def _delegates(session: Session, _user: Any) -> Iterator[Block]:
    """By the kind of delegate, in the order of strokes, as lists of delegates are printed."""
    seated = Delegate.objects.in_force_on(session.starts_on).filter(term=session.term).select_related("member")
    names: dict[str, list[str]] = {kind.value: [] for kind in DelegateKind}
    for delegate in in_stroke_order(seated, session.starts_on):
        names[delegate.kind].append(delegate.member.name)
    for kind in filter(names.get, DelegateKind.values):
        called = session.term.voting_name if kind == DelegateKind.VOTING else DelegateKind(kind).label
        told = {"kind": called, "n": len(names[kind]), "names": "、".join(names[kind])}
        yield Paragraph(_("%(kind)s%(n)d名（以姓氏笔画为序）：%(names)s。") % told)


def _attendance(session: Session, _user: Any) -> Iterator[Block]:
    if session.attendance:
        yield Paragraph(_("会议%(came)s。") % {"came": session.attendance})
    yield from _table(
        (_("序号"), _("单元"), _("日期"), _("应到"), _("实到"), _("法定人数")),
        (8, 32, 26, 9, 9, 16),
        (
            [sitting.title, in_full(sitting.day), *map(str, _counts(sitting))]
            for sitting in sittings_of(session)
            if sitting.has_opened
        ),
    )


def _counts(sitting: Any) -> tuple[int, int, int]:
    return sitting.due_count, sitting.present_count, sitting.needed_count


def _agenda(session: Session, _user: Any) -> Iterator[Block]:
    if table := results_table(items_of(session)):
        yield table


def _reports(session: Session, _user: Any) -> Iterator[Block]:
    if told := reports_heard(items_of(session).filter(outcome=ItemOutcome.HEARD)):
        yield told


def _opinions(session: Session, user: Any) -> Iterator[Block]:
    if table := opinions_table(opinions_of(session, user)):
        yield table


def _resolutions(session: Session, _user: Any) -> Iterator[Block]:
    for resolution in resolutions_of(session):
        yield Title(f"{resolution.public_number}\n{resolution.title}")
        yield from blocks_of(resolution.text)


def _before(session: Session, _user: Any) -> Iterator[Block]:
    if progress := progress_table(resolutions_carried_over(session)):
        yield from (Heading(2, _("决议落实情况")), progress)
    if decided := decisions_table(decisions_for(session)):
        yield from (Heading(2, _("闭会期间决定事项")), decided)


def _proposals(session: Session, user: Any) -> Iterator[Block]:
    """How many were filed and what the review made of them, and the titles of those that the reader may see; who
    asked isn't told here.
    """
    filed = session.proposals.exclude(number="").order_by()
    counted = [(row["outcome"], row["n"]) for row in filed.values("outcome").annotate(n=Count("pk"))]
    if counted:
        labels = dict(filed.model._meta.get_field("outcome").flatchoices)
        parts = "，".join(f"{labels[outcome]}{n}件" for outcome, n in sorted(counted))
        yield Paragraph(_("共收到提案%(n)d件：%(parts)s。") % {"n": sum(n for _name, n in counted), "parts": parts})
        seen = Proposal.objects.visible_to(user).filed().filter(session=session).order_by("number")
        titles = [f"{number} {title}" for number, title in seen.values_list("number", "title")]
        if titles:
            yield NumberedList(titles)


def _table(head: tuple[str, ...], widths: tuple[int, ...], lines: Iterable[list[str]]) -> Iterator[Table]:
    rows: list[Row] = [[numbered(number), *line] for number, line in enumerate(lines, start=1)]
    if rows:
        yield Table(head=[head], rows=rows, widths=widths)


CHAPTERS: tuple[tuple[Any, Callable[[Session, Any], Iterator[Block]]], ...] = (
    (gettext_lazy("会议通知"), _notice),
    (gettext_lazy("筹备情况"), _prepared),
    (gettext_lazy("主席团"), _presidium),
    (gettext_lazy("代表名单"), _delegates),
    (gettext_lazy("到会情况"), _attendance),
    (gettext_lazy("议程和结果"), _agenda),
    (gettext_lazy("听取的报告"), _reports),
    (gettext_lazy("代表意见和学校答复"), _opinions),
    (gettext_lazy("会议决议"), _resolutions),
    (gettext_lazy("上次会议以来的决议落实和闭会期间决定"), _before),
    (gettext_lazy("提案情况"), _proposals),
)
