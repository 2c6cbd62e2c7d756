"""Pages of who we are, and the logo."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.members.views.forms import errors, fill
from tests.unionoffice.administration.factories import PIXELS, SchoolProfileFactory
from unionoffice.profiles import SchoolProfile, UnionProfile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PAGE, SCHOOL, UNION = (reverse(f"settings:{name}") for name in ("profiles", "school", "union"))


def uploaded(content, name="logo.png"):
    return SimpleUploadedFile(name, content, content_type="image/png")


def test_page_before_set_up_has_neutral_names(chair, signed_in):
    context = signed_in(chair).get(PAGE).context
    assert [fact.value for fact in context["school_facts"]][:2] == ["本校", "本校"]
    assert (context["warning"], list(context["trail"])) == ("", [])


def test_certificate_that_runs_out_is_warned_of(chair, signed_in):
    UnionProfile.objects.create(name="工会", legal_id_until=date(2026, 12, 22))
    context = signed_in(chair).get(PAGE).context
    assert context["warning"] == "工会法人资格证将于 2026-12-22 到期，还有30天，请及时申请换证。"


def test_secretary_enters_the_school_for_the_first_time(secretary, signed_in):
    client = signed_in(secretary)
    typed = {"name": "江城市明德中学", "short_name": "明德", "contract_staff": "120"}
    response = client.post(SCHOOL, fill(client, SCHOOL, **typed))
    made = SchoolProfile.objects.get()
    assert (response.url, made.name, made.short_name, made.contract_staff) == (PAGE, "江城市明德中学", "明德", 120)


def test_logo_is_shown_in_the_frame_once_it_was_sent(secretary, signed_in):
    SchoolProfileFactory(logo=b"", logo_name="")
    client = signed_in(secretary)
    client.post(SCHOOL, fill(client, SCHOOL, picture=uploaded(PIXELS)))
    url = reverse("settings:logo", args=[SchoolProfile.objects.get().logo_name])
    assert url in client.get(PAGE).content.decode()
    answer = client.get(url)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"], answer["Cache-Control"]) == (
        "image/png",
        "nosniff",
        "public, max-age=31536000, immutable",
    )
    assert answer.content[:8] == PIXELS[:8]


def test_logo_that_is_no_picture_is_refused_and_nothing_is_saved(secretary, signed_in):
    SchoolProfileFactory(name="旧名")
    client = signed_in(secretary)
    response = client.post(SCHOOL, fill(client, SCHOOL, name="新名", picture=uploaded(b"<svg>")))
    assert errors(response) == {"picture": ["这不是能读取的图片，请上传 PNG、JPG 或 WebP 格式的校徽。"]}
    assert SchoolProfile.objects.get().name == "旧名"


def test_logo_is_taken_down_and_its_address_answers_no_more(secretary, signed_in):
    profile = SchoolProfileFactory()
    client = signed_in(secretary)
    client.post(SCHOOL, fill(client, SCHOOL, take_down="on"))
    assert SchoolProfile.objects.get().logo_name == ""
    assert client.get(reverse("settings:logo", args=[profile.logo_name])).status_code == 404


def test_address_without_a_digest_finds_no_school_without_a_logo(client):
    SchoolProfileFactory(logo=b"", logo_name="")
    assert client.get("/settings/profiles/logo/.png").status_code == 404


def test_secretary_corrects_the_union(secretary, signed_in):
    UnionProfile.objects.create(name="工会")
    client = signed_in(secretary)
    client.post(UNION, fill(client, UNION, upper_union="教育工会", legal_id_until="2030-01-01"))
    made = UnionProfile.objects.get()
    assert (made.upper_union, made.legal_id_until, made.version) == ("教育工会", date(2030, 1, 1), 2)


def test_certificate_that_runs_backwards_is_told_at_the_field(secretary, signed_in):
    UnionProfile.objects.create(name="工会")
    client = signed_in(secretary)
    typed = fill(client, UNION, legal_id_from="2026-01-02", legal_id_until="2026-01-01")
    assert errors(client.post(UNION, typed)) == {"legal_id_until": ["有效期的最后一天不能早于第一天。"]}
