"""How plain lines are read into the document tree: nothing is lost, nothing is counted anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionoffice.documents import Document, NumberedList, Paragraph, plain_text
from unionoffice.richtext import from_lines


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
    assert from_lines(text) == blocks


@given(st.lists(st.text(st.sampled_from("甲乙12.、 "), max_size=6), max_size=8))
def test_no_word_and_no_number_is_lost(lines):
    def bare(text):
        return "".join(character for character in text if character not in ".．、 \n")

    assert bare(plain_text(Document(title="", blocks=from_lines("\n".join(lines))))) == bare("".join(lines))
