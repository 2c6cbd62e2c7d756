from datetime import date

import pytest
from django.urls import reverse

from members.models import Member
from members.services import update_member
from tests.conftest import TODAY
from tests.members.factories import DepartmentPlaceFactory, GroupPlaceFactory, MemberFactory, UnionGroupFactory
from tests.members.trails import last_changes
from tests.members.views.forms import errors, fill, told
from unionoffice.audit import HIDDEN
from unionoffice.pages.stale import Clash

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def member():
    return MemberFactory(
        name="林芳",
        title="一级教师",
        birth_date=date(1981, 1, 26),
        phone="13900001234",
        id_number="43010419810126998X",
    )


@pytest.fixture
def url(member):
    return reverse("members:member-update", args=[member.pk])


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def _stored(member) -> Member:
    return Member.objects.get(pk=member.pk)


def test_correction_is_saved(member, url, client):
    response = client.post(url, fill(client, url, title="高级教师"), follow=True)
    assert (response.redirect_chain, told(response)) == ([(member.get_absolute_url(), 302)], ["已保存。"])
    assert (_stored(member).title, _stored(member).version) == ("高级教师", 2)
    assert last_changes(member) == {"title": ["一级教师", "高级教师"]}


def test_secrets_arent_put_into_the_page(member, url, client):
    page = client.get(url).content.decode()
    assert [text for text in (member.phone, member.id_number) if text in page] == []
    assert page.count("已登记，留空则不修改。") == 2


def test_secret_left_empty_stays_and_one_typed_is_changed(member, url, client):
    client.post(url, fill(client, url, phone="13900005678"))
    after = _stored(member)
    assert (after.phone, after.id_number) == ("13900005678", "43010419810126998X")
    assert last_changes(member) == {"phone": [HIDDEN, HIDDEN]}


def test_field_that_isnt_secret_can_be_emptied(member, url, client):
    client.post(url, fill(client, url, title=""))
    assert _stored(member).title == ""


def test_birth_that_contradicts_the_id_number_on_record_is_refused(member, url, client):
    response = client.post(url, fill(client, url, birth_date="1981-01-27"))
    assert errors(response) == {"id_number": ["出生日期与身份证号不符，身份证号上是1981-01-26。"]}


def test_new_group_counts_from_today(member, url, client, today):
    old = GroupPlaceFactory(member=member)
    new = UnionGroupFactory()
    client.post(url, fill(client, url, group=new.pk))
    old.refresh_from_db()
    assert (old.to_on, member.group_places.current().get().group) == (date(2026, 11, 21), new)
    assert member.group_places.current().get().from_on == today


def test_form_shows_where_somebody_is_now(member, url, client):
    department, group = DepartmentPlaceFactory(member=member).department, GroupPlaceFactory(member=member).group
    typed = fill(client, url)
    assert (typed["department"], typed["group"]) == (department.pk, group.pk)


def test_place_left_as_it_was_stays_as_it_was(member, url, client):
    place = GroupPlaceFactory(member=member)
    client.post(url, fill(client, url, title="高级教师"))
    assert list(member.group_places.all()) == [place]


def test_taken_employee_no_is_refused_and_what_was_typed_stays(member, url, client):
    other = MemberFactory()
    response = client.post(url, fill(client, url, employee_no=other.employee_no, title="高级教师"))
    assert response.status_code == 422
    assert errors(response) == {"": [f"工号 {other.employee_no} 已经有人使用，请核对后重新填写。"]}
    assert response.context["form"]["title"].value() == "高级教师"


def test_form_older_than_the_record_saves_nothing_and_shows_both_texts(member, url, client, chair):
    typed = fill(client, url, title="正高级教师", ethnicity="回族")
    update_member(member, changes={"title": "高级教师", "card_no": "7", "phone": "13900005678"}, by=chair, on=TODAY)
    response = client.post(url, typed)
    assert (response.status_code, _stored(member).title, _stored(member).ethnicity) == (422, "高级教师", "")
    meanwhile = response.context["meanwhile"]
    assert (meanwhile.last.actor_name, meanwhile.last.what) == ("周敏", "修改职称、会员证号、手机号码")
    assert meanwhile.clashes == (Clash("职称", "高级教师", "正高级教师"),)


def test_form_shown_again_keeps_what_was_typed_and_takes_the_rest_from_the_record(member, url, client, chair):
    typed = fill(client, url, ethnicity="回族")
    update_member(member, changes={"title": "高级教师", "card_no": "7"}, by=chair, on=TODAY)
    response = client.post(url, typed)
    form = response.context["form"]
    assert response.context["meanwhile"].clashes == ()
    assert (form["ethnicity"].value(), form["title"].value(), form["gender"].value()) == (
        "回族",
        "高级教师",
        "female",
    )


def test_form_that_was_told_is_saved_when_sent_again(member, url, client, chair):
    typed = fill(client, url, ethnicity="回族")
    update_member(member, changes={"title": "高级教师"}, by=chair, on=TODAY)
    again = client.post(url, typed).context["form"]
    client.post(url, {name: again[name].value() or "" for name in again.fields})
    assert (_stored(member).title, _stored(member).ethnicity, _stored(member).version) == ("高级教师", "回族", 3)


def test_form_that_no_page_of_ours_made_is_refused(member, url, client):
    for seen in ("", "[]", '{"version": 1}', '{"version": 1, "values": 3}', "\x00"):
        response = client.post(url, fill(client, url, title="高级教师") | {"seen": seen})
        assert errors(response) == {"seen": ["这一页已经过时，请先复制填写的文字，刷新后再提交。"]}
    assert _stored(member).title == "一级教师"


def test_form_sent_twice_saves_once(member, url, client):
    typed = fill(client, url, title="高级教师")
    client.post(url, typed)
    response = client.post(url, typed, follow=True)
    assert (response.redirect_chain, _stored(member).version) == ([(member.get_absolute_url(), 302)], 2)


def test_status_cant_be_smuggled_in(member, url, client):
    client.post(url, fill(client, url, service_status="dead", union_status="non_member"))
    assert (_stored(member).service_status, _stored(member).union_status) == ("in_service", "member")


def test_record_that_isnt_there_cant_be_corrected(client):
    assert client.get(reverse("members:member-update", args=[10**9])).status_code == 404
