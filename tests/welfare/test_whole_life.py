"""A visit from the request to the voucher, and what happens when two act on it at the same moment."""

from datetime import date
from decimal import Decimal

import pytest

from finance.enums import EntryStatus, Fund
from finance.models import Entry
from finance.papers import voucher
from finance.services import book_entry
from tests.conftest import TODAY, make_actor
from tests.finance.factories import bank
from tests.members.factories import MemberFactory
from tests.welfare.factories import VisitFactory
from tests.welfare.steps import record, request_for, stored, verbs
from unionoffice.documents import plain_text
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.sources import SourceRef
from welfare import services
from welfare.enums import Occasion, VisitStatus
from welfare.models import Visit

YESTERDAY = date(2026, 11, 21)


@pytest.fixture
def member(db):
    return MemberFactory(name="林芳")


class TestWholeLife:
    def test_from_request_to_voucher(self, member, welfare_officer, secretary, chair, cashier, treasurer):
        visit = request_for(member, by=welfare_officer)
        services.check_visit(visit, by=secretary)
        services.approve_visit(visit, by=chair, on=TODAY)
        record(visit, by=welfare_officer)
        services.pay_visit(visit, account=bank(), by=cashier, on=TODAY)
        entry = book_entry(visit.entry, by=treasurer, on=TODAY)

        visit = stored(visit)
        assert (visit.public_number, visit.status, visit.visited_on) == ("慰问 2026-001", VisitStatus.PAID, TODAY)
        assert (visit.standard.name, visit.over_standard, visit.approved_by) == ("住院慰问", False, chair)
        assert (entry.status, entry.public_number, entry.source) == (
            EntryStatus.BOOKED,
            "2026-0001",
            SourceRef("welfare.Visit", visit.pk),
        )
        assert verbs(visit) == [
            ("许晴", "申请慰问"),
            ("陈静", "核对标准"),
            ("周敏", "批准慰问"),
            ("许晴", "登记慰问"),
            ("郑洁", "支付慰问"),
        ]
        assert verbs(entry) == [("周敏", "批准支出"), ("郑洁", "收付款"), ("吴涛", "记账")]
        assert plain_text(voucher(Entry.objects.get())).splitlines()[2:] == [
            "2026年11月22日\t单位：元\t凭证号：2026-0001",
            "摘要\t慰问支出（慰问 2026-001）",
            "科目\t50305 维权支出—送温暖",
            "付款给\t林芳\t账户\t工会基本户",
            "金额（大写）\t人民币捌佰元整\t小写\t￥800.00",
            "经办人\t许晴\t收付日期\t2026年11月22日",
            "批准：周敏\t出纳：郑洁\t记账：吴涛\t领款人：",
        ]

    def test_recorded_afterwards(self, member, welfare_officer, secretary, chair, cashier):
        visit = request_for(member, by=welfare_officer, visited_on=YESTERDAY)
        assert (visit.recorded_late, visit.status, visit.visited_on) == (True, VisitStatus.REQUESTED, YESTERDAY)
        services.check_visit(visit, by=secretary)
        services.approve_visit(visit, by=chair, on=TODAY)
        assert (stored(visit).status, stored(visit).visited_on) == (VisitStatus.VISITED, YESTERDAY)
        services.pay_visit(visit, account=bank(), by=cashier, on=TODAY)
        assert stored(visit).status == VisitStatus.PAID
        assert verbs(visit)[0] == ("许晴", "补登慰问")

    @pytest.mark.parametrize(
        "fields",
        [
            {"cash": Decimal(0), "form": "phone"},
            {"fund": Fund.ADMINISTRATION},
            {"fund": Fund.DONATION},
            {"fund": Fund.UPPER},
        ],
        ids=str,
    )
    def test_what_costs_the_union_nothing_is_closed_without_an_entry(
        self, member, welfare_officer, secretary, chair, cashier, fields
    ):
        visit = request_for(member, by=welfare_officer, **fields)
        services.check_visit(visit, by=secretary)
        services.approve_visit(visit, by=chair, on=TODAY)
        record(visit, by=welfare_officer)
        with pytest.raises(Refused, match=r"^这次慰问不用工会经费，不需要付款。$"):
            services.pay_visit(visit, account=bank(), by=cashier, on=TODAY)
        services.close_visit(visit, by=secretary)
        assert (stored(visit).status, stored(visit).entry, Entry.objects.count()) == (VisitStatus.CLOSED, None, 0)
        assert verbs(visit)[-1] == ("陈静", "办结")


class TestAtTheSameMoment:
    def test_requests_get_numbers_without_a_gap(self, at_the_same_moment):
        secretary, member = make_actor(Role.SECRETARY, "陈静"), MemberFactory()
        at_the_same_moment(*[lambda: request_for(member, by=secretary)] * 5)
        assert sorted(Visit.objects.values_list("number", flat=True)) == [f"2026-00{n}" for n in range(1, 6)]

    def test_two_payments_pay_once(self, at_the_same_moment):
        chair, cashier = make_actor(Role.CHAIR, "周敏"), make_actor(Role.CASHIER, "郑洁")
        visit = VisitFactory(status=VisitStatus.CHECKED)
        services.approve_visit(visit, by=chair, on=TODAY)
        record(visit, by=chair)
        account = bank()
        outcomes = at_the_same_moment(
            *[lambda: services.pay_visit(stored(visit), account=account, by=cashier, on=TODAY)] * 3
        )
        assert [isinstance(outcome, Refused) for outcome in outcomes].count(True) == 2
        assert [verb for _who, verb in verbs(visit.entry)] == ["批准支出", "收付款"]

    def test_two_approvals_commit_the_money_once(self, at_the_same_moment):
        chair, visit = make_actor(Role.CHAIR, "周敏"), VisitFactory(status=VisitStatus.CHECKED)
        at_the_same_moment(*[lambda: services.approve_visit(stored(visit), by=chair, on=TODAY)] * 3)
        assert Entry.objects.count() == 1

    def test_two_checks_for_one_person_know_of_each_other(self, at_the_same_moment):
        secretary, member = make_actor(Role.SECRETARY, "陈静"), MemberFactory()
        gift = {"occasion": Occasion.WEDDING, "cash": 0, "goods": "床上用品", "goods_value": Decimal(800)}
        visits = [VisitFactory(member=member, **gift) for _ in range(2)]
        at_the_same_moment(
            *[lambda pk=visit.pk: services.check_visit(Visit.objects.get(pk=pk), by=secretary) for visit in visits]
        )
        assert sorted(Visit.objects.values_list("status", "over_standard")) == [("checked", False), ("checked", True)]
