"""Photo and children, and looking at what is masked."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from members.models import Child, Portrait
from members.services import remove_child, remove_portrait, reveal, save_child, set_portrait
from members.services.personal import HOUR, PORTRAIT_SIDE, REVEALS_AN_HOUR
from tests.members.factories import AccountFactory, MemberFactory
from tests.members.trails import trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def nobody_looked_yet():
    cache.clear()


@pytest.fixture
def member():
    return MemberFactory(phone="13900001234", id_number="43010419810126998X")


def look(member, by, at=NOW, name="phone"):
    return reveal(member, name, person=member, by=by, at=at)


def test_value_is_told_and_the_history_says_who_looked_at_which_field(member, secretary):
    assert look(member, secretary, name="id_number") == "43010419810126998X"
    assert trail(member)[-1] == ("查看敏感信息", "陈静", "身份证号")


def test_looking_at_ones_own_is_not_written_down(member):
    before = trail(member)
    assert look(member, AccountFactory(member=member)) == "13900001234"
    assert trail(member) == before


def test_looks_within_an_hour_are_bounded_for_each_person(member, secretary, chair):
    for _ in range(REVEALS_AN_HOUR):
        look(member, secretary)
    with pytest.raises(Refused, match="一小时内最多查看30项敏感信息，请稍后再试。"):
        look(member, secretary, NOW + HOUR - timedelta(seconds=1))
    assert look(member, chair) == "13900001234"


def test_looks_of_an_hour_ago_no_longer_count(member, secretary):
    for _ in range(REVEALS_AN_HOUR):
        look(member, secretary)
    assert look(member, secretary, NOW + HOUR) == "13900001234"


def test_refused_look_leaves_no_line_in_the_history(member, secretary):
    for _ in range(REVEALS_AN_HOUR):
        look(member, secretary)
    before = trail(member)
    with pytest.raises(Refused):
        look(member, secretary)
    assert trail(member) == before


def test_ones_own_looks_are_not_counted(member):
    own = AccountFactory(member=member)
    assert {look(member, own) for _ in range(REVEALS_AN_HOUR + 1)} == {"13900001234"}


def picture(name="照片.png", size=(600, 900), kind="PNG"):
    """Red above, blue below."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0], size[1] // 2))
    out = BytesIO()
    image.save(out, format=kind)
    return SimpleUploadedFile(name, out.getvalue())


def test_photo_is_kept_as_a_small_square_and_told_in_the_history(member, secretary):
    portrait = set_portrait(member, picture(), by=secretary)
    with Image.open(BytesIO(bytes(portrait.image))) as kept:
        assert (kept.format, kept.size, kept.getexif()) == ("JPEG", (PORTRAIT_SIDE, PORTRAIT_SIDE), {})
    assert trail(member)[-1] == ("更换照片", "陈静", "")


def test_second_photo_takes_the_place_of_the_first(member, secretary):
    first = set_portrait(member, picture(), by=secretary).digest
    second = set_portrait(member, picture(size=(300, 300)), by=secretary).digest
    assert list(Portrait.objects.values_list("member", "digest")) == [(member.pk, second)]
    assert first != second


def test_what_is_no_photo_is_refused(member, secretary):
    with pytest.raises(Refused, match="请选择照片：JPEG、PNG 或 WebP 格式。"):
        set_portrait(member, SimpleUploadedFile("简历.txt", "林芳".encode()), by=secretary)
    assert not Portrait.objects.exists()


def test_photo_that_is_damaged_is_refused(member, secretary):
    broken = SimpleUploadedFile("照片.png", picture().read()[:200])
    with pytest.raises(Refused, match="照片已损坏或不完整"):
        set_portrait(member, broken, by=secretary)


def test_photo_taken_away_is_gone_and_told(member, secretary):
    set_portrait(member, picture(), by=secretary)
    remove_portrait(member, by=secretary)
    assert not Portrait.objects.exists()
    assert trail(member)[-1] == ("删除照片", "陈静", "")


def test_child_is_entered_corrected_and_forgotten_without_its_name_in_the_history(member, secretary):
    child = save_child(Child(member=member, name="林一诺", birth_date=date(2016, 3, 1)), by=secretary)
    child.name = "林一依"
    save_child(child, by=secretary)
    assert [(one.name, one.birth_date) for one in member.children.all()] == [("林一依", date(2016, 3, 1))]
    remove_child(child, by=secretary)
    assert not member.children.exists()
    told = [("登记子女", "陈静", ""), ("修改子女信息", "陈静", ""), ("删除子女信息", "陈静", "")]
    assert trail(member)[-3:] == told
