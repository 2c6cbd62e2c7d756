"""From what an editor or a clipboard sends to the document tree, by way of a cleaner that bars what is active."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import nh3
from lxml import html
from lxml.html import HtmlElement

from unionoffice.documents.tree import Block, BulletList, Cell, Heading, NumberedList, Paragraph, Table, Text
from unionoffice.richtext.lines import from_lines

TAGS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "br", "ul", "ol", "li"}) | {
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
}
"""What is read; of any other element the words remain, of scripts and styles nothing."""

CHAPTERS = frozenset({"h1", "h2"})
HEADINGS = CHAPTERS | {"h3", "h4", "h5", "h6"}
SPANS = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
LISTS = frozenset({"ul", "ol"})
SECTIONS = frozenset({"thead", "tbody", "tfoot"})
ROWS = SECTIONS | {"tr"}
INLINE = frozenset({"strong", "b", "br"})
WIDEST = 30
"""Columns or rows that one cell may cover."""
MOST_PLACES = 20_000
"""Of a table's grid. A page of markup can ask for millions; beyond this, cells are read as paragraphs."""

_MARKUP = re.compile(r"\s*<[a-zA-Z]")
BREAK = "\v"
"""Stands for a line's end that was meant, while those of the markup are blanks."""

_BLANKS = re.compile(r"[ \t\r\n]+")
_BREAKS = re.compile(r"\s*\v\s*")

Runs = tuple[Text, ...]


def blocks_of(text: str) -> list[Block]:
    """What the text says, as the tree; what doesn't begin with markup is read as plain lines."""
    if not _MARKUP.match(text):
        return from_lines(text)
    clean = nh3.clean(text, tags=set(TAGS), attributes=SPANS, link_rel=None)
    root = html.fragment_fromstring(clean, create_parent="div")
    return list(_blocks(root))


def _blocks(parent: HtmlElement) -> Iterator[Block]:
    """The blocks inside an element; words that stand between them are paragraphs of their own."""
    loose = [Text(parent.text or "")]
    for child in parent:
        if child.tag in INLINE:
            loose += _words(child)
        else:
            yield from _paragraph(loose)
            loose = []
            yield from _block(child)
        loose.append(Text(child.tail or ""))
    yield from _paragraph(loose)


def _paragraph(words: Iterable[Text]) -> Iterator[Paragraph]:
    if said := tidy(words):
        yield Paragraph(said)


def _block(element: HtmlElement) -> Iterator[Block]:
    if element.tag in HEADINGS:
        if words := " ".join("".join(run.text for run in tidy(_words(element))).split()):
            yield Heading(1 if element.tag in CHAPTERS else 2, words, counted=False)
    elif element.tag in LISTS:
        if items := list(_listed(element)):
            yield NumberedList(items) if element.tag == "ol" else BulletList(items)
    elif element.tag == "table":
        yield from _table(element)
    else:
        yield from _blocks(element)


def _listed(element: HtmlElement) -> Iterator[Runs]:
    """The items of a list, one level of them: what lists inside an item say comes after it."""
    if loose := tidy([Text(element.text or "")]):
        yield loose
    for child in element:
        if own := tidy(_words(child, leave_out=LISTS)):
            yield own
        for inner in child.iterchildren(*LISTS):
            yield from _listed(inner)
        if loose := tidy([Text(child.tail or "")]):
            yield loose


def _table(element: HtmlElement) -> Iterator[Block]:
    """A table; what isn't in a cell, as a caption, stands over it."""
    yield from _paragraph([Text(element.text or "")])
    for child in element:
        yield from _paragraph([*([] if child.tag in ROWS else _words(child)), Text(child.tail or "")])
    rows = [cells for row in _rows(element) if (cells := [cell for cell in row if cell.tag in SPANS])]
    if not rows:
        return
    head = 1 if all(cell.tag == "th" for cell in rows[0]) else 0
    cells = [[_cell(cell) for cell in row] for row in rows]
    if _places(cells) > MOST_PLACES:
        for cell in chain.from_iterable(cells):
            yield from _paragraph(cell.content)
        return
    try:
        yield Table(head=cells[:head], rows=cells[head:])
    except ValueError:
        yield Table(rows=_rectangle(cells))


def _rows(element: HtmlElement) -> Iterator[HtmlElement]:
    for child in element:
        if child.tag == "tr":
            yield child
        elif child.tag in SECTIONS:
            yield from child.iterchildren("tr")


def _cell(element: HtmlElement) -> Cell:
    return Cell(tidy(_words(element)), colspan=_span(element, "colspan"), rowspan=_span(element, "rowspan"))


def _span(element: HtmlElement, name: str) -> int:
    told = element.get(name, "")
    return min(max(int(told), 1), WIDEST) if told.isascii() and told.isdigit() else 1


def _places(rows: Sequence[Sequence[Cell]]) -> int:
    """How large a grid is that holds them all, by their number or by what they cover, whichever is more."""
    covered = sum(cell.colspan * cell.rowspan for row in rows for cell in row)
    return max(covered, len(rows) * max(len(row) for row in rows))


def _rectangle(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Rows whose spans don't fit each other, as a plain grid that loses no word."""
    width = max(len(row) for row in rows)
    return [[*(Cell(cell.content) for cell in row), *[Cell()] * (width - len(row))] for row in rows]


def _words(element: HtmlElement, *, bold: bool = False, leave_out: frozenset[str] = frozenset()) -> list[Text]:
    """All words inside; a paragraph within an item or a cell begins a new line."""
    if element.tag == "br":
        return [Text(BREAK)]
    bold = bold or element.tag in {"strong", "b"}
    words = [Text(element.text or "", bold)]
    for child in element:
        if child.tag not in leave_out:
            apart = [] if child.tag in INLINE else [Text(BREAK)]
            words += [*apart, *_words(child, bold=bold, leave_out=leave_out), *apart]
        words.append(Text(child.tail or "", bold))
    return words


def tidy(words: Iterable[Text]) -> Runs:
    """The words without needless blanks and breaks, alike ones joined; empty when nothing is said."""
    joined: list[Text] = []
    for run in words:
        text = _BLANKS.sub(" ", run.text)
        if joined and joined[-1].bold == run.bold:
            joined[-1] = Text(joined[-1].text + text, run.bold)
        elif text:
            joined.append(Text(text, run.bold))
    said = [Text(_BREAKS.sub("\n", run.text), run.bold) for run in joined]
    return _trimmed(said)


def _trimmed(runs: list[Text]) -> Runs:
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        runs[0] = Text(runs[0].text.lstrip(), runs[0].bold)
        runs[-1] = Text(runs[-1].text.rstrip(), runs[-1].bold)
    return tuple(runs)
