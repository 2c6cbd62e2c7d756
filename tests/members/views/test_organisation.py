from datetime import date

import pytest
from django.urls import reverse

from members.enums import ServiceStatus
from members.models import Department, UnionGroup
from tests.members.factories import (
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    UnionGroupFactory,
)
from tests.members.trails import last_changes
from tests.members.views.forms import errors, fill, told
from unionoffice.roles import Role, roles_of

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
    """Two people now, one of them the head, and one who moved on."""
    department = DepartmentFactory(name="语文组", kind="subject_group")
    department.head = DepartmentPlaceFactory(department=department, member__name="林芳").member
    department.save()
    DepartmentPlaceFactory(department=department)
    DepartmentPlaceFactory(department=department, to_on=date(2020, 8, 31))
    return department


# --- Departments -------------------------------------------------------------------------------------------


def test_department_is_told_with_its_head_and_its_people(language_group, client):
    DepartmentFactory(name="总务处")
    response = client.get(DEPARTMENTS)
    assert _rows(response) == [["总务处", "处室", "—", "0"], ["语文组", "教研组", "林芳", "2"]]
    assert response.context["measures"] == [("部门", "2个")]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, {"总务处", "语文组"}),
        ({"q": "语"}, {"语文组"}),
        ({"kind": "office"}, {"总务处"}),
        ({"head": "yes"}, {"语文组"}),
        ({"head": "no"}, {"总务处"}),
    ],
    ids=str,
)
def test_departments_are_filtered(query, names, language_group, client):
    DepartmentFactory(name="总务处")
    assert {row[0] for row in _rows(client.get(DEPARTMENTS, query))} == names


@pytest.mark.parametrize("column", ["name", "-kind", "head__pinyin", "people"])
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


def test_head_is_named_by_the_secretary_and_holds_the_role_from_then_on(language_group, client, teacher):
    url = reverse("members:department-update", args=[language_group.pk])
    client.post(url, fill(client, url, head=teacher.member_id))
    language_group.refresh_from_db()
    assert language_group.head == teacher.member
    assert list(last_changes(language_group)) == ["head"]
    assert roles_of(teacher) == {Role.STAFF, Role.DEPARTMENT_HEAD}


def test_head_is_chosen_from_those_who_serve_and_the_one_there_is(client):
    head = MemberFactory(name="安红梅", service_status=ServiceStatus.RETIRED)
    MemberFactory(service_status=ServiceStatus.LEFT)
    serving = MemberFactory(name="林芳")
    department = DepartmentFactory(head=head)
    form = client.get(reverse("members:department-update", args=[department.pk])).context["form"]
    assert {head, serving} < set(form.fields["head"].queryset)
    assert {person.service_status for person in form.fields["head"].queryset} == {"in_service", "retired"}


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


QUERIES = 10
"""Session, account, roles (given, in the organisation, in the congress), pages, rows, measure, notices, school."""


# --- Union groups ------------------------------------------------------------------------------------------


@pytest.fixture
def groups():
    """A branch with one group of two people under it."""
    branch = UnionGroupFactory(name="初中部分工会")
    group = UnionGroupFactory(name="第一工会小组", parent=branch)
    group.leader = GroupPlaceFactory(group=group, member__name="林芳").member
    group.save()
    GroupPlaceFactory(group=group)
    return {"branch": branch, "group": group}


def test_group_is_told_with_the_one_above_its_leader_and_its_people(groups, client):
    assert _rows(client.get(GROUPS)) == [
        ["初中部分工会", "—", "—", "0"],
        ["第一工会小组", "初中部分工会", "林芳", "2"],
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [({"q": "小组"}, ["第一工会小组"]), ({"leader": "no"}, ["初中部分工会"]), ({"leader": "yes"}, ["第一工会小组"])],
    ids=str,
)
def test_groups_are_filtered(query, names, groups, client):
    assert [row[0] for row in _rows(client.get(GROUPS, query))] == names


def test_groups_are_filtered_by_the_one_above(groups, client):
    assert [row[0] for row in _rows(client.get(GROUPS, {"parent": groups["branch"].pk}))] == ["第一工会小组"]


def test_groups_people_are_exactly_those_behind_the_number(groups, client):
    facts = _facts(client.get(groups["group"].get_absolute_url()))
    number, url = facts["现有人数"]
    assert (number, dict(client.get(url).context["measures"])["人数"]) == ("2人", "2人")
    assert facts["上级分工会"] == ("初中部分工会", groups["branch"].get_absolute_url())


def test_new_group_is_kept(groups, client, teacher):
    url = reverse("members:group-create")
    typed = fill(client, url, name="第二工会小组", parent=groups["branch"].pk, leader=teacher.member_id)
    response = client.post(url, typed, follow=True)
    group = UnionGroup.objects.get(name="第二工会小组")
    assert response.redirect_chain == [(group.get_absolute_url(), 302)]
    assert (group.parent, group.leader) == (groups["branch"], teacher.member)
    assert roles_of(teacher) == {Role.STAFF, Role.GROUP_LEADER}


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
    with django_assert_num_queries(QUERIES + 1):  # the filter's choices of groups above
        client.get(GROUPS)


# --- Who may ----------------------------------------------------------------------------------------------


def test_chair_looks_and_changes_nothing(language_group, chair, signed_in):
    client = signed_in(chair)
    assert client.get(language_group.get_absolute_url()).context["actions"] == []
    assert [str(action.label) for action in client.get(DEPARTMENTS).context["actions"]] == ["工会小组"]


def test_teacher_sees_none_of_them(language_group, teacher):
    assert list(Department.objects.visible_to(teacher)) == []
