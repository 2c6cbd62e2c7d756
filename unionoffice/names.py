"""Chinese names: how they are read, for search by pinyin or initials."""

import unicodedata

from pypinyin import lazy_pinyin

SURNAME_READINGS: dict[str, tuple[str, ...]] = {
    "单": ("shan",),
    "仇": ("qiu",),
    "曾": ("zeng",),
    "查": ("zha",),
    "解": ("xie",),
    "区": ("ou",),
    "覃": ("qin",),
    "盖": ("ge",),
    "任": ("ren",),
    "华": ("hua",),
    "朴": ("piao",),
    "翟": ("zhai",),
    "缪": ("miao",),
    "牟": ("mu",),
    "薄": ("bo",),
    "卜": ("bu",),
    "阚": ("kan",),
    "乐": ("yue",),
    "粘": ("nian",),
    "乜": ("nie",),
    "郇": ("xun",),
    "员": ("yun",),
    "召": ("shao",),
    "种": ("chong",),
    "秘": ("bi",),
    "繁": ("po",),
    "折": ("she",),
    "洗": ("xian",),
    "黑": ("he",),
    "句": ("gou",),
    "祭": ("zhai",),
    "佴": ("nai",),
    "隗": ("wei",),
    "适": ("kuo",),
    "尉迟": ("yu", "chi"),
    "万俟": ("mo", "qi"),
    "长孙": ("zhang", "sun"),
    "令狐": ("ling", "hu"),
}
"""Surnames that are read otherwise than the same characters elsewhere."""

LONGEST_SURNAME = 2


def clean_name(name: str) -> str:
    """The name without blanks of any width; the dot of a transcribed name becomes the standard `·`."""
    composed = unicodedata.normalize("NFC", name)
    joined = "".join(composed.split())
    for dot in "•‧∙・⋅":
        joined = joined.replace(dot, "·")
    return joined


def syllables(name: str) -> tuple[str, ...]:
    """How the name is read, one syllable a character, surname first; Latin letters stay as they are."""
    for length in range(LONGEST_SURNAME, 0, -1):
        if reading := SURNAME_READINGS.get(name[:length]):
            return reading + _read(name[length:])
    return _read(name)


def pinyin(name: str) -> str:
    """`陈静` → `chenjing`: what somebody types to find the name by its sound."""
    return "".join(syllables(name))


def initials(name: str) -> str:
    """`陈静` → `cj`."""
    return "".join(syllable[0] for syllable in syllables(name))


def _read(text: str) -> tuple[str, ...]:
    letters = "".join(character for character in text if character.isalnum())
    return tuple(syllable.lower() for syllable in lazy_pinyin(letters, v_to_u=False, errors="default"))
