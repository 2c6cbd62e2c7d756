from datetime import date

import pytest
from django.urls import reverse

from members.models import Department, UnionGroup
from tests.members.factories import (
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    UnionGroupFactory,
)
from tests.members.views.forms import errors, fill, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DEPARTMENTS, GROUPS = reverse("members:department-list"), reverse("members:group-list")


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def _rows(response) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in response.context["rows"]]


def _facts(response) -> dict:
    return {str(fact.label): (fact.value, fact.url) for fact in response.context["facts"]}


@pytest.fixture
def language_group():
    """Two people now, one of them the head, one who moved on and one who died."""
    head = MemberFactory(name="林芳")
    department = DepartmentFactory(name="语文组", kind="subject_group", head=head)
    DepartmentPlaceFactory(department=department, member=head)
    DepartmentPlaceFactory(department=department, member__service_status="dead")
    DepartmentPlaceFactory(department=department)
    DepartmentPlaceFactory(department=department, to_on=date(2020, 8, 31))
    return department


# --- Departments -------------------------------------------------------------------------------------------


def test_department_is_told_with_its_head_and_its_people(language_group, client):
    DepartmentFactory(name="总务处")
    response = client.get(DEPARTMENTS)
    assert _rows(response) == [["语文组", "教研组", "林芳", "2", "在用"], ["总务处", "处室", "—", "0", "在用"]]
    assert response.context["measures"] == [("部门", "2个")]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, {"总务处", "语文组"}),
        ({"q": "语"}, {"语文组"}),
        ({"kind": "office"}, {"总务处"}),
        ({"head": "yes"}, {"语文组"}),
        ({"head": "no"}, {"总务处"}),
        ({"head": "wanting"}, set()),
        ({"closed": "no"}, {"总务处", "语文组"}),
        ({"closed": "yes"}, set()),
    ],
    ids=str,
)
def test_departments_are_filtered(query, names, language_group, client):
    DepartmentFactory(name="总务处")
    assert {row[0] for row in _rows(client.get(DEPARTMENTS, query))} == names


@pytest.mark.parametrize("column", ["order_key", "-kind", "head__pinyin", "people", "to_on"])
def test_departments_are_put_in_order_by(column, language_group, client):
    DepartmentFactory(name="总务处")
    assert len(_rows(client.get(DEPARTMENTS, {"sort": column}))) == 2


def test_number_of_people_leads_to_exactly_them(language_group, client):
    number, url = _facts(client.get(language_group.get_absolute_url()))["现有人数"]
    assert (number, dict(client.get(url).context["measures"])["人数"]) == ("2人", "2人")


def test_head_leads_to_the_person(language_group, client):
    facts = _facts(client.get(language_group.get_absolute_url()))
    assert facts["负责人"] == ("林芳", language_group.head.get_absolute_url())
    assert facts["类型"][0] == "教研组"


def test_department_without_a_head_says_so(client):
    assert _facts(client.get(DepartmentFactory().get_absolute_url()))["负责人"] == (None, "")


def test_new_department_is_kept(client):
    url = reverse("members:department-create")
    response = client.post(url, fill(client, url, name="信息中心", kind="office"), follow=True)
    department = Department.objects.get()
    assert response.redirect_chain == [(department.get_absolute_url(), 302)]
    assert (str(department), department.kind, told(response)) == ("信息中心", "office", ["已保存。"])


def test_people_of_today_and_of_before_stand_apart(language_group, client):
    context = client.get(language_group.get_absolute_url()).context
    assert (len(context["places"]), len(context["former"])) == (2, 2)
    assert [str(row.member) for row in context["leaders"]] == ["林芳"]


def test_departments_stand_where_their_number_puts_them_and_then_in_natural_order(client):
    for name in ("八年级组", "七年级组", "第十教研组", "第二教研组"):
        DepartmentFactory(name=name)
    DepartmentFactory(name="总务处", position=1)
    names = [row[0] for row in _rows(client.get(DEPARTMENTS))]
    assert names == ["总务处", "七年级组", "八年级组", "第二教研组", "第十教研组"]


def test_name_that_is_taken_is_said_over_the_form(language_group, client):
    url = reverse("members:department-create")
    response = client.post(url, fill(client, url, name="语文组"))
    assert (response.status_code, errors(response)) == (422, {"": ["已经有“语文组”，请换一个名称。"]})


def test_two_who_change_one_department_lose_nothing(language_group, client):
    url = reverse("members:department-update", args=[language_group.pk])
    early, late = fill(client, url, name="语文教研组"), fill(client, url, kind="office")
    client.post(url, early)
    again = client.post(url, late)
    assert again.status_code == 422
    form = again.context["form"]
    assert (form["name"].value(), form["kind"].value()) == ("语文教研组", "office")


@pytest.mark.parametrize("departments", [3, 60])
def test_departments_take_the_same_number_of_queries(departments, client, django_assert_num_queries):
    for _ in range(departments):
        DepartmentPlaceFactory(department=DepartmentFactory(head=MemberFactory()))
    with django_assert_num_queries(QUERIES):
        client.get(DEPARTMENTS)


QUERIES = 9
"""Session, account, roles (given, in the organisation, in the congress), measure, rows, notices, school."""


# --- Union groups ------------------------------------------------------------------------------------------


@pytest.fixture
def groups():
    """A branch with one group of two people under it."""
    branch = UnionGroupFactory(name="初中部分工会")
    leader = MemberFactory(name="林芳")
    group = UnionGroupFactory(name="第一工会小组", parent=branch, leader=leader)
    GroupPlaceFactory(group=group, member=leader)
    GroupPlaceFactory(group=group)
    return {"branch": branch, "group": group}


def test_groups_are_a_tree_with_their_own_people_and_all(groups, client):
    assert _rows(client.get(GROUPS)) == [
        ["初中部分工会", "—", "—", "0", "2", "在用"],
        ["\u3000第一工会小组", "初中部分工会", "林芳", "2", "2", "在用"],
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [({"q": "小组"}, ["\u3000第一工会小组"]), ({"leader": "no"}, ["初中部分工会"]), ({"leader": "wanting"}, [])],
    ids=str,
)
def test_groups_are_filtered(query, names, groups, client):
    assert [row[0] for row in _rows(client.get(GROUPS, query))] == names


def test_groups_are_filtered_by_the_one_above(groups, client):
    assert [row[0] for row in _rows(client.get(GROUPS, {"parent": groups["branch"].pk}))] == ["\u3000第一工会小组"]


def test_groups_people_are_exactly_those_behind_the_number(groups, client):
    facts = _facts(client.get(groups["group"].get_absolute_url()))
    number, url = facts["现有人数"]
    assert (number, dict(client.get(url).context["measures"])["人数"]) == ("2人", "2人")
    assert facts["上级分工会"] == ("初中部分工会", groups["branch"].get_absolute_url())


def test_people_of_groups_below_count_among_those_of_a_branch(groups, client):
    GroupPlaceFactory(group=groups["branch"])
    facts = _facts(client.get(groups["branch"].get_absolute_url()))
    number, url = facts["现有人数"]
    assert (facts["直接在本组"][0], number) == ("1人", "3人")
    assert dict(client.get(url).context["measures"])["人数"] == "3人"


def test_new_group_is_kept(groups, client):
    url = reverse("members:group-create")
    response = client.post(url, fill(client, url, name="第二工会小组", parent=groups["branch"].pk), follow=True)
    group = UnionGroup.objects.get(name="第二工会小组")
    assert response.redirect_chain == [(group.get_absolute_url(), 302)]
    assert (group.parent, group.position) == (groups["branch"], 100)


def test_circle_is_refused_in_words(groups, client):
    url = reverse("members:group-update", args=[groups["branch"].pk])
    response = client.post(url, fill(client, url, parent=groups["group"].pk))
    assert errors(response) == {"": ["上级不能是这个小组自己或它下面的小组，请重新选择。"]}


def test_group_is_not_offered_itself_as_the_one_above(groups, client):
    form = client.get(reverse("members:group-update", args=[groups["group"].pk])).context["form"]
    assert list(form.fields["parent"].queryset) == [groups["branch"]]


@pytest.mark.parametrize("number", [3, 60])
def test_groups_take_the_same_number_of_queries(number, client, django_assert_num_queries):
    for _ in range(number):
        GroupPlaceFactory(group=UnionGroupFactory(leader=MemberFactory(), parent=UnionGroupFactory()))
    with django_assert_num_queries(QUERIES + 3):  # the filter's choices of groups above, people, the tree
        client.get(GROUPS)


# --- Who may ----------------------------------------------------------------------------------------------


def test_chair_looks_and_changes_nothing(language_group, chair, signed_in):
    client = signed_in(chair)
    assert client.get(language_group.get_absolute_url()).context["actions"] == []
    assert [str(action.label) for action in client.get(DEPARTMENTS).context["actions"]] == ["工会小组", "标签"]


def test_teacher_sees_none_of_them(language_group, teacher):
    assert list(Department.objects.visible_to(teacher)) == []
