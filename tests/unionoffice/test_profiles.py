"""Who we are: names, the certificate's days, and a logo that is nothing but pixels."""

import io
import struct
import zlib
from datetime import date

import pytest
from PIL import Image

from tests.members.trails import last_changes, trail
from tests.unionoffice.administration.factories import picture
from unionoffice.audit import HIDDEN
from unionoffice.profiles import (
    LOGO_MAX_BYTES,
    SchoolProfile,
    UnionProfile,
    remove_logo,
    school,
    set_logo,
    small_picture,
    union,
)
from unionoffice.refusal import Refused

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("until", "warning"),
    [
        (None, ""),
        (date(2027, 2, 21), ""),
        (date(2027, 2, 20), "工会法人资格证将于 2027-02-20 到期，还有90天，请及时申请换证。"),
        (TODAY, "工会法人资格证将于 2026-11-22 到期，还有0天，请及时申请换证。"),
        (date(2026, 11, 21), "工会法人资格证已于 2026-11-21 到期，请向上级工会申请换证。"),
    ],
)
def test_certificate_is_warned_of_from_ninety_days_before_its_end(until, warning):
    assert UnionProfile(legal_id_until=until).certificate_warning(TODAY) == warning


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_logo_is_drawn_anew_as_a_small_png(kind):
    with Image.open(io.BytesIO(small_picture(picture((300, 150), kind)))) as drawn:
        assert (drawn.format, drawn.size) == ("PNG", (128, 64))


def test_logo_loses_what_was_hidden_in_the_file():
    exif = Image.Exif()
    exif[0x010E] = "秘密"
    with Image.open(io.BytesIO(small_picture(picture(kind="JPEG", exif=exif)))) as drawn:
        assert dict(drawn.getexif()) == {}


def claiming(side):
    """A small file that says it is a very large picture."""
    sent = picture()
    head = b"IHDR" + struct.pack(">II", side, side) + sent[24:29]
    return sent[:12] + head + struct.pack(">I", zlib.crc32(head)) + sent[33:]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (b"", "这不是能读取的图片，请上传 PNG、JPG 或 WebP 格式的校徽。"),
        (b"<svg onload=alert(1)>", "这不是能读取的图片，请上传 PNG、JPG 或 WebP 格式的校徽。"),
        (picture((300, 150))[:60], "这不是能读取的图片，请上传 PNG、JPG 或 WebP 格式的校徽。"),
        (picture(kind="GIF"), "这不是能读取的图片，请上传 PNG、JPG 或 WebP 格式的校徽。"),
        (claiming(10_000), "这不是能读取的图片，请上传 PNG、JPG 或 WebP 格式的校徽。"),
        (claiming(60_000), "这不是能读取的图片，请上传 PNG、JPG 或 WebP 格式的校徽。"),
        (b"x" * (LOGO_MAX_BYTES + 1), "图片超过2MB，请缩小后再上传。"),
    ],
)
def test_what_is_no_fitting_picture_is_refused(sent, sentence):
    with pytest.raises(Refused) as refusal:
        small_picture(sent)
    assert str(refusal.value) == sentence


@pytest.fixture
def profile(db):
    return SchoolProfile.objects.create(name="江城市明德中学", short_name="明德中学")


def test_logo_is_hung_up_and_taken_down(profile, secretary):
    set_logo(profile, picture(), by=secretary)
    hung = SchoolProfile.objects.get()
    assert (len(hung.logo_name), bytes(hung.logo)) == (64, small_picture(picture()))
    assert last_changes(profile) == {"logo_name": ["", HIDDEN]}
    remove_logo(profile, by=secretary)
    assert (SchoolProfile.objects.get().logo_name, bytes(SchoolProfile.objects.get().logo)) == ("", b"")
    assert trail(profile) == [("", "", ""), ("更换校徽", "陈静", ""), ("撤下校徽", "陈静", "")]


def test_frame_reads_the_school_without_its_picture(profile, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert school().get_deferred_fields() == {"logo"}


def test_before_set_up_there_are_neutral_names(db):
    assert (school().name, union().name) == ("本校", "本校工会委员会")
