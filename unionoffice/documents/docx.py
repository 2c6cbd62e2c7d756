"""The document as a Word file: real styles, tables and page fields, so that a person can go on editing it."""

import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Length, Mm
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph

from unionoffice.documents import wordstyles
from unionoffice.documents.layout import Line, Piece, Role, cleaned, pieces
from unionoffice.documents.tree import (
    Align,
    Cell,
    Document,
    PageBreak,
    Paper,
    QrCode,
    Row,
    Run,
    Signature,
    Table,
    Text,
    placed,
    runs,
)
from unionoffice.qrcodes import qr_png

QR_SIDE = Mm(26)

_ALIGN = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def render_docx(document: Document) -> bytes:
    """The paper as a Word file."""
    word = docx.Document()
    wordstyles.dress(word, document.paper)
    _properties(word, cleaned(document))
    previous: Piece | None = None
    for piece in pieces(document):
        _piece(word, piece, previous, document.paper)
        previous = piece
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _properties(word: WordDocument, document: Document) -> None:
    """The file's own card; Word holds 255 characters of each."""
    card = word.core_properties
    card.title = document.file_title[:255]
    card.author = card.last_modified_by = document.author[:255]
    card.comments = ""
    card.created = card.modified = datetime.now(UTC)


def _piece(word: WordDocument, piece: Piece, previous: Piece | None, paper: Paper) -> None:
    match piece:
        case Line(role=Role.DRAFT):
            _draft(word, piece)
        case Line():
            _line(word, piece, previous, paper)
        case Table():
            _table(word, piece, paper)
        case Signature():
            _signature(word, piece)
        case PageBreak():
            word.add_page_break()


def _draft(word: WordDocument, line: Line) -> None:
    section = word.sections[0]
    headers = [section.header]
    if word.settings.odd_and_even_pages_header_footer:
        headers.append(section.even_page_header)
    for header in headers:
        header.paragraphs[0].style = word.styles["Header"]
        _write(header.paragraphs[0], line.runs)


def _line(word: WordDocument, line: Line, previous: Piece | None, paper: Paper) -> None:
    paragraph = word.add_paragraph(style=wordstyles.STYLES[line.role])
    if line.label:
        paragraph.add_run(line.label)
    _write(paragraph, line.runs)
    if line.role in {Role.PARAGRAPH, Role.ITEM}:
        if line.align is not Align.LEFT:
            paragraph.alignment = _ALIGN[line.align]
        wordstyles.indent(paragraph, first=2 if line.indent else 0)
    after_title = isinstance(previous, Line) and previous.role in {Role.TITLE, Role.SUBTITLE}
    if line.role is Role.FIRST_ATTACHMENT:
        wordstyles.indent(paragraph, first=-3, left=5)
        _space(paragraph)
    elif after_title and line.role is not Role.SUBTITLE and not paper.is_form:
        _space(paragraph)


def _space(paragraph: WordParagraph) -> None:
    """One blank line above, without an empty paragraph."""
    paragraph.paragraph_format.space_before = wordstyles.style_of(paragraph).paragraph_format.line_spacing


def _write(paragraph: WordParagraph, content: Sequence[Run]) -> None:
    for run in content:
        if isinstance(run, QrCode):
            paragraph.add_run().add_picture(BytesIO(qr_png(run.text)), width=QR_SIDE)
            wordstyles.let_lines_grow(paragraph)
            continue
        written = paragraph.add_run(run.text)
        if isinstance(run, Text) and run.bold:
            written.bold = True
        if isinstance(run, Text) and run.large:
            wordstyles.enlarge(written, paragraph)


def _signature(word: WordDocument, signature: Signature) -> None:
    """Two lines at the right, four characters in, the shorter one centred on the longer."""
    widest = max(_characters(signature.organisation), _characters(signature.day))
    name, day = (word.add_paragraph(text) for text in (signature.organisation, signature.day))
    for paragraph in (name, day):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        wordstyles.indent(paragraph, right=4 + (widest - _characters(paragraph.text)) / 2)
    name.paragraph_format.keep_with_next = True
    _space(name)


def _characters(text: str) -> float:
    """A text's width in Chinese characters."""
    return sum(1 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)


def _table(word: WordDocument, table: Table, paper: Paper) -> None:
    if table.caption:
        word.add_paragraph(table.caption, style=wordstyles.CAPTION)
    height = sum(len(part) for part in table.parts)
    grid = word.add_table(rows=height, cols=table.columns, style="Table Grid" if table.ruled else None)
    grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    widths = [Mm(paper.sheet.text_width * share) for share in table.shares]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    fields = [_row(row, widths, repeats=y < len(table.head), paper=paper) for y, row in enumerate(grid.rows)]
    for part in table.parts:
        _fill(fields[: len(part)], part, is_head=part is table.head)
        del fields[: len(part)]
    word.add_paragraph(style=wordstyles.AFTER_TABLE)


def _row(row: WordRow, widths: Sequence[Length], *, repeats: bool, paper: Paper) -> tuple[WordCell, ...]:
    """A row that stays on one page, and the fields in it."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(OxmlElement("w:cantSplit"))
    if repeats:
        properties.append(OxmlElement("w:tblHeader"))
    row.height = Mm(8 if paper.is_form else 8.5)
    fields = row.cells
    for field, width in zip(fields, widths, strict=True):
        field.width = width
    return fields


def _fill(fields: Sequence[Sequence[WordCell]], part: Sequence[Row], *, is_head: bool) -> None:
    for y, x, cell in placed(part):
        whole = fields[y][x]
        if cell.rowspan > 1 or cell.colspan > 1:
            whole = whole.merge(fields[y + cell.rowspan - 1][x + cell.colspan - 1])
        _cell(whole, cell, is_head=is_head)


def _cell(target: WordCell, cell: Cell, *, is_head: bool) -> None:
    paragraph = target.paragraphs[0]
    paragraph.style = wordstyles.TABLE_HEAD if is_head else wordstyles.TABLE_TEXT
    align = cell.align or (Align.CENTER if is_head else Align.LEFT)
    paragraph.alignment = _ALIGN[align]
    target.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    content = runs(cell.content)
    _write(paragraph, [Text(run.text, bold=True) for run in content] if cell.bold else content)
