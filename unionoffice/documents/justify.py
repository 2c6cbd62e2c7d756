"""Full lines of Chinese reach the right edge.

WeasyPrint 70 widens spaces only, and Chinese has none: a line that punctuation made a character short would stay so.
Between layout and drawing each such line gets its missing width between its characters. No other place touches what
WeasyPrint keeps to itself.
"""

from collections.abc import Iterator

from weasyprint import Document as Rendered
from weasyprint.formatting_structure import boxes

# A closing line this near to full, in characters, is widened too: it may be cut by the page and not be the last.
_NEARLY_FULL = 2
# A line that lacks more than this was ended on purpose or by a very long word.
_TOO_SHORT = 6


def justify(rendered: Rendered) -> None:
    """Widen the lines of all justified paragraphs, in place."""
    for page in rendered.pages:
        for box in page._page_box.descendants():  # noqa: SLF001
            if isinstance(box, boxes.BlockContainerBox) and box.style["text_align_all"] == "justify":
                lines = [child for child in box.children if isinstance(child, boxes.LineBox)]
                for line in lines:
                    _widen(line, box, is_last=line is lines[-1])


def _widen(line: boxes.LineBox, block: boxes.BlockContainerBox, *, is_last: bool) -> None:
    texts = list(_texts(line))
    gaps = sum(len(box.text) for box in texts) - 1
    if gaps < 1:
        return
    missing = block.content_box_x() + block.width - (texts[-1].position_x + texts[-1].width)
    limit = (_NEARLY_FULL if is_last else _TOO_SHORT) * block.style["font_size"]
    if not 0 < missing <= limit:
        return
    moved = 0.0
    for box in texts:
        box.position_x += moved
        added = missing / gaps
        moved += added * len(box.text)
        box.style = box.style.copy()
        box.style["letter_spacing"] += added


def _texts(box: boxes.Box) -> Iterator[boxes.TextBox]:
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.ParentBox):
            yield from _texts(child)
