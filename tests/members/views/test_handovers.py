from datetime import date

import pytest
from django.urls import reverse

from members.models import Handover
from tests.members.factories import AccountFactory, HandoverFactory, OfficeHoldingFactory
from tests.members.views.forms import errors, fill, told
from tests.welfare.factories import VisitFactory
from welfare.enums import VisitStatus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIST, CHOOSE = reverse("members:handover-list"), reverse("members:handover-choose")


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


@pytest.fixture
def office(chair):
    return OfficeHoldingFactory(member=chair.member, post="chair")


@pytest.fixture
def url(office):
    return reverse("members:handover-office", args=[office.pk])


def labels(response, name):
    return [str(one) for one in response.context[name]]


def test_choice_has_every_office_and_role_of_today(office, treasurer, client):
    OfficeHoldingFactory(term=office.term, to_on=date(2026, 11, 21))
    response = client.get(CHOOSE)
    assert labels(response, "offices") == ["第六届工会委员会 主席 周敏"]
    assert labels(response, "grants") == ["周敏 工会主席", "陈静 工会秘书", "吴涛 会计"]


def test_choice_of_the_chair_has_no_roles(office, chair, signed_in):
    assert labels(signed_in(chair).get(CHOOSE), "grants") == []


def test_what_is_open_stands_over_the_form(url, client):
    visit = VisitFactory(status=VisitStatus.CHECKED, member__name="安红梅")
    matters = client.get(url).context["matters"]
    assert [(one.sentence, one.url) for one in matters.listed] == [
        ("安红梅的慰问（生病）待批准", visit.get_absolute_url())
    ]


def test_office_is_handed_over_with_its_role_and_things(office, url, client):
    taker = AccountFactory(name="林芳", member__name="林芳").member
    typed = fill(
        client,
        url,
        taker=taker.pk,
        on_day="2026-11-20",
        roles=["chair"],
        things="印章1枚\n\n 钥匙2把 ",
        because="retired",
    )
    response = client.post(url, typed, follow=True)
    handover = Handover.objects.get()
    assert (response.redirect_chain, told(response)) == (
        [(handover.get_absolute_url(), 302)],
        ["交接已登记。请打印交接单，由双方签字。"],
    )
    assert labels(response, "things") == ["印章1枚", "钥匙2把"]
    assert [grant.role for grant in taker.account.grants.all()] == ["chair"]
    assert [(one.member.name, one.to_on) for one in office.term.offices.order_by("pk")] == [
        ("周敏", date(2026, 11, 19)),
        ("林芳", None),
    ]


def test_chair_is_offered_no_roles_to_move(url, chair, signed_in):
    assert "roles" not in signed_in(chair).get(url).context["form"].fields


def test_line_that_is_too_long_is_told_at_the_field(url, client):
    taker = AccountFactory().member
    response = client.post(url, fill(client, url, taker=taker.pk, things="印" * 201))
    assert errors(response) == {"things": ["每项不超过200个字，请分成几行。"]}


def test_refusal_is_told_over_the_form(office, url, client):
    taker = AccountFactory().member
    response = client.post(url, fill(client, url, taker=taker.pk, on_day="2026-11-23"))
    assert errors(response) == {"": ["交接日期不能晚于今天，请到那一天再办理。"]}


def test_office_that_ended_is_not_there(office, url, client):
    office.to_on = date(2026, 11, 1)
    office.save()
    assert client.get(url).status_code == 404


def test_role_is_handed_over(treasurer, client):
    url = reverse("members:handover-role", args=[treasurer.grants.get().pk])
    taker = AccountFactory(name="林芳", member__name="林芳").member
    client.post(url, fill(client, url, taker=taker.pk, things="账簿3册"))
    assert Handover.objects.get().subject == "会计"
    assert [grant.role for grant in taker.account.grants.all()] == ["treasurer"]


def test_list_tells_who_gave_what_to_whom(client):
    HandoverFactory()
    (row,) = client.get(LIST).context["rows"]
    assert [cell.text for cell in row.cells] == ["第六届工会委员会委员", "周敏", "林芳", "2026-11-01", "—"]


@pytest.mark.parametrize("query", [{"q": "zhou"}, {"q": "林芳"}, {"from_on": "2026-11-01", "until": "2026-11-01"}])
def test_filter_finds(query, client):
    HandoverFactory()
    assert len(client.get(LIST, query).context["rows"]) == 1


@pytest.mark.parametrize("query", [{"q": "康伟"}, {"from_on": "2026-11-02"}, {"until": "2026-10-31"}])
def test_filter_leaves_out(query, client):
    HandoverFactory()
    assert client.get(LIST, query).context["rows"] == []


@pytest.mark.parametrize("number", [3, 30])
def test_list_takes_9_queries_however_long_it_is(number, client, django_assert_num_queries):
    term = OfficeHoldingFactory().term
    for _handover in range(number):
        HandoverFactory(office=OfficeHoldingFactory(term=term))
    with django_assert_num_queries(9):
        client.get(LIST)


def test_paper_is_handed_out(client):
    response = client.get(reverse("members:handover-paper", args=[HandoverFactory().pk]))
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
