"""Photos are made anew: upright, of modest size, and telling only what they show."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFile

from tests.unionoffice.attachments.files import BLUE, RED, colour_at, measured, photo, photo_with_a_place
from unionoffice.attachments.kinds import Kind
from unionoffice.attachments.photos import LONGEST_SIDE, clean_photo, square
from unionoffice.refusal import Refused

FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG", Kind.WEBP: "WEBP"}
DAMAGED = "照片已损坏或不完整，无法读取。请重新拍摄，或换一张照片。"
TOO_MANY_PIXELS = "照片的像素过多。请用手机或电脑把它缩小后重新上传。"


@pytest.mark.parametrize(("kind", "name"), FORMATS.items())
class TestEveryFormat:
    def test_stays_what_it_was(self, kind, name):
        assert measured(clean_photo(photo(name), kind)) == (name, (40, 20))

    def test_place_camera_and_comment_are_gone(self, kind, name):
        before = photo_with_a_place(name)
        after = clean_photo(before, kind)
        assert (b"Kamera" in before, b"Kamera" in after) == (True, False)
        with Image.open(BytesIO(before)) as sent, Image.open(BytesIO(after)) as kept:
            assert (len(sent.getexif().get_ifd(0x8825)), dict(kept.getexif())) == (2, {})
            assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background"}

    def test_is_turned_upright(self, kind, name):
        """Taken with the phone held upright: the left half of what was stored belongs on top."""
        after = clean_photo(photo_with_a_place(name, orientation=6), kind)
        assert measured(after) == (name, (20, 40))
        assert (colour_at(after, (10, 5)), colour_at(after, (10, 35))) == (RED, BLUE)

    def test_is_reduced_to_what_a_screen_needs(self, kind, name):
        after = clean_photo(photo(name, (3000, 1500)), kind)
        assert measured(after) == (name, (LONGEST_SIDE, LONGEST_SIDE // 2))

    def test_what_hangs_behind_the_picture_is_gone(self, kind, name):
        after = clean_photo(photo(name) + b"<script>alert(1)</script>", kind)
        assert b"script" not in after

    def test_half_of_it_is_refused_though_the_renderer_of_papers_would_show_it(self, kind, name):
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        content = photo(name, (400, 400))
        with pytest.raises(Refused, match=DAMAGED):
            clean_photo(content[: len(content) // 2], kind)

    def test_colours_are_those_that_were_meant(self, kind, name):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        with Image.open(BytesIO(clean_photo(photo(name, icc_profile=profile), kind))) as kept:
            assert kept.info["icc_profile"] == profile

    @given(data=st.data())
    def test_damage_breaks_nothing(self, kind, name, data):
        content = bytearray(photo(name))
        for _ in range(4):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        with suppress(Refused):
            assert measured(clean_photo(bytes(content), kind))[0] == name


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_way_to_write_colours_as_png_is_read(mode):
    assert measured(clean_photo(photo("PNG", mode=mode), Kind.PNG)) == ("PNG", (40, 20))


def test_transparency_stays():
    out = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(out, format="PNG")
    with Image.open(BytesIO(clean_photo(out.getvalue(), Kind.PNG))) as kept:
        assert kept.getpixel((0, 0)) == (0, 0, 0, 0)


def test_photo_made_for_print_is_shown_in_screen_colours():
    after = clean_photo(photo("JPEG", mode="CMYK", icc_profile=b"of a printer"), Kind.JPEG)
    with Image.open(BytesIO(after)) as kept:
        assert (kept.mode, kept.info.get("icc_profile")) == ("RGB", None)


def of_size(width, height):
    """A small PNG that claims to be large."""
    content = bytearray(photo("PNG"))
    content[16:24] = struct.pack(">II", width, height)
    content[29:33] = struct.pack(">I", zlib.crc32(bytes(content[12:29])))
    return bytes(content)


@pytest.mark.parametrize("size", [(60_000, 60_000), (10_000, 9_000), (8_000, 7_000)])
def test_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked(size):
    with pytest.raises(Refused, match=TOO_MANY_PIXELS):
        clean_photo(of_size(*size), Kind.PNG)


def test_large_jpeg_is_unpacked_at_a_fraction_of_its_size():
    """12,000 × 5,000 pixels would take 180 MB; a JPEG can be read at half the size at once."""
    assert measured(clean_photo(photo("JPEG", (12_000, 5_000)), Kind.JPEG)) == ("JPEG", (2400, 1000))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
@pytest.mark.parametrize("size", [(600, 900), (900, 600), (40, 40)])
def test_square_is_the_middle_of_a_photo_as_a_small_jpeg(mode, size):
    out = BytesIO()
    Image.new(mode, size).save(out, format="PNG")
    with Image.open(BytesIO(square(out.getvalue(), 64))) as made:
        assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (64, 64))
