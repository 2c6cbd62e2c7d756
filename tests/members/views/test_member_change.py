import pytest
from django.urls import reverse

from tests.members.factories import MemberFactory
from tests.members.trails import trail
from tests.members.views.forms import errors, fill, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def member():
    return MemberFactory(name="林芳")


@pytest.fixture
def url(member):
    return reverse("members:member-change", args=[member.pk])


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def test_change_is_recorded(member, url, client):
    typed = fill(client, url, kind="retired", day="2026-10-31", reason="到龄退休", document_no="江教人〔2026〕8号")
    response = client.post(url, typed, follow=True)
    assert (response.redirect_chain, told(response)) == ([(member.get_absolute_url(), 302)], ["变动已登记。"])
    change = member.status_changes.first()
    assert (change.kind, change.on.isoformat(), change.reason) == ("retired", "2026-10-31", "到龄退休")
    assert change.document_no == "江教人〔2026〕8号"
    assert trail(change) == [("退休", "陈静", "到龄退休")]


def test_day_is_today_unless_told(url, client):
    assert str(fill(client, url)["day"]) == "2026-11-22"


@pytest.mark.parametrize(
    ("service", "labels"),
    [
        ("in_service", ["入会", "转出", "退休", "调离", "退会", "去世"]),
        ("retired", ["复职", "去世"]),
        ("left", ["转入", "复职", "去世"]),
    ],
)
def test_only_open_changes_are_offered(service, labels, client):
    member = MemberFactory(service_status=service)
    form = client.get(reverse("members:member-change", args=[member.pk])).context["form"]
    assert [str(label) for value, label in form.fields["kind"].choices if value] == labels


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"day": "2026-11-23"}, {"": ["变动日期不能晚于今天，请到那一天再登记。"]}),
        ({"day": "2010-08-31"}, {"": ["变动日期不能早于上一次变动的日期 2010-09-01。"]}),
        ({"kind": "joined"}, {"": ["林芳现在是“在职、会员”，不能登记“入会”。"]}),
    ],
)
def test_refusal_is_shown_and_what_was_typed_stays(typed, expected, member, url, client):
    standard = {"kind": "retired", "day": "2026-11-22", "reason": "到龄退休"}
    response = client.post(url, fill(client, url, **(standard | typed)))
    assert (response.status_code, errors(response)) == (422, expected)
    assert response.context["form"]["reason"].value() == "到龄退休"
    assert expected[""][0] in response.content.decode()
    assert member.status_changes.count() == 1


def test_change_sent_twice_is_recorded_once_and_leads_to_the_person(member, url, client):
    typed = fill(client, url, kind="retired")
    client.post(url, typed)
    response = client.post(url, typed, follow=True)
    assert response.redirect_chain == [(member.get_absolute_url(), 302)]
    assert told(response)[-1] == "这份表单已经提交过，没有重复办理。"
    assert member.status_changes.filter(kind="retired").count() == 1


def test_change_that_isnt_open_isnt_taken(member, url, client):
    response = client.post(url, fill(client, url, kind="registered"))
    assert (response.status_code, list(errors(response))) == (422, ["kind"])


def test_page_is_for_those_who_keep_the_roster(member, url, chair, signed_in):
    assert signed_in(chair).post(url, {"kind": "died", "day": "2026-11-22"}).status_code == 403
    assert member.status_changes.count() == 1
