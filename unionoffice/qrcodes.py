"""QR codes: an address that a phone reads from a screen or a sheet of paper."""

from io import BytesIO

import segno
from django.utils.safestring import SafeString, mark_safe

QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 wants it."""


def qr_svg(text: str) -> SafeString:
    """Drawn into a page or a paper, which says how large it is (`.qr`)."""
    drawn = _made(text).svg_inline(border=QUIET, omitsize=True, svgclass="qr", lineclass=None)
    return mark_safe(drawn)  # noqa: S308 -- drawn here


def qr_png(text: str) -> bytes:
    """As a picture, for a Word file."""
    out = BytesIO()
    _made(text).save(out, kind="png", border=QUIET, scale=8)
    return out.getvalue()


def _made(text: str) -> segno.QRCode:
    return segno.make(text, error="m", micro=False)
