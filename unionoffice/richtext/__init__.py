"""Limited rich text: paragraphs, headings, lists, tables and bold, kept as clean HTML and read as the document tree.

What a text can say is what the tree can say (`parsing.blocks_of`); nothing else comes through, whoever sends it.
Pages and papers show it through `unionoffice.documents`, so that they say the same.
"""

from unionoffice.richtext.comparing import Difference, Kind, Piece, compare
from unionoffice.richtext.fields import RichTextField, RichTextFormField, RichTextInput
from unionoffice.richtext.lines import from_lines
from unionoffice.richtext.parsing import blocks_of
from unionoffice.richtext.writing import cleaned, html_of, plain

__all__ = [
    "Difference",
    "Kind",
    "Piece",
    "RichTextField",
    "RichTextFormField",
    "RichTextInput",
    "blocks_of",
    "cleaned",
    "compare",
    "from_lines",
    "html_of",
    "plain",
]
