"""QR codes lead where they say, on a page as in a file."""

from io import BytesIO
from xml.etree import ElementTree as ET

import segno
from PIL import Image

from unionoffice.qrcodes import qr_png, qr_svg

ADDRESS = "https://office.example/board/school/2026-003/"
MODULES = len(segno.make(ADDRESS, error="m", micro=False).matrix)
WITH_MARGIN = MODULES + 8
"""Four modules of white on either side."""


def test_page_draws_it_without_a_style_and_with_its_white_margin():
    drawn = ET.fromstring(qr_svg(ADDRESS))  # noqa: S314 -- drawn by ourselves
    assert (drawn.get("class"), drawn.get("viewBox")) == ("qr", f"0 0 {WITH_MARGIN} {WITH_MARGIN}")
    assert [part for part in drawn.iter() if part.get("style")] == []


def test_picture_holds_the_same_modules():
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    with Image.open(BytesIO(qr_png(ADDRESS))) as picture:
        plain = picture.convert("1").resize((WITH_MARGIN, WITH_MARGIN), Image.Resampling.NEAREST)
        dark = [[plain.getpixel((x + 4, y + 4)) == 0 for x in range(MODULES)] for y in range(MODULES)]
    assert dark == [[bool(module) for module in row] for row in matrix]
