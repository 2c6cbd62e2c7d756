"""Photos as the office keeps them: upright, not larger than a screen needs, and telling only what they show."""

import struct
import zlib
from io import BytesIO
from typing import NoReturn

from django.utils.translation import gettext as _
from PIL import Image, ImageFile, ImageOps

from unionoffice.attachments.kinds import Kind
from unionoffice.refusal import Refused

LONGEST_SIDE = 2400
# Pixels as they are unpacked, 4 bytes each at most; a phone's 50-megapixel photo has 50.3 million.
MAX_PIXELS = 52_000_000
QUALITY = 85
_DAMAGED = (OSError, SyntaxError, ValueError, IndexError, EOFError, OverflowError, struct.error, zlib.error)


def clean_photo(content: bytes, kind: Kind) -> bytes:
    """The picture made anew: whatever else the file held, such as place and time of the shot, stays behind.

    Refuses what can't be read, or would fill the memory.
    """
    # WeasyPrint tells all of Pillow to put up with half a picture; here that is a damaged file.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(BytesIO(content), formats=[kind.value]) as photo:
            return _encoded(_reduced(photo), kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        _refuse_large()
    except _DAMAGED:
        raise Refused(_("照片已损坏或不完整，无法读取。请重新拍摄，或换一张照片。")) from None


def square(content: bytes, side: int) -> bytes:
    """The middle of a photo that was made anew, as a small JPEG: a face in a frame."""
    with Image.open(BytesIO(content)) as photo:
        plain = ImageOps.fit(photo.convert("RGB"), (side, side), Image.Resampling.LANCZOS, centering=(0.5, 0.4))
    out = BytesIO()
    plain.save(out, format="JPEG", quality=QUALITY)
    return out.getvalue()


def thumbnail(content: bytes, side: int) -> bytes:
    """A photo that was made anew, small enough to stand among others; on white where it is transparent."""
    with Image.open(BytesIO(content)) as photo:
        photo.draft("RGB", (side, side))
        photo.thumbnail((side, side), Image.Resampling.LANCZOS)
        plain = Image.new("RGB", photo.size, "white")
        plain.paste(photo, mask=photo.getchannel("A") if "A" in photo.getbands() else None)
    out = BytesIO()
    plain.save(out, format="JPEG", quality=QUALITY)
    return out.getvalue()


def _reduced(photo: Image.Image) -> Image.Image:
    """Upright and at most `LONGEST_SIDE` long. A JPEG is unpacked at a fraction of its size where that is enough."""
    photo.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
    if photo.width * photo.height > MAX_PIXELS:
        _refuse_large()
    upright = ImageOps.exif_transpose(photo)
    plain = upright if upright.mode in ("L", "RGB", "RGBA") else _in_screen_colours(upright)
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return plain


def _in_screen_colours(photo: Image.Image) -> Image.Image:
    """Without the profile, which describes the colours as they were stored: a printer's, or those of a palette."""
    photo.info.pop("icc_profile", None)
    return photo.convert("RGBA" if photo.has_transparency_data else "RGB")


def _encoded(photo: Image.Image, kind: Kind) -> bytes:
    """In the format that it came in, with the colours it was meant to have: of all that is told beside the picture,
    only the profile of its colours is kept.
    """
    profile = photo.info.get("icc_profile")
    photo.info = {}
    out = BytesIO()
    photo.save(out, format=kind.value, quality=QUALITY, icc_profile=profile)
    return out.getvalue()


def _refuse_large() -> NoReturn:
    raise Refused(_("照片的像素过多。请用手机或电脑把它缩小后重新上传。"))
