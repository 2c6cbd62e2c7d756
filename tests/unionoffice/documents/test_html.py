from unionoffice.documents import Align, Cell, Document, Heading, Paragraph, QrCode, Table, Text, Value, render_html


def body(*blocks):
    """What stands between title and end."""
    page = render_html(Document("题", blocks))
    start = '<article class="paper paper-official" lang="zh-CN"><h2 class="paper-title">题</h2>'
    assert page.startswith(start)
    return page.removeprefix(start).removesuffix("</article>")


def test_markup_in_texts_is_shown_as_typed():
    assert body(Paragraph('<script>alert("1")</script>&', indent=False)) == (
        '<p class="paper-paragraph paper-left">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;</p>'
    )


def test_figure_leads_to_its_records():
    value = Value("3<6", 'a"b', '/visits/?kind=1&x="')
    assert body(Paragraph([value], indent=False)) == (
        '<p class="paper-paragraph paper-left"><a class="figure" data-figure="a&quot;b"'
        ' href="/visits/?kind=1&amp;x=&quot;">3&lt;6</a></p>'
    )


def test_figure_without_records_is_no_link():
    assert body(Paragraph([Value("36", "k")], indent=False, align=Align.CENTER)) == (
        '<p class="paper-paragraph paper-center"><span class="figure" data-figure="k">36</span></p>'
    )


def test_heading_bold_text_and_line_end():
    assert body(Heading(2, "甲"), Paragraph([Text("乙\n丙", bold=True)])) == (
        '<h4 class="paper-heading-2">（一）甲</h4>'
        '<p class="paper-paragraph paper-left paper-indent"><strong>乙<br>丙</strong></p>'
    )


def test_large_text_stands_out_whether_bold_or_not():
    assert body(Paragraph([Text("甲", large=True), Text("乙", bold=True, large=True)])) == (
        '<p class="paper-paragraph paper-left paper-indent"><span class="paper-large">甲</span>'
        '<span class="paper-large"><strong>乙</strong></span></p>'
    )


def test_table_has_head_spans_and_widths_without_style_attributes():
    table = Table(
        caption="<表>",
        head=[[Cell("甲", colspan=2)]],
        rows=[["一", Cell("二", align=Align.RIGHT, rowspan=2, bold=True)], ["三"]],
        widths=[1, 3],
    )
    assert body(table) == (
        '<div class="paper-table" tabindex="0"><table class="paper-ruled"><caption>&lt;表&gt;</caption>'
        '<colgroup><col width="25.0000%"><col width="75.0000%"></colgroup>'
        '<thead><tr><th class="paper-center" colspan="2" scope="col">甲</th></tr></thead>'
        '<tbody><tr><td class="paper-left">一</td><td class="paper-right paper-bold" rowspan="2">二</td></tr>'
        '<tr><td class="paper-left">三</td></tr></tbody></table></div>'
    )


def test_rows_are_grouped_as_far_as_a_cell_reaches_so_that_no_page_ends_within_one():
    table = Table(rows=[[Cell("甲", rowspan=2), "一"], ["二"], ["乙", "三"], [Cell("丙", rowspan=2), "四"], ["五"]])
    assert [group.count("<tr>") for group in body(table).split("<tbody>")[1:]] == [2, 1, 2]


def test_rows_without_spans_are_one_group():
    assert body(Table(rows=[["一"], ["二"], ["三"]])).count("<tbody>") == 1


def test_code_is_drawn_into_the_page():
    drawn = body(Paragraph([QrCode("https://office.example/"), Text("扫码")]))
    assert (drawn.count("<svg"), drawn.count('class="qr"'), "style" in drawn, drawn.endswith("</svg>扫码</p>")) == (
        1,
        1,
        False,
        True,
    )
