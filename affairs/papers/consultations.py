"""征求意见汇总表: what was suggested, by how many, what was answered and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from affairs.enums import VOICE_WORDS, Voice
from affairs.models import Consultation, Opinion, OpinionPoint, label_of_passage
from unionoffice.days import in_full
from unionoffice.documents import Cell, Document, Paper, Paragraph, Table
from unionoffice.documents.tree import Block, Row
from unionoffice.profiles import union

SUMMARY_HEAD = ("序号", "针对内容", "意见要点", "提出情况", "答复", "理由", "修改为")


@dataclass(frozen=True)
class SummaryLine:
    """One point with what the summary says of it. `voices` names nobody."""

    number: int
    passage: str
    text: str
    voices: str
    decision: str
    reason: str
    new_wording: str

    def cells(self) -> list[str]:
        """In the order of the head."""
        return [
            str(self.number),
            self.passage,
            self.text,
            self.voices,
            self.decision,
            self.reason,
            self.new_wording,
        ]


def summary_lines(
    consultation: Consultation, points: Sequence[OpinionPoint], opinions: Sequence[Opinion]
) -> list[SummaryLine]:
    """The points in order, each with how it was put forward."""
    of_point: dict[int | None, list[Opinion]] = {}
    for opinion in opinions:
        of_point.setdefault(opinion.point_id, []).append(opinion)
    return [
        SummaryLine(
            number=point.number,
            passage=label_of_passage(consultation.passages, point.passage),
            text=point.text,
            voices=voices_of(of_point.get(point.pk, [])),
            decision=point.get_decision_display(),
            reason=point.reason,
            new_wording=point.new_wording,
        )
        for point in points
    ]


def voices_of(opinions: Sequence[Opinion]) -> str:
    """署名2条，小组1条（12人），匿名1条."""
    told = []
    for voices in ((Voice.OPEN, Voice.NAMED), (Voice.GROUP,), (Voice.ANONYMOUS,)):
        said = [opinion for opinion in opinions if opinion.voice in voices]
        if not said:
            continue
        words = _("%(voice)s%(n)d条") % {"voice": VOICE_WORDS[voices[0]], "n": len(said)}
        if voices == (Voice.GROUP,):
            words += _("（%(n)d人）") % {"n": sum(opinion.headcount for opinion in said)}
        told.append(words)
    return "，".join(told)


def summary_paper(
    consultation: Consultation, points: Sequence[OpinionPoint], opinions: Sequence[Opinion]
) -> Document:
    """The table with its lead. It names nobody, whoever prints it."""
    rows: list[Row] = [line.cells() for line in summary_lines(consultation, points, opinions)]
    rows = rows or [[Cell(_("没有收到意见"), colspan=len(SUMMARY_HEAD))]]
    blocks: list[Block] = [
        Paragraph(line, indent=False) for line in _lead(consultation, len(opinions), len(points)).splitlines()
    ]
    blocks.append(Table(rows=rows, head=[[_(word) for word in SUMMARY_HEAD]], widths=(1, 2.4, 5, 2.8, 1.8, 5, 4)))
    if consultation.conclusion:
        blocks += [Paragraph(line) for line in consultation.conclusion.splitlines() if line.strip()]
    return Document(
        title=_("征求意见汇总表"),
        subtitle=consultation.title,
        blocks=blocks,
        organisation=union().name,
        draft=consultation.concluded_on is None,
        paper=Paper.FORM_LANDSCAPE,
    )


def _lead(consultation: Consultation, opinions: int, points: int) -> str:
    told = {
        "number": consultation.short_number,
        "audience": consultation.audience,
        "from": in_full(consultation.opened_on) if consultation.opened_on else "",
        "to": in_full(consultation.closes_on),
        "opinions": opinions,
        "points": points,
    }
    asked = _("编号：%(number)s　征求范围：%(audience)s　时间：%(from)s至%(to)s") % told
    return asked + _("　收到意见：%(opinions)d条　归并：%(points)d条") % told
