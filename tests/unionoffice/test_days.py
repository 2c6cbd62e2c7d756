"""A day in words."""

from datetime import date

from unionoffice.days import in_full, in_short


def test_day_has_no_leading_zeros():
    assert in_full(date(2026, 3, 8)) == "2026年3月8日"


def test_short_day_leaves_the_year_out():
    assert in_short(date(2026, 12, 31)) == "12月31日"
