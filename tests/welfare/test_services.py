"""Every write to visits: what it does, what it refuses, what it leaves in the trail."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction

from finance.enums import EntryStatus, Fund
from finance.models import Entry
from finance.services import cancel_entry, pay_entry
from tests.conftest import TODAY, make_actor
from tests.finance.factories import EntryFactory, bank
from tests.members.factories import AccountFactory, MemberFactory
from tests.welfare.factories import VisitFactory
from tests.welfare.steps import CIRCUMSTANCES, record, request_for, stored, unsaved
from unionoffice.audit import HIDDEN, trail_of
from unionoffice.numbering import NumberSeries
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.rules import RuleSetting
from welfare import services
from welfare.enums import APPROVED_ONCE, VISIT_MOVES, Occasion, VisitStatus
from welfare.models import Visit


def drop_three_people():
    RuleSetting.objects.create(
        key="finance.three_people", label="三人分办", value=False, valid_from=date(2026, 1, 1), source="校工会决定"
    )


@pytest.fixture
def member(db):
    return MemberFactory(name="林芳")


class TestRequest:
    def test_numbers_run_through_the_year_of_the_request(self, member, secretary):
        visits = [request_for(member, by=secretary) for _ in range(2)]
        other = services.request_visit(unsaved(member), by=secretary, on=date(2027, 1, 4))
        assert [visit.number for visit in (*visits, other)] == ["2026-001", "2026-002", "2027-001"]

    def test_who_and_when_are_kept(self, member, group_leader):
        visit = stored(request_for(member, by=group_leader))
        assert (visit.requested_by, visit.requested_on, visit.recorded_late) == (group_leader, TODAY, False)

    def test_trail_names_circumstances_without_telling_them(self, member, secretary):
        visit = request_for(member, by=secretary)
        (entry,) = trail_of(visit)
        assert entry.changes["circumstances"][1] == HIDDEN
        assert CIRCUMSTANCES not in str(entry.changes)
        visit = stored(visit)
        visit.circumstances = "已出院"
        visit.save()
        assert trail_of(visit).first().changes == {"circumstances": [HIDDEN, HIDDEN]}

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"happened_on": date(2026, 11, 23)}, "发生日期不能晚于今天。"),
            ({"visited_on": date(2026, 11, 19)}, "慰问日期不能早于发生日期，也不能晚于今天。"),
            ({"visited_on": date(2026, 11, 23)}, "慰问日期不能早于发生日期，也不能晚于今天。"),
            ({"goods": "水果"}, "慰问品和它的价值要一起填写；没有慰问品时两项都留空。"),
            ({"goods_value": Decimal(200)}, "慰问品和它的价值要一起填写；没有慰问品时两项都留空。"),
            (
                {"occasion": Occasion.WEDDING},
                "“结婚慰问”只能发实物，不能用工会经费发现金。请改为慰问品，或改用其他经费，再提交申请。",
            ),
        ],
    )
    def test_refused(self, member, secretary, fields, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            request_for(member, by=secretary, **fields)
        assert (Visit.objects.count(), NumberSeries.objects.count()) == (0, 0)

    @pytest.mark.parametrize("visited_on", [date(2026, 11, 20), TODAY])
    def test_first_and_last_possible_day_of_a_late_record(self, member, secretary, visited_on):
        assert request_for(member, by=secretary, visited_on=visited_on).visited_on == visited_on

    def test_request_that_is_taken_back_leaves_no_gap(self, member, secretary):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            request_for(member, by=secretary)
            raise ZeroDivisionError
        assert request_for(member, by=secretary).number == "2026-001"


class TestCheck:
    def test_keeps_standard_and_finding(self, member, secretary):
        visit = stored(services.check_visit(VisitFactory(), by=secretary))
        assert (visit.status, visit.standard.name, visit.finding) == (
            VisitStatus.CHECKED,
            "住院慰问",
            "符合“住院慰问”，每次不超过1,000.00元。",
        )

    def test_over_the_standard_goes_to_the_chair_marked(self, secretary):
        visit = stored(services.check_visit(VisitFactory(cash=Decimal(1200)), by=secretary))
        assert (visit.over_standard, visit.finding) == (True, "超过“住院慰问”每次1,000.00元的上限200.00元。")

    def test_cash_where_the_rule_wants_goods_is_refused(self, secretary):
        visit = VisitFactory(occasion=Occasion.WEDDING)
        with pytest.raises(Refused, match=r"^“结婚慰问”只能发实物"):
            services.check_visit(visit, by=secretary)
        assert stored(visit).status == VisitStatus.REQUESTED


class TestApprove:
    def checked(self, **fields):
        return VisitFactory(status=VisitStatus.CHECKED, **fields)

    def test_commits_the_money_as_an_approved_entry(self, chair, welfare_officer, member):
        visit = self.checked(
            member=member, requested_by=welfare_officer, cash=Decimal(600), goods="水果", goods_value=Decimal("99.90")
        )
        services.approve_visit(visit, by=chair, on=TODAY)
        entry = stored(visit).entry
        assert (entry.status, entry.amount, entry.counterparty) == (EntryStatus.APPROVED, Decimal("699.90"), "林芳")
        assert (entry.requested_by, entry.approved_by, entry.occurred_on) == (welfare_officer, chair, TODAY)

    @pytest.mark.parametrize(
        ("occasion", "goods", "code"),
        [("illness", "", "50305"), ("wedding", "床上用品", "502"), ("misfortune", "", "502")],
    )
    def test_posts_to_the_standards_subject_else_to_services(self, chair, secretary, occasion, goods, code):
        money = {"goods": goods, "goods_value": Decimal(500), "cash": 0} if goods else {}
        visit = VisitFactory(occasion=occasion, **money)
        services.check_visit(visit, by=secretary)
        services.approve_visit(visit, by=chair, on=TODAY, over_reason="家里遭了火灾")
        assert stored(visit).entry.subject.code == code

    def test_requester_is_refused(self, chair):
        visit = self.checked(requested_by=chair)
        with pytest.raises(Refused, match=r"^不能批准自己申请的慰问。请撤回后由生活委员重新申请。$"):
            services.approve_visit(visit, by=chair, on=TODAY)
        assert (stored(visit).status, Entry.objects.count()) == (VisitStatus.CHECKED, 0)

    def test_requester_approves_where_the_school_does_not_ask_for_three_people(self, chair):
        drop_three_people()
        assert services.approve_visit(self.checked(requested_by=chair), by=chair, on=TODAY).approved_by == chair

    def test_person_visited_is_refused_whatever_the_rule(self, chair):
        drop_three_people()
        with pytest.raises(Refused, match=r"^不能批准给自己的慰问。请工会秘书给副主席授予主席角色，由他批准。$"):
            services.approve_visit(self.checked(member=chair.member), by=chair, on=TODAY)

    def test_operator_without_a_member_is_nobody_who_was_visited(self, db):
        operator = AccountFactory(member=None, employee_no="ops", name="运维")
        assert services.approve_visit(self.checked(), by=operator, on=TODAY).status == VisitStatus.APPROVED

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_over_the_standard_needs_a_reason(self, chair, reason):
        visit = self.checked(over_standard=True)
        with pytest.raises(Refused, match=r"^超出标准，请写明批准的理由。$"):
            services.approve_visit(visit, by=chair, on=TODAY, over_reason=reason)

    def test_reason_stands_with_the_visit_and_not_in_its_trail(self, chair):
        visit = self.checked(over_standard=True)
        services.approve_visit(visit, by=chair, on=TODAY, over_reason=" 病情危重 ")
        assert (stored(visit).over_reason, trail_of(visit).first().note) == ("病情危重", "")

    def test_reason_within_the_standard_is_not_kept(self, chair):
        visit = services.approve_visit(self.checked(), by=chair, on=TODAY, over_reason="多余的话")
        assert (stored(visit).over_reason, trail_of(visit).first().note) == ("", "")

    def test_more_than_the_cap_from_other_money_needs_no_reason(self, chair, secretary):
        visit = VisitFactory(cash=Decimal(50_000), fund=Fund.DONATION)
        services.check_visit(visit, by=secretary)
        services.approve_visit(visit, by=chair, on=TODAY)
        assert (stored(visit).over_standard, stored(visit).entry) == (False, None)


class TestRefuse:
    def test_chair_says_no_with_the_reason(self, chair):
        visit = services.refuse_visit(VisitFactory(status=VisitStatus.CHECKED), by=chair, reason="不属于慰问范围")
        told = trail_of(visit).first()
        assert (visit.status, told.verb, told.note) == (VisitStatus.REFUSED, "不予批准", "不属于慰问范围")

    def test_without_a_reason_is_refused(self, chair):
        with pytest.raises(Refused, match=r"^请写明不批准的理由。$"):
            services.refuse_visit(VisitFactory(status=VisitStatus.CHECKED), by=chair, reason=" ")


class TestRecord:
    @pytest.mark.parametrize("visited_on", [date(2026, 11, 19), date(2026, 11, 23)])
    def test_day_before_it_happened_or_to_come_is_refused(self, secretary, visited_on):
        with pytest.raises(Refused, match=r"^慰问日期不能早于发生日期，也不能晚于今天。$"):
            record(VisitFactory(status=VisitStatus.APPROVED), by=secretary, visited_on=visited_on)

    @pytest.mark.parametrize("visited_on", [date(2026, 11, 20), TODAY])
    def test_notes_when_and_who(self, secretary, visited_on):
        visit = stored(record(VisitFactory(status=VisitStatus.APPROVED), by=secretary, visited_on=visited_on))
        assert (visit.visited_on, visit.visitors) == (visited_on, "周敏、许晴")

    def test_visit_that_nobody_approved_is_refused(self, secretary):
        visit = VisitFactory(status=VisitStatus.CHECKED)
        with pytest.raises(Refused, match=r"^这次慰问还没有批准，批准后才能登记。$"):
            record(visit, by=secretary)
        assert stored(visit).status == VisitStatus.CHECKED


class TestPay:
    def visited(self, chair):
        visit = VisitFactory(status=VisitStatus.CHECKED)
        services.approve_visit(visit, by=chair, on=TODAY)
        return record(visit, by=chair)

    def test_entry_is_paid_with_it(self, chair, cashier):
        visit = services.pay_visit(self.visited(chair), account=bank(), by=cashier, on=TODAY)
        entry = stored(visit).entry
        assert (entry.status, entry.paid_by, entry.paid_on, entry.account) == (
            EntryStatus.PAID,
            cashier,
            TODAY,
            bank(),
        )

    def test_refusal_of_the_ledger_leaves_the_visit_as_it_was(self, chair, cashier):
        visit, closed = self.visited(chair), bank()
        closed.is_open = False
        with pytest.raises(Refused, match="已停用"):
            services.pay_visit(visit, account=closed, by=cashier, on=TODAY)
        assert (stored(visit).status, stored(visit).entry.status) == (VisitStatus.VISITED, EntryStatus.APPROVED)

    def test_entry_cannot_be_paid_or_cancelled_behind_the_visits_back(self, chair, cashier):
        visit = self.visited(chair)
        with pytest.raises(Refused, match="来源记录"):
            pay_entry(visit.entry, account=bank(), by=cashier, on=TODAY)
        with pytest.raises(Refused, match="来源记录"):
            cancel_entry(visit.entry, by=chair, reason="误批")
        assert services.pay_visit(visit, account=bank(), by=cashier, on=TODAY).status == VisitStatus.PAID

    def test_visit_that_must_be_paid_is_not_closed(self, chair):
        with pytest.raises(Refused, match=r"^这次慰问要用工会经费付款，付款后自动办结。$"):
            services.close_visit(self.visited(chair), by=chair)


class TestWithdraw:
    def test_cancels_the_entry_without_telling_the_ledger_why(self, chair, secretary):
        visit = VisitFactory(number="2026-031", status=VisitStatus.CHECKED)
        services.approve_visit(visit, by=chair, on=TODAY)
        services.withdraw_visit(visit, by=secretary, reason="病人已转院，家属谢绝探望")
        assert (stored(visit).status, stored(visit).entry.status) == (VisitStatus.WITHDRAWN, EntryStatus.CANCELLED)
        assert [trail_of(row).first().note for row in (visit, visit.entry)] == [
            "病人已转院，家属谢绝探望",
            "慰问 2026-031已撤回",
        ]

    def test_without_a_reason_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请写明撤回的理由。$"):
            services.withdraw_visit(VisitFactory(), by=secretary, reason=" ")

    def test_withdrawn_visit_is_neither_paid_nor_counted(self, chair, secretary, cashier):
        visit = VisitFactory(status=VisitStatus.CHECKED)
        services.approve_visit(visit, by=chair, on=TODAY)
        services.withdraw_visit(visit, by=secretary, reason="本人婉拒")
        with pytest.raises(Refused, match="已撤回"):
            services.pay_visit(visit, account=bank(), by=cashier, on=TODAY)
        assert not Visit.objects.happened_in(date(2026, 1, 1), date(2026, 12, 31)).exists()


MOVES = {
    "check": lambda visit, by: services.check_visit(visit, by=by),
    "approve": lambda visit, by: services.approve_visit(visit, by=by, on=TODAY),
    "refuse": lambda visit, by: services.refuse_visit(visit, by=by, reason="不属于慰问范围"),
    "record": lambda visit, by: record(visit, by=by),
    "pay": lambda visit, by: services.pay_visit(visit, account=bank(), by=by, on=TODAY),
    "close": lambda visit, by: services.close_visit(visit, by=by),
    "withdraw": lambda visit, by: services.withdraw_visit(visit, by=by, reason="本人婉拒"),
}
TABLE = {
    "check": {"requested": "checked"},
    "approve": {"checked": "approved"},
    "refuse": {"checked": "refused"},
    "record": {"approved": "visited"},
    "pay": {"visited": "paid"},
    "close": {"visited": "closed"},
    "withdraw": {"requested": "withdrawn", "checked": "withdrawn", "approved": "withdrawn"},
}
"""From which state each service moves a visit to which: written by hand, not read from the code's own table."""


def at_status(status, *, paid_by_the_union):
    """A visit as it stands at `status`, with the entry that it has there if the union pays for it."""
    visit = VisitFactory(status=status if status != VisitStatus.PAID else VisitStatus.VISITED)
    if paid_by_the_union and status in APPROVED_ONCE:
        visit.entry = EntryFactory(status=EntryStatus.APPROVED, source_model="welfare.Visit", source_key=visit.pk)
    visit.status = status
    visit.save()
    return visit


@pytest.mark.django_db
@pytest.mark.parametrize("status", VisitStatus)
@pytest.mark.parametrize("move", MOVES)
def test_every_move_from_every_state(move, status):
    visit = at_status(status, paid_by_the_union=move != "close" or status == VisitStatus.PAID)
    by, before = make_actor(Role.CHAIR, "周敏"), trail_of(visit).count()
    if to := TABLE[move].get(status):
        assert MOVES[move](visit, by).status == to
        assert (stored(visit).status, trail_of(visit).count()) == (to, before + 1)
    else:
        with pytest.raises(Refused):
            MOVES[move](visit, by)
        assert (stored(visit).status, trail_of(visit).count()) == (status, before)


def test_code_allows_no_move_that_no_service_makes():
    made = {(status, to) for moves in TABLE.values() for status, to in moves.items()}
    late = {("checked", "visited")}
    assert made | late == {(status.value, to.value) for status, targets in VISIT_MOVES.items() for to in targets}
