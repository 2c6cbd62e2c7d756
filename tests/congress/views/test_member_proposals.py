"""The part of a member's page that tells of proposals."""

import pytest
from django.urls import reverse

from congress.enums import ProposalStatus
from tests.congress.factories import ProposalFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus


def shown(client, member):
    response = client.get(reverse("congress:member-proposals", args=[member.pk]))
    return [proposal for proposal, _badge in response.context["rows"]]


@pytest.fixture
def mine(teacher):
    return [ProposalFactory(status=status, originator=teacher.member) for status in (S.DRAFT, S.FILED, S.CLOSED)]


def test_people_see_their_own_the_latest_first(mine, teacher, signed_in):
    assert shown(signed_in(teacher), teacher.member) == mine[::-1]


def test_secretary_sees_what_was_filed(mine, teacher, secretary, signed_in):
    assert shown(signed_in(secretary), teacher.member) == [mine[2], mine[1]]


def test_group_leader_finds_nobody_who_does_not_show_their_name(group_leader, signed_in):
    member = group_leader.member
    ProposalFactory(status=S.CLOSED, originator__name="林芳", show_name=False)
    other = ProposalFactory(status=S.CLOSED, originator__name="王磊", show_name=False).originator
    other.group_places.create(group=member.group_places.get().group)
    assert shown(signed_in(group_leader), other) == []


def test_on_the_page_of_who_is_not_visible_there_is_nothing(mine, teacher, delegate, signed_in):
    assert shown(signed_in(delegate), teacher.member) == []
