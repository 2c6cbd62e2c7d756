from datetime import date

import pytest
from django.urls import reverse

from members.enums import ContractKind, Gender, ServiceStatus, UnionStatus
from members.models import Tag
from tests.members.factories import (
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    RosterImportFactory,
    StatusChangeFactory,
    TagPlaceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = reverse("members:member-list")


def _names(response) -> list[str]:
    return [row.cells[1].text for row in response.context["rows"]]


@pytest.fixture
def people(chair):
    """The chair 周敏, and four others."""
    yuchi = MemberFactory(name="尉迟婉清", employee_no="A003", title="高级教师", post_category="teacher")
    shan = MemberFactory(
        name="单志强", employee_no="A001", gender=Gender.MALE, contract_kind=ContractKind.TEMPORARY,
        union_status=UnionStatus.NON_MEMBER, joined_on=None, title="二级教师",
    )  # fmt: skip
    an = MemberFactory(
        name="安红梅", employee_no="A002", service_status=ServiceStatus.RETIRED, union_status=UnionStatus.RETAINED
    )
    DepartmentPlaceFactory(member=yuchi, department__name="英语组")
    GroupPlaceFactory(member=yuchi, group__name="第三工会小组")
    return {"yuchi": yuchi, "shan": shan, "an": an}


@pytest.fixture
def listed(chair, signed_in):
    client = signed_in(chair)
    return lambda **query: client.get(URL, query)


def test_people_stand_in_the_order_of_pinyin(people, listed):
    assert _names(listed()) == ["安红梅", "单志强", "尉迟婉清", "周敏"]


def test_row_says_who_where_and_how_somebody_stands(people, listed):
    row = listed(q="尉迟").context["rows"][0]
    assert [(cell.label, cell.text) for cell in row.cells] == [
        ("工号", "A003"),
        ("姓名", "尉迟婉清"),
        ("性别", "女"),
        ("部门", "英语组"),
        ("工会小组", "第三工会小组"),
        ("职称", "高级教师"),
        ("在职状态", "在职"),
        ("会籍状态", "会员"),
    ]
    assert row.url == people["yuchi"].get_absolute_url()


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("employee_no", ["周敏", "单志强", "安红梅", "尉迟婉清"]),
        ("-employee_no", ["尉迟婉清", "安红梅", "单志强", "周敏"]),
        ("-pinyin", ["周敏", "尉迟婉清", "单志强", "安红梅"]),
        ("phone", ["安红梅", "单志强", "尉迟婉清", "周敏"]),
        ("--pinyin", ["安红梅", "单志强", "尉迟婉清", "周敏"]),
    ],
)
def test_list_is_ordered_by_the_columns_that_allow_it(sort, names, people, listed):
    assert _names(listed(sort=sort)) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"q": "尉迟"}, ["尉迟婉清"]),
        ({"q": "ycwq"}, ["尉迟婉清"]),
        ({"q": "shan"}, ["单志强"]),
        ({"q": "a00"}, ["安红梅", "单志强", "尉迟婉清"]),
        ({"q": "没有"}, []),
        ({"gender": "male"}, ["单志强"]),
        ({"service": "retired"}, ["安红梅"]),
        ({"union": "non_member"}, ["单志强"]),
        ({"union": "member"}, ["尉迟婉清", "周敏"]),
        ({"contract": "temporary"}, ["单志强"]),
        ({"post_category": "teacher"}, ["尉迟婉清"]),
        ({"service": "in_service", "gender": "female"}, ["尉迟婉清", "周敏"]),
        ({"in_rate": "true", "service": "in_service"}, ["尉迟婉清", "周敏"]),
        ({"service": "in_service", "on": "2010-08-31"}, []),
    ],
    ids=str,
)
def test_filter_leaves(query, names, people, listed):
    assert _names(listed(**query)) == names


def test_department_and_group_filters_leave_those_who_are_there(people, listed):
    department = people["yuchi"].department_places.get().department_id
    group = people["yuchi"].group_places.get().group_id
    assert _names(listed(department=department)) == ["尉迟婉清"]
    assert _names(listed(group=group)) == ["尉迟婉清"]
    assert _names(listed(group=group, on="2011-02-28")) == []


def test_status_of_a_day_is_asked_of_the_history(people, listed):
    member = people["an"]
    member.status_changes.create(
        kind="retired", on=date(2026, 7, 1), service_status="retired", union_status="retained"
    )
    member.status_changes.filter(kind="registered").update(service_status="in_service", union_status="member")
    assert "安红梅" in _names(listed(service="in_service", on="2026-06-30"))
    assert "安红梅" not in _names(listed(service="in_service", on="2026-07-01"))
    assert _names(listed(union="retained", on="2026-07-01")) == ["安红梅"]


def test_filter_that_cant_be_understood_says_so_and_leaves_everyone(people, listed):
    response = listed(on="gestern")
    assert len(_names(response)) == 4
    assert list(response.context["filter"].form.errors) == ["on"]


def test_measure_counts_the_whole_list_not_the_page(chair, listed):
    MemberFactory.create_batch(60)
    response = listed()
    assert (len(_names(response)), response.context["measures"]) == (50, [("人数", "61人")])
    assert len(_names(listed(page=2))) == 11


@pytest.mark.parametrize("people", [3, 300])
def test_list_takes_14_queries_however_long_it_is(people, listed, django_assert_num_queries):
    for _number in range(people):
        member = MemberFactory()
        DepartmentPlaceFactory(member=member)
        GroupPlaceFactory(member=member)
    with django_assert_num_queries(14):
        listed()


def test_list_decrypts_nothing(listed, django_assert_num_queries):
    MemberFactory(phone="13900001234")
    assert "13900001234" not in listed().content.decode()
    fields = listed().context["page"].object_list[0].get_deferred_fields()
    assert fields >= {"phone", "address", "id_number", "bank_card"}


def test_empty_list_says_how_to_begin(secretary, signed_in):
    response = signed_in(secretary).get(URL, {"q": "没有"})
    assert response.context["empty"] == "没有符合条件的记录，请放宽筛选条件。"


def test_leader_sees_the_own_group(group_leader, signed_in):
    group = group_leader.member.group_places.get().group
    MemberFactory(name="别人")
    GroupPlaceFactory(member=MemberFactory(name="安红梅"), group=group)
    assert _names(signed_in(group_leader).get(URL)) == ["安红梅", "卫东"]


def test_buttons_are_for_those_who_keep_the_roster(chair, secretary, signed_in):
    context = signed_in(chair).get(URL).context
    assert (context["actions"], context["more_actions"], context["bulk_actions"]) == ([], [], [])
    context = signed_in(secretary).get(URL).context
    labels = [[str(action.label) for action in context[name]] for name in ("actions", "more_actions", "bulk_actions")]
    assert labels == [
        ["导入花名册", "登记一人", "更正申请"],
        ["入会申请", "导入记录", "查重"],
        ["调整部门", "调整工会小组", "加标签", "去标签", "开通账号"],
    ]


def test_leader_is_offered_no_filter_by_what_a_members_page_keeps_from_them(group_leader, secretary, signed_in):
    names = {"post_category", "contract", "tag", "on", "gender"}
    asked = {
        account: set(signed_in(account).get(URL).context["filter"].filters) & names
        for account in (group_leader, secretary)
    }
    assert asked == {group_leader: {"gender"}, secretary: names}


@pytest.mark.parametrize(
    "asked",
    [
        {"in_rate": "true"},
        {"change": "retired"},
        {"change": "retired", "changed_from": "2026-01-01"},
        {"on": "2026-08-31"},
        {"tag": "1"},
        {"came_with": "1"},
        {"circle": "staff", "on": "2026-08-31"},
        {"political_status": "masses"},
        {"born_from": "1900-01-01"},
        {"lacking": "birth_date"},
    ],
    ids=str,
)
def test_leader_cannot_try_out_what_a_members_page_keeps_from_them(asked, group_leader, signed_in):
    """Whatever is asked for by hand leaves everybody or nobody, however it is about them."""
    group = group_leader.member.group_places.get().group
    record, tag = RosterImportFactory(pk=1), Tag.objects.get_or_create(pk=1)[0]
    an = MemberFactory(name="安红梅", contract_kind=ContractKind.TEMPORARY, came_with=record)
    StatusChangeFactory(member=an, kind="retired", on=date(2026, 7, 1), service_status="retired")
    TagPlaceFactory(member=an, tag=tag)
    shan = MemberFactory(name="单志强")
    shan.status_changes.all().delete()
    for member in (an, shan):
        GroupPlaceFactory(group=group, member=member)
    assert _names(signed_in(group_leader).get(URL, asked)) in ([], ["安红梅", "单志强", "卫东"])
