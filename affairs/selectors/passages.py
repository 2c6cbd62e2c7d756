"""A rich text cut into the passages that people comment on: its paragraphs, headings, lists and tables."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from unionoffice.documents import Document, render_html
from unionoffice.documents.layout import plain_text
from unionoffice.richtext import blocks_of


@dataclass(frozen=True)
class Passage:
    """One of them: which one it is, from 1, how it is shown, and what it says."""

    place: int
    shown: SafeString
    text: str


def passages_of(body: str) -> list[Passage]:
    """All passages of a text, in order; shown one after the other they look like the text as a whole."""
    papers = (Document(title="", blocks=[block]) for block in blocks_of(body))
    return [Passage(place, render_html(one), plain_text(one).strip()) for place, one in enumerate(papers, start=1)]
