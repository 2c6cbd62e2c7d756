"""Descriptions of charts."""

import pytest

from unionoffice.charts import Chart, Series


def test_description_is_what_the_script_draws():
    chart = Chart("bars", "性别", ["男", "女"], [Series("人数", [2, 3])], "人")
    assert chart.description == {
        "kind": "bars",
        "title": "性别",
        "categories": ["男", "女"],
        "series": [{"name": "人数", "values": [2, 3], "second": False}],
        "unit": "人",
        "second_unit": "",
        "stacked": False,
    }


def test_series_without_a_number_for_each_category_is_a_mistake():
    with pytest.raises(ValueError, match="人数: 1 values for 2 categories"):
        Chart("bars", "性别", ["男", "女"], [Series("人数", [2])], "人")
