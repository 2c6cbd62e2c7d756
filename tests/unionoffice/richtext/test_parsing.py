"""What an editor, a clipboard or an attacker sends, and what is left of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionoffice.documents import BulletList, Cell, Heading, NumberedList, Paragraph, Table, Text
from unionoffice.richtext import blocks_of, cleaned, plain


def said(text, *, bold=False):
    return (Text(text, bold),)


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p></p>", []),
        ("<p>一段。</p><p>又一段。</p>", [Paragraph(said("一段。")), Paragraph(said("又一段。"))]),
        ("<h1>章</h1><h2>也是章</h2><h3>节</h3><h6>也是节</h6>", [
            Heading(1, "章", counted=False),
            Heading(1, "也是章", counted=False),
            Heading(2, "节", counted=False),
            Heading(2, "也是节", counted=False),
        ]),
        ("<p>很<b>重</b><strong>要</strong>。</p>", [Paragraph((Text("很"), Text("重要", bold=True), Text("。")))]),
        ("<p>上\n  下<br>行</p>", [Paragraph(said("上 下\n行"))]),
        ("<ol><li><p>甲</p></li><li>乙<ul><li>子</li></ul></li></ol>", [NumberedList(list(map(said, "甲乙子")))]),
        ("<ol>散<li>甲</li>尾</ol>", [NumberedList(list(map(said, "散甲尾")))]),
        ("<ul><li>甲</li><li></li></ul>", [BulletList([said("甲")])]),
        ("<div>外<p>内</p>尾</div>", [Paragraph(said("外")), Paragraph(said("内")), Paragraph(said("尾"))]),
        ("<blockquote><p>引</p></blockquote>", [Paragraph(said("引"))]),
    ],
)  # fmt: skip
def test_markup_is_read_as_the_tree(html, blocks):
    assert blocks_of(html) == blocks


def test_table_keeps_its_head_and_its_joined_cells():
    html = "<table><tr><th>项目</th><th>金额</th></tr><tr><td colspan=2>合计</td></tr></table>"
    assert blocks_of(html) == [
        Table(head=[[Cell(said("项目")), Cell(said("金额"))]], rows=[[Cell(said("合计"), colspan=2)]])
    ]


@pytest.mark.parametrize(
    "row", ["<td>甲</td>", "<td rowspan=9>甲</td><td>乙</td>", "<td colspan=99999>甲</td>", "<td colspan='x'>甲</td>"]
)
def test_table_whose_rows_do_not_fit_loses_its_joins_and_no_word(row):
    (table,) = blocks_of(f"<table><tr><td>一</td><td>二</td></tr><tr>{row}</tr></table>")
    widths = {len(cells) for cells in table.rows}
    assert len(widths) == 1
    assert [cell.colspan for cells in table.rows for cell in cells] == [1] * 2 * widths.pop()
    assert "甲" in plain(f"<table><tr><td>一</td><td>二</td></tr><tr>{row}</tr></table>")


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ("<tr>" + "<td>字</td>" * 200 + "</tr>" + "<tr><td>字</td></tr>" * 200, 400),
        (("<tr>" + '<td colspan="30" rowspan="30">字</td>' * 30 + "</tr>") * 2, 60),
    ],
    ids=["ragged", "spans"],
)
def test_table_that_asks_for_an_immense_grid_is_read_as_paragraphs(rows, count):
    assert blocks_of(f"<table>{rows}</table>") == [Paragraph((Text("字"),))] * count


def test_table_within_a_cell_says_its_words_once():
    assert plain("<table><tr><td>外<table><tr><td>内</td></tr></table></td></tr></table>") == "外\n内"


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("<p onclick='x()' style='color:red' class='a'>甲</p>", "<p>甲</p>"),
        ("<p>甲<script>alert(1)</script></p>", "<p>甲</p>"),
        ("<p>甲</p><style>p{}</style><iframe src='//x'></iframe>", "<p>甲</p>"),
        ("<p><a href='javascript:alert(1)'>链</a></p>", "<p>链</p>"),
        ("<p><img src=x onerror=alert(1)>甲</p>", "<p>甲</p>"),
        ("<svg><script>alert(1)</script></svg><p>甲</p>", "<p>甲</p>"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("1 < 2 <b>不是</b>", "<p>1 &lt; 2 &lt;b&gt;不是&lt;/b&gt;</p>"),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("", ""),
        ("<p> </p><ul></ul><table></table>", ""),
    ],
)
def test_nothing_active_is_stored(sent, stored):
    assert cleaned(sent) == stored


TAGS = "p /p b /b ol ul li /li /ol /ul table tr td th /table h2 /h2 br td·rowspan=2 td·colspan=3 caption /caption"
MARKUP = st.lists(
    st.sampled_from([*(f"<{tag.replace('·', ' ')}>" for tag in TAGS.split()), "甲", "乙 ", "1. ", "&lt;", "\n"]),
    max_size=30,
).map("".join)


@given(MARKUP)
def test_cleaning_twice_changes_nothing(html):
    once = cleaned(f"<p>{html}")
    assert cleaned(once) == once


@given(MARKUP)
def test_no_word_is_lost_whatever_the_markup(html):
    assert sum(plain(f"<p>{html}").count(word) for word in "甲乙") == sum(html.count(word) for word in "甲乙")
