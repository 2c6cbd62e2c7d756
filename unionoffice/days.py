"""A day as sentences, papers and notices write it. Arabic digits without leading zeros, as GB/T 9704 wants them."""

from datetime import date


def in_full(day: date) -> str:
    """2026年3月8日."""
    return f"{day.year}年{in_short(day)}"


def in_short(day: date) -> str:
    """3月8日, where the year is plain."""
    return f"{day.month}月{day.day}日"


def span_in_full(first: date, last: date) -> str:
    """2026年3月8日, 2026年3月8日至9日, 2026年3月8日至4月1日, or both in full where the years differ."""
    if first == last:
        return in_full(first)
    if first.year != last.year:
        return f"{in_full(first)}至{in_full(last)}"
    return f"{in_full(first)}至{in_short(last) if first.month != last.month else f'{last.day}日'}"


_DIGITS = "〇一二三四五六七八九"
_TENS = ("", "十", "二十", "三十")


def in_characters(day: date) -> str:
    """二〇二六年三月八日, where a number written by hand could be altered."""
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{_to_31(day.month)}月{_to_31(day.day)}日"


def _to_31(number: int) -> str:
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (_DIGITS[ones] if ones else "")
