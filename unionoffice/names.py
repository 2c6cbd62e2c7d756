"""Chinese names: how they are read, for search by pinyin or initials, and how they are written, for 按姓氏笔画."""

import re
import unicodedata
from collections.abc import Mapping

from pypinyin import lazy_pinyin

from unionoffice import strokes

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
    "都": ("du",),
    "冼": ("xian",),
    "角": ("jue",),
    "颉": ("xie",),
    "藏": ("zang",),
    "长": ("chang",),
    "重": ("chong",),
    "尉迟": ("yu", "chi"),
    "长孙": ("zhang", "sun"),
    "令狐": ("ling", "hu"),
    "单于": ("chan", "yu"),
    "乐正": ("yue", "zheng"),
    "澹台": ("tan", "tai"),
    "万俟": ("mo", "qi"),
}
"""Surnames that are read otherwise than the same characters elsewhere."""

COMPOUND_SURNAMES = frozenset(
    re.findall(
        "..",
        "万俟上官东方东郭乐正亓官令狐仲孙公冶公孙公羊南宫南门司寇司徒司空司马呼延夏侯太史宇文宗政尉迟左丘巫马"
        "慕容拓跋梁丘欧阳淳于漆雕澹台濮阳独孤申屠百里皇甫端木羊舌西门诸葛谷梁赫连轩辕钟离长孙闻人闾丘鲜于单于颛孙",
    )
)
"""Surnames of two characters (百家姓, and those met in today's registers)."""

LONGEST_SURNAME = 2

END = "00"
"""After the surname: below every count of strokes, so that 欧 comes before 欧阳."""
UNKNOWN = "99"
"""In place of a count that nobody knows: above every other."""


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
        if known := SURNAME_READINGS.get(name[:length]):
            return known + reading(name[length:])
    return reading(name)


def pinyin(name: str) -> str:
    """`陈静` → `chenjing`: what somebody types to find the name by its sound."""
    return "".join(syllables(name))


def initials(name: str) -> str:
    """`陈静` → `cj`."""
    return "".join(syllable[0] for syllable in syllables(name))


def split(name: str) -> tuple[str, str]:
    """Surname and given name, without the dot of a transcribed name; of two characters the first is the surname."""
    letters = "".join(character for character in name if character.isalnum())
    is_compound = letters[:LONGEST_SURNAME] in COMPOUND_SURNAMES and len(letters) > LONGEST_SURNAME
    length = LONGEST_SURNAME if is_compound else 1
    return letters[:length], letters[length:]


def stroke_key(name: str, *, own: Mapping[str, str], single_first: bool) -> str:
    """A text that puts names 按姓氏笔画 where it is sorted: fewer strokes first, then stroke by stroke 横竖撇点折.

    The surname comes before everything, character by character, then the given name likewise; with `single_first`
    a given name of one character stands before all longer ones of the same surname. `own` are the strokes that the
    office entered itself. A character whose strokes nobody knows comes last, by its sound.
    """
    surname, given = split(name)
    first = str(int(len(given) > 1)) if single_first else ""
    return f"{_written(surname, own)}{END}{first}{_written(given, own)}"


def _written(text: str, own: Mapping[str, str]) -> str:
    """Count, strokes and code point of each character: two written with the same strokes don't mix."""
    return "".join(
        f"{len(order):02}{order}{ord(character):06}"
        if (order := own.get(character) or strokes.table().get(character))
        else f"{UNKNOWN}{''.join(reading(character))}{ord(character):06}"
        for character in text
    )


def reading(text: str) -> tuple[str, ...]:
    """How a text sounds, a syllable for each character; Latin letters and figures stay together as they are."""
    letters = "".join(character for character in text if character.isalnum())
    return tuple(syllable.lower() for syllable in lazy_pinyin(letters, v_to_u=False, errors="default"))
