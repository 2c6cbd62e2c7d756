"""HTML, PDF and DOCX say the same, whatever is written into them."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.unionoffice.documents.papers import FULL, docx_text, html_text, pdf_pages, pdf_text, squeezed
from unionoffice.documents import (
    Cell,
    Document,
    Heading,
    NumberedList,
    Paper,
    Paragraph,
    Table,
    Text,
    Value,
    plain_text,
    render_docx,
    render_html,
    render_pdf,
)

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)
# What a Chinese office types, with the controls that come along from other programs.
CHINESE = st.text(
    st.sampled_from(
        "工会慰问人次喆昇玥淏祎旻堃翀晞珺赟垚彧欧阳·￥√□，。（）“”—…<>&'\"{}%789 aZ\t\x00\x1f\ud800\uffff"
    ),
    max_size=40,
)
"""Without line ends, of which enough fill a page before the table, whose head the next page then repeats; and without
the numbers of pages, as "—1—" would be taken for one."""


def paper_of(text, kind=Paper.OFFICIAL):
    """The table stands first, so that the longest text leaves it whole: every page it reaches repeats its head."""
    blocks = [
        Table(caption=text, head=[[text, "乙"]], rows=[[Cell(text, colspan=2, bold=True)]], foot=[["甲", text]]),
        Heading(1, text),
        Paragraph([Text(text), Value(text, text), Text(text, bold=True)]),
        NumberedList([text]),
    ]
    return Document(f"题{text}", blocks, subtitle=text, organisation=text, attachments=[text], paper=kind)


def test_paper_with_every_node_says_the_same_in_all_formats():
    said = squeezed(plain_text(FULL))
    assert html_text(render_html(FULL)) == said
    assert docx_text(render_docx(FULL)) == said
    assert pdf_text(render_pdf(FULL), draft=True) == said


@pytest.mark.parametrize("paper", [Paper.FORM, Paper.FORM_LANDSCAPE, Paper.VOUCHER])
def test_form_says_the_same_in_all_formats(paper):
    form = paper_of("慰问￥500.00（王喆）", paper)
    said = squeezed(plain_text(form))
    assert (html_text(render_html(form)), docx_text(render_docx(form))) == (said, said)
    assert pdf_pages(render_pdf(form)) == [f"{said}第1页共1页"]


@given(ANYTHING)
@settings(max_examples=40, deadline=None)
def test_any_text_comes_through_page_and_word_file(text):
    paper = paper_of(text)
    said = squeezed(plain_text(paper))
    assert (html_text(render_html(paper)), docx_text(render_docx(paper))) == (said, said)


@given(CHINESE)
@example("工" * 40)
@example("\v\v")
@example("工会\r\n慰问")
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_chinese_text_comes_through_print(text):
    paper = paper_of(text)
    assert pdf_text(render_pdf(paper)) == squeezed(plain_text(paper))


@given(ANYTHING)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_can_be_printed(text):
    assert render_pdf(paper_of(text)).startswith(b"%PDF-")
