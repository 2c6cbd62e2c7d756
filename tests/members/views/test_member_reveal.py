"""Asking for what is masked, with and without script."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from members.services.personal import REVEALS_AN_HOUR
from tests.members.factories import AccountFactory, MemberFactory
from tests.members.trails import trail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def nobody_looked_yet():
    cache.clear()


@pytest.fixture
def member():
    return MemberFactory(phone="13900001234", id_number="43010419810126998X")


def address(member, name="phone"):
    return reverse("members:member-reveal", args=[member.pk, name])


def test_button_fetches_the_value_alone_and_nothing_keeps_a_copy(member, secretary, signed_in):
    response = signed_in(secretary).post(address(member), headers=HTMX)
    assert response.content.decode().strip() == "<span data-told>13900001234</span>"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert trail(member)[-1] == ("查看敏感信息", "陈静", "手机号码")


def test_without_script_a_page_asks_first_and_then_tells(member, secretary, signed_in):
    client, before = signed_in(secretary), trail(member)
    asked = client.get(address(member))
    assert ("13900001234" in asked.content.decode(), trail(member)) == (False, before)
    told = client.post(address(member))
    assert (told.context["value"], told.context["back"]) == ("13900001234", member.get_absolute_url())


def test_person_finds_in_their_history_who_looked(member, secretary, signed_in):
    signed_in(secretary).post(address(member))
    page = signed_in(AccountFactory(member=member)).get(reverse("members:me")).content.decode()
    assert "查看敏感信息：手机号码" in page


def test_one_too_many_is_told_to_wait_and_learns_nothing(member, secretary, signed_in):
    client = signed_in(secretary)
    for _ in range(REVEALS_AN_HOUR):
        client.post(address(member), headers=HTMX)
    page = client.post(address(member), headers=HTMX).content.decode()
    assert ("13900001234" in page, "一小时内最多查看30项敏感信息，请稍后再试。" in page) == (False, True)


@pytest.mark.parametrize("method", ["get", "post"])
def test_field_that_the_viewer_does_not_read_is_not_there(method, member, chair, signed_in):
    before = trail(member)
    assert getattr(signed_in(chair), method)(address(member, "id_number")).status_code == 404
    assert trail(member) == before


@pytest.mark.parametrize("name", ["name", "pinyin", "password", "id_digest"])
def test_what_is_never_masked_is_not_told_here(name, member, secretary, signed_in):
    assert signed_in(secretary).post(address(member, name)).status_code == 404


def test_leader_is_told_nothing_of_the_group(member, group_leader, signed_in):
    member.group_places.create(group=group_leader.member.group_places.get().group, from_on="2020-01-01")
    assert signed_in(group_leader).post(address(member)).status_code == 404


def test_form_without_its_token_is_refused(member, secretary, client):
    client.force_login(secretary)
    client.handler.enforce_csrf_checks = True
    assert client.post(address(member)).status_code == 403
    assert [verb for verb, _by, _note in trail(member)] == [""]
