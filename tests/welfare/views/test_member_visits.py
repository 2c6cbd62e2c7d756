"""The part of a member's page that tells of visits."""

from decimal import Decimal

import pytest
from django.urls import reverse

from finance.enums import EntryStatus
from tests.finance.factories import EntryFactory
from tests.members.factories import MemberFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from welfare.enums import VisitStatus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def part(client, member):
    return client.get(reverse("welfare:member-visits", args=[member.pk]))


def shown(response):
    return [visit for visit, _badge in response.context["rows"]]


@pytest.fixture
def lin():
    return MemberFactory(name="林芳")


@pytest.mark.parametrize("viewer", ["chair", "secretary", "welfare_officer"])
def test_those_who_organise_see_what_was_made_for_the_person(lin, viewer, signed_in, request):
    made = MadeVisitFactory(member=lin)
    MadeVisitFactory()
    for status in (VisitStatus.REQUESTED, VisitStatus.APPROVED, VisitStatus.REFUSED, VisitStatus.WITHDRAWN):
        VisitFactory(member=lin, status=status)
    assert shown(part(signed_in(request.getfixturevalue(viewer)), lin)) == [made]


@pytest.mark.parametrize("viewer", ["cashier", "treasurer", "principal", "group_leader", "teacher"])
def test_others_get_an_empty_answer(lin, viewer, signed_in, request):
    MadeVisitFactory(member=lin, entry=EntryFactory(status=EntryStatus.PAID))
    response = part(signed_in(request.getfixturevalue(viewer)), lin)
    assert (response.status_code, response.content.decode().strip()) == (200, "")


def test_people_see_their_own(teacher, signed_in):
    made = MadeVisitFactory(
        member=teacher.member, cash=Decimal(800), goods="水果", goods_value=Decimal(90), circumstances="急性阑尾炎"
    )
    response = part(signed_in(teacher), teacher.member)
    assert shown(response) == [made]
    text = response.content.decode()
    assert [word in text for word in ("生病", "水果", "800.00", "阑尾炎")] == [True, True, True, False]


@pytest.mark.parametrize("count", [3, 300])
def test_queries_do_not_grow_with_the_visits(lin, count, chair, signed_in, django_assert_num_queries):
    for _ in range(count):
        MadeVisitFactory(member=lin)
    client = signed_in(chair)
    with django_assert_num_queries(7):
        assert len(shown(part(client, lin))) == count
