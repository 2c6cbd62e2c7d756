"""Figures as values: how they print, how they are found, where they lead."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionoffice.figures import Figure, FigureSet, Measure, list_url, percentage

VISITS = Figure("welfare.visits", "慰问", 12, "人次", Measure.COUNT, "/welfare/visits/?made=true")
SPENDING = Figure("finance.spending", "经费支出", Decimal("12345.6"), "元", Measure.SUM, "/finance/entries/")
RATE = Figure("members.rate", "入会率", Decimal("96.3"), "%", Measure.RATIO, "/members/")


class TestFigure:
    @pytest.mark.parametrize(("figure", "text"), [(VISITS, "12人次"), (SPENDING, "12,345.60元"), (RATE, "96.3%")])
    def test_prints_with_its_unit(self, figure, text):
        assert figure.text == text

    @pytest.mark.parametrize(
        ("value", "nothing"), [(0, True), (Decimal("0.00"), True), (1, False), (Decimal("0.01"), False)]
    )
    def test_of_zero_is_nothing_to_tell(self, value, nothing):
        assert Figure("k", "数", value, "次", Measure.COUNT, "/").is_nothing is nothing

    def test_as_json_keeps_decimals_exact(self):
        assert SPENDING.as_json() == {
            "key": "finance.spending",
            "label": "经费支出",
            "value": "12345.6",
            "unit": "元",
            "measure": "sum",
            "url": "/finance/entries/",
        }
        assert VISITS.as_json()["value"] == 12


class TestFigureSet:
    def test_finds_its_figures_by_key(self):
        told = FigureSet(figures=(VISITS, RATE))
        assert (told["members.rate"], "welfare.visits" in told, "finance.spending" in told) == (RATE, True, False)
        with pytest.raises(KeyError):
            told["finance.spending"]

    def test_sets_of_the_same_figures_are_equal(self):
        assert FigureSet(figures=(VISITS,)) == FigureSet(figures=(VISITS,)) != FigureSet(figures=(RATE,))


class TestListUrl:
    def test_sets_filters_and_leaves_out_empty_ones(self):
        url = list_url("welfare:visit-list", made="true", group=None, q="", occasion="illness")
        assert url == "/welfare/visits/?made=true&occasion=illness"

    def test_keeps_zero_and_quotes_what_an_address_cannot_hold(self):
        assert (
            list_url("welfare:visit-list", group=0, q="林 芳&") == "/welfare/visits/?group=0&q=%E6%9E%97+%E8%8A%B3%26"
        )

    def test_without_filters_is_the_plain_list(self):
        assert list_url("welfare:visit-list", group=None) == "/welfare/visits/"


class TestPercentage:
    @pytest.mark.parametrize(
        ("part", "whole", "rate"),
        [(0, 0, "0"), (5, 0, "0"), (0, 7, "0.0"), (1, 3, "33.3"), (2, 3, "66.7"), (7, 7, "100.0"), (1, 800, "0.1")],
    )
    def test_has_one_place(self, part, whole, rate):
        assert str(percentage(part, whole)) == rate

    @pytest.mark.parametrize(("part", "whole", "rate"), [(49, 400, "12.3"), (1, 16, "6.3"), (3, 80, "3.8")])
    def test_half_goes_up_as_readers_reckon(self, part, whole, rate):
        assert str(percentage(part, whole)) == rate

    @given(st.integers(0, 10_000), st.integers(1, 10_000))
    def test_is_never_further_off_than_half_a_tenth(self, part, whole):
        assert abs(percentage(part, whole) * whole - 100 * part) * 20 <= whole
