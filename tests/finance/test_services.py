"""Every write to the ledger: what it does, what it refuses, what it leaves in the trail."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction

from finance import services
from finance.enums import ENTRY_MOVES, Direction, EntryStatus, SubjectCode
from finance.models import BankAccount, Entry, Subject
from tests.conftest import TODAY, make_actor
from tests.finance.factories import EntryFactory, bank, subject
from tests.welfare.factories import VisitFactory
from unionoffice.audit import trail_of
from unionoffice.numbering import NumberSeries
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.rules import RuleSetting
from unionoffice.sources import SourceRef

LINE = {
    "direction": Direction.SPENDING,
    "amount": Decimal("300.00"),
    "counterparty": "城南文具店",
    "purpose": "购买会议用品",
    "handler": "陈静",
}


def draft(by, **fields):
    return services.draft_entry(**{**LINE, "subject": subject(), "by": by, "on": TODAY, **fields})


def post(visit, *, by, **fields):
    told = {"amount": Decimal(1000), "payee": "林芳", "purpose": "慰问支出", "subject": subject(SubjectCode.WARMTH)}
    source = SourceRef.to(visit)
    return services.post_expense(
        **{**told, **fields}, source=source, requested_by=visit.requested_by, by=by, on=TODAY
    )


def latest(entry):
    """What the last line of the trail says: who did what, why, and which state it led to."""
    told = trail_of(entry).first()
    return told.actor_name, told.verb, told.note, told.changes.get("status")


def drop_three_people():
    RuleSetting.objects.create(
        key="finance.three_people", label="三人分办", value=False, valid_from=date(2026, 1, 1), source="校工会决定"
    )


@pytest.mark.django_db
class TestDraftEntry:
    def test_makes_a_draft_that_binds_nobody(self, secretary):
        entry = draft(secretary)
        stored = Entry.objects.get(pk=entry.pk)
        assert {name: getattr(stored, name) for name in LINE} == LINE
        assert (stored.status, stored.occurred_on, stored.requested_by) == (EntryStatus.DRAFT, TODAY, secretary)
        assert (stored.number, stored.approved_by, stored.source) == (None, None, None)
        assert latest(entry) == ("陈静", "登记收支", "", ["None", "draft"])

    @pytest.mark.parametrize("amount", ["0", "0.00", "-5"])
    def test_of_nothing_is_refused(self, secretary, amount):
        with pytest.raises(Refused, match=r"^金额必须大于0元，请重新填写。$"):
            draft(secretary, amount=Decimal(amount))

    def test_on_a_subject_of_the_other_direction_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^科目“职工服务支出”不是收入科目，请重新选择。$"):
            draft(secretary, direction=Direction.INCOME)

    @pytest.mark.parametrize(("valid", "allowed"), [((2027, None), 0), ((2020, 2025), 0), ((2026, 2026), 1)])
    def test_on_a_subject_that_is_not_valid_in_the_year_is_refused(self, secretary, valid, allowed):
        Subject.objects.filter(code="502").update(valid_from=valid[0], valid_to=valid[1])
        if allowed:
            assert draft(secretary).subject.code == "502"
        else:
            with pytest.raises(Refused, match=r"^科目“职工服务支出”在2026年不能使用，请重新选择。$"):
                draft(secretary)

    def test_on_a_subject_that_has_parts_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^科目“维权支出”下还有明细科目，请选到最后一级。$"):
            draft(secretary, subject=subject("503"))


@pytest.mark.django_db
class TestWhoAsks:
    def test_bookkeeper_cannot_ask_for_spending_that_nobody_could_book(self, treasurer):
        with pytest.raises(Refused, match="会计不能登记支出"):
            draft(treasurer)
        assert Entry.objects.count() == 0

    def test_bookkeeper_records_income(self, treasurer):
        entry = draft(treasurer, direction=Direction.INCOME, subject=subject("401"))
        assert entry.requested_by == treasurer

    def test_bookkeeper_asks_where_the_school_does_not_ask_for_three_people(self, treasurer):
        drop_three_people()
        assert draft(treasurer).requested_by == treasurer

    def test_whoever_sends_it_again_is_the_one_who_asks(self, secretary, treasurer, chair):
        entry = EntryFactory(status=EntryStatus.DRAFT, requested_by=chair)
        told = {**LINE, "subject": subject(), "on": TODAY}
        with pytest.raises(Refused, match="会计不能登记支出"):
            services.mend_entry(entry, **told, by=treasurer)
        assert services.mend_entry(entry, **told, by=secretary).requested_by == secretary


class TestPostExpense:
    def test_starts_as_approved_and_points_at_its_source(self, chair):
        visit = VisitFactory()
        entry = Entry.objects.get(pk=post(visit, by=chair).pk)
        assert (entry.status, entry.direction, entry.amount) == (EntryStatus.APPROVED, Direction.SPENDING, 1000)
        assert (entry.counterparty, entry.handler) == ("林芳", str(visit.requested_by))
        assert (entry.requested_by, entry.approved_by, entry.source) == (
            visit.requested_by,
            chair,
            SourceRef("welfare.Visit", visit.pk),
        )
        assert latest(entry) == ("周敏", "批准支出", "", ["None", "approved"])

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"amount": Decimal(0)}, "金额必须大于0元，请重新填写。"),
            ({"code": "401"}, "科目“会费收入”不是支出科目，请重新选择。"),
            ({"code": "503"}, "科目“维权支出”下还有明细科目，请选到最后一级。"),
        ],
    )
    def test_refuses_what_no_entry_may_be(self, chair, fields, sentence):
        fields = dict(fields)
        if code := fields.pop("code", None):
            fields["subject"] = subject(code)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            post(VisitFactory(), by=chair, **fields)
        assert not Entry.objects.exists()

    def test_source_whose_entry_was_cancelled_can_post_again(self, chair):
        visit = VisitFactory()
        first = post(visit, by=chair)
        services.cancel_entry(first, by=chair, reason="重来", source=SourceRef.to(visit))
        second = post(visit, by=chair)
        assert [entry.status for entry in (first, second)] == [EntryStatus.CANCELLED, EntryStatus.APPROVED]


@pytest.mark.django_db
class TestSubmitAndApprove:
    def test_submitting_hands_it_to_the_chair(self, secretary):
        entry = services.submit_entry(draft(secretary), by=secretary)
        assert entry.status == EntryStatus.SUBMITTED
        assert latest(entry) == ("陈静", "提交批准", "", ["draft", "submitted"])

    def test_chair_signs(self, chair):
        entry = services.approve_entry(EntryFactory(status=EntryStatus.SUBMITTED), by=chair, on=TODAY)
        assert (entry.status, Entry.objects.get(pk=entry.pk).approved_by) == (EntryStatus.APPROVED, chair)
        assert latest(entry) == ("周敏", "批准", "", ["submitted", "approved"])

    def test_own_request_is_refused(self, chair):
        entry = EntryFactory(status=EntryStatus.SUBMITTED, requested_by=chair)
        with pytest.raises(Refused, match=r"^申请人不能批准自己申请的收支，请由另一位负责人批准。$"):
            services.approve_entry(entry, by=chair, on=TODAY)
        assert Entry.objects.get(pk=entry.pk).status == EntryStatus.SUBMITTED

    def test_own_request_is_approved_where_the_school_does_not_ask_for_three_people(self, chair):
        drop_three_people()
        entry = EntryFactory(status=EntryStatus.SUBMITTED, requested_by=chair)
        assert services.approve_entry(entry, by=chair, on=TODAY).status == EntryStatus.APPROVED

    def test_own_income_is_approved(self, chair):
        entry = EntryFactory(
            status=EntryStatus.SUBMITTED, direction=Direction.INCOME, subject=subject("401"), requested_by=chair
        )
        assert services.approve_entry(entry, by=chair, on=TODAY).status == EntryStatus.APPROVED


@pytest.mark.django_db
class TestReturnAndMend:
    def test_goes_back_with_the_reason(self, chair):
        entry = services.return_entry(EntryFactory(status=EntryStatus.SUBMITTED), by=chair, reason="缺发票")
        assert latest(entry) == ("周敏", "退回修改", "缺发票", ["submitted", "draft"])

    def test_return_without_a_reason_is_refused(self, chair):
        entry = EntryFactory(status=EntryStatus.SUBMITTED)
        with pytest.raises(Refused, match=r"^请写明退回的原因。$"):
            services.return_entry(entry, by=chair, reason=" ")

    def test_mending_changes_the_line_and_submits_it_again(self, secretary):
        entry = EntryFactory()
        line = {**LINE, "amount": Decimal("280.00"), "purpose": "购买会议用品（附发票）"}
        services.mend_entry(entry, **line, subject=subject("50402"), by=secretary, on=TODAY)
        stored = Entry.objects.get(pk=entry.pk)
        assert {name: getattr(stored, name) for name in LINE} == line
        assert (stored.status, stored.subject.code) == (EntryStatus.SUBMITTED, "50402")
        assert latest(entry) == ("陈静", "修改后重新提交", "", ["draft", "submitted"])
        assert trail_of(entry).first().changes["amount"] == ["300.00", "280.00"]

    def test_mending_is_checked_like_a_new_line(self, secretary):
        entry = EntryFactory()
        with pytest.raises(Refused, match="金额必须大于0元"):
            services.mend_entry(entry, **{**LINE, "amount": Decimal(0)}, subject=subject(), by=secretary, on=TODAY)
        assert Entry.objects.get(pk=entry.pk).amount == 300

    def test_second_of_two_who_mend_is_refused_and_changes_nothing(self, secretary, treasurer):
        entry = EntryFactory()
        stale = Entry.objects.get(pk=entry.pk)
        services.mend_entry(entry, **{**LINE, "handler": "甲"}, subject=subject(), by=secretary, on=TODAY)
        with pytest.raises(Refused, match="待批准"):
            services.mend_entry(stale, **{**LINE, "handler": "乙"}, subject=subject(), by=treasurer, on=TODAY)
        assert Entry.objects.get(pk=entry.pk).handler == "甲"


@pytest.mark.django_db
class TestPay:
    def test_notes_account_day_and_cashier(self, cashier):
        entry = services.pay_entry(EntryFactory(status=EntryStatus.APPROVED), account=bank(), by=cashier, on=TODAY)
        stored = Entry.objects.get(pk=entry.pk)
        assert (stored.status, stored.account, stored.paid_by, stored.paid_on) == (
            EntryStatus.PAID,
            bank(),
            cashier,
            TODAY,
        )
        assert latest(entry) == ("郑洁", "收付款", "", ["approved", "paid"])

    def test_from_a_closed_account_is_refused(self, cashier):
        closed = BankAccount.objects.create(name="旧账户", is_open=False)
        with pytest.raises(Refused, match=r"^账户“旧账户”已停用，请选择其他账户。$"):
            services.pay_entry(EntryFactory(status=EntryStatus.APPROVED), account=closed, by=cashier, on=TODAY)

    def test_what_another_area_posted_is_paid_only_by_that_area(self, chair, cashier):
        visit, other = VisitFactory(), VisitFactory()
        entry = post(visit, by=chair)
        for source in (None, SourceRef.to(other)):
            with pytest.raises(Refused, match=r"^这笔收支由其他业务生成，请到来源记录的页面办理。$"):
                services.pay_entry(entry, account=bank(), by=cashier, on=TODAY, source=source)
        services.pay_entry(entry, account=bank(), by=cashier, on=TODAY, source=SourceRef.to(visit))
        assert entry.status == EntryStatus.PAID

    def test_no_area_pays_an_entry_that_stands_alone(self, cashier):
        with pytest.raises(Refused, match="来源记录"):
            services.pay_entry(
                EntryFactory(status=EntryStatus.APPROVED),
                account=bank(),
                by=cashier,
                on=TODAY,
                source=SourceRef.to(VisitFactory()),
            )


@pytest.mark.django_db
class TestBook:
    def paid(self, **fields):
        return EntryFactory(status=EntryStatus.PAID, **fields)

    def test_gives_the_next_number_of_the_year_and_the_day(self, treasurer):
        first, second = (services.book_entry(self.paid(), by=treasurer, on=TODAY) for _ in range(2))
        stored = Entry.objects.get(pk=second.pk)
        assert (stored.status, stored.booked_on, stored.booked_by) == (EntryStatus.BOOKED, TODAY, treasurer)
        assert [entry.public_number for entry in (first, second)] == ["2026-0001", "2026-0002"]
        assert latest(second) == ("吴涛", "记账", "", ["paid", "booked"])
        assert trail_of(second).first().changes["number"] == ["None", "2"]

    def test_a_new_year_counts_from_one(self, treasurer):
        services.book_entry(self.paid(), by=treasurer, on=TODAY)
        entry = services.book_entry(self.paid(), by=treasurer, on=date(2027, 1, 3))
        assert entry.public_number == "2027-0001"

    @pytest.mark.parametrize("direction", Direction)
    def test_cashier_never_books_what_they_paid(self, treasurer, direction):
        drop_three_people()
        entry = self.paid(paid_by=treasurer, direction=direction)
        with pytest.raises(Refused, match=r"^出纳不能记自己经手的账，请由会计记账。$"):
            services.book_entry(entry, by=treasurer, on=TODAY)

    @pytest.mark.parametrize("part", ["requested_by", "approved_by"])
    def test_who_asked_or_approved_does_not_book(self, treasurer, part):
        entry = self.paid(**{part: treasurer})
        with pytest.raises(Refused, match=r"^申请、批准、记账须由三人分别办理，请由另一位会计记账。$"):
            services.book_entry(entry, by=treasurer, on=TODAY)
        assert (Entry.objects.get(pk=entry.pk).number, NumberSeries.objects.count()) == (None, 0)

    @pytest.mark.parametrize("part", ["requested_by", "approved_by"])
    def test_may_book_where_the_school_does_not_ask_for_three_people(self, treasurer, part):
        drop_three_people()
        assert services.book_entry(self.paid(**{part: treasurer}), by=treasurer, on=TODAY).number == 1

    def test_income_that_the_treasurer_entered_is_booked_by_them(self, treasurer):
        entry = self.paid(direction=Direction.INCOME, subject=subject("401"), requested_by=treasurer)
        assert services.book_entry(entry, by=treasurer, on=TODAY).number == 1

    def test_rule_of_the_day_counts(self, treasurer):
        drop_three_people()
        entry = self.paid(requested_by=treasurer)
        with pytest.raises(Refused, match="三人"):
            services.book_entry(entry, by=treasurer, on=date(2025, 12, 31))

    def test_booking_that_is_taken_back_leaves_no_gap(self, treasurer):
        entry = self.paid()
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            services.book_entry(entry, by=treasurer, on=TODAY)
            raise ZeroDivisionError
        assert services.book_entry(self.paid(), by=treasurer, on=TODAY).number == 1
        assert services.book_entry(entry, by=treasurer, on=TODAY).number == 2


@pytest.mark.django_db
class TestCancel:
    @pytest.mark.parametrize("status", [EntryStatus.DRAFT, EntryStatus.APPROVED])
    def test_takes_it_back_with_the_reason(self, secretary, status):
        entry = services.cancel_entry(EntryFactory(status=status), by=secretary, reason="重复登记")
        assert latest(entry) == ("陈静", "撤销", "重复登记", [status, "cancelled"])

    def test_without_a_reason_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请写明撤销的原因。$"):
            services.cancel_entry(EntryFactory(), by=secretary, reason="  ")

    def test_what_another_area_posted_is_cancelled_only_by_that_area(self, chair):
        visit = VisitFactory()
        entry = post(visit, by=chair)
        with pytest.raises(Refused, match="来源记录"):
            services.cancel_entry(entry, by=chair, reason="不办了")
        services.cancel_entry(entry, by=chair, reason="不办了", source=SourceRef.to(visit))
        assert entry.status == EntryStatus.CANCELLED


MOVES = {
    "submit": (EntryStatus.SUBMITTED, lambda entry, by: services.submit_entry(entry, by=by)),
    "mend": (
        EntryStatus.SUBMITTED,
        lambda entry, by: services.mend_entry(entry, **LINE, subject=subject(), by=by, on=TODAY),
    ),
    "approve": (EntryStatus.APPROVED, lambda entry, by: services.approve_entry(entry, by=by, on=TODAY)),
    "return": (EntryStatus.DRAFT, lambda entry, by: services.return_entry(entry, by=by, reason="缺发票")),
    "pay": (EntryStatus.PAID, lambda entry, by: services.pay_entry(entry, account=bank(), by=by, on=TODAY)),
    "book": (EntryStatus.BOOKED, lambda entry, by: services.book_entry(entry, by=by, on=TODAY)),
    "cancel": (EntryStatus.CANCELLED, lambda entry, by: services.cancel_entry(entry, by=by, reason="重复")),
}
ALLOWED = {
    "submit": {"draft"},
    "mend": {"draft"},
    "approve": {"submitted"},
    "return": {"submitted"},
    "pay": {"approved"},
    "book": {"paid"},
    "cancel": {"draft", "approved"},
}
"""From which states each service may move an entry: written by hand, not read from the table."""


@pytest.mark.django_db
@pytest.mark.parametrize("status", EntryStatus)
@pytest.mark.parametrize("move", MOVES)
def test_every_move_from_every_state(move, status):
    to, act = MOVES[move]
    booked = {"year": 2026, "number": 7, "booked_on": TODAY} if status == EntryStatus.BOOKED else {}
    entry = EntryFactory(status=status, **booked)
    by = make_actor(Role.CHAIR, "周敏")
    if status in ALLOWED[move]:
        assert act(entry, by).status == to
        assert Entry.objects.get(pk=entry.pk).status == to
    else:
        with pytest.raises(Refused, match=f"^现在是“{status.label}”状态，不能"):
            act(entry, by)
        assert (Entry.objects.get(pk=entry.pk).status, trail_of(entry).count()) == (status, 1)


def test_table_has_no_move_that_no_service_makes():
    made = {(EntryStatus(status), MOVES[move][0]) for move, states in ALLOWED.items() for status in states}
    assert made == {(status, to) for status, targets in ENTRY_MOVES.items() for to in targets}


class TestAtTheSameMoment:
    def test_entries_booked_together_get_numbers_without_a_gap(self, at_the_same_moment):
        treasurer = make_actor(Role.TREASURER, "吴涛")
        entries = [EntryFactory(status=EntryStatus.PAID) for _ in range(5)]
        at_the_same_moment(
            *[
                lambda pk=entry.pk: services.book_entry(Entry.objects.get(pk=pk), by=treasurer, on=TODAY)
                for entry in entries
            ]
        )
        assert sorted(Entry.objects.booked().values_list("number", flat=True)) == [1, 2, 3, 4, 5]

    def test_one_entry_booked_twice_gets_one_number(self, at_the_same_moment):
        treasurer = make_actor(Role.TREASURER, "吴涛")
        entry = EntryFactory(status=EntryStatus.PAID)
        outcomes = at_the_same_moment(
            *[lambda: services.book_entry(Entry.objects.get(pk=entry.pk), by=treasurer, on=TODAY)] * 3
        )
        refused = [str(outcome) for outcome in outcomes if isinstance(outcome, Refused)]
        assert refused == ["现在是“已记账”状态，不能记账。请刷新页面查看最新情况。"] * 2
        assert (Entry.objects.get().number, NumberSeries.objects.get(name=services.SERIES).last) == (1, 1)
