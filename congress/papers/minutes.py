"""会议纪要 of a session: composed from what was recorded, and printed in the form of an official document."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from congress.enums import ItemKind, ItemOutcome, MinutesStatus
from congress.models import AgendaItem, ItemOpinion, Resolution, Session, SessionMinutes
from unionoffice.days import in_full
from unionoffice.documents import Document, Heading, NumberedList, Paragraph, Signature
from unionoffice.documents.tree import Block
from unionoffice.numbering import ordinal
from unionoffice.profiles import union
from unionoffice.richtext import blocks_of, html_of


def composed_minutes(
    session: Session,
    items: Sequence[AgendaItem],
    opinions: Sequence[ItemOpinion],
    resolutions: Sequence[Resolution],
) -> str:
    """The text of the minutes as far as it follows from the records, for the secretary to go over."""
    chapters: list[tuple[str, list[Block]]] = [
        (_("会议概况"), list(_opening(session))),
        (_("议程和结果"), [NumberedList([_told(item) for item in items])] if items else []),
        (_("代表意见和学校答复"), [NumberedList([_said(one) for one in opinions])] if opinions else []),
        (_("会议决议"), [NumberedList([_resolved(one) for one in resolutions])] if resolutions else []),
    ]
    blocks: list[Block] = []
    for number, (title, told) in enumerate([one for one in chapters if one[1]], start=1):
        blocks += [Heading(1, f"{ordinal(number)}、{title}", counted=False), *told]
    return html_of(blocks)


def minutes_paper(minutes: SessionMinutes) -> Document:
    """The text as it was confirmed; 草稿 until then."""
    session = minutes.session
    return Document(
        title=_("%(session)s会议纪要") % {"session": session.printed_name},
        blocks=blocks_of(minutes.text),
        organisation=union().name,
        signature=Signature(union().name, minutes.confirmed_on) if minutes.confirmed_on else None,
        draft=minutes.status != MinutesStatus.CONFIRMED,
    )


def _opening(session: Session) -> Iterator[Block]:
    where = _("在%(place)s") % {"place": session.place} if session.place else ""
    held = _("%(when)s，%(session)s%(where)s召开。") % {
        "when": session.when,
        "session": session.printed_name,
        "where": where,
    }
    theme = _("会议的主题是：%(theme)s。") % {"theme": session.theme} if session.theme else ""
    came = f"{session.attendance}。" if session.attendance else ""
    yield Paragraph(f"{held}{theme}{came}")


def _told(item: AgendaItem) -> str:
    """会议听取了校长所作的《三年发展规划的报告》。 With the votes where there were any."""
    if item.kind == ItemKind.HEAR and item.outcome == ItemOutcome.HEARD:
        by = _("%(who)s所作的") % {"who": item.reporter} if item.reporter else ""
        return _("会议听取了%(by)s《%(title)s》。") % {"by": by, "title": item.title.strip("《》")}
    if not item.is_decided:
        return f"{item.heading}。"
    result = f"{item.tally.words}，{item.tally.verdict}。" if item.tally is not None else item.result_sentence
    return f"{item.heading}：{result}"


def _said(opinion: ItemOpinion) -> str:
    answer = opinion.answer_in_words or _("待答复")
    return _("%(who)s对“%(item)s”提出：%(text)s学校答复：%(answer)s。") % {
        "who": opinion.raised_by,
        "item": opinion.item.title,
        "text": opinion.text if opinion.text.endswith(("。", "？")) else f"{opinion.text}。",
        "answer": answer,
    }


def _resolved(resolution: Resolution) -> str:
    return f"{resolution.public_number}《{resolution.title}》（{in_full(resolution.adopted_on)}）。"
