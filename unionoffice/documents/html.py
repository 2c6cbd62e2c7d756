"""The document as a fragment of a page. No style attributes: the pages' policy forbids them."""

from collections.abc import Callable, Iterator, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from unionoffice.documents.layout import HEADINGS, Line, Piece, Role, pieces
from unionoffice.documents.tree import (
    Align,
    Cell,
    Document,
    PageBreak,
    QrCode,
    Row,
    Run,
    Signature,
    Table,
    Value,
    cells,
    runs,
)
from unionoffice.qrcodes import qr_svg

Figure = Callable[[Value], str]

# The page around the paper has its own first heading.
_TAGS = {Role.TITLE: "h2", **dict(zip(HEADINGS, ("h3", "h4", "h5", "h6"), strict=True))}


def render_html(document: Document) -> SafeString:
    """The paper for the screen, where a figure leads to the records behind it. Its look is `static/css/paper.css`."""
    return article(document, figure=linked_figure)


def article(document: Document, *, figure: Figure) -> SafeString:
    """The paper as HTML; `live` marks figures and links them, as a page wants it and print does not."""
    kind = "form" if document.paper.is_form else "official"
    inside = "".join(_piece(piece, figure) for piece in pieces(document))
    return mark_safe(f'<article class="paper paper-{kind}" lang="zh-CN">{inside}</article>')  # noqa: S308 -- all texts inside are escaped


def _piece(piece: Piece, figure: Figure) -> str:
    match piece:
        case Line():
            return _line(piece, figure)
        case Table():
            return _table(piece, figure)
        case Signature():
            lines = f"<p>{_escaped(piece.organisation)}</p><p>{piece.day}</p>"
            return f'<div class="paper-signature"><div>{lines}</div></div>'
        case PageBreak():
            return '<hr class="paper-break">'


def _line(line: Line, figure: Figure) -> str:
    tag = _TAGS.get(line.role, "p")
    classes = f"paper-{line.role.value}"
    if line.role is Role.PARAGRAPH:
        classes += f" paper-{line.align.value}" + (" paper-indent" if line.indent else "")
    return f'<{tag} class="{classes}">{line.label}{_inline(line.runs, figure)}</{tag}>'


def _inline(line: Sequence[Run], figure: Figure) -> str:
    return "".join(_run(run, figure) for run in line)


def _run(run: Run, figure: Figure) -> str:
    if isinstance(run, Value):
        return figure(run)
    if isinstance(run, QrCode):
        return qr_svg(run.text)
    words = f"<strong>{_escaped(run.text)}</strong>" if run.bold else _escaped(run.text)
    return f'<span class="paper-large">{words}</span>' if run.large else words


def plain_figure(value: Value) -> str:
    """A figure as paper shows it."""
    return _escaped(value.text)


def linked_figure(value: Value) -> str:
    """A figure as a page shows it: its key for scripts, its records a click away."""
    tag, link = ("a", f' href="{escape(value.url)}"') if value.url else ("span", "")
    return f'<{tag} class="figure" data-figure="{escape(value.key)}"{link}>{_escaped(value.text)}</{tag}>'


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _table(table: Table, figure: Figure) -> str:
    columns = "".join(f'<col width="{share:.4%}">' for share in table.shares)
    caption = f"<caption>{_escaped(table.caption)}</caption>" if table.caption else ""
    parts = zip(("thead", "tbody", "tfoot"), table.parts, strict=True)
    inside = "".join(
        f"<{tag}>{''.join(_rows(tag, group, figure))}</{tag}>" for tag, part in parts for group in _groups(part)
    )
    ruled = "paper-ruled" if table.ruled else "paper-unruled"
    return (
        f'<div class="paper-table" tabindex="0"><table class="{ruled}">'
        f"{caption}<colgroup>{columns}</colgroup>{inside}</table></div>"
    )


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """All in one; or each with the rows that its cells reach into, as half a cell on the next page has no words."""
    spans = [max((cell.rowspan for cell in cells(row)), default=1) for row in rows]
    if max(spans, default=1) == 1:
        return [list(rows)] if rows else []
    groups: list[list[Row]] = []
    end = 0
    for place, (row, span) in enumerate(zip(rows, spans, strict=True)):
        if place >= end:
            groups.append([])
        groups[-1].append(row)
        end = max(end, place + span)
    return groups


def _rows(part: str, rows: Sequence[Row], figure: Figure) -> Iterator[str]:
    tag = "th" if part == "thead" else "td"
    for row in rows:
        yield f"<tr>{''.join(_cell(tag, cell, figure) for cell in cells(row))}</tr>"


def _cell(tag: str, cell: Cell, figure: Figure) -> str:
    align = cell.align or (Align.CENTER if tag == "th" else Align.LEFT)
    spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    spans += ' scope="col"' if tag == "th" else ""
    classes = f"paper-{align.value}" + (" paper-bold" if cell.bold else "")
    return f'<{tag} class="{classes}"{spans}>{_inline(runs(cell.content), figure)}</{tag}>'
