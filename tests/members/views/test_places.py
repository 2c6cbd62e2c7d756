"""Where people belong and which tags they bear: of one person, and of many chosen in the list."""

from datetime import date

import pytest
from django.urls import reverse

from members.models import GroupPlace, TagPlace
from tests.members.factories import (
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    TagFactory,
    TagPlaceFactory,
    UnionGroupFactory,
)
from tests.members.views.forms import errors, fill, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LIST = reverse("members:member-list")


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def _chosen(name: str, *people) -> str:
    return f"{reverse(name)}?{'&'.join(f'chosen={member.pk}' for member in people)}"


def test_those_who_were_ticked_are_moved(client):
    group, others = UnionGroupFactory(), GroupPlaceFactory()
    people = [MemberFactory(), MemberFactory(), GroupPlaceFactory(group=group).member]
    url = _chosen("members:move-group", *people)
    response = client.post(url, fill(client, url, group=group.pk, day="2026-09-01"), follow=True)
    assert told(response) == ["已办理2人，另外1人没有变化。"]
    assert set(GroupPlace.objects.filter(group=group).values_list("member", flat=True)) == {one.pk for one in people}
    others.refresh_from_db()
    assert others.to_on is None


def test_all_that_the_filters_leave_get_a_tag(client, secretary):
    group, tag = UnionGroupFactory(parent=UnionGroupFactory()), TagFactory()
    inside = GroupPlaceFactory(group=group).member
    MemberFactory()
    url = f"{reverse('members:move-tag')}?all=1&within=group%3D{group.parent_id}"
    response = client.post(url, fill(client, url, tag=tag.pk), follow=True)
    assert told(response) == ["已办理1人。"]
    assert response.redirect_chain == [(f"{LIST}?group={group.parent_id}", 302)]
    assert TagPlace.objects.get().member == inside


@pytest.mark.parametrize("key", ["9" * 19, "9" * 5000, "-1", "x", "²"])
def test_box_that_no_list_has_chooses_nobody(key, client):
    response = client.get(reverse("members:move-group"), {"chosen": key}, follow=True)
    assert told(response) == ["还没有选择。请先在名单里勾选，再选择要办的事。"]


def test_one_who_cannot_be_moved_is_named_and_nobody_is(client):
    url = _chosen("members:move-department", MemberFactory(), MemberFactory(name="安红梅", service_status="dead"))
    response = client.post(url, fill(client, url, department=DepartmentFactory().pk, is_main="main"))
    assert errors(response) == {"": ["安红梅已经调离或去世，不能办理。请先取消选择。"]}


def test_only_tags_that_somebody_bears_are_offered_for_taking_off(client):
    place = TagPlaceFactory()
    TagPlaceFactory(to_on=date(2025, 1, 1))
    url = _chosen("members:move-untag", place.member)
    assert list(client.get(url).context["form"].fields["tag"].queryset) == [place.tag]
    client.post(url, fill(client, url, tag=place.tag_id, day="2026-09-01"))
    place.refresh_from_db()
    assert place.to_on == date(2026, 8, 31)


def test_list_offers_the_moves_to_who_keeps_it(client, chair, signed_in):
    labels = [str(action.label) for action in client.get(LIST).context["bulk_actions"]]
    assert labels[:4] == ["调整部门", "调整工会小组", "加标签", "去标签"]
    assert signed_in(chair).get(LIST).context["bulk_actions"] == []


@pytest.mark.parametrize(
    ("name", "field", "factory"),
    [
        ("members:member-department", "department", DepartmentFactory),
        ("members:member-group", "group", UnionGroupFactory),
        ("members:member-tag", "tag", TagFactory),
    ],
)
def test_one_person_is_placed(name, field, factory, client):
    member, target = MemberFactory(), factory()
    url = reverse(name, args=[member.pk])
    response = client.post(url, fill(client, url, **{field: target.pk}), follow=True)
    assert response.redirect_chain == [(member.get_absolute_url(), 302)]
    assert target.places.get().member == member


def test_who_left_is_placed_nowhere(client):
    member = MemberFactory(service_status="left")
    assert client.get(reverse("members:member-group", args=[member.pk])).status_code == 403


def test_further_department_ends_and_the_main_one_does_not(client):
    further = DepartmentPlaceFactory(is_main=False)
    url = reverse("members:department-place-end", args=[further.pk])
    client.post(url, fill(client, url, day="2026-09-01"))
    further.refresh_from_db()
    assert further.to_on == date(2026, 8, 31)
    main = DepartmentPlaceFactory()
    assert client.get(reverse("members:department-place-end", args=[main.pk])).status_code == 403


def test_tag_is_taken_off_one_person(client):
    place = TagPlaceFactory()
    url = reverse("members:tag-place-end", args=[place.pk])
    response = client.post(url, fill(client, url, day="2026-09-01"), follow=True)
    assert response.redirect_chain == [(place.member.get_absolute_url(), 302)]
    assert TagPlace.objects.get().to_on == date(2026, 8, 31)


def test_list_is_narrowed_by_a_tag_of_today_and_of_a_day(client, secretary):
    tag = TagFactory()
    TagPlaceFactory(tag=tag, member__name="甲", from_on=date(2024, 9, 1), to_on=date(2025, 8, 31))
    TagPlaceFactory(tag=tag, member__name="乙", from_on=date(2025, 9, 1))

    def names(**query) -> list[str]:
        return [row.cells[1].text for row in client.get(LIST, {"tag": tag.pk} | query).context["rows"]]

    assert (names(), names(on="2025-01-01")) == (["乙"], ["甲"])
