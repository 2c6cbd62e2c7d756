from datetime import date

import pytest
from django.urls import reverse

from members.models import Member
from tests.members.factories import DepartmentPlaceFactory, GroupPlaceFactory, MemberFactory, UnionGroupFactory
from tests.members.trails import last_changes
from tests.members.views.forms import errors, fill, told
from unionoffice.audit import HIDDEN

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


def test_page_opened_before_somebody_else_saved_is_told_and_keeps_what_was_typed(member, url, client):
    typed = fill(client, url, ethnicity="回族")
    Member.objects.filter(pk=member.pk).update(title="高级教师", gender="female", version=2)
    response = client.post(url, typed)
    sentence = (
        "您打开这一页之后，有人修改了这份档案。职称现在是“高级教师”。民族现在是“空”。请核对下面的内容，再保存。"
    )
    assert (response.status_code, errors(response)) == (422, {"": [sentence]})
    shown = response.context["form"]
    assert (shown["title"].value(), shown["ethnicity"].value()) == ("一级教师", "回族")
    assert (_stored(member).title, _stored(member).ethnicity) == ("高级教师", "")


def test_page_that_was_told_is_saved_when_sent_again(member, url, client):
    typed = fill(client, url, ethnicity="回族")
    Member.objects.filter(pk=member.pk).update(title="高级教师", version=2)
    shown = client.post(url, typed).context["form"]
    client.post(url, typed | {"version": shown["version"].value(), "title": "高级教师"})
    assert (_stored(member).title, _stored(member).ethnicity, _stored(member).version) == ("高级教师", "回族", 3)


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
