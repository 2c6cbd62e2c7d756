import datetime as dt
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn

from unionoffice.documents import (
    Cell,
    Document,
    Heading,
    Paper,
    Paragraph,
    QrCode,
    Signature,
    Table,
    Text,
    render_docx,
)


def word(*blocks, **parts):
    return docx.Document(BytesIO(render_docx(Document("题", blocks, **parts))))


def east_asian_font(style):
    return style.element.rPr.rFonts.get(qn("w:eastAsia"))


def test_styles_are_words_own_and_name_the_fonts_of_offices():
    styles = word().styles
    names = ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Heading 4")
    assert {name: east_asian_font(styles[name]) for name in names} == {
        "Normal": "仿宋_GB2312",
        "Title": "方正小标宋简体",
        "Subtitle": "楷体_GB2312",
        "Heading 1": "黑体",
        "Heading 2": "楷体_GB2312",
        "Heading 3": "仿宋_GB2312",
        "Heading 4": "仿宋_GB2312",
    }


def test_lines_carry_their_styles():
    made = word(Heading(1, "甲"), Heading(4, "乙"), Paragraph("丙"), subtitle="副", attachments=["丁"])
    assert [(line.style.name, line.text) for line in made.paragraphs] == [
        ("Title", "题"),
        ("Subtitle", "副"),
        ("Heading 1", "一、甲"),
        ("Heading 4", "（1）乙"),
        ("Normal", "丙"),
        ("附件说明", "附件：丁"),
    ]


def test_headings_keep_their_level_in_the_outline():
    styles = word().styles
    levels = [
        styles[f"Heading {level}"].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) for level in (1, 2, 3, 4)
    ]
    assert levels == ["0", "1", "2", "3"]


@pytest.mark.parametrize("paper", Paper)
def test_sheet_and_margins_are_those_of_the_paper(paper):
    section, sheet = word(paper=paper).sections[0], paper.sheet
    made = (section.page_width, section.page_height, section.top_margin, section.right_margin, section.bottom_margin)
    assert [round(length.mm) for length in made] == [
        sheet.width,
        sheet.height,
        sheet.top,
        sheet.right,
        sheet.bottom,
    ]


def test_body_is_16_points_on_exact_lines_indented_two_characters():
    line = word(Paragraph("文")).paragraphs[-1]
    shape = line.style.paragraph_format
    assert (line.style.font.size.pt, shape.line_spacing.pt) == (16, 28.95)
    assert line._p.pPr.ind.get(qn("w:firstLineChars")) == "200"


def test_page_numbers_are_fields_in_dashes_odd_right_even_left():
    made = word()
    section = made.sections[0]
    footers = [footer.paragraphs[0] for footer in (section.footer, section.even_page_footer)]
    assert made.settings.odd_and_even_pages_header_footer is True
    assert [str(line.alignment) for line in footers] == ["RIGHT (2)", "LEFT (0)"]
    for line in footers:
        fields = [field.get(qn("w:instr")) for field in line._p.iter(qn("w:fldSimple"))]
        assert (fields, "".join(text.text for text in line._p.iter(qn("w:t")))) == (["PAGE"], "— 1 —")


def test_form_counts_its_pages_with_fields():
    line = word(paper=Paper.VOUCHER).sections[0].footer.paragraphs[0]
    assert [field.get(qn("w:instr")) for field in line._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_only_head_rows_repeat_and_no_row_breaks_across_pages():
    table = word(Table(head=[["甲"], ["乙"]], rows=[["丙"], ["丁"]], foot=[["戊"]])).tables[0]
    rows = [row._tr.trPr for row in table.rows]
    assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True, True, False, False, False]
    assert [row.find(qn("w:cantSplit")) is not None for row in rows] == [True] * 5


def test_spans_are_real_merged_cells():
    table = word(Table(rows=[[Cell("甲", rowspan=2), Cell("乙", colspan=2)], ["丙", "丁"]])).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["甲", "乙", "乙"], ["甲", "丙", "丁"]]


def test_columns_take_their_shares_of_the_type_area():
    table = word(Table(rows=[["甲", "乙"]], widths=[1, 3])).tables[0]
    assert [round(column.width.mm) for column in table.columns] == [39, 117]


def test_unruled_table_draws_no_lines():
    tables = word(Table(rows=[["甲"]]), Table(rows=[["乙"]], ruled=False)).tables
    assert [table.style.name for table in tables] == ["Table Grid", "Normal Table"]


def test_shorter_line_of_the_signature_is_centred_on_the_longer():
    *_, name, day = word(signature=Signature("青川市第三中学工会委员会", dt.date(2026, 12, 20))).paragraphs
    indents = [line._p.pPr.ind.get(qn("w:rightChars")) for line in (name, day)]
    assert (indents, name.text, day.text) == (["400", "650"], "青川市第三中学工会委员会", "2026年12月20日")


def test_draft_mark_is_in_the_header_of_all_pages():
    section = word(draft=True).sections[0]
    assert [header.paragraphs[0].text for header in (section.header, section.even_page_header)] == ["草稿", "草稿"]


def test_clean_paper_has_no_header():
    assert word().sections[0].header.is_linked_to_previous is True


def test_bold_text_is_bold_alone():
    runs = word(Paragraph([Text("甲"), Text("乙", bold=True)])).paragraphs[-1].runs
    assert [(run.text, bool(run.bold)) for run in runs] == [("甲", False), ("乙", True)]


def test_large_text_is_twice_as_large_as_what_stands_beside_it():
    written = word(Paragraph([Text("甲"), Text("乙", large=True)])).paragraphs[-1]
    assert [run.font.size for run in written.runs] == [None, 2 * written.style.font.size]


@pytest.mark.parametrize("high", [Text("甲", large=True), QrCode("https://example.org/")])
def test_lines_grow_with_what_is_higher_and_cut_nothing_off(high):
    written = word(Paragraph([Text("甲"), high])).paragraphs[-1]
    shape, usual = written.paragraph_format, written.style.paragraph_format
    assert (shape.line_spacing_rule, shape.line_spacing) == (WD_LINE_SPACING.AT_LEAST, usual.line_spacing)


def test_file_names_title_author_and_language():
    made = docx.Document(BytesIO(render_docx(Document("甲\n总结" + "长" * 300, [], organisation="某校\x00工会"))))
    card = made.core_properties
    assert (card.title, card.author, card.language) == ("甲总结" + "长" * 252, "某校工会", "zh-CN")
    assert made.styles.element.find(f".//{qn('w:lang')}").get(qn("w:eastAsia")) == "zh-CN"


def test_code_is_a_picture_of_its_own_size():
    word = docx.Document(BytesIO(render_docx(Document("题", [Paragraph([QrCode("https://office.example/")])]))))
    assert [round(shape.width.mm) for shape in word.inline_shapes] == [26]
