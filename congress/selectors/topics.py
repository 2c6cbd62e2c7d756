"""Reads of the topics of a session."""

from congress.enums import ItemKind
from congress.models import AgendaItem, Session


def read_topic(title: str) -> tuple[ItemKind, str]:
    """What the words of a topic ask of the congress, and what it is about: 听取校长工作报告 is heard."""
    for kind in ItemKind:
        words = str(kind.label)
        if title.startswith(words) and title != words:
            return kind, title.removeprefix(words)
    return ItemKind.DELIBERATE, title


def topics_listed(session: Session) -> set[int]:
    """The keys of the topics that the agenda of a session has, under their own words or without what is done."""
    on_agenda = set(AgendaItem.objects.filter(session=session).values_list("title", flat=True))
    topics = session.topics.values_list("pk", "title")
    return {pk for pk, title in topics if title in on_agenda or read_topic(title)[1] in on_agenda}
