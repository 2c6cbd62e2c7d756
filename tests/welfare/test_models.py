"""Visits as rows: what the database refuses, who sees them, what is encrypted."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, models, transaction

from finance.enums import EntryStatus
from tests.conftest import TODAY
from tests.finance.factories import BookedEntryFactory, EntryFactory
from tests.members.factories import AccountFactory, MemberFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from welfare.enums import APPROVED_ONCE, HAPPENED, Occasion, VisitStatus
from welfare.models import Standard, Visit

pytestmark = pytest.mark.django_db

CIRCUMSTANCES = "急性阑尾炎，在市中医院手术"


def save_past_every_check(visit, **fields):
    """Changes a row as if no service and no form existed."""
    with transaction.atomic():
        models.QuerySet(Visit).filter(pk=visit.pk).update(**fields)


class TestConstraints:
    @pytest.mark.parametrize("status", HAPPENED)
    def test_visit_that_happened_has_its_day(self, status):
        visit = MadeVisitFactory(entry=EntryFactory())
        with pytest.raises(IntegrityError, match="visited_has_its_day"):
            save_past_every_check(visit, status=status, visited_on=None)

    @pytest.mark.parametrize("status", APPROVED_ONCE)
    def test_visit_past_approval_was_approved_by_somebody(self, status):
        visit = MadeVisitFactory(entry=EntryFactory())
        with pytest.raises(IntegrityError, match="approved_by_somebody"):
            save_past_every_check(visit, status=status, approved_by=None)

    def test_paid_visit_has_its_entry(self):
        with pytest.raises(IntegrityError, match="paid_through_an_entry"):
            save_past_every_check(MadeVisitFactory(), status=VisitStatus.PAID)

    @pytest.mark.parametrize("field", ["cash", "goods_value"])
    def test_gifts_are_not_below_zero(self, field):
        with pytest.raises(IntegrityError, match="gifts_not_below_zero"):
            save_past_every_check(VisitFactory(), **{field: Decimal("-0.01")})

    def test_number_is_given_once(self):
        VisitFactory(number="2026-031")
        with pytest.raises(IntegrityError), transaction.atomic():
            VisitFactory(number="2026-031")

    def test_entry_pays_one_visit(self):
        entry = EntryFactory()
        MadeVisitFactory(entry=entry)
        with pytest.raises(IntegrityError), transaction.atomic():
            MadeVisitFactory(entry=entry)

    def test_occasion_has_one_standard_a_day(self):
        standard = Standard.objects.get(name="住院慰问")
        standard.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            standard.save()

    def test_people_and_entries_of_a_visit_cannot_be_deleted(self):
        visit = MadeVisitFactory(entry=EntryFactory())
        for used in (visit.member, visit.entry, visit.requested_by, visit.approved_by):
            with pytest.raises(models.ProtectedError):
                used.delete()


class TestVisibleTo:
    @pytest.mark.parametrize("viewer", ["chair", "secretary", "welfare_officer"])
    def test_those_who_organise_see_all(self, viewer, request):
        VisitFactory()
        MadeVisitFactory()
        assert Visit.objects.visible_to(request.getfixturevalue(viewer)).count() == 2

    @pytest.mark.parametrize("viewer", ["cashier", "treasurer", "principal", "teacher", "group_leader"])
    def test_others_see_none_of_other_people(self, viewer, request):
        VisitFactory()
        MadeVisitFactory(entry=BookedEntryFactory())
        assert list(Visit.objects.visible_to(request.getfixturevalue(viewer))) == []

    @pytest.mark.parametrize("status", VisitStatus)
    def test_staff_see_a_visit_to_themselves_once_it_happened(self, teacher, status):
        VisitFactory(member=teacher.member, status=status, entry=EntryFactory() if status == "paid" else None)
        assert Visit.objects.visible_to(teacher).count() == (1 if status in HAPPENED else 0)

    def test_whoever_asked_sees_what_becomes_of_it(self, group_leader):
        asked = VisitFactory(requested_by=group_leader)
        VisitFactory()
        assert list(Visit.objects.visible_to(group_leader)) == [asked]

    def test_auditor_sees_what_costs_the_union_money(self, auditor):
        VisitFactory()
        MadeVisitFactory()
        MadeVisitFactory(entry=EntryFactory(status=EntryStatus.APPROVED))
        paid = MadeVisitFactory(status=VisitStatus.PAID, entry=EntryFactory(status=EntryStatus.PAID))
        assert list(Visit.objects.visible_to(auditor)) == [paid]

    def test_operator_without_a_member_sees_none(self):
        MadeVisitFactory()
        operator = AccountFactory(member=None, employee_no="ops", name="运维")
        assert list(Visit.objects.visible_to(operator)) == []


class TestMeasures:
    def test_of_no_visit_are_zero(self):
        assert (Visit.objects.people(), str(Visit.objects.total())) == (0, "0.00")

    def test_people_are_counted_once_and_money_is_cash_with_goods(self):
        member = MemberFactory()
        for _ in range(3):
            MadeVisitFactory(member=member, cash=Decimal("0.10"), goods="水果", goods_value=Decimal("0.20"))
        MadeVisitFactory(cash=Decimal(0))
        assert (Visit.objects.count(), Visit.objects.people(), str(Visit.objects.total())) == (4, 2, "0.90")

    def test_days_of_happened_in_are_both_included(self):
        made = MadeVisitFactory(visited_on=TODAY)
        assert list(Visit.objects.happened_in(TODAY, TODAY)) == [made]
        assert not Visit.objects.happened_in(date(2026, 11, 23), date(2026, 12, 31)).exists()


class TestCircumstances:
    def test_are_encrypted_at_rest(self):
        visit = VisitFactory(circumstances=CIRCUMSTANCES)
        with connection.cursor() as cursor:
            cursor.execute("SELECT circumstances FROM welfare_visit WHERE id = %s", [visit.pk])
            (kept,) = cursor.fetchone()
        assert Visit.objects.get(pk=visit.pk).circumstances == CIRCUMSTANCES
        assert [word for word in ("阑尾炎", "中医院", "手术") if word in kept] == []
        assert kept.startswith("gAAAA")

    def test_same_text_is_never_kept_the_same(self):
        first, second = (VisitFactory(circumstances=CIRCUMSTANCES).pk for _ in range(2))
        with connection.cursor() as cursor:
            cursor.execute("SELECT circumstances FROM welfare_visit WHERE id IN (%s, %s)", [first, second])
            assert len({kept for (kept,) in cursor.fetchall()}) == 2

    def test_are_in_no_other_column_and_not_in_the_trail(self):
        VisitFactory(circumstances=CIRCUMSTANCES)
        with connection.cursor() as cursor:
            for table in ("welfare_visit", "unionoffice_logentry"):
                cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 -- two names of our own
                assert [row for row in cursor.fetchall() if "阑尾炎" in str(row)] == []


class TestNames:
    def test_number_is_all_that_is_said_publicly(self):
        visit = VisitFactory(number="2026-031", member=MemberFactory(name="林芳"))
        assert (visit.public_number, str(visit)) == ("慰问 2026-031", "慰问 2026-031 林芳")
        assert visit.get_absolute_url() == f"/welfare/visits/{visit.pk}/"

    @pytest.mark.parametrize("status", VisitStatus)
    def test_page_for_paying_is_there_once_somebody_went(self, status):
        visit = Visit(pk=7, status=status)
        assert visit.get_payment_url() == ("/welfare/visits/7/pay/" if status == VisitStatus.VISITED else "")

    def test_standard_goes_by_its_name(self):
        assert str(Standard.objects.get(occasion=Occasion.WEDDING)) == "结婚慰问"
