"""The document as PDF: the same HTML as the page's, with a stylesheet for print."""

from functools import cache
from pathlib import Path

from django.utils.html import escape
from weasyprint import CSS, HTML
from weasyprint import Document as Rendered
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from unionoffice.documents.fonts import FONT_URL, font_bytes, font_face
from unionoffice.documents.html import article, plain_figure
from unionoffice.documents.justify import justify
from unionoffice.documents.layout import cleaned
from unionoffice.documents.tree import Document, Paper

_HERE = Path(__file__).resolve().parent


class OwnAssets(URLFetcher):
    """Fetches the office's own typeface and nothing else: no file of the server, no address of the network."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
        if url != FONT_URL:
            raise ValueError(f"papers fetch nothing but the office's own assets: {url!r}")
        return URLFetcherResponse(url, font_bytes())


def render_pdf(document: Document, *others: Document) -> bytes:
    """The paper as a PDF file with the typefaces it needs; several follow one another, each with its own pages."""
    first = _rendered(document)
    pages = [page for rendered in (first, *map(_rendered, others)) for page in rendered.pages]
    return first.copy(pages).write_pdf()


def _rendered(document: Document) -> Rendered:
    """The paper laid out on its pages.

    Fonts are set up anew for every paper, as Pango's are not to be shared between threads; that costs some 60 ms.
    """
    fetcher = OwnAssets()
    fonts = FontConfiguration()
    sheets = [CSS(string=text, font_config=fonts, url_fetcher=fetcher) for text in _stylesheets(document.paper)]
    html = HTML(string=_page(document), url_fetcher=fetcher)
    rendered = html.render(stylesheets=sheets, font_config=fonts, presentational_hints=True)
    justify(rendered)
    return rendered


def _page(document: Document) -> str:
    card = cleaned(document)
    title = f"<title>{escape(card.file_title)}</title>"
    author = f'<meta name="author" content="{escape(card.author)}">'
    body = article(document, figure=plain_figure)
    return f'<!doctype html><html lang="zh-CN"><head>{title}{author}</head><body>{body}</body></html>'


def _stylesheets(paper: Paper) -> tuple[str, ...]:
    """The sheet itself, what all papers share, and the look of this kind; forms are set in 宋体 and need no 仿宋."""
    if paper.is_notice:
        return _page_rule(paper), _type_size(paper), _style("print.css"), _style("notice.css")
    if paper.is_form:
        return _page_rule(paper), _style("print.css"), _style("form.css")
    return font_face(), _page_rule(paper), _style("print.css"), _style("official.css")


def _page_rule(paper: Paper) -> str:
    sheet = paper.sheet
    margins = " ".join(f"{edge}mm" for edge in (sheet.top, sheet.right, sheet.bottom, sheet.left))
    return f"@page {{ size: {sheet.width}mm {sheet.height}mm; margin: {margins} }}"


def _type_size(paper: Paper) -> str:
    """What is measured in rem grows with the sheet: 10 pt on A4, 14.1 pt on A3."""
    return f"html {{ font-size: {10 * paper.sheet.width / Paper.NOTICE.sheet.width:.2f}pt }}"


@cache
def _style(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
