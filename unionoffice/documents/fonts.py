"""The typeface 仿宋 for papers, as far as it can be trusted.

FandolFang is the one free 仿宋. It draws some characters as others (￥ as $, traditional 餘 as 余) and lacks many
that stand in names (喆 玥 昇). It is therefore declared for the characters of GB 2312 alone, and Noto Serif CJK
behind it draws the rest. Without the file Noto Serif draws everything.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont

FONT_FILE = "FandolFang-Regular.otf"
FONT_URL = f"office:fonts/{FONT_FILE}"
FAMILY = "Office FangSong"

# Drawn as the dollar sign; drawn so small that a tick in a form is overlooked.
_DRAWN_WRONGLY = frozenset("￥√")


# GB 2312 counts rows and places from 1; in bytes they start after this.
_ORIGIN = 0xA0
_ROWS = frozenset({1, 2, 3, *range(16, 88)})

# In thousandths of the size: the line of Noto Serif CJK, 71 higher, as Pango sets it where it stands beside 仿宋.
_LINE = {"ascent": 1222, "descent": -286, "lineGap": 0}


def font_face() -> str:
    """The `@font-face` rule of 仿宋; empty where set-up brought no font."""
    path = _path()
    return _font_face(path) if path.is_file() else ""


def font_bytes() -> bytes:
    """The font with the line of the font behind it, or a line with a rare character would be taller than others."""
    return _font_bytes(_path())


def _path() -> Path:
    return Path(settings.FONTS_DIR) / FONT_FILE


@cache
def _font_bytes(path: Path) -> bytes:
    with TTFont(path, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
        for name, value in _LINE.items():
            setattr(font["hhea"], name, value)
        file = BytesIO()
        font.save(file, reorderTables=None)
    return file.getvalue()


@cache
def _font_face(path: Path) -> str:
    ranges = ",".join(f"U+{first:X}-{last:X}" for first, last in _ranges(path))
    return f'@font-face {{ font-family: "{FAMILY}"; src: url("{FONT_URL}"); unicode-range: {ranges} }}'


def _ranges(path: Path) -> list[tuple[int, int]]:
    """Runs of code points that the font has and draws as they are."""
    with TTFont(path, lazy=True) as font:
        points = {point for point in font.getBestCmap() if _trusted(chr(point))}
    starts = sorted(point for point in points if point - 1 not in points)
    ends = sorted(point for point in points if point + 1 not in points)
    return list(zip(starts, ends, strict=True))


def _trusted(character: str) -> bool:
    """ASCII, and the rows of GB 2312 for punctuation (1 to 3) and simplified characters (16 to 87).

    Counted in GBK, which encodes GB 2312 as its own rows do but maps · and — to the code points in use today.
    """
    if character in _DRAWN_WRONGLY:
        return False
    if character.isascii():
        return character.isprintable()
    try:
        lead, trail = character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return lead - _ORIGIN in _ROWS and trail > _ORIGIN
