from datetime import date

import pytest

from members.area import area
from members.models import AudienceRule
from members.selectors import (
    departments_wanting_head,
    groups_wanting_leader,
    members_meant,
    people_below,
)
from tests.members.factories import (
    DepartmentFactory,
    GroupPlaceFactory,
    MemberFactory,
    TagPlaceFactory,
    UnionGroupFactory,
)

pytestmark = pytest.mark.django_db


def test_people_are_counted_with_those_of_the_groups_below():
    above = UnionGroupFactory()
    below = UnionGroupFactory(parent=above)
    GroupPlaceFactory(group=above)
    GroupPlaceFactory(group=below)
    GroupPlaceFactory(group=below, member__service_status="left")
    assert people_below() == {above.pk: 2, below.pk: 1}


@pytest.mark.parametrize(
    ("told", "wanting"),
    [
        ({}, False),
        ({"service_status": "retired", "union_status": "retained"}, False),
        ({"service_status": "left"}, True),
        ({"service_status": "dead"}, True),
        ({"union_status": "non_member"}, True),
    ],
    ids=str,
)
def test_group_wants_a_leader_when_the_one_it_has_is_gone(told, wanting):
    GroupPlaceFactory(group=UnionGroupFactory(leader=MemberFactory(**told)))
    assert groups_wanting_leader().exists() is wanting


def test_group_without_people_or_closed_wants_no_leader():
    UnionGroupFactory()
    GroupPlaceFactory(group__to_on=date(2026, 8, 31))
    assert not groups_wanting_leader().exists()


@pytest.mark.parametrize(("status", "wanting"), [("in_service", False), ("retired", True), ("dead", True)])
def test_department_wants_a_head_when_the_one_it_has_serves_no_more(status, wanting):
    DepartmentFactory(head=MemberFactory(service_status=status))
    DepartmentFactory()
    assert departments_wanting_head().exists() is wanting


def test_office_is_told_which_group_has_no_leader(secretary, chair, on):
    group = GroupPlaceFactory(group__name="第一工会小组").group
    (task,) = area.tasks(secretary, on)
    assert (task.sentence, task.url) == (
        "第一工会小组没有组长",
        f"/members/organisation/groups/{group.pk}/leader/",
    )
    assert list(area.tasks(chair, on)) == []


def test_office_is_told_why_a_head_cannot_go_on(secretary, on):
    DepartmentFactory(name="教务处", head=MemberFactory(name="林芳", service_status="retired"))
    (task,) = area.tasks(secretary, on)
    assert task.sentence == "教务处的负责人林芳已退休，请任命新的负责人"


def test_office_is_told_of_several_groups_at_once(secretary, on, client):
    GroupPlaceFactory(member__name="甲")
    GroupPlaceFactory(member__name="乙", group__leader=MemberFactory(name="丙", service_status="left"))
    (task,) = area.tasks(secretary, on)
    assert task.sentence == "2个工会小组需要任命组长"
    client.force_login(secretary)
    assert len(client.get(task.url).context["rows"]) == 2


def test_audience_by_tag_means_those_who_bore_it_on_the_day(on):
    place = TagPlaceFactory(from_on=date(2025, 9, 1))
    TagPlaceFactory(tag=place.tag, to_on=date(2026, 1, 1))
    rule = AudienceRule(tags=(place.tag_id,))
    assert list(members_meant(rule, on)) == [place.member]
    assert members_meant(rule, date(2025, 12, 31)).count() == 2
    assert AudienceRule.of(rule.stored()) == rule


def test_audience_by_group_means_the_groups_below_on_every_level(on):
    above = UnionGroupFactory()
    place = GroupPlaceFactory(group=UnionGroupFactory(parent=UnionGroupFactory(parent=above)))
    assert list(members_meant(AudienceRule(groups=(above.pk,)), on)) == [place.member]
