"""A paper with every node, and readers that take the text back out of each format."""

import datetime as dt
import re
from collections import defaultdict
from html.parser import HTMLParser
from io import BytesIO

import docx
from docx.oxml.ns import qn
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ContentStream

from unionoffice.documents import (
    Align,
    Cell,
    Document,
    Heading,
    NumberedList,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Text,
    Value,
)

RARE_NAMES = "王喆 李昇 张玥 陈淏 周祎 刘旻 赵堃 孙翀 吴晞 郑珺 钱赟 冯垚 何彧 欧阳娜娜 买买提·艾力"

FULL = Document(
    title="青川市第三中学工会委员会\n2026年度工作总结",
    subtitle="（2026年1月1日至12月31日）",
    organisation="青川市第三中学工会委员会",
    blocks=[
        Heading(1, "维权帮扶"),
        Heading(2, "慰问"),
        Paragraph(
            [
                Text("全年慰问"),
                Value("36", "welfare.visits", "/figures/visits/"),
                Text("人次，"),
                Text("全部", bold=True),
            ]
        ),
        Heading(3, "住院"),
        Heading(4, "重大疾病"),
        Paragraph("发放 ￥500.00，√ 已签领 □ 未签领。", indent=False, align=Align.RIGHT),
        NumberedList(["第一项", [Text("第二项"), Value("9", "a.b")]]),
        Table(
            caption="表1　会员",
            head=[["序号", "姓名", Cell("备注", colspan=2)]],
            rows=[["1", RARE_NAMES, Cell("在册", rowspan=2), "甲"], ["2", "欧阳·娜", "乙"]],
            foot=[[Cell("合计", colspan=2, align=Align.CENTER, bold=True), Cell("2人", colspan=2)]],
            widths=[1, 4, 1, 1],
        ),
        PageBreak(),
        Heading(1, "下一步打算"),
        Paragraph("第一行\n第二行"),
    ],
    signature=Signature("青川市第三中学工会委员会", dt.date(2026, 12, 20)),
    attachments=["经费收支表", "提案办理表"],
    draft=True,
)


def squeezed(text):
    """Without spaces and line ends, which each format sets in its own way."""
    return "".join(text.split())


class _TextOfPage(HTMLParser):
    def __init__(self):
        super().__init__()
        self.text = ""

    def handle_data(self, data):
        self.text += data


def html_text(fragment):
    parser = _TextOfPage()
    parser.feed(fragment)
    parser.close()
    return squeezed(parser.text)


def docx_text(file):
    word = docx.Document(BytesIO(file))
    parts = [paragraph.text for paragraph in word.sections[0].header.paragraphs]
    parts += (text.text for text in word.element.body.iter(qn("w:t")))
    return squeezed("".join(parts))


def pdf_pages(file):
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(file)).pages]


def pdf_text(file, *, draft=False):
    """The text of an official paper, its draft mark once, without page numbers."""
    text = "草稿" if draft else ""
    for number, page in enumerate(pdf_pages(file), start=1):
        marks = [f"—{number}—", *(["草稿"] if draft else [])]
        assert [page.count(mark) for mark in marks] == [1] * len(marks)
        text += re.sub("|".join(marks), "", page)
    return text


def typefaces(file):
    """For each character a PDF shows the typefaces that draw it; `None` for a character that is drawn as nothing.

    Reads the glyph numbers off the page, turns them back into characters through each font's own table, and looks for
    their outlines in the font as it is embedded.
    """
    reader = PdfReader(BytesIO(file))
    drawn = defaultdict(set)
    for page in reader.pages:
        fonts = {name: _Font(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
        for glyphs, name in _shown(ContentStream(page.get_contents(), reader).operations):
            for start in range(0, len(glyphs), 2):
                glyph = int.from_bytes(glyphs[start : start + 2], "big")
                drawn[fonts[name].characters[glyph]].add(fonts[name].name if fonts[name].draws(glyph) else None)
    return {character: names for character, names in drawn.items() if not character.isspace()}


class _Font:
    def __init__(self, font):
        self.name = font["/BaseFont"].split("+")[-1]
        pairs = re.findall("^<([0-9a-f]{4})> <([0-9a-f]+)>$", font["/ToUnicode"].get_data().decode(), re.MULTILINE)
        self.characters = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        embedded = descriptor.get("/FontFile3", descriptor.get("/FontFile2")).get_object().get_data()
        self.program = TTFont(BytesIO(embedded), lazy=True)

    def draws(self, glyph):
        """Whether the glyph is there, is not the empty box, and has an outline."""
        order = self.program.getGlyphOrder()
        if not 0 < glyph < len(order):
            return False
        glyphs = self.program.getGlyphSet()
        pen = BoundsPen(glyphs)
        glyphs[order[glyph]].draw(pen)
        return pen.bounds is not None


def _shown(operations):
    """Each string of glyph numbers with the name of the font set for it."""
    font = None
    for operands, operator in operations:
        if operator == b"Tf":
            font = operands[0]
        elif operator in {b"Tj", b"TJ"}:
            strings = operands[0] if operator == b"TJ" else operands
            yield from ((part.original_bytes, font) for part in strings if hasattr(part, "original_bytes"))
