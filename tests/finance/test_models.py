"""The ledger's rows: what the database itself refuses, who sees them, how they name themselves."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from hypothesis import given
from hypothesis import strategies as st

from finance.enums import Direction, EntryStatus
from finance.models import BankAccount, Entry, Subject
from tests.conftest import TODAY
from tests.finance.factories import BookedEntryFactory, EntryFactory, subject
from tests.members.factories import AccountFactory

pytestmark = pytest.mark.django_db

PAID = {"status": EntryStatus.PAID, "paid_on": TODAY, "approved_by_id": 1}
BOOKED = {**PAID, "status": EntryStatus.BOOKED, "booked_on": TODAY, "year": 2026, "number": 1}
POSTED = {"source_model": "welfare.Visit", "source_key": 7}

BROKEN = {
    "nothing paid": ({"amount": Decimal(0)}, "amount_above_zero"),
    "less than nothing": ({"amount": Decimal("-0.01")}, "amount_above_zero"),
    "booked without a number": ({**BOOKED, "number": None}, "numbered_exactly_when_booked"),
    "booked without a year": ({**BOOKED, "year": None}, "numbered_exactly_when_booked"),
    "booked without a day": ({**BOOKED, "booked_on": None}, "numbered_exactly_when_booked"),
    "numbered before booking": ({**PAID, "number": 1}, "numbered_exactly_when_booked"),
    "dated before booking": ({**PAID, "booked_on": TODAY}, "numbered_exactly_when_booked"),
    "in a year before booking": ({**PAID, "year": 2026}, "numbered_exactly_when_booked"),
    "paid without a day": ({**PAID, "paid_on": None}, "paid_on_exactly_when_paid"),
    "booked without a day of payment": ({**BOOKED, "paid_on": None}, "paid_on_exactly_when_paid"),
    "a day of payment before it": ({"paid_on": TODAY}, "paid_on_exactly_when_paid"),
    "approved by nobody": ({"status": EntryStatus.APPROVED}, "signed_before_money_moves"),
    "paid with nobody's approval": ({**PAID, "approved_by_id": None}, "signed_before_money_moves"),
    "booked with nobody's approval": ({**BOOKED, "approved_by_id": None}, "signed_before_money_moves"),
}


def save_past_every_check(**fields):
    """A row written as if no service and no form existed."""
    signer = AccountFactory()
    if fields.get("approved_by_id"):
        fields["approved_by_id"] = signer.pk
    with transaction.atomic():
        models.QuerySet(Entry).bulk_create([EntryFactory.build(subject=subject(), requested_by=signer, **fields)])


class TestConstraints:
    @pytest.mark.parametrize("case", BROKEN)
    def test_database_refuses(self, case):
        fields, name = BROKEN[case]
        sound = {"account": None, "paid_by": None, "approved_by": None, "paid_on": None}
        with pytest.raises(IntegrityError, match=name):
            save_past_every_check(**{**sound, **fields} if "approved_by_id" not in fields else fields)

    @pytest.mark.parametrize("fields", [{}, {"status": EntryStatus.SUBMITTED}, PAID, BOOKED])
    def test_database_takes_what_is_sound(self, fields):
        save_past_every_check(**fields)
        assert Entry.objects.count() == 1

    def test_number_of_a_year_is_given_once(self):
        BookedEntryFactory(number=31)
        with pytest.raises(IntegrityError), transaction.atomic():
            BookedEntryFactory(number=31)
        BookedEntryFactory(number=31, booked_on=date(2027, 1, 4))
        assert Entry.objects.booked().count() == 2

    @pytest.mark.parametrize("status", [status for status in EntryStatus if status not in ("cancelled", "booked")])
    def test_source_has_one_entry_that_is_not_cancelled(self, status):
        EntryFactory(status=EntryStatus.CANCELLED, **POSTED)
        EntryFactory(status=status, **POSTED)
        with pytest.raises(IntegrityError), transaction.atomic():
            EntryFactory(**POSTED)
        EntryFactory(status=EntryStatus.CANCELLED, **POSTED)
        EntryFactory(source_model="activities.Activity", source_key=7)
        assert Entry.objects.count() == 4

    def test_any_number_of_entries_stand_alone(self):
        EntryFactory.create_batch(2)
        assert Entry.objects.filter(source_key=None).count() == 2

    def test_codes_of_subjects_and_names_of_accounts_are_unique(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            Subject.objects.create(code="401", name="另一科目", direction=Direction.INCOME, valid_from=2022)
        with pytest.raises(IntegrityError), transaction.atomic():
            BankAccount.objects.create(name="工会基本户")

    def test_people_subjects_and_accounts_of_an_entry_cannot_be_deleted(self):
        entry = BookedEntryFactory()
        for used in (entry.subject, entry.account, entry.requested_by, entry.approved_by, entry.paid_by):
            with pytest.raises(models.ProtectedError):
                used.delete()

    def test_form_hears_of_an_amount_below_zero(self):
        with pytest.raises(ValidationError):
            Entry._meta.get_field("amount").clean(Decimal(-1), None)


class TestVisibleTo:
    @pytest.mark.parametrize(
        ("viewer", "sees"),
        [
            ("chair", 2),
            ("secretary", 2),
            ("treasurer", 2),
            ("cashier", 2),
            ("auditor", 2),
            ("welfare_officer", 0),
            ("group_leader", 0),
            ("principal", 0),
            ("teacher", 0),
        ],
    )
    def test_ledger_is_for_those_who_work_with_the_money(self, viewer, sees, request):
        EntryFactory()
        BookedEntryFactory()
        assert Entry.objects.visible_to(request.getfixturevalue(viewer)).count() == sees

    def test_having_asked_for_the_money_opens_nothing(self, teacher):
        EntryFactory(requested_by=teacher)
        assert list(Entry.objects.visible_to(teacher)) == []


class TestTotal:
    def test_of_no_entry_is_zero(self):
        assert str(Entry.objects.total()) == "0.00"

    def test_has_two_places_whatever_the_database_adds_up(self):
        for _ in range(3):
            EntryFactory(amount=Decimal("0.10"))
        assert str(Entry.objects.total()) == "0.30"

    def test_booked_leaves_out_everything_else(self):
        EntryFactory(status=EntryStatus.PAID)
        booked = BookedEntryFactory()
        assert list(Entry.objects.booked()) == [booked]


class TestMatching:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("文具", True),
            ("会议用", True),
            ("2026-0031", True),
            ("2026-31", True),
            ("2025-0031", False),
            ("31", False),
        ],
    )
    def test_finds_by_words_or_printed_number(self, text, found):
        BookedEntryFactory(number=31)
        assert Entry.objects.matching(text).exists() is found


class TestNames:
    def test_number_comes_with_booking(self):
        assert (str(EntryFactory()), str(BookedEntryFactory(number=31))) == ("支出 未编号", "支出 2026-0031")

    def test_address_is_the_entrys_page(self):
        entry = EntryFactory()
        assert entry.get_absolute_url() == f"/finance/entries/{entry.pk}/"

    def test_subject_names_the_one_above_it(self):
        assert (subject("50305").full_name, subject("502").full_name) == ("维权支出—送温暖", "职工服务支出")
        assert str(subject("50305")) == "50305 送温暖"

    def test_account_goes_by_its_name(self):
        assert [str(account) for account in BankAccount.objects.all()] == ["工会基本户", "备用金"]

    @given(st.decimals(min_value="0.01", max_value="99999999999.99", places=2))
    def test_capitals_are_never_without_the_currency(self, amount):
        assert Entry(amount=amount).amount_in_capitals.startswith("人民币")
