"""The passages of a text that somebody may say something about: its articles, or where it has none its paragraphs."""

import re
from dataclasses import dataclass

from unionoffice.richtext import plain

ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千\d]{1,7}条")
SHOWN = 24
"""Characters of a passage that tell which one is meant."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage, by its place in the text, counted from 1."""

    number: int
    text: str

    @property
    def label(self) -> str:
        """第三条 of a regulation; else its place and how it begins."""
        if article := ARTICLE.match(self.text):
            return article[0]
        first = self.text.splitlines()[0]
        return f"第{self.number}段（{first[:SHOWN]}{'…' if len(first) > SHOWN else ''}）"


def passages_of(text: str) -> list[Passage]:
    """All words of the text in order, each in one passage.

    Where articles are numbered, the lines under one belong to it, and what stands before the first is one passage.
    """
    lines = [line for line in plain(text).splitlines() if line.strip()]
    has_articles = any(ARTICLE.match(line) for line in lines)
    parts: list[list[str]] = []
    for line in lines:
        if not parts or not has_articles or ARTICLE.match(line):
            parts.append([line])
        else:
            parts[-1].append(line)
    return [Passage(number, "\n".join(part)) for number, part in enumerate(parts, start=1)]
