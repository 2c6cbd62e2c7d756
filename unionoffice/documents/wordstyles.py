"""The look of a Word file: the page, its footers and the styles that a person goes on editing with.

Fonts are named as offices have them (仿宋_GB2312 and others), so that Word takes the reader's own. Sizes as in
GB/T 9704-2012; `official.css` and `form.css` say the same for print.
"""

from dataclasses import dataclass, replace
from typing import cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from unionoffice.documents.layout import Role
from unionoffice.documents.tree import Paper

FANG, KAI, HEI, SONG, XIAOBIAOSONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"

TABLE_TEXT = "表格文字"
TABLE_HEAD = "表格标题"
AFTER_TABLE = "表后"
CAPTION = "Caption"

STYLES = {
    Role.DRAFT: "Header",
    Role.ORGANISATION: "发文单位",
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.HEADING_1: "Heading 1",
    Role.HEADING_2: "Heading 2",
    Role.HEADING_3: "Heading 3",
    Role.HEADING_4: "Heading 4",
    Role.PARAGRAPH: "Normal",
    Role.ITEM: "Normal",
    Role.FIRST_ATTACHMENT: "附件说明",
    Role.ATTACHMENT: "附件说明",
}

LEFT, CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True, slots=True)
class Look:
    """A style's font; size, line and space between characters in points; indents in characters."""

    font: str
    size: float
    line: float
    spacing: float = 0
    align: WD_ALIGN_PARAGRAPH = JUSTIFY
    first: float = 0
    left: float = 0
    keep: bool = False
    bold: bool = False


def looks(paper: Paper) -> dict[str, Look]:
    """The styles of a paper, by their names in Word."""
    return _form_looks() if paper.is_form else _official_looks()


def _official_looks() -> dict[str, Look]:
    """22 lines of 28 characters on 156 by 225 mm: 28.95 pt a line, and a little less than 16 pt a character."""
    text = Look(FANG, 16, 28.95, spacing=-0.2)
    return {
        "Normal": text,
        "Title": Look(XIAOBIAOSONG, 22, 36, align=CENTER),
        "Subtitle": replace(text, font=KAI, align=CENTER),
        "发文单位": replace(text, align=CENTER),
        "附件说明": replace(text, left=5),
        "Heading 1": replace(text, font=HEI, first=2, keep=True),
        "Heading 2": replace(text, font=KAI, first=2, keep=True),
        "Heading 3": replace(text, first=2, keep=True),
        "Heading 4": replace(text, first=2, keep=True),
        CAPTION: Look(HEI, 14, 24, align=CENTER, keep=True),
        TABLE_TEXT: Look(FANG, 12, 18),
        TABLE_HEAD: Look(HEI, 12, 18),
        AFTER_TABLE: Look(FANG, 5, 6),
        "Header": Look(HEI, 14, 18),
        "Footer": Look(SONG, 14, 18),
    }


def _form_looks() -> dict[str, Look]:
    text = Look(SONG, 10.5, 15)
    return {
        "Normal": text,
        "Title": Look(SONG, 18, 28, spacing=5, align=CENTER, bold=True),
        "Subtitle": replace(text, align=CENTER),
        "发文单位": Look(SONG, 12, 18, align=CENTER),
        "附件说明": replace(text, left=5),
        **{f"Heading {level}": replace(text, font=HEI, first=0, keep=True) for level in (1, 2, 3, 4)},
        CAPTION: Look(HEI, 10.5, 20, align=CENTER, keep=True),
        TABLE_TEXT: replace(text, align=LEFT),
        TABLE_HEAD: Look(HEI, 10.5, 15),
        AFTER_TABLE: Look(SONG, 1, 1),
        "Header": Look(HEI, 14, 18),
        "Footer": Look(SONG, 8, 10),
    }


def dress(word: WordDocument, paper: Paper) -> None:
    """Give an empty Word document the page, language and styles of the paper."""
    _page(word, paper)
    _language(word)
    for name, look in looks(paper).items():
        _style(word, name, look)
    footers = _form_footer if paper.is_form else _official_footers
    footers(word)


def indent(paragraph: WordParagraph, *, first: float = 0, left: float = 0, right: float = 0) -> None:
    """Indents in characters of the paragraph's own size, which follow when a reader changes that size."""
    size = style_of(paragraph).font.size.pt
    _indent(paragraph._p.get_or_add_pPr(), size, {"firstLine": first, "left": left, "right": right})  # noqa: SLF001


def enlarge(run: Run, paragraph: WordParagraph) -> None:
    """Twice the size of what stands beside it."""
    run.font.size = Pt(2 * style_of(paragraph).font.size.pt)
    let_lines_grow(paragraph)


def let_lines_grow(paragraph: WordParagraph) -> None:
    """Lines have one height, and Word cuts off what is higher: here they are as high as what stands in them."""
    shape = paragraph.paragraph_format
    shape.line_spacing = style_of(paragraph).paragraph_format.line_spacing
    shape.line_spacing_rule = WD_LINE_SPACING.AT_LEAST


def style_of(paragraph: WordParagraph) -> ParagraphStyle:
    """The paragraph's style: python-docx always gives one, though its types allow none."""
    return cast("ParagraphStyle", paragraph.style)


def _page(word: WordDocument, paper: Paper) -> None:
    section, sheet = word.sections[0], paper.sheet
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.top_margin, section.right_margin = Mm(sheet.top), Mm(sheet.right)
    section.bottom_margin, section.left_margin = Mm(sheet.bottom), Mm(sheet.left)
    if sheet.width > sheet.height:
        section._sectPr.find(qn("w:pgSz")).set(qn("w:orient"), "landscape")  # noqa: SLF001
    section.header_distance = Mm(sheet.top / 2)
    section.footer_distance = Mm(sheet.bottom - 14 if not paper.is_form else sheet.bottom / 3)


def _language(word: WordDocument) -> None:
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(_element("w:lang", val="zh-CN", eastAsia="zh-CN", bidi="ar-SA"))
    word.core_properties.language = "zh-CN"


def _style(word: WordDocument, name: str, look: Look) -> None:
    known = name in word.styles
    style = word.styles[name] if known else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name != "Normal":
        style.base_style = word.styles["Normal"]
    _strip(style)
    _font(style, look)
    shape = style.paragraph_format
    shape.alignment = look.align
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
    shape.space_before = shape.space_after = Pt(0)
    shape.keep_with_next = look.keep
    _indent(style.element.get_or_add_pPr(), look.size, {"firstLine": look.first, "left": look.left})


def _strip(style: ParagraphStyle) -> None:
    """Take away the template's own look, from theme fonts to the rule under the title; a heading stays a heading."""
    properties = style.element.get_or_add_pPr()
    for part in list(properties):
        if part.tag != qn("w:outlineLvl"):
            properties.remove(part)
    for look in style.element.findall(qn("w:rPr")):
        style.element.remove(look)


def _font(style: ParagraphStyle, look: Look) -> None:
    style.font.name, style.font.size, style.font.bold = look.font, Pt(look.size), look.bold
    fonts = style.element.get_or_add_rPr().rFonts
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), look.font)
    fonts.set(qn("w:hint"), "eastAsia")
    if look.spacing:
        twentieths = _element("w:spacing", val=str(round(look.spacing * 20)))
        fonts.getparent().insert_element_before(twentieths, "w:sz", "w:szCs")


def _indent(properties: BaseOxmlElement, size: float, characters: dict[str, float]) -> None:
    """Word wants an indent twice: in hundredths of a character, which it obeys, and in twentieths of a point."""
    ind = properties.get_or_add_ind()
    for side, count in characters.items():
        name = "hanging" if side == "firstLine" and count < 0 else side
        ind.set(qn(f"w:{name}Chars"), str(round(abs(count) * 100)))
        ind.set(qn(f"w:{name}"), str(round(abs(count) * size * 20)))


def _official_footers(word: WordDocument) -> None:
    """— 1 — at the outer edge, one character in: odd pages right, even pages left (GB/T 9704, 7.5)."""
    word.settings.odd_and_even_pages_header_footer = True
    section = word.sections[0]
    for footer, align, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT, "right"),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT, "left"),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.style, paragraph.alignment = word.styles["Footer"], align
        indent(paragraph, **{side: 1})
        _numbered(paragraph, "— ", "PAGE", " —")


def _form_footer(word: WordDocument) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.style, paragraph.alignment = word.styles["Footer"], CENTER
    _numbered(paragraph, "第 ", "PAGE", " 页 共 ", "NUMPAGES", " 页")


def _numbered(paragraph: WordParagraph, *parts: str) -> None:
    """Text and page fields in turn; Word counts the fields."""
    for position, part in enumerate(parts):
        if position % 2 == 0:
            paragraph.add_run(part)
        else:
            field = _element("w:fldSimple", instr=part)
            field.append(paragraph.add_run("1")._r)  # noqa: SLF001 -- moved into its field
            paragraph._p.append(field)  # noqa: SLF001


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
