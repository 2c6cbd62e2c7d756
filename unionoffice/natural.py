"""The natural order of names: 第一组 before 第二组 before 第十组, 七年级 before 八年级, the rest by sound."""

import re
import unicodedata
from collections.abc import Iterator

from unionoffice.names import reading

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100}

PART = re.compile(
    r"(?P<number>[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百]*|[0-9]+)"
    r"|(?P<word>[a-z]+)"
    r"|(?P<characters>(?:(?![零〇一二两三四五六七八九十])[㐀-鿿])+)"
)
"""A number in either writing, a Latin word, or a run of characters that sound together; marks don't count."""

BELOW = "0"
"""Before the key of what stands under something: no part of a key begins with it, so it comes directly after."""

LONGEST_NUMBER = 9


def natural_key(name: str) -> str:
    """A text of lower-case letters and figures that puts names in their natural order wherever it is sorted.

    A number is written behind the count of its figures (一 `11`, 十二 `212`), a character as its sound and its code
    point: no part begins with a nought, and none is the beginning of another.
    """
    text = unicodedata.normalize("NFKC", name).lower()
    return "".join(part for found in PART.finditer(text) for part in _parts(found))


def _parts(found: re.Match[str]) -> Iterator[str]:
    text = found[0]
    if found["number"]:
        figures = str(_number(text))[:LONGEST_NUMBER]
        yield f"{len(figures)}{figures}"
    elif found["word"]:
        yield text + BELOW
    else:
        for character, sound in zip(text, reading(text), strict=True):
            yield f"{sound}{ord(character):06}"


def _number(text: str) -> int:
    """十二 is 12 and 二〇二四 is 2024: without a ten or a hundred in it, figures just follow each other."""
    if text.isdecimal():
        return int(text)
    if not TENS.keys() & set(text):
        return int("".join(str(DIGITS[character]) for character in text))
    total, last = 0, 0
    for character in text:
        if character in TENS:
            total, last = total + (last or 1) * TENS[character], 0
        else:
            last = DIGITS[character]
    return total + last
