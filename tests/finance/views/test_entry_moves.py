"""The pages that move an entry: each asks, acts once, and leads back to the entry."""

import uuid
from decimal import Decimal

import pytest
from django.urls import reverse

from finance.enums import Direction, EntryStatus
from finance.models import BankAccount, Entry
from tests.conftest import make_actor
from tests.finance.factories import EntryFactory, bank, subject
from unionoffice.pages.stale import Clash
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LINE = {
    "direction": "spending",
    "amount": "300.50",
    "counterparty": "城南文具店",
    "purpose": "购买会议用品",
    "handler": "陈静",
}


def url(page, entry):
    return reverse(f"finance:entry-{page}", args=[entry.pk])


def errors_of(response):
    return response.context["form"].errors.as_data()


def send(client, address, **data):
    return client.post(address, {"form_key": str(uuid.uuid4()), **data})


class TestDraft:
    URL = reverse("finance:entry-draft")

    def test_form_offers_subjects_that_can_be_booked_on_and_the_own_name(self, secretary, signed_in):
        form = signed_in(secretary).get(self.URL).context["form"]
        codes = [choice.code for choice in form.fields["subject"].queryset]
        assert (form["handler"].value(), "503" in codes, "50305" in codes, "502" in codes) == (
            "陈静",
            False,
            True,
            True,
        )

    def test_goes_to_the_chair_at_once(self, secretary, signed_in):
        response = send(signed_in(secretary), self.URL, **LINE, subject=subject().pk)
        entry = Entry.objects.get()
        assert (response.status_code, response.url) == (302, entry.get_absolute_url())
        assert (entry.status, entry.amount, entry.requested_by) == (
            EntryStatus.SUBMITTED,
            Decimal("300.50"),
            secretary,
        )

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("amount", "0", "min_value"),
            ("amount", "一百", "invalid"),
            ("amount", "1.001", "max_decimal_places"),
            ("purpose", " ", "required"),
            ("subject", "", "required"),
        ],
    )
    def test_wrong_input_is_shown_with_everything_typed(self, secretary, signed_in, field, value, code):
        response = send(signed_in(secretary), self.URL, **{**LINE, "subject": subject().pk, field: value})
        wrong = {name: [error.code for error in found] for name, found in errors_of(response).items()}
        assert (response.status_code, wrong) == (422, {field: [code]})
        assert response.context["form"]["counterparty"].value() == "城南文具店"
        assert not Entry.objects.exists()

    def test_refusal_is_shown_over_the_form(self, secretary, signed_in):
        response = send(signed_in(secretary), self.URL, **{**LINE, "direction": "income"}, subject=subject().pk)
        assert response.status_code == 422
        assert response.context["form"].non_field_errors() == ["科目“职工服务支出”不是收入科目，请重新选择。"]

    def test_same_form_twice_makes_one_entry(self, secretary, signed_in):
        client, key = signed_in(secretary), str(uuid.uuid4())
        answers = [send(client, self.URL, **LINE, subject=subject().pk, form_key=key) for _ in range(2)]
        assert [answer.url for answer in answers] == [Entry.objects.get().get_absolute_url()] * 2
        told = [str(message) for message in client.get(answers[0].url).context["messages"]]
        assert told == ["已提交，等待主席批准。", "这份表单已经提交过，没有重复办理。"]


MOVES = {
    "approve": ("chair", EntryStatus.SUBMITTED, {}, EntryStatus.APPROVED),
    "return": ("chair", EntryStatus.SUBMITTED, {"reason": "缺发票"}, EntryStatus.DRAFT),
    "pay": ("cashier", EntryStatus.APPROVED, {"account": "bank"}, EntryStatus.PAID),
    "book": ("treasurer", EntryStatus.PAID, {}, EntryStatus.BOOKED),
    "cancel": ("secretary", EntryStatus.APPROVED, {"reason": "重复登记"}, EntryStatus.CANCELLED),
}


def filled(data):
    return {name: bank().pk if value == "bank" else value for name, value in data.items()}


@pytest.mark.parametrize("page", MOVES)
class TestMove:
    def test_asks_with_purpose_other_party_and_amount(self, page, signed_in, request):
        actor, status, _data, _to = MOVES[page]
        response = signed_in(request.getfixturevalue(actor)).get(url(page, EntryFactory(status=status)))
        assert response.context["question"].startswith("购买会议用品，城南文具店，300.00元。")

    def test_moves_and_leads_back(self, page, signed_in, request):
        actor, status, data, to = MOVES[page]
        entry = EntryFactory(status=status)
        response = send(signed_in(request.getfixturevalue(actor)), url(page, entry), **filled(data))
        assert (response.status_code, response.url) == (302, entry.get_absolute_url())
        assert Entry.objects.get(pk=entry.pk).status == to

    def test_moves_once_however_often_it_is_sent(self, page, signed_in, request):
        actor, status, data, to = MOVES[page]
        entry, key = EntryFactory(status=status), str(uuid.uuid4())
        client = signed_in(request.getfixturevalue(actor))
        answers = [send(client, url(page, entry), **filled(data), form_key=key) for _ in range(2)]
        assert [answer.url for answer in answers] == [entry.get_absolute_url()] * 2
        assert Entry.objects.get(pk=entry.pk).status == to

    @pytest.mark.parametrize("missing", ["reason", "account"])
    def test_needs_what_it_asks_for(self, page, missing, signed_in, request):
        actor, status, data, _to = MOVES[page]
        if missing not in data:
            return
        entry = EntryFactory(status=status)
        response = send(signed_in(request.getfixturevalue(actor)), url(page, entry))
        assert (response.status_code, list(response.context["form"].errors)) == (422, [missing])
        assert Entry.objects.get(pk=entry.pk).status == status


class TestMend:
    def test_form_holds_the_line_as_it_was_written(self, secretary, signed_in):
        entry = EntryFactory(direction=Direction.SPENDING, handler="许晴")
        form = signed_in(secretary).get(url("mend", entry)).context["form"]
        assert {name: form[name].value() for name in LINE} == {
            **LINE,
            "amount": Decimal("300.00"),
            "handler": "许晴",
        }
        assert form["subject"].value() == entry.subject_id

    def test_mended_line_goes_to_the_chair_again(self, secretary, signed_in):
        entry, client = EntryFactory(), signed_in(secretary)
        seen = client.get(url("mend", entry)).context["form"]["seen"].value()
        send(client, url("mend", entry), **LINE, subject=subject("50402").pk, seen=seen)
        stored = Entry.objects.get(pk=entry.pk)
        assert (stored.status, stored.amount, stored.subject.code) == (
            EntryStatus.SUBMITTED,
            Decimal("300.50"),
            "50402",
        )

    def test_line_that_was_mended_meanwhile_is_shown_with_both_texts(self, secretary, treasurer, signed_in):
        entry, client = EntryFactory(purpose="会议用品", handler="许晴"), signed_in(secretary)
        shown = client.get(url("mend", entry)).context["form"]
        typed = {name: shown[name].value() for name in shown.fields} | {"purpose": "会议用纸"}
        Entry.objects.get(pk=entry.pk).save()
        Entry.objects.filter(pk=entry.pk).update(purpose="会议用笔", handler="卫东")
        response = client.post(url("mend", entry), typed)
        assert (response.status_code, Entry.objects.get(pk=entry.pk).status) == (422, EntryStatus.DRAFT)
        assert response.context["meanwhile"].clashes == (Clash("事由", "会议用笔", "会议用纸"),)
        assert response.context["form"]["handler"].value() == "卫东"


class TestPay:
    def test_closed_accounts_are_not_offered(self, cashier, signed_in):
        BankAccount.objects.filter(name="备用金").update(is_open=False)
        form = signed_in(cashier).get(url("pay", EntryFactory(status=EntryStatus.APPROVED))).context["form"]
        assert [str(account) for account in form.fields["account"].queryset] == ["工会基本户"]


def test_cashier_who_is_also_treasurer_is_refused_to_book_own_payment(signed_in):
    both = make_actor(Role.TREASURER, "吴涛")
    both.grants.create(role=Role.CASHIER, from_on="2020-01-01")
    entry = EntryFactory(status=EntryStatus.PAID, paid_by=both)
    response = send(signed_in(both), url("book", entry))
    assert response.context["form"].non_field_errors() == ["出纳不能记自己经手的账，请由会计记账。"]
    assert Entry.objects.get(pk=entry.pk).status == EntryStatus.PAID


def test_page_of_a_move_that_is_over_is_forbidden(chair, signed_in):
    entry = EntryFactory(status=EntryStatus.APPROVED)
    client = signed_in(chair)
    assert client.get(url("approve", entry)).status_code == 403
    assert send(client, url("approve", entry)).status_code == 403
