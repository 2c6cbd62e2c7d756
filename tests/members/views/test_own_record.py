"""Everybody's own page."""

import pytest
from django.urls import reverse

from members.models import CorrectionRequest
from tests.members.factories import DepartmentFactory, DepartmentPlaceFactory, GroupPlaceFactory, MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def own(signed_in):
    return lambda account: signed_in(account).get(reverse("members:me"))


def test_door_leads_to_ones_own_page(teacher, own):
    response = own(teacher)
    assert (response.status_code, response.context["record"], response.context["crumbs"]) == (200, teacher.member, [])


def test_page_names_ones_group_and_department_with_who_leads_them(teacher, own):
    leader, head = MemberFactory(name="魏雅琴"), MemberFactory(name="曹喆")
    DepartmentPlaceFactory(member=teacher.member, department=DepartmentFactory(name="教务处", head=head))
    place = GroupPlaceFactory(member=teacher.member, group__name="第一工会小组")
    place.group.leader = leader
    place.group.save()
    page = own(teacher).content.decode()
    assert [words for words in ("第一工会小组", "组长 魏雅琴", "教务处", "负责人 曹喆") if words not in page] == []


def test_who_finds_a_mistake_is_led_to_a_request(teacher, own):
    assert reverse("members:correction-choose") in own(teacher).content.decode()


def test_who_keeps_the_roster_corrects_it_at_once(secretary, own):
    assert reverse("members:correction-choose") not in own(secretary).content.decode()


def test_ones_requests_stand_on_ones_page_and_on_nobody_elses(teacher, chair, own, signed_in):
    CorrectionRequest.objects.create(
        member=teacher.member, field="title", proposed="高级教师", requested_on="2026-11-20"
    )
    assert [request.what for request in own(teacher).context["corrections"]] == ["职称"]
    assert signed_in(chair).get(teacher.member.get_absolute_url()).context["corrections"] is None
