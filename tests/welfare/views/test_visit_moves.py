"""The pages that move a visit: each asks, acts once, and leads on."""

import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from finance.enums import EntryStatus, Fund
from finance.models import Entry
from tests.conftest import TODAY, make_actor
from tests.finance.factories import EntryFactory, bank
from tests.members.factories import GroupPlaceFactory, MemberFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from unionoffice.audit import trail_of
from unionoffice.roles import Role
from welfare.enums import Occasion, VisitStatus
from welfare.models import Visit

pytestmark = pytest.mark.usefixtures("today")


def url(page, visit):
    return reverse(f"welfare:visit-{page}", args=[visit.pk])


def send(client, address, **data):
    return client.post(address, {"form_key": str(uuid.uuid4()), **data})


def refusals(response):
    assert response.status_code == 422
    return response.context["form"].non_field_errors()


def payable(**fields):
    """A visit to 林芳 that somebody made and the cashier can pay."""
    member = MemberFactory(name="林芳")
    visit = MadeVisitFactory(**{"number": "2026-031", "member": member, **fields})
    visit.entry = EntryFactory(
        status=EntryStatus.APPROVED, amount=visit.total, source_model="welfare.Visit", source_key=visit.pk
    )
    visit.save()
    return visit


@pytest.mark.django_db
class TestRequest:
    URL = reverse("welfare:visit-request")

    def filled(self, **changes):
        told = {
            "member": changes.get("member") or MemberFactory().pk,
            "occasion": "illness",
            "relation": "self",
            "condition": "",
            "happened_on": "2026-11-20",
            "cash": "800",
            "goods": "",
            "goods_value": "",
            "fund": "union",
            "form": "hospital",
            "place": "市中医院",
            "visitors": "",
            "circumstances": "急性阑尾炎",
            "visited_on": "",
        }
        return {**told, **changes}

    def test_is_kept_as_it_was_filled_in(self, secretary, signed_in):
        response = send(signed_in(secretary), self.URL, **self.filled())
        visit = Visit.objects.get()
        assert (response.status_code, response.url) == (302, visit.get_absolute_url())
        assert (visit.status, visit.cash, visit.goods_value, visit.circumstances) == (
            VisitStatus.REQUESTED,
            800,
            0,
            "急性阑尾炎",
        )
        assert (visit.requested_by, visit.requested_on, visit.recorded_late) == (secretary, TODAY, False)

    def test_with_a_day_of_the_visit_it_is_recorded_afterwards(self, secretary, signed_in):
        send(signed_in(secretary), self.URL, **self.filled(visited_on="2026-11-21"))
        visit = Visit.objects.get()
        assert (visit.recorded_late, visit.visited_on) == (True, date(2026, 11, 21))

    @pytest.mark.parametrize(
        ("changes", "wrong"),
        [
            ({"cash": "-1"}, {"cash": ["min_value"]}),
            ({"cash": "1.001"}, {"cash": ["max_decimal_places"]}),
            ({"happened_on": ""}, {"happened_on": ["required"]}),
            ({"happened_on": "前天"}, {"happened_on": ["invalid"]}),
            ({"occasion": "party"}, {"occasion": ["invalid_choice"]}),
            ({"member": "0"}, {"member": ["invalid_choice"]}),
        ],
        ids=str,
    )
    def test_wrong_input_is_shown_with_everything_typed(self, secretary, signed_in, changes, wrong):
        response = send(signed_in(secretary), self.URL, **self.filled(**changes))
        form = response.context["form"]
        assert response.status_code == 422
        assert {name: [error.code for error in found] for name, found in form.errors.as_data().items()} == wrong
        assert form["place"].value() == "市中医院"
        assert not Visit.objects.exists()

    def test_what_the_rule_forbids_is_told_at_once(self, secretary, signed_in):
        response = send(signed_in(secretary), self.URL, **self.filled(occasion="wedding"))
        assert refusals(response) == [
            "“结婚慰问”只能发实物，不能用工会经费发现金。请改为慰问品，或改用其他经费，再提交申请。"
        ]
        assert response.context["form"]["circumstances"].value() == "急性阑尾炎"

    def test_group_leader_asks_for_their_own_group_alone(self, group_leader, signed_in):
        group = group_leader.member.group_places.get().group
        mine, other = GroupPlaceFactory(group=group).member, MemberFactory()
        client = signed_in(group_leader)
        offered = client.get(self.URL).context["form"].fields["member"].queryset
        assert set(offered) == {mine, group_leader.member}
        assert send(client, self.URL, **self.filled(member=other.pk)).status_code == 422
        assert send(client, self.URL, **self.filled(member=mine.pk)).status_code == 302


STEPS = {
    "check": ("secretary", VisitStatus.REQUESTED, {}, VisitStatus.CHECKED),
    "approve": ("chair", VisitStatus.CHECKED, {}, VisitStatus.APPROVED),
    "refuse": ("chair", VisitStatus.CHECKED, {"reason": "不属于慰问范围"}, VisitStatus.REFUSED),
    "record": (
        "welfare_officer",
        VisitStatus.APPROVED,
        {"visited_on": "2026-11-21", "visitors": "许晴"},
        VisitStatus.VISITED,
    ),
    "withdraw": ("secretary", VisitStatus.APPROVED, {"reason": "本人婉拒"}, VisitStatus.WITHDRAWN),
}


@pytest.mark.django_db
@pytest.mark.parametrize("page", STEPS)
class TestMove:
    def test_asks_for_whom_why_and_how_much(self, page, signed_in, request):
        actor, status, _data, _to = STEPS[page]
        visit = VisitFactory(status=status, member=MemberFactory(name="林芳"))
        response = signed_in(request.getfixturevalue(actor)).get(url(page, visit))
        assert response.context["question"].startswith("林芳，生病，1,000.00元。")

    def test_moves_and_leads_back(self, page, signed_in, request):
        actor, status, data, to = STEPS[page]
        visit = VisitFactory(status=status)
        response = send(signed_in(request.getfixturevalue(actor)), url(page, visit), **data)
        assert (response.status_code, response.url) == (302, visit.get_absolute_url())
        assert Visit.objects.get(pk=visit.pk).status == to

    def test_needs_what_it_asks_for(self, page, signed_in, request):
        actor, status, data, _to = STEPS[page]
        visit = VisitFactory(status=status)
        response = send(signed_in(request.getfixturevalue(actor)), url(page, visit), **dict.fromkeys(data, " "))
        if data:
            assert (response.status_code, set(response.context["form"].errors)) == (422, set(data))
        else:
            assert response.status_code == 302


@pytest.mark.django_db
class TestCheckAndApprove:
    def test_what_will_be_found_is_shown_before(self, secretary, signed_in):
        visit = VisitFactory(cash=Decimal(1200))
        question = signed_in(secretary).get(url("check", visit)).context["question"]
        assert question.endswith("超过“住院慰问”每次1,000.00元的上限200.00元。")

    def test_chair_is_asked_for_a_reason_only_over_the_standard(self, chair, signed_in):
        client = signed_in(chair)
        within = VisitFactory(status=VisitStatus.CHECKED)
        over = VisitFactory(status=VisitStatus.CHECKED, over_standard=True, finding="超过上限200.00元。")
        forms = [client.get(url("approve", visit)).context["form"] for visit in (within, over)]
        assert ["over_reason" in form.fields for form in forms] == [False, True]
        assert client.get(url("approve", over)).context["question"].endswith("超过上限200.00元。")
        assert refusals(send(client, url("approve", over), over_reason=" ")) == ["超出标准，请写明批准的理由。"]
        assert send(client, url("approve", over), over_reason="病情危重").status_code == 302

    def test_chair_who_asked_is_told_to_find_another(self, chair, signed_in):
        visit = VisitFactory(status=VisitStatus.CHECKED, requested_by=chair)
        told = refusals(send(signed_in(chair), url("approve", visit)))
        assert told == ["不能批准自己申请的慰问。请撤回后由生活委员重新申请。"]


@pytest.mark.django_db
class TestPay:
    @pytest.mark.parametrize(
        ("gift", "question"),
        [
            ({"cash": Decimal(800)}, "向林芳支付800.00元。"),
            (
                {"cash": Decimal(0), "goods": "水果", "goods_value": Decimal(90)},
                "给林芳的慰问品价款90.00元，凭票付给经办人或商家。",
            ),
            (
                {"cash": Decimal(800), "goods": "水果", "goods_value": Decimal(90)},
                "共支付890.00元：慰问金800.00元给林芳，慰问品价款90.00元凭票付给经办人或商家。",
            ),
        ],
    )
    def test_asks_with_payee_and_amount(self, cashier, signed_in, gift, question):
        response = signed_in(cashier).get(url("pay", payable(**gift)))
        assert (response.context["title"], response.context["question"]) == ("付款：慰问 2026-031", question)

    def test_pays_visit_and_entry_and_leads_to_the_entry(self, cashier, signed_in):
        visit = payable()
        response = send(signed_in(cashier), url("pay", visit), account=bank().pk)
        assert (response.status_code, response.url) == (302, visit.entry.get_absolute_url())
        visit = Visit.objects.get(pk=visit.pk)
        assert (visit.status, visit.entry.status) == (VisitStatus.PAID, EntryStatus.PAID)

    def test_same_form_twice_pays_once_and_leads_to_the_same_page(self, cashier, signed_in):
        visit, key, client = payable(), str(uuid.uuid4()), signed_in(cashier)
        first = send(client, url("pay", visit), account=bank().pk, form_key=key)
        again = send(client, url("pay", visit), account=bank().pk, form_key=key)
        assert [answer.url for answer in (first, again)] == [visit.entry.get_absolute_url()] * 2
        assert [entry.verb for entry in trail_of(visit.entry)] == ["收付款", ""]

    def test_visit_without_an_entry_is_not_there(self, cashier, signed_in):
        visit = MadeVisitFactory(fund=Fund.DONATION)
        assert signed_in(cashier).get(url("pay", visit)).status_code == 404

    def test_visit_that_nobody_made_yet_is_forbidden(self, cashier, signed_in):
        visit = payable(status=VisitStatus.APPROVED)
        assert signed_in(cashier).get(url("pay", visit)).status_code == 403


def test_same_form_sent_twice_at_the_same_moment_pays_once(at_the_same_moment, signed_in):
    visit, client = payable(), signed_in(make_actor(Role.CASHIER, "郑洁"))
    account, key = bank().pk, str(uuid.uuid4())
    answers = at_the_same_moment(*[lambda: send(client, url("pay", visit), account=account, form_key=key)] * 3)
    assert [answer.url for answer in answers] == [visit.entry.get_absolute_url()] * 3
    assert [entry.verb for entry in trail_of(visit.entry)] == ["收付款", ""]
    assert Entry.objects.get(pk=visit.entry_id).status == EntryStatus.PAID


def test_two_forms_sent_at_the_same_moment_pay_once(at_the_same_moment, signed_in):
    visit, client = payable(), signed_in(make_actor(Role.CASHIER, "郑洁"))
    account = bank().pk
    answers = at_the_same_moment(*[lambda: send(client, url("pay", visit), account=account)] * 2)
    assert [answer.status_code for answer in answers].count(302) == 1
    assert [entry.verb for entry in trail_of(visit.entry)] == ["收付款", ""]


@pytest.mark.django_db
def test_closing_leads_back_to_the_visit(secretary, signed_in):
    visit = MadeVisitFactory(fund=Fund.ADMINISTRATION, occasion=Occasion.FESTIVAL)
    response = send(signed_in(secretary), url("close", visit))
    assert (response.url, Visit.objects.get(pk=visit.pk).status) == (visit.get_absolute_url(), VisitStatus.CLOSED)


@pytest.mark.django_db
def test_group_leader_withdraws_only_what_they_asked_for(group_leader, signed_in):
    client = signed_in(group_leader)
    own, other = VisitFactory(requested_by=group_leader), VisitFactory()
    assert [client.get(url("withdraw", visit)).status_code for visit in (own, other)] == [200, 404]
    assert send(client, url("withdraw", own), reason="本人婉拒").url == own.get_absolute_url()
