"""会议: how often the union's own bodies met and what came of it, and where the staff at large was heard."""

from affairs.enums import MeetingKind
from reports.sections.telling import span
from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Heading, Paragraph
from unionoffice.documents.tree import Block

OWN = (MeetingKind.COMMITTEE, MeetingKind.AUDIT, MeetingKind.WOMEN, MeetingKind.GROUP)
"""Meetings of the union's own bodies, told under 自身建设."""

AT_LARGE = (
    MeetingKind.ALL_STAFF,
    MeetingKind.JOINT,
    MeetingKind.LEADERSHIP,
    MeetingKind.ADMINISTRATIVE,
    MeetingKind.FORUM,
    MeetingKind.OTHER,
)
"""Meetings through which the staff takes part, and the school's own about it, told under 民主管理."""

HEARD = (MeetingKind.ALL_STAFF, MeetingKind.FORUM)
"""Of those, the ones at which the staff at large is heard."""

CALLED = {MeetingKind.OTHER: "专题会议"}
"""What a kind is called in a sentence where its label would say nothing."""

NOTABLE = tuple(f"affairs.meeting.{kind.value}" for kind in AT_LARGE)


def _held(kinds: tuple[MeetingKind, ...]) -> tuple[str, ...]:
    """How often each kind met; where the staff at large is heard, also how many came."""
    clauses: list[str] = []
    for kind in kinds:
        clauses.append(f"召开{CALLED.get(kind, kind.label)}[[affairs.meetings.{kind.value}]]")
        if kind in HEARD:
            clauses.append(f"到会[[affairs.meetings.{kind.value}.attendance]]")
    return tuple(clauses)


FOLLOWED_UP = Sentence(
    "会议议定的事项逐项落实到人，",
    (
        "共作出决定[[affairs.meetings.decisions]]",
        "交办任务[[affairs.meetings.tasks]]",
        "已办结[[affairs.meetings.tasks.done]]",
        "办结率[[affairs.meetings.tasks.rate]]",
    ),
)


def committee_meetings(material: Material) -> list[Block]:
    """The part of 自身建设; empty where none of the union's bodies met and nothing was decided anywhere."""
    told = paragraph(material, Sentence(f"{span(material)}，", _held(OWN)), FOLLOWED_UP)
    return [Heading(2, "会议制度"), *told] if told else []


def staff_meetings(material: Material) -> list[Block]:
    """The part of 民主管理: the meetings by name, then what was said there and how much of it was answered."""
    told = paragraph(material, Sentence(f"{span(material)}，", _held(AT_LARGE)), *_heard())
    if not told:
        return []
    named = [note.text for note in material.notables(*NOTABLE)]
    notes = [Paragraph(f"{'；'.join(named)}。")] if named else []
    return [Heading(2, "教职工会议与座谈"), *told, *notes]


def _heard() -> tuple[Sentence, ...]:
    """Of each kind of meeting at which the staff is heard."""
    return tuple(
        Sentence(
            f"{kind.label}上，",
            (
                f"教职工提出意见[[affairs.meetings.{kind.value}.opinions]]",
                f"已答复[[affairs.meetings.{kind.value}.opinions.answered]]",
                f"采纳[[affairs.meetings.{kind.value}.opinions.adopted]]",
            ),
        )
        for kind in HEARD
    )
