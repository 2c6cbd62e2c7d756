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
def address(member):
    """Where each kind of change is entered."""
    return lambda kind: f"{reverse('members:member-change', args=[member.pk])}?kind={kind}"


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def test_change_is_recorded_and_leads_to_its_papers(member, address, client):
    url = address("retired")
    typed = fill(client, url, on="2026-10-31", reason="到龄退休", document_no="江教人〔2026〕8号")
    response = client.post(url, typed, follow=True)
    change = member.status_changes.first()
    assert response.redirect_chain == [(change.get_absolute_url(), 302)]
    assert told(response) == ["变动已登记。可以在这里打印表格，上传材料。"]
    assert (change.kind, change.on.isoformat(), change.reason) == ("retired", "2026-10-31", "到龄退休")
    assert (change.document_no, change.standing) == ("江教人〔2026〕8号", ("retired", "retained"))
    assert trail(change) == [("退休", "陈静", "到龄退休")]


def test_membership_that_isnt_kept_ends(member, address, client):
    typed = fill(client, address("retired"))
    del typed["keeps_membership"]
    client.post(address("retired"), typed)
    assert member.status_changes.first().standing == ("retired", "non_member")


def test_day_is_today_unless_told(address, client):
    assert str(fill(client, address("retired"))["on"]) == "2026-11-22"


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        ("joined", ["入会日期", "原因", "文号", "会员证号"]),
        ("transferred_in", ["转入日期", "来自单位工会", "介绍信编号", "原因", "会员证号"]),
        ("transferred_out", ["转出日期", "转往单位工会", "原因"]),
        ("retired", ["退休日期", "保留会籍", "文号", "原因"]),
        ("died", ["去世日期", "原因"]),
    ],
)
def test_only_what_the_kind_needs_is_asked(kind, labels, address, client):
    fields = client.get(address(kind)).context["form"].visible_fields()
    assert [str(field.label) for field in fields] == labels


def test_nobody_keeps_a_membership_they_hadnt(client):
    member = MemberFactory(union_status="non_member", joined_on=None)
    url = f"{reverse('members:member-change', args=[member.pk])}?kind=retired"
    assert "keeps_membership" not in client.get(url).context["form"].fields


@pytest.mark.parametrize(
    ("fields", "labels"),
    [
        ({}, ["转出", "退休", "离休", "调离", "退会", "去世"]),
        ({"union_status": "non_member"}, ["入会", "转入", "退休", "离休", "调离", "去世"]),
        ({"service_status": "retired", "union_status": "retained"}, ["复职", "退会", "去世"]),
        ({"service_status": "left", "union_status": "non_member"}, ["转入", "复职", "去世"]),
    ],
)
def test_changes_open_today_stand_first_and_the_others_can_be_entered_late(fields, labels, client):
    member = MemberFactory(**fields)
    context = client.get(reverse("members:member-change", args=[member.pk])).context
    assert [choice.label for choice in context["choices"]] == labels
    assert len(context["choices"]) + len(context["late"]) == 9


def test_choice_says_how_the_person_will_stand(member, client):
    context = client.get(reverse("members:member-change", args=[member.pk])).context
    assert {choice.label: choice.outcome for choice in context["choices"]}["退休"] == "登记后为“退休、保留会籍”"


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        ("retired", {"on": "2026-11-23"}, {"": ["变动日期不能晚于今天，请到那一天再登记。"]}),
        (
            "retired",
            {"on": "2010-08-31"},
            {"": ["档案从2010年9月1日开始，变动不能比它早。请核对日期，或先更正建档的日期。"]},
        ),
        ("joined", {}, {"": ["林芳现在是“在职、会员”，不能登记“入会”。"]}),
        ("transferred_out", {"other_union": ""}, {"other_union": ["这一项必须填写。"]}),
    ],
)
def test_refusal_is_shown_and_what_was_typed_stays(kind, typed, expected, member, address, client):
    standard = {"on": "2026-11-22", "reason": "工作需要"}
    response = client.post(address(kind), fill(client, address(kind), **(standard | typed)))
    assert (response.status_code, errors(response)) == (422, expected)
    assert response.context["form"]["reason"].value() == "工作需要"
    assert member.status_changes.count() == 1


def test_change_sent_twice_is_recorded_once(member, address, client):
    typed = fill(client, address("retired"))
    client.post(address("retired"), typed)
    response = client.post(address("retired"), typed, follow=True)
    assert told(response)[-1] == "这份表单已经提交过，没有重复办理。"
    assert member.status_changes.filter(kind="retired").count() == 1


@pytest.mark.parametrize("kind", ["registered", "", "nothing"])
def test_change_of_no_kind_isnt_taken(kind, member, address, client):
    assert client.get(address(kind)).templates[0].name == "members/change_choose.html"
    assert client.post(address(kind), {"on": "2026-11-22"}).status_code == 404
    assert member.status_changes.count() == 1


def test_page_is_for_those_who_keep_the_roster(member, address, chair, signed_in):
    assert signed_in(chair).post(address("died"), {"on": "2026-11-22"}).status_code == 403
    assert member.status_changes.count() == 1
