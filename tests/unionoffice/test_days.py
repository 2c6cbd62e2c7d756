"""A day in words."""

from datetime import date

import pytest

from unionoffice.days import in_characters, in_full, in_short, span_in_full


def test_day_has_no_leading_zeros():
    assert in_full(date(2026, 3, 8)) == "2026年3月8日"


def test_short_day_leaves_the_year_out():
    assert in_short(date(2026, 12, 31)) == "12月31日"


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 3, 8), "二〇二六年三月八日"),
        (date(2010, 10, 10), "二〇一〇年十月十日"),
        (date(1999, 12, 21), "一九九九年十二月二十一日"),
        (date(2030, 1, 30), "二〇三〇年一月三十日"),
    ],
)
def test_day_in_characters(day, written):
    assert in_characters(day) == written


@pytest.mark.parametrize(
    ("last", "written"),
    [
        (date(2026, 12, 28), "2026年12月28日"),
        (date(2026, 12, 29), "2026年12月28日至29日"),
        (date(2027, 1, 2), "2026年12月28日至2027年1月2日"),
    ],
)
def test_span_says_no_part_twice(last, written):
    assert span_in_full(date(2026, 12, 28), last) == written


def test_span_over_two_months_names_both():
    assert span_in_full(date(2026, 3, 30), date(2026, 4, 1)) == "2026年3月30日至4月1日"
