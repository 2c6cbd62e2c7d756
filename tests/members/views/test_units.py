"""What is done with a department or a union group; their lists and forms are in test_organisation."""

from datetime import date

import pytest
from django.urls import reverse

from members.enums import ServiceStatus
from members.models import UnionGroup
from tests.members.factories import (
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    UnionGroupFactory,
)
from tests.members.views.forms import errors, fill, told
from unionoffice.roles import Role, roles_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def _labels(response) -> list[str]:
    return [str(action.label) for action in response.context["actions"]]


def test_head_holds_the_role_from_being_named_on(client, teacher):
    department = DepartmentFactory()
    url = reverse("members:department-lead", args=[department.pk])
    response = client.post(url, fill(client, url, member=teacher.member_id, day="2026-09-01"), follow=True)
    department.refresh_from_db()
    assert (department.head, told(response)) == (teacher.member, ["已任命。"])
    assert department.leaders.get().from_on == date(2026, 9, 1)
    assert roles_of(teacher) == {Role.STAFF, Role.DEPARTMENT_HEAD}


def test_deputy_is_named_beside_the_leader(client, teacher):
    group = UnionGroupFactory(leader=MemberFactory())
    url = reverse("members:group-lead", args=[group.pk])
    client.post(url, fill(client, url, member=teacher.member_id, is_deputy="deputy"))
    assert group.leaders.get(member=teacher.member_id).is_deputy
    assert roles_of(teacher) == {Role.STAFF}


def test_head_is_chosen_from_those_who_serve(client):
    retired = MemberFactory(service_status=ServiceStatus.RETIRED)
    serving = MemberFactory(name="林芳")
    form = client.get(reverse("members:department-lead", args=[DepartmentFactory().pk])).context["form"]
    assert serving in form.fields["member"].queryset
    assert retired not in form.fields["member"].queryset


def test_what_is_refused_is_said_over_the_form(client, teacher):
    group = UnionGroupFactory(name="第一工会小组", leader=teacher.member)
    url = reverse("members:group-lead", args=[group.pk])
    response = client.post(url, fill(client, url, member=teacher.member_id))
    assert (response.status_code, errors(response)) == (422, {"": ["韩梅已经是第一工会小组的组长。"]})


def test_leader_goes_and_the_group_has_none(client, teacher):
    group = UnionGroupFactory(name="第一工会小组", leader=teacher.member)
    url = reverse("members:group-leader-end", args=[group.leaders.get().pk])
    assert client.get(url).context["question"].startswith("韩梅不再担任第一工会小组的组长。")
    response = client.post(url, fill(client, url), follow=True)
    assert response.redirect_chain == [(group.get_absolute_url(), 302)]
    assert roles_of(teacher) == {Role.STAFF}
    assert UnionGroup.objects.get(pk=group.pk).leader is None


def test_everybody_goes_and_the_department_closes(client):
    old, new = DepartmentFactory(name="电教中心"), DepartmentFactory(name="教务处")
    DepartmentPlaceFactory(department=old)
    url = reverse("members:department-empty", args=[old.pk])
    assert client.get(url).context["question"] == "“电教中心”现有1人，将在同一天转入所选的去处。"
    response = client.post(url, fill(client, url, target=new.pk, day="2026-09-01"), follow=True)
    assert response.redirect_chain == [(new.get_absolute_url(), 302)]
    url = reverse("members:department-close", args=[old.pk])
    response = client.post(url, fill(client, url, day="2026-08-31"), follow=True)
    assert (told(response), response.context["badge"].text) == (["已撤销。"], "已撤销")
    assert _labels(response) == ["修改部门", "恢复部门"]


def test_closed_group_is_offered_nowhere_and_can_be_opened(client):
    group = UnionGroupFactory(to_on=date(2026, 8, 31))
    form = client.get(reverse("members:member-group", args=[MemberFactory().pk])).context["form"]
    assert group not in form.fields["group"].queryset
    url = reverse("members:group-reopen", args=[group.pk])
    assert _labels(client.post(url, fill(client, url), follow=True))[0] == "任命组长"


def test_group_with_people_is_not_closed(client):
    place = GroupPlaceFactory(group__name="第一工会小组")
    url = reverse("members:group-close", args=[place.group_id])
    response = client.post(url, fill(client, url))
    assert errors(response) == {"": ["“第一工会小组”还有1人，请先把他们转到别处，再撤销。"]}


@pytest.mark.parametrize("people", [3, 30])
@pytest.mark.parametrize("kind", ["department", "group"])
def test_page_takes_the_same_number_of_queries(kind, people, client, django_assert_num_queries):
    factory, places = {
        "department": (DepartmentFactory, DepartmentPlaceFactory),
        "group": (UnionGroupFactory, GroupPlaceFactory),
    }[kind]
    unit = factory(**{factory._meta.model.LEADER: MemberFactory()})
    for _ in range(people):
        places(**{kind: unit})
        places(**{kind: unit}, to_on=date(2020, 1, 1))
        if kind == "group":
            places(group=UnionGroupFactory(parent=unit, leader=MemberFactory()))
    client.get(unit.get_absolute_url())
    with django_assert_num_queries({"department": 16, "group": 18}[kind]):
        client.get(unit.get_absolute_url())
