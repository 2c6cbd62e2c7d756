from datetime import date

import pytest
from django.urls import reverse

from members.enums import ServiceStatus, UnionStatus
from members.models import Child
from members.services import open_account, update_member
from tests.conftest import make_actor
from tests.members.factories import (
    AccountFactory,
    CommitteeTermFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    TagPlaceFactory,
)
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

READS = """
                  ch se we wo or leader oneself
工号              o  o  o  o  o  o  o
性别              o  o  o  o  o  o  o
手机号码          o  o  o  o  o  -  o
出生日期          o  o  o  o  o  -  o
民族              o  o  o  -  o  -  o
政治面貌          o  o  -  -  o  -  o
身份证号          -  o  -  -  o  -  o
岗位类别          o  o  o  o  o  -  o
岗位层级          o  o  o  o  o  -  o
职称              o  o  o  o  o  o  o
用工形式          o  o  o  o  o  -  o
来校时间          o  o  o  o  o  -  o
参加工作时间      o  o  o  o  o  -  o
会籍状态          o  o  o  o  o  o  o
入会日期          o  o  o  o  o  o  o
会员证号          o  o  -  -  o  -  o
家庭住址          o  o  o  -  o  -  o
银行卡号          -  o  -  -  o  -  o
家庭              o  o  o  o  o  -  o
变动              o  o  o  o  o  -  o
标签              o  o  o  o  o  -  o
档案材料          -  o  -  -  o  -  o
经过              o  o  -  -  o  -  o
"""
"""Who reads what of a person, as decision 0011 says it: o stands on the page, - doesn't."""

READERS_OF = {name: cells for name, *cells in (line.split() for line in READS.strip().splitlines()[1:])}
VIEWERS = READS.split("\n")[1].split()
MASKED = {
    "手机号码": ("139****1234", "13900001234"),
    "身份证号": ("430***********998X", "43010419810126998X"),
    "银行卡号": ("************5678", "6217000012345678"),
    "家庭住址": ("江南市学府路**", "江南市学府路1号"),
}


@pytest.fixture
def member():
    person = MemberFactory(
        name="林芳",
        birth_date=date(1981, 1, 26),
        phone="13900001234",
        id_number="43010419810126998X",
        bank_card="6217000012345678",
        address="江南市学府路1号",
        married_on=date(2008, 5, 1),
    )
    Child.objects.create(member=person, name="林一诺", birth_date=date(2016, 3, 1))
    TagPlaceFactory(member=person, tag__name="舞蹈队")
    return person


@pytest.fixture
def viewer(member, group_leader):
    """Somebody who may open the member's page, by the short names of the table."""

    def account_of(column):
        if column == "oneself":
            return AccountFactory(member=member)
        if column == "leader":
            GroupPlaceFactory(member=member, group=group_leader.member.group_places.get().group)
            return group_leader
        return make_actor(next(role for role in Role if role.startswith(column)), "周敏")

    return account_of


@pytest.fixture
def opened(signed_in):
    return lambda account, member: signed_in(account).get(member.get_absolute_url())


def _facts(response) -> dict:
    return {fact.label: fact.value for panel in response.context["panels"] for fact in panel.facts}


def _read(response) -> set[str]:
    """Everything of the table's rows that stands on a page."""
    page = response.context
    parts = {
        "手机号码": page["phone"] is not None,
        "家庭": page["family"] is not None,
        "变动": page["changes"] is not None,
        "标签": "舞蹈队" in response.content.decode(),
        "档案材料": page["attachments"] is not None,
        "经过": page["reads_trail"],
        "工号": f"工号 {page['record'].employee_no}" in response.content.decode(),
    }
    return set(_facts(response)) | {name for name, there in parts.items() if there}


@pytest.mark.parametrize("column", VIEWERS)
def test_page_tells_each_viewer_what_the_table_says_and_nothing_else(column, member, viewer, opened):
    place = VIEWERS.index(column)
    expected = {name for name, cells in READERS_OF.items() if cells[place] == "o"}
    assert _read(opened(viewer(column), member)) == expected


@pytest.mark.parametrize("column", VIEWERS)
def test_no_secret_stands_in_a_page_before_it_is_asked_for(column, member, viewer, opened):
    page = opened(viewer(column), member).content.decode()
    assert [label for label, (_masked, value) in MASKED.items() if value in page] == []


def test_what_is_encrypted_is_shown_masked(member, secretary, opened):
    response = opened(secretary, member)
    secrets = {"手机号码": response.context["phone"].value, **_facts(response)}
    assert {label: secrets[label].masked for label in MASKED} == {label: m for label, (m, _) in MASKED.items()}


def test_leader_learns_nothing_of_children_nor_of_a_wedding(member, viewer, opened):
    page = opened(viewer("leader"), member).content.decode()
    assert [words for words in ("林一诺", "2008年5月1日", "家庭", "建档") if words in page] == []


def test_family_is_told_with_its_days(member, welfare_officer, opened):
    page = opened(welfare_officer, member).content.decode()
    assert [words for words in ("林一诺", "2008年5月1日", "2016年3月1日") if words not in page] == []


def test_who_keeps_the_lunar_birthday_is_known_by_it(secretary, opened):
    member = MemberFactory(birth_date=date(1981, 1, 26), keeps_lunar_birthday=True)
    assert _facts(opened(secretary, member))["出生日期"] == "1981年1月26日（过农历生日）"


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
    assert (facts["性别"], facts["出生日期"]) == ("女", date(1981, 1, 26))
    assert (facts["会籍状态"], facts["入会日期"], facts["用工形式"]) == ("会员", date(2011, 3, 1), "编制内")


def test_page_tells_places_offices_and_changes(member, chair, opened):
    DepartmentPlaceFactory(member=member, department__name="数学组", to_on=date(2020, 8, 31))
    DepartmentPlaceFactory(member=member, department__name="语文组", from_on=date(2020, 9, 1))
    GroupPlaceFactory(member=member, group__name="第一工会小组")
    term = CommitteeTermFactory(number=6)
    term.offices.create(member=member, post="member", duty="生活", from_on=date(2024, 5, 8))
    page = opened(chair, member).content.decode()
    told = ["数学组", "语文组", "第一工会小组", "第六届", "工会委员会", "生活", "建档"]
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
            Child.objects.create(member=member, name="林子", birth_date=date(year, 2, 1))
            member.status_changes.create(
                kind="joined", on=date(year, 1, 1), service_status="in_service", union_status="member"
            )

    add_history([2011])
    with django_assert_num_queries(16):
        client.get(member.get_absolute_url())
    add_history(range(2012, 2026))
    with django_assert_num_queries(16):
        client.get(member.get_absolute_url())


def test_trail_names_a_secret_as_changed_without_its_value(member, secretary, opened, today):
    update_member(member, changes={"phone": "13900005678"}, by=secretary, on=today)
    page = opened(secretary, member).content.decode()
    assert "修改手机号码" in page
    assert [text for text in ("13900001234", "13900005678") if text in page] == []


def _menu(response) -> dict[str, list[str]]:
    return {
        str(group.title): [str(action.label) for action in group.actions] for group in response.context["step_groups"]
    }


@pytest.mark.parametrize(
    ("role", "steps"),
    [
        (Role.CHAIR, {}),
        (Role.WELFARE_OFFICER, {}),
        (Role.ORGANISATION_OFFICER, {"资料": ["修改资料", "更换照片", "登记子女"], "变动": ["登记变动"]}),
        (
            Role.SECRETARY,
            {"资料": ["修改资料", "更换照片", "登记子女"], "变动": ["登记变动"], "账号": ["开通账号"]},
        ),
    ],
)
def test_steps_are_those_of_ones_work(role, steps, member, opened):
    assert _menu(opened(make_actor(role, "周敏"), member)) == steps


def test_account_is_managed_where_there_is_one(member, secretary, opened):
    AccountFactory(member=member)
    assert _menu(opened(secretary, member))["账号"] == ["授予角色", "重设密码", "停用账号"]


def test_no_change_is_open_to_the_dead(secretary, opened):
    dead = MemberFactory(service_status=ServiceStatus.DEAD, union_status=UnionStatus.NON_MEMBER)
    assert "变动" not in _menu(opened(secretary, dead))


def test_way_back_is_for_those_who_have_a_list(member, chair, opened):
    assert [crumb.url for crumb in opened(chair, member).context["crumbs"]] == [reverse("members:member-list")]
    own = AccountFactory(member=member)
    assert opened(own, member).context["crumbs"] == []


def test_looking_writes_nothing(member, chair, opened):
    before = member.version
    opened(chair, member)
    member.refresh_from_db()
    assert member.version == before
