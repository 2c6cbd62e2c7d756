from datetime import date

import pytest
from django.urls import reverse

from members.models import Member
from tests.members.factories import DepartmentFactory, MemberFactory, UnionGroupFactory
from tests.members.trails import trail
from tests.members.views.forms import errors, fill, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = reverse("members:member-register")
TYPED = {
    "employee_no": "2026001",
    "name": "尉迟 婉清",
    "gender": "female",
    "birth_date": "1981-01-26",
    "id_number": "43010419810126998x",
    "phone": "139-0000-1234",
    "contract_kind": "established",
    "hired_on": "2026-08-25",
    "joined_on": "2026-10-09",
    "service_status": "in_service",
    "union_status": "member",
}


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def test_person_is_registered_as_typed(client, secretary):
    department, group = DepartmentFactory(), UnionGroupFactory()
    typed = fill(client, URL, **TYPED, department=department.pk, group=group.pk)
    response = client.post(URL, typed, follow=True)
    member = Member.objects.get(employee_no="2026001")
    assert response.redirect_chain == [(member.get_absolute_url(), 302)]
    assert told(response) == ["已登记。"]
    assert (member.name, member.phone, member.id_number) == ("尉迟婉清", "13900001234", "43010419810126998X")
    assert (member.birth_date, member.union_status) == (date(1981, 1, 26), "member")
    assert (member.department_places.get().department, member.group_places.get().group) == (department, group)
    assert trail(member) == [("登记", "陈静", "")]


def test_person_of_whom_little_is_known_is_registered(client):
    needed = ("employee_no", "name", "gender", "contract_kind", "service_status", "union_status")
    client.post(URL, fill(client, URL, **{name: TYPED[name] for name in needed}))
    member = Member.objects.get(employee_no="2026001")
    assert (member.phone, member.id_number, member.birth_date) == ("", "", None)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"name": ""}, {"name": ["这一项必须填写。"]}),
        ({"phone": "135000093"}, {"phone": ["手机号码应为11位数字，请核对。"]}),
        ({"joined_on": "1981-01-26"}, {"joined_on": ["入会日期应晚于出生日期，请核对。"]}),
        ({"gender": "male"}, {"id_number": ["性别与身份证号不符，请核对。"]}),
        ({"id_number": "430104198101269981"}, {"id_number": ["校验码应为X，请核对原件。"]}),
        ({"birth_date": "1981-01-27"}, {"id_number": ["出生日期与身份证号不符，身份证号上是1981-01-26。"]}),
    ],
    ids=["no name", "short phone", "joined before birth", "sex", "check digit", "birth"],
)
def test_what_cant_be_is_said_at_its_field_and_everything_typed_stays(typed, expected, client):
    response = client.post(URL, fill(client, URL, **(TYPED | typed)))
    assert (response.status_code, errors(response)) == (422, expected)
    shown = {name: response.context["form"][name].value() for name in TYPED}
    assert shown == TYPED | typed
    assert not Member.objects.filter(employee_no="2026001").exists()


def test_taken_employee_no_is_refused_and_everything_typed_stays(client):
    MemberFactory(employee_no="2026001")
    response = client.post(URL, fill(client, URL, **TYPED))
    assert errors(response) == {"": ["工号 2026001 已经有人使用，请核对后重新填写。"]}
    assert (response.status_code, response.context["form"]["name"].value()) == (422, "尉迟 婉清")
    assert "工号 2026001 已经有人使用" in response.content.decode()


def test_refused_form_can_be_sent_again_once_mended(client):
    MemberFactory(employee_no="2026001")
    typed = fill(client, URL, **TYPED)
    client.post(URL, typed)
    client.post(URL, typed | {"employee_no": "2026002"})
    assert Member.objects.filter(name="尉迟婉清").count() == 1


def test_form_sent_twice_registers_once(client):
    typed = fill(client, URL, **TYPED)
    client.post(URL, typed)
    response = client.post(URL, typed, follow=True)
    member = Member.objects.get(name="尉迟婉清")
    assert response.redirect_chain == [(member.get_absolute_url(), 302)]
    assert told(response)[-1] == "这份表单已经提交过，没有重复办理。"


def test_form_without_its_key_is_not_taken(client):
    response = client.post(URL, TYPED)
    assert (response.status_code, list(errors(response))) == (422, ["form_key"])
    assert not Member.objects.filter(employee_no="2026001").exists()


def test_page_is_for_those_who_keep_the_roster(chair, signed_in):
    assert signed_in(chair).get(URL).status_code == 403
    assert signed_in(chair).post(URL, TYPED).status_code == 403
    assert not Member.objects.filter(employee_no="2026001").exists()
