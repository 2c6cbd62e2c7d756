from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from tests.unionoffice.documents.papers import RARE_NAMES, pdf_pages, typefaces
from unionoffice.documents import Document, Paper, Paragraph, QrCode, Table, Text, Value, render_pdf
from unionoffice.documents.fonts import FONT_URL
from unionoffice.documents.pdf import OwnAssets

LONG_TABLE = Table(head=[["序号", "姓名"]], rows=[[f"第{number}行", "王喆"] for number in range(1, 61)])
POINTS_TO_MILLIMETRES = 25.4 / 72


def test_rare_names_and_signs_have_outlines_in_a_font_that_draws_them_right():
    drawn = typefaces(render_pdf(Document("题", [Paragraph(RARE_NAMES + "￥√□")])))
    rare = set("喆昇玥淏祎旻堃翀晞珺赟垚彧￥√")
    common = set("王李张陈周刘赵孙吴郑钱冯何欧阳娜买提·艾力□")
    assert {character: drawn[character] for character in rare} == {key: {"Noto-Serif-CJK-SC-Light"} for key in rare}
    assert {character: drawn[character] for character in common} == {key: {"Office-FangSong"} for key in common}


@pytest.mark.parametrize("paper", Paper)
def test_no_character_of_any_part_is_an_empty_box(paper):
    text = [Text(RARE_NAMES), Text(RARE_NAMES + "￥", bold=True)]
    document = Document(RARE_NAMES, [Paragraph(text), LONG_TABLE], RARE_NAMES, RARE_NAMES, draft=True, paper=paper)
    assert [character for character, names in typefaces(render_pdf(document)).items() if None in names] == []


def test_character_that_no_font_has_is_noticed():
    assert typefaces(render_pdf(Document("题", [Paragraph("\U000f0000")])))["\U000f0000"] == {None}


def test_without_its_font_the_paper_is_set_in_the_font_behind(settings, tmp_path):
    settings.FONTS_DIR = tmp_path
    assert typefaces(render_pdf(Document("题", [Paragraph("工会喆")])))["工"] == {"Noto-Serif-CJK-SC-Light"}


def test_file_names_title_author_and_language():
    reader = PdfReader(BytesIO(render_pdf(Document("甲<b>\n总结", [], organisation="某校\x00工会"))))
    written = (reader.metadata.title, reader.metadata.author, reader.root_object["/Lang"])
    assert written == ("甲<b>总结", "某校工会", "zh-CN")


@pytest.mark.parametrize("paper", Paper)
def test_sheet_has_the_size_of_its_paper(paper):
    box = PdfReader(BytesIO(render_pdf(Document("题", [], paper=paper)))).pages[0].mediabox
    size = (round(box.width * POINTS_TO_MILLIMETRES), round(box.height * POINTS_TO_MILLIMETRES))
    assert size == (paper.sheet.width, paper.sheet.height)


def test_full_page_has_22_lines_of_28_characters():
    reader = PdfReader(BytesIO(render_pdf(Document("", [Paragraph("工" * 28 * 25, indent=False)]))))
    lines = [line for line in reader.pages[0].extract_text().splitlines() if "工" in line]
    assert [line.count("工") for line in lines] == [28] * 22


def test_lines_with_rare_characters_are_as_high_as_others():
    pages = pdf_pages(render_pdf(Document("", [Paragraph("工喆￥" * 9 + "会", indent=False)] * 23)))
    assert [page.count("会") for page in pages] == [22, 1]


def test_lines_made_short_by_punctuation_are_as_wide_as_full_ones():
    content = [Paragraph("工" * 28 + "工" * 27 + "（会）" + "工" * 25, indent=False)]
    reader = PdfReader(BytesIO(render_pdf(Document("", content))))
    operations = ContentStream(reader.pages[0].get_contents(), reader).operations
    widths = [_width(operands[0]) for operands, operator in operations if operator == b"TJ"]
    assert widths[:3] == pytest.approx([156] * 3, abs=0.2)


def _width(glyphs):
    """Millimetres of a line of full-width characters at 16 points: each is 1000 wide, less what stands between."""
    count = sum(len(part.original_bytes) // 2 for part in glyphs if hasattr(part, "original_bytes"))
    between = sum(float(part) for part in glyphs if not hasattr(part, "original_bytes"))
    return (count - between / 1000) * 16 * POINTS_TO_MILLIMETRES


def test_page_numbers_stand_at_the_outer_edge():
    reader = PdfReader(BytesIO(render_pdf(Document("题", [Paragraph("工" * 28 * 50)]))))
    places = []
    for page in reader.pages:
        page.extract_text(
            visitor_text=lambda text, _cm, place, _font, _size: places.append(place[4]) if "—" in text else None
        )
    assert [place > 300 for place in places] == [True, False, True]


def test_table_head_repeats_on_every_page():
    pages = pdf_pages(render_pdf(Document("题", [LONG_TABLE])))
    assert len(pages) > 1
    assert [page.count("序号姓名") for page in pages] == [1] * len(pages)


def test_table_foot_stands_once_at_the_end():
    table = Table(rows=LONG_TABLE.rows, foot=[["合计", "60人"]])
    pages = pdf_pages(render_pdf(Document("题", [table])))
    assert [page.count("合计") for page in pages] == [*[0] * (len(pages) - 1), 1]


def test_rows_are_whole_and_in_order_across_pages():
    rows = "".join(
        page.split("序号姓名")[1].split("—")[0] for page in pdf_pages(render_pdf(Document("题", [LONG_TABLE])))
    )
    assert rows == "".join(f"第{number}行王喆" for number in range(1, 61))


@pytest.mark.parametrize("draft", [True, False])
def test_draft_mark_is_on_every_page_of_a_draft_alone(draft):
    pages = pdf_pages(render_pdf(Document("题", [LONG_TABLE], draft=draft)))
    assert [page.count("草稿") for page in pages] == [int(draft)] * len(pages)


def test_form_says_how_many_pages_it_has():
    pages = pdf_pages(render_pdf(Document("签领表", [LONG_TABLE], paper=Paper.VOUCHER)))
    assert [page[-6:] for page in pages] == [
        f"第{number}页共{len(pages)}页"[-6:] for number in range(1, len(pages) + 1)
    ]


def test_paper_carries_no_links():
    reader = PdfReader(BytesIO(render_pdf(Document("题", [Paragraph([Value("36", "k", "/visits/")])]))))
    assert "/Annots" not in reader.pages[0]


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://127.0.0.1/", "https://example.org/a.png", "data:text/plain,a", FONT_URL + "?"],
)
def test_fetcher_refuses_everything_but_the_font(url):
    with pytest.raises(ValueError, match="own assets"):
        OwnAssets().fetch(url)


@pytest.mark.parametrize("paper", [Paper.OFFICIAL, Paper.FORM])
def test_stylesheets_hold_nothing_that_the_printer_ignores(paper, caplog):
    render_pdf(Document("题", [], paper=paper))
    assert caplog.messages == []


def test_several_papers_in_one_file_count_their_own_pages():
    long = Document("长", [Paragraph("工" * 900)], paper=Paper.NOTICE)
    short = Document("短", [Paragraph("会")], paper=Paper.NOTICE_A3)
    pages = PdfReader(BytesIO(render_pdf(long, short))).pages
    told = [page.extract_text().split("第 ")[-1].split(" 页")[0] for page in pages]
    assert (told, round(pages[-1].mediabox.width * POINTS_TO_MILLIMETRES)) == (["1", "2", "1"], 297)


def test_notice_is_set_larger_on_the_larger_sheet():
    sizes = [
        max(height for _text, height in heights(render_pdf(Document("题", [], paper=paper))))
        for paper in (Paper.NOTICE, Paper.NOTICE_A3)
    ]
    assert round(sizes[1] / sizes[0], 2) == round(297 / 210, 2)


def heights(content):
    """Each text of the first page with the size of its type."""
    found = []
    page = PdfReader(BytesIO(content)).pages[0]
    page.extract_text(visitor_text=lambda text, _cm, tm, _font, size: found.append((text, size * abs(tm[3]))))
    return found


def test_code_is_drawn_on_the_paper():
    plain, coded = (
        PdfReader(BytesIO(render_pdf(Document("题", [Paragraph(content)])))).pages[0].get_contents().get_data()
        for content in ("字", [QrCode("https://office.example/board/")])
    )
    assert len(coded) > 3 * len(plain)
