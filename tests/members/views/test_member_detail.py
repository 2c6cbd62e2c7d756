from datetime import date

import pytest
from django.urls import reverse

from members.enums import ServiceStatus, UnionStatus
from members.services import open_account, update_member
from tests.conftest import make_actor
from tests.members.factories import (
    AccountFactory,
    CommitteeTermFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
)
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
CONTACTS = {
    "手机号码": "139****1234",
    "身份证号": "430***********998X",
    "银行卡号": "************5678",
    "家庭住址": "江南市学府路**",
}
IDENTITY = ["工号", "性别", "出生日期", "民族", "政治面貌", "岗位类别", "岗位层级", "职称", "用工形式"]
SERVICE = ["参加工作时间", "来校时间", "会籍状态", "入会日期", "会员证号", "结婚日期"]


@pytest.fixture
def member():
    return MemberFactory(
        name="林芳",
        birth_date=date(1981, 1, 26),
        phone="13900001234",
        id_number="43010419810126998X",
        bank_card="6217000012345678",
        address="江南市学府路1号",
    )


@pytest.fixture
def opened(signed_in):
    return lambda account, member: signed_in(account).get(member.get_absolute_url())


def _facts(response) -> dict:
    return {str(fact.label): fact.value for fact in response.context["facts"]}


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.CHAIR, Role.ORGANISATION_OFFICER, Role.WELFARE_OFFICER])
def test_contacts_are_masked_for_those_who_need_them(role, member, opened):
    response = opened(make_actor(role, "周敏"), member)
    facts = _facts(response)
    assert {label: facts[label] for label in CONTACTS} == CONTACTS
    page = response.content.decode()
    assert [text for text in (member.phone, member.id_number, member.bank_card) if text in page] == []


def test_women_officer_sees_the_record_without_contacts(member, opened):
    facts = _facts(opened(make_actor(Role.WOMEN_OFFICER, "周敏"), member))
    assert list(facts) == [*IDENTITY, *SERVICE]


def test_leader_sees_the_records_of_the_group_without_contacts(member, group_leader, opened):
    GroupPlaceFactory(member=member, group=group_leader.member.group_places.get().group)
    assert list(_facts(opened(group_leader, member))) == [*IDENTITY, *SERVICE]


def test_everyone_checks_their_own_contacts_in_full(member, opened):
    facts = _facts(opened(AccountFactory(member=member), member))
    assert [facts[label] for label in CONTACTS] == [member.phone, member.id_number, member.bank_card, member.address]


@pytest.mark.parametrize(("role", "told"), [(Role.CHAIR, True), (Role.ORGANISATION_OFFICER, False)])
def test_what_was_done_to_an_account_is_told_to_those_who_answer_for_it(role, told, member, opened, secretary):
    open_account(member, password="mingde-2026", by=secretary)
    verbs = [entry.verb for entry in opened(make_actor(role, "周敏"), member).context["trail"]]
    assert ("开通账号" in verbs) is told


@pytest.mark.parametrize(
    "role", sorted(set(Role) - {
        Role.SECRETARY, Role.CHAIR, Role.ORGANISATION_OFFICER, Role.WELFARE_OFFICER, Role.WOMEN_OFFICER
    })
)  # fmt: skip
def test_record_of_somebody_else_isnt_there_for_other_roles(role, member, opened):
    assert opened(make_actor(role, "周敏"), member).status_code == 404


def test_record_that_doesnt_exist_isnt_there(chair, signed_in):
    assert signed_in(chair).get(reverse("members:member-detail", args=[10**9])).status_code == 404


def test_stranger_is_asked_to_sign_in(member, client):
    response = client.get(member.get_absolute_url())
    assert response.url == f"{reverse('account_login')}?next={member.get_absolute_url()}"


def test_facts_say_what_is_known(member, chair, opened):
    facts = _facts(opened(chair, member))
    assert (facts["工号"], facts["性别"], facts["出生日期"]) == (member.employee_no, "女", date(1981, 1, 26))
    assert (facts["会籍状态"], facts["入会日期"], facts["用工形式"]) == ("会员", date(2011, 3, 1), "编制内")


def test_page_tells_places_offices_and_changes(member, chair, opened):
    DepartmentPlaceFactory(member=member, department__name="数学组", to_on=date(2020, 8, 31))
    DepartmentPlaceFactory(member=member, department__name="语文组", from_on=date(2020, 9, 1))
    GroupPlaceFactory(member=member, group__name="第一工会小组")
    term = CommitteeTermFactory(number=6)
    term.offices.create(member=member, post="member", duty="生活", from_on=date(2024, 5, 8))
    page = opened(chair, member).content.decode()
    told = ["数学组", "语文组", "第一工会小组", "第六届工会委员会 委员（生活）", "建档"]
    assert [words for words in told if words not in page] == []


def test_page_takes_the_same_number_of_queries_for_a_long_history(
    member, chair, signed_in, django_assert_num_queries
):
    client = signed_in(chair)

    def add_history(years) -> None:
        for year in years:
            day = {"from_on": date(year, 1, 1), "to_on": date(year, 12, 31)}
            DepartmentPlaceFactory(member=member, **day)
            GroupPlaceFactory(member=member, **day)
            member.status_changes.create(
                kind="joined", on=date(year, 1, 1), service_status="in_service", union_status="member"
            )

    add_history([2011])
    with django_assert_num_queries(13):
        client.get(member.get_absolute_url())
    add_history(range(2012, 2026))
    with django_assert_num_queries(13):
        client.get(member.get_absolute_url())


def test_trail_names_a_secret_as_changed_without_its_value(member, secretary, opened):
    update_member(member, changes={"phone": "13900005678"}, by=secretary)
    page = opened(secretary, member).content.decode()
    assert "修改手机号码" in page
    assert [text for text in ("13900001234", "13900005678") if text in page] == []


@pytest.mark.parametrize(
    ("role", "labels"),
    [
        (Role.CHAIR, []),
        (Role.WELFARE_OFFICER, []),
        (Role.ORGANISATION_OFFICER, ["修改资料", "登记变动"]),
        (Role.SECRETARY, ["修改资料", "登记变动", "开通账号"]),
    ],
)
def test_buttons_are_those_of_ones_work(role, labels, member, opened):
    response = opened(make_actor(role, "周敏"), member)
    assert [str(action.label) for action in response.context["actions"]] == labels


def test_account_is_managed_where_there_is_one(member, secretary, opened):
    AccountFactory(member=member)
    labels = [str(action.label) for action in opened(secretary, member).context["actions"]]
    assert labels == ["修改资料", "登记变动", "授予角色", "重设密码"]


def test_no_change_is_open_to_the_dead(secretary, opened):
    dead = MemberFactory(service_status=ServiceStatus.DEAD, union_status=UnionStatus.NON_MEMBER)
    labels = [str(action.label) for action in opened(secretary, dead).context["actions"]]
    assert labels == ["修改资料", "开通账号"]


def test_way_back_is_for_those_who_have_a_list(member, chair, opened):
    assert [crumb.url for crumb in opened(chair, member).context["crumbs"]] == [reverse("members:member-list")]
    own = AccountFactory(member=member)
    assert opened(own, member).context["crumbs"] == []


def test_own_record_is_where_the_door_leads(teacher, signed_in):
    response = signed_in(teacher).get(reverse("members:me"))
    assert response.url == teacher.member.get_absolute_url()


def test_looking_writes_nothing(member, chair, opened):
    before = member.version
    opened(chair, member)
    member.refresh_from_db()
    assert member.version == before
