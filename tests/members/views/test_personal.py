"""Photo and children on a person's page."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from members.models import Child, Portrait
from tests.members.factories import ChildFactory, MemberFactory, PortraitFactory
from tests.members.views.forms import errors, fill

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def photo():
    out = BytesIO()
    Image.new("RGB", (40, 40), "red").save(out, format="JPEG")
    return SimpleUploadedFile("照片.jpg", out.getvalue(), content_type="image/jpeg")


def sent(client, url, **typed):
    return client.post(url, fill(client, url, **typed))


def test_people_set_their_own_photo_and_the_page_shows_it(teacher, signed_in):
    client, member = signed_in(teacher), teacher.member
    response = sent(client, reverse("members:portrait-set", args=[member.pk]), photo=photo())
    assert response.url == member.get_absolute_url()
    shown = reverse("members:portrait", args=[member.pk])
    assert shown in client.get(reverse("members:me")).content.decode()
    assert client.get(shown).headers["Content-Type"] == "image/jpeg"


def test_photo_that_is_no_photo_is_told_over_the_form(secretary, signed_in):
    url = reverse("members:portrait-set", args=[MemberFactory().pk])
    response = sent(signed_in(secretary), url, photo=SimpleUploadedFile("简历.txt", "林芳".encode()))
    assert errors(response) == {"": ["请选择照片：JPEG、PNG 或 WebP 格式。"]}


def test_photo_of_somebody_whom_one_does_not_see_is_not_there(teacher, signed_in):
    url = reverse("members:portrait", args=[PortraitFactory().member_id])
    assert signed_in(teacher).get(url).status_code == 404


def test_browser_that_has_the_photo_is_not_sent_it_again(secretary, signed_in):
    portrait, client = PortraitFactory(), signed_in(secretary)
    url = reverse("members:portrait", args=[portrait.member_id])
    etag = client.get(url).headers["ETag"]
    again = client.get(url, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_who_has_no_photo_is_shown_by_the_surname(teacher, signed_in):
    page = signed_in(teacher).get(reverse("members:me")).content.decode()
    assert '<span class="person-face" aria-hidden="true">韩</span>' in page


def test_photo_is_taken_away_after_a_question(secretary, signed_in):
    portrait = PortraitFactory()
    sent(signed_in(secretary), reverse("members:portrait-remove", args=[portrait.member_id]))
    assert not Portrait.objects.exists()


def test_secretary_enters_corrects_and_forgets_a_child(secretary, signed_in):
    client, member = signed_in(secretary), MemberFactory()
    typed = {"name": "林 一诺", "birth_date": "2016-03-01", "gender": "female"}
    response = sent(client, reverse("members:child-add", args=[member.pk]), **typed)
    child = Child.objects.get()
    assert (response.url, child.member, child.name) == (member.get_absolute_url(), member, "林一诺")
    sent(client, reverse("members:child-update", args=[child.pk]), birth_date="2016-03-02")
    child.refresh_from_db()
    assert child.birth_date == date(2016, 3, 2)
    sent(client, reverse("members:child-remove", args=[child.pk]))
    assert not member.children.exists()


def test_child_of_the_future_is_a_slip(secretary, signed_in):
    url = reverse("members:child-add", args=[MemberFactory().pk])
    response = sent(signed_in(secretary), url, name="林一诺", birth_date="2026-11-23")
    assert errors(response) == {"birth_date": ["出生日期不能晚于今天，请核对。"]}


def test_children_are_visible_to_who_reads_of_families_and_to_the_parent(
    teacher, chair, secretary, welfare_officer, group_leader, sports_officer
):
    own, other = ChildFactory(member=teacher.member), ChildFactory()
    seen = [set(Child.objects.visible_to(one)) for one in (chair, secretary, welfare_officer)]
    assert seen == [{own, other}] * 3
    assert set(Child.objects.visible_to(teacher)) == {own}
    assert [set(Child.objects.visible_to(one)) for one in (group_leader, sports_officer)] == [set(), set()]
