"""What a disclosure says, as the document tree: the board, its preview and its printed sheet read the same."""

from affairs.models import Disclosure
from unionoffice.documents import Document
from unionoffice.richtext import blocks_of


def disclosure_paper(disclosure: Disclosure) -> Document:
    """The text alone: the page around it says title, number and day."""
    return Document(title="", blocks=blocks_of(disclosure.body))
