from datetime import date

import pytest
from django.urls import reverse

from tests.members.factories import OfficeHoldingFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
CHART, HELD = reverse("members:organisation-chart"), reverse("members:offices-held")


@pytest.fixture
def office():
    return OfficeHoldingFactory(member__name="周敏", post="chair", to_on=date(2025, 8, 31))


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


@pytest.mark.parametrize(("query", "day"), [({}, date(2026, 11, 22)), ({"on": "2025-08-31"}, date(2025, 8, 31))])
def test_chart_is_of_today_or_of_the_day_asked_for(query, day, office, client):
    context = client.get(CHART, query).context
    held = [seat.member.name for seat in context["chart"].union.seats]
    assert (context["day"], held) == (day, ["周敏"] if query else [])
    assert [action.url for action in context["actions"]] == [f"/members/committees/chart/paper/?on={day}"]


def test_day_that_is_none_is_told_and_today_is_shown(office, client):
    context = client.get(CHART, {"on": "2025-02-30"}).context
    assert (context["day"], len(context["form"].errors["on"])) == (date(2026, 11, 22), 1)


def test_chart_of_nothing_says_what_to_do_first(client):
    assert "这一天还没有委员会和工会小组" in client.get(CHART).content.decode()


def test_chart_is_printed(office, client):
    response = client.get(reverse("members:organisation-chart-paper"), {"on": "2025-08-31"})
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")


def test_offices_of_the_day_are_listed(office, client):
    found = [
        [one.member.name for one in client.get(HELD, {"on": day}).context["offices"]] for day in ("2025-08-31", "")
    ]
    assert found == [["周敏"], []]


def test_roles_are_told_to_who_answers_for_accounts(client, chair, welfare_officer, signed_in):
    told = {account.name: len(signed_in(account).get(HELD).context["grants"]) for account in (chair, welfare_officer)}
    assert (told, len(client.get(HELD).context["grants"])) == ({"周敏": 3, "许晴": 0}, 3)


@pytest.mark.parametrize("people", [3, 30])
def test_page_takes_11_queries_however_many_hold_office(people, client, django_assert_num_queries):
    term = OfficeHoldingFactory().term
    for _person in range(people):
        OfficeHoldingFactory(term=term)
    with django_assert_num_queries(11):
        client.get(HELD)
