"""Papers: one document tree, drawn as a page, a PDF and a Word file that say the same."""

from unionoffice.documents.docx import render_docx
from unionoffice.documents.html import render_html
from unionoffice.documents.layout import plain_text
from unionoffice.documents.pdf import render_pdf
from unionoffice.documents.tree import (
    Align,
    BulletList,
    Cell,
    Document,
    Heading,
    NumberedList,
    PageBreak,
    Paper,
    Paragraph,
    QrCode,
    Signature,
    Table,
    Text,
    Title,
    Value,
)

__all__ = [
    "Align",
    "BulletList",
    "Cell",
    "Document",
    "Heading",
    "NumberedList",
    "PageBreak",
    "Paper",
    "Paragraph",
    "QrCode",
    "Signature",
    "Table",
    "Text",
    "Title",
    "Value",
    "plain_text",
    "render_docx",
    "render_html",
    "render_pdf",
]
