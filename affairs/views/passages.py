"""A text with what was said of its passages, as several pages show it."""

from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string

from affairs.models import Disclosure, PassageComment
from affairs.selectors import Passage, passages_of


def commented_text(
    body: str, comments: Sequence[PassageComment], *, record: Disclosure | None = None, user: Any = None
) -> str:
    """The text of the board with the comments under their passages; with a `record`, each passage leads on to
    commenting on it.
    """
    passages = passages_of(body)
    places = [(place_now(comment, passages), comment) for comment in comments]
    parts = [
        {"passage": passage, "comments": [comment for place, comment in places if place == passage.place]}
        for passage in passages
    ]
    return render_to_string("affairs/review/_passages.html", {"passages": parts, "record": record, "user": user})


def place_now(comment: PassageComment, passages: Sequence[Passage]) -> int:
    """Where the words of a comment stand by now: the text may have been mended since. Words that are gone stand
    where they stood.
    """
    words = _squeezed(comment.quote.removesuffix("…"))
    standing = [passage.place for passage in passages if words in _squeezed(passage.text)]
    if comment.place in standing or not standing:
        return min(comment.place, len(passages))
    return standing[0]


def _squeezed(text: str) -> str:
    return "".join(text.split())
