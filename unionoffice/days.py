"""A day as sentences, papers and notices write it. Arabic digits without leading zeros, as GB/T 9704 wants them."""

from datetime import date


def in_full(day: date) -> str:
    """2026年3月8日."""
    return f"{day.year}年{in_short(day)}"


def in_short(day: date) -> str:
    """3月8日, where the year is plain."""
    return f"{day.month}月{day.day}日"
