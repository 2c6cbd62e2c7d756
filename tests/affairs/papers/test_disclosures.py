"""How a plain text is read into the document tree: nothing is lost, nothing is counted anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affairs.papers import blocks_of, disclosure_paper
from tests.affairs.factories import DisclosureFactory
from unionoffice.documents import Document, NumberedList, Paragraph, plain_text, render_html


def read(text):
    return list(blocks_of(text))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        (" \n\n", []),
        ("一段。", [Paragraph("一段。")]),
        ("一段。\n\n  又一段。\r\n", [Paragraph("一段。"), Paragraph("又一段。")]),
        (
            "如下：\n1. 甲\n2、乙\n3．丙\n完。",
            [Paragraph("如下："), NumberedList(["甲", "乙", "丙"]), Paragraph("完。")],
        ),
        ("1. 只有一条", [Paragraph("1. 只有一条")]),
        ("2. 从二开始\n3. 接着", [Paragraph("2. 从二开始"), Paragraph("3. 接着")]),
        ("1. 甲\n3. 跳号", [Paragraph("1. 甲"), Paragraph("3. 跳号")]),
        ("1.5万元\n2.6万元", [Paragraph("1.5万元"), Paragraph("2.6万元")]),
        ("1. 甲\n2. 乙\n1. 丙\n2. 丁", [NumberedList(["甲", "乙"]), NumberedList(["丙", "丁"])]),
        ("（一）不改", [Paragraph("（一）不改")]),
    ],
)
def test_lines_are_read_as_people_type_them(text, blocks):
    assert read(text) == blocks


@given(st.lists(st.text(st.sampled_from("甲乙12.、 "), max_size=6), max_size=8))
def test_no_word_and_no_number_is_lost(lines):
    def bare(text):
        return "".join(character for character in text if character not in ".．、 \n")

    assert bare(plain_text(Document(title="", blocks=read("\n".join(lines))))) == bare("".join(lines))


@pytest.mark.django_db
def test_markup_in_a_text_is_shown_not_obeyed():
    html = render_html(disclosure_paper(DisclosureFactory(body="<script>alert(1)</script>")))
    assert "&lt;script&gt;" in html
    assert "<script" not in html
