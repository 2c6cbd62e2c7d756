import pytest

from unionoffice.documents import Cell, Heading, Paper, Table, Value
from unionoffice.documents.tree import placed


def test_heading_of_a_fifth_level_is_refused():
    with pytest.raises(ValueError, match="levels 1 to 4"):
        Heading(5, "过深")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://example.org/", "//example.org/", "/\\example.org"])
def test_figure_that_leads_out_of_the_office_is_refused(url):
    with pytest.raises(ValueError, match="this office only"):
        Value("36", "welfare.visits", url)


@pytest.mark.parametrize(
    "parts",
    [
        {"rows": [["一", "二"], ["三"]]},
        {"rows": [["一", "二"]], "head": [["一"]]},
        {"rows": [["一", "二"]], "widths": [1, 2, 3]},
        {"rows": []},
    ],
)
def test_table_that_is_not_a_rectangle_is_refused(parts):
    with pytest.raises(ValueError, match="as wide as each other"):
        Table(**parts)


def test_cell_that_reaches_below_its_part_is_refused():
    with pytest.raises(ValueError, match="reaches below"):
        Table(rows=[[Cell("一", rowspan=2), "二"]])


def test_cells_beside_spans_take_the_free_places():
    part = [[Cell("甲", rowspan=2), Cell("乙", colspan=2)], ["丙", "丁"]]
    places = [(y, x, cell.content) for y, x, cell in placed(part)]
    assert places == [(0, 0, "甲"), (0, 1, "乙"), (1, 1, "丙"), (1, 2, "丁")]


def test_columns_without_widths_are_alike():
    assert Table(rows=[["一", Cell("二", colspan=3)]]).shares == (0.25, 0.25, 0.25, 0.25)


def test_columns_with_widths_share_in_proportion():
    assert Table(rows=[["一", "二"]], widths=[1, 3]).shares == (0.25, 0.75)


def test_official_type_area_is_156_by_225_millimetres():
    sheet = Paper.OFFICIAL.sheet
    assert (sheet.text_width, sheet.height - sheet.top - sheet.bottom) == (156, 225)
