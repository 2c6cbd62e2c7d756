"""The document tree as the HTML that is stored and edited, and as plain text."""

from collections.abc import Sequence

from django.utils.html import escape

from unionoffice.documents.layout import plain_text
from unionoffice.documents.tree import (
    Block,
    BulletList,
    Cell,
    Content,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Row,
    Table,
    Text,
    cells,
    runs,
)
from unionoffice.richtext.parsing import blocks_of


def cleaned(text: str) -> str:
    """The text as it is stored: what was read of it, and nothing else. Cleaning twice changes nothing."""
    return html_of(blocks_of(text))


def plain(text: str) -> str:
    """The words alone, a line for each line: for searches, comparisons and the length."""
    return plain_text(Document(title="", blocks=blocks_of(text)))


def html_of(blocks: Sequence[Block]) -> str:
    """Blocks as an editor takes them."""
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading():
            tag = "h2" if block.level == 1 else "h3"
            return f"<{tag}>{escape(block.text)}</{tag}>"
        case Paragraph():
            return f"<p>{_inline(block.content)}</p>"
        case NumberedList():
            return f"<ol>{_items(block.items)}</ol>"
        case BulletList():
            return f"<ul>{_items(block.items)}</ul>"
        case Table():
            rows = [*(_row("th", row) for row in block.head), *(_row("td", row) for row in block.rows)]
            return f"<table><tbody>{''.join(rows)}</tbody></table>"
    raise TypeError(f"a rich text has no {type(block).__name__}")


def _items(items: Sequence[Content]) -> str:
    return "".join(f"<li><p>{_inline(item)}</p></li>" for item in items)


def _row(tag: str, row: Row) -> str:
    return f"<tr>{''.join(_cell(tag, cell) for cell in cells(row))}</tr>"


def _cell(tag: str, cell: Cell) -> str:
    spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return f"<{tag}{spans}><p>{_inline(cell.content)}</p></{tag}>"


def _inline(content: Content) -> str:
    return "".join(_run(run.text, bold=isinstance(run, Text) and run.bold) for run in runs(content))


def _run(text: str, *, bold: bool) -> str:
    said = escape(text).replace("\n", "<br>")
    return f"<strong>{said}</strong>" if bold else said
