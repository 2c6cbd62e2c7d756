"""Illness and bereavement are need-to-know: who handles the money learns whom and how much, never why."""

import uuid
from decimal import Decimal

import pytest
from django.urls import reverse

from finance.papers import voucher
from finance.services import book_entry
from tests.conftest import TODAY
from tests.finance.factories import bank
from tests.members.factories import MemberFactory
from unionoffice.documents import plain_text
from welfare import services
from welfare.enums import Condition, Occasion, VisitForm
from welfare.models import Visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

SECRETS = ("生病", "住院", "手术", "阑尾炎", "第三医院", "超过“", "病情危重", "转院")
"""Occasion, standard and condition, circumstances, place, finding, and the reasons that people gave."""

STAGES = ("approved", "withdrawn", "visited", "paid", "booked")
MONEY_PEOPLE = ("cashier", "treasurer")


@pytest.fixture
def crew(chair, secretary, welfare_officer, cashier, treasurer):
    return {"chair": chair, "secretary": secretary, "cashier": cashier, "treasurer": treasurer}


@pytest.fixture
def visit(crew, welfare_officer, request):
    """A visit over the standard, full of what is nobody's business, as far along as the test asks."""
    stage = request.param
    asked = Visit(
        member=MemberFactory(name="林芳"),
        occasion=Occasion.ILLNESS,
        condition=Condition.SURGERY,
        happened_on=TODAY,
        cash=Decimal(2600),
        form=VisitForm.HOSPITAL,
        place="市第三医院",
        circumstances="急性阑尾炎，已做手术",
    )
    visit = services.request_visit(asked, by=welfare_officer, on=TODAY)
    services.check_visit(visit, by=crew["secretary"])
    services.approve_visit(visit, by=crew["chair"], on=TODAY, over_reason="病情危重")
    if stage == "withdrawn":
        services.withdraw_visit(visit, by=crew["secretary"], reason="病人转院")
    if stage in ("visited", "paid", "booked"):
        services.record_visit(visit, visited_on=TODAY, visitors="许晴", by=welfare_officer, on=TODAY)
    if stage in ("paid", "booked"):
        services.pay_visit(visit, account=bank(), by=crew["cashier"], on=TODAY)
    if stage == "booked":
        book_entry(visit.entry, by=crew["treasurer"], on=TODAY)
    return visit


def addresses(visit):
    """Every page that could name the visit, the entry that it posted, or the person."""
    search = reverse("search")
    return [
        reverse("reports:desk"),
        reverse("finance:entry-list"),
        visit.entry.get_absolute_url(),
        *(reverse(f"finance:entry-{page}", args=[visit.entry_id]) for page in ("pay", "book", "cancel", "mend")),
        reverse("welfare:visit-list"),
        reverse("welfare:visit-list") + "?made=true&figure=welfare.visits&q=林芳",
        visit.get_absolute_url(),
        *(reverse(f"welfare:visit-{page}", args=[visit.pk]) for page in ("pay", "record", "close", "withdraw")),
        reverse("members:member-detail", args=[visit.member_id]),
        reverse("welfare:member-visits", args=[visit.member_id]),
        *(f"{search}?q={word}" for word in ("林芳", visit.number, "慰问", "林")),
    ]


@pytest.mark.parametrize("visit", STAGES, indirect=True)
@pytest.mark.parametrize("who", MONEY_PEOPLE)
def test_no_page_tells_money_people_why(visit, crew, who, signed_in):
    client = signed_in(crew[who])
    told = {}
    for address in addresses(visit):
        text = client.get(address).content.decode()
        told |= {(address, secret): text for secret in SECRETS if secret in text}
    assert list(told) == []


@pytest.mark.parametrize("visit", ["booked"], indirect=True)
@pytest.mark.parametrize("who", MONEY_PEOPLE)
def test_money_people_do_learn_whom_how_much_and_by_which_number(visit, crew, who, signed_in):
    page = signed_in(crew[who]).get(visit.entry.get_absolute_url()).content.decode()
    assert [word in page for word in ("林芳", "2,600.00元", "慰问 2026-001", "人民币贰仟陆佰元整")] == [True] * 4


@pytest.mark.parametrize("visit", ["visited"], indirect=True)
def test_refusal_while_paying_tells_nothing_either(visit, cashier, signed_in):
    client = signed_in(cashier)
    answer = client.post(
        reverse("welfare:visit-pay", args=[visit.pk]), {"form_key": str(uuid.uuid4()), "account": ""}
    )
    text = answer.content.decode()
    assert (answer.status_code, [secret for secret in SECRETS if secret in text]) == (422, [])


@pytest.mark.parametrize("visit", ["booked"], indirect=True)
def test_voucher_tells_the_number_and_not_why(visit):
    text = plain_text(voucher(visit.entry))
    assert "慰问支出（慰问 2026-001）" in text
    assert [secret for secret in SECRETS if secret in text] == []


@pytest.mark.parametrize("visit", STAGES, indirect=True)
@pytest.mark.parametrize("who", MONEY_PEOPLE)
def test_visit_itself_is_not_there_for_them(visit, crew, who, signed_in):
    client = signed_in(crew[who])
    assert [
        client.get(address).status_code for address in (reverse("welfare:visit-list"), visit.get_absolute_url())
    ] == [
        403,
        404,
    ]


@pytest.mark.parametrize("visit", ["booked"], indirect=True)
def test_secrets_are_on_the_page_of_those_who_organise(visit, crew, signed_in):
    """Else the tests above could not fail."""
    page = signed_in(crew["chair"]).get(visit.get_absolute_url()).content.decode()
    assert [secret for secret in SECRETS if secret not in page] == ["转院"]


@pytest.mark.parametrize("visit", ["booked"], indirect=True)
def test_colleagues_and_group_leaders_learn_nothing_at_all(visit, teacher, group_leader, signed_in):
    """The word for the occasion itself stands among the choices of a group leader's filter."""
    for account in (teacher, group_leader):
        client = signed_in(account)
        for address in addresses(visit):
            text = client.get(address).content.decode()
            assert [secret for secret in (*SECRETS[1:], "2,600.00") if secret in text] == [], address
