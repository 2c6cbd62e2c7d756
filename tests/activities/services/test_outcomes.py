"""How an activity went and what it cost: names or a number, the chair's signature, the ledger."""

from datetime import date
from decimal import Decimal

import pytest

from activities import services
from activities.enums import ACTIVITY_MOVES, ActivityStatus
from activities.models import Activity
from activities.selectors import attended
from finance.enums import EntryStatus, Fund
from finance.services import pay_entry
from members.services import check_in, close_gathering
from tests.activities.factories import ActivityFactory, DraftFactory, HeldFactory, SignUpFactory
from tests.activities.services.test_plans import drop_three_people
from tests.activities.steps import NOON, come, stored, unsaved, verbs
from tests.conftest import TODAY, make_actor
from tests.finance.factories import bank
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.precision import Precision
from unionoffice.refusal import Refused
from unionoffice.roles import Role


def past(**fields):
    """An activity that nobody planned in here."""
    free = {"sign_up_until": None, "capacity": None, "budget": Decimal(0), "cost_per_head": None}
    told = {"kind": "culture", "title": "拔河比赛", "starts_on": date(2026, 5, 20), "ends_on": date(2026, 5, 20)}
    return unsaved(**{**free, **told, **fields})


def tell(activity, by, **fields):
    told = {"headcount": 40, "report": "圆满结束", "actual_cost": Decimal(0), "payee": "", **fields}
    return services.tell_outcome(activity, **told, by=by, on=TODAY)


def spent(by, cost=900, **fields):
    """Held, with a cost in union money that somebody claims."""
    activity = HeldFactory(budget=Decimal(1000), **fields)
    return tell(activity, by, actual_cost=Decimal(cost), payee="江城市体育用品公司")


class TestRecord:
    def test_is_held_at_once_with_a_number_of_today(self, sports_officer):
        activity = stored(services.record_activity(past(headcount=60), by=sports_officer, on=TODAY))
        assert (activity.status, activity.number, activity.recorded_late) == ("held", "2026-001", True)
        assert verbs(activity) == [("单志强", "补登活动")]

    @pytest.mark.parametrize(
        ("precision", "start", "end"),
        [
            (Precision.DAY, date(2026, 5, 20), date(2026, 5, 20)),
            (Precision.MONTH, date(2026, 5, 1), date(2026, 5, 31)),
            (Precision.TERM, date(2026, 2, 1), date(2026, 8, 31)),
            (Precision.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
        ],
    )
    def test_vague_day_spans_all_that_is_known(self, sports_officer, precision, start, end):
        activity = services.record_activity(past(precision=precision), by=sports_officer, on=TODAY)
        assert (stored(activity).starts_on, stored(activity).ends_on) == (start, end)

    @pytest.mark.parametrize(
        "fields",
        [
            {"starts_on": date(2026, 11, 23), "ends_on": date(2026, 11, 23)},
            {"starts_on": TODAY, "ends_on": date(2026, 11, 23)},
            {"starts_on": date(2026, 12, 2), "ends_on": date(2026, 12, 2), "precision": Precision.MONTH},
        ],
    )
    def test_what_is_to_come_is_refused(self, sports_officer, fields):
        with pytest.raises(Refused, match=r"^补登的活动应当已经办完，日期不能晚于今天。$"):
            services.record_activity(past(**fields), by=sports_officer, on=TODAY)
        assert Activity.objects.count() == 0

    def test_group_leader_records_for_the_own_group_only(self, group_leader):
        with pytest.raises(Refused, match="小组长只能办理本小组的活动"):
            services.record_activity(past(), by=group_leader, on=TODAY)

    def test_cost_in_union_money_still_waits_for_the_chair(self, sports_officer, chair):
        activity = past(headcount=60, actual_cost=Decimal(300), payee="百货商店")
        services.record_activity(activity, by=sports_officer, on=TODAY)
        with pytest.raises(Refused, match=r"^超出预算或标准，请写明批准的理由。$"):
            services.approve_cost(activity, by=chair, on=TODAY)
        services.approve_cost(activity, by=chair, on=TODAY, over_reason="临时组织，属实")
        assert (stored(activity).status, stored(activity).finding) == (
            "payable",
            "没有编列预算，实际支出300.00元。",
        )


class TestHold:
    def hold(self, activity, by, *, headcount=None, on=TODAY):
        return services.hold_activity(activity, headcount=headcount, report="很成功", by=by, on=on)

    def started(self, **fields):
        return ActivityFactory(starts_on=TODAY, sign_up_until=date(2026, 11, 20), **fields)

    def test_with_a_number_where_nobody_checked_in(self, sports_officer):
        activity = stored(self.hold(self.started(), sports_officer, headcount=35))
        assert (activity.status, activity.headcount, attended(activity)) == ("held", 35, 35)

    def test_names_are_counted_and_not_typed(self, sports_officer):
        activity = self.started()
        come(activity, MemberFactory.create_batch(3), by=sports_officer)
        activity = stored(self.hold(activity, sports_officer))
        assert (activity.headcount, attended(activity)) == (None, 3)

    def test_number_beside_names_is_refused(self, sports_officer):
        activity = self.started()
        gathering = come(activity, MemberFactory.create_batch(3), by=sports_officer)
        close_gathering(gathering, by=sports_officer, at=NOON)
        with pytest.raises(Refused, match=r"^已有3人签到，人数按签到名单计算，请把参加人数留空。$"):
            self.hold(activity, sports_officer, headcount=5)

    def test_number_is_refused_while_people_can_still_check_in(self, sports_officer):
        activity = self.started()
        services.open_attendance(activity, by=sports_officer, at=NOON)
        with pytest.raises(Refused, match=r"^签到还没有结束。请先结束签到，再填写参加人数。$"):
            self.hold(activity, sports_officer, headcount=5)

    def test_nothing_known_of_who_came_is_refused(self, sports_officer):
        with pytest.raises(Refused, match=r"^还没有人签到。请先登记签到，或者填写参加人数。$"):
            self.hold(self.started(), sports_officer)

    def test_before_its_day_is_refused(self, sports_officer):
        with pytest.raises(Refused, match=r"^活动还没有开始，请在活动当天或以后登记。$"):
            self.hold(ActivityFactory(), sports_officer, headcount=5)


class TestAttendance:
    def test_those_who_signed_up_are_due_and_others_are_welcome(self, sports_officer, teacher):
        activity, passer_by = ActivityFactory(), AccountFactory(member__name="王磊")
        SignUpFactory(activity=activity, member=teacher.member)
        gathering = services.open_attendance(activity, by=sports_officer, at=NOON)
        rows = [check_in(gathering, one.member, by=one, at=NOON) for one in (teacher, passer_by)]
        assert [row.beyond for row in rows] == [False, True]

    def test_without_sign_up_the_audience_is_due(self, teacher):
        retired = MemberFactory(service_status="retired")
        due = set(ActivityFactory(sign_up_until=None).people_due().values_list("pk", flat=True))
        assert (teacher.member_id in due, retired.pk in due) == (True, False)

    def test_second_opening_leads_to_the_first(self, sports_officer):
        activity = ActivityFactory()
        opened = [services.open_attendance(activity, by=sports_officer, at=NOON) for _ in range(2)]
        assert opened[0] == opened[1]

    def test_beside_a_number_is_refused(self, sports_officer):
        with pytest.raises(Refused, match=r"^已经填写了参加人数。要改用签到名单，请先清空参加人数。$"):
            services.open_attendance(HeldFactory(), by=sports_officer, at=NOON)

    @pytest.mark.parametrize("status", ["draft", "settled", "cancelled"])
    def test_of_what_does_not_take_place_is_refused(self, sports_officer, status):
        with pytest.raises(Refused, match="现在不能登记签到"):
            services.open_attendance(ActivityFactory(status=status), by=sports_officer, at=NOON)


class TestCost:
    def test_chair_signs_and_an_approved_entry_stands_in_the_ledger(self, sports_officer, chair):
        activity = services.approve_cost(spent(sports_officer), by=chair, on=TODAY)
        entry = stored(activity).entry
        assert (entry.status, entry.amount, entry.counterparty) == (
            EntryStatus.APPROVED,
            Decimal(900),
            "江城市体育用品公司",
        )
        assert (entry.requested_by, entry.approved_by) == (sports_officer, chair)
        assert entry.purpose == f"活动支出（活动 {activity.number}）"

    @pytest.mark.parametrize(
        ("kind", "code"), [("culture", "50102"), ("trip", "50102"), ("retirees", "50104"), ("other", "50104")]
    )
    def test_is_booked_under_the_subject_of_its_kind(self, sports_officer, chair, kind, code):
        activity = services.approve_cost(spent(sports_officer, kind=kind), by=chair, on=TODAY)
        assert stored(activity).entry.subject.code == code

    def test_cashier_pays_and_it_is_settled(self, sports_officer, chair, cashier):
        activity = services.approve_cost(spent(sports_officer), by=chair, on=TODAY)
        with pytest.raises(Refused, match="来源记录"):
            pay_entry(activity.entry, account=bank(), by=cashier, on=TODAY)
        services.pay_activity(activity, account=bank(), by=cashier, on=TODAY)
        assert (stored(activity).status, stored(activity).entry.status) == ("settled", EntryStatus.PAID)

    def test_over_the_budget_needs_a_reason(self, sports_officer, chair):
        activity = spent(sports_officer, 1000.01)
        with pytest.raises(Refused, match=r"^超出预算或标准，请写明批准的理由。$"):
            services.approve_cost(activity, by=chair, on=TODAY)
        services.approve_cost(activity, by=chair, on=TODAY, over_reason="加购饮用水")
        assert (stored(activity).finding, stored(activity).over_reason) == ("超出预算0.01元。", "加购饮用水")

    def test_trip_over_the_cap_by_those_who_came_needs_a_reason(self, sports_officer, chair):
        activity = spent(sports_officer, kind="trip")
        tell(activity, sports_officer, actual_cost=Decimal(900), payee="客运公司", headcount=4)
        with pytest.raises(Refused, match=r"^超出预算或标准"):
            services.approve_cost(activity, by=chair, on=TODAY)

    def test_who_claims_does_not_sign(self, chair):
        activity = spent(chair)
        with pytest.raises(Refused, match=r"^不能批准自己报的账。请由活动策划人或负责人登记支出。$"):
            services.approve_cost(activity, by=chair, on=TODAY)
        drop_three_people()
        assert services.approve_cost(activity, by=chair, on=TODAY).status == "payable"

    def test_bookkeeper_does_not_claim(self, treasurer):
        with pytest.raises(Refused, match=r"^申请、批准、记账须由三人分别办理，会计不能报账"):
            spent(treasurer)
        drop_three_people()
        assert spent(treasurer).told_by == treasurer

    def test_payee_is_asked_for_where_union_money_is_paid(self, sports_officer):
        with pytest.raises(Refused, match=r"^有工会经费支出的，请填写收款方。$"):
            tell(HeldFactory(), sports_officer, actual_cost=Decimal(1))
        assert tell(HeldFactory(fund=Fund.DONATION), sports_officer, actual_cost=Decimal(1)).payee == ""

    @pytest.mark.parametrize("fields", [{"actual_cost": Decimal(0)}, {"fund": Fund.ADMINISTRATION}])
    def test_without_union_money_it_is_settled_without_an_entry(self, sports_officer, fields):
        activity = HeldFactory(**{"actual_cost": Decimal(500), **fields})
        services.settle_activity(activity, by=sports_officer)
        assert (stored(activity).status, stored(activity).entry) == ("settled", None)

    def test_settling_without_the_cost_is_refused(self, sports_officer):
        with pytest.raises(Refused, match=r"^请先登记实际支出；没有支出的填0。$"):
            services.settle_activity(HeldFactory(), by=sports_officer)

    def test_settling_past_the_ledger_is_refused(self, sports_officer):
        with pytest.raises(Refused, match=r"^这次活动用了工会经费"):
            services.settle_activity(spent(sports_officer), by=sports_officer)

    def test_nothing_to_sign_is_refused(self, sports_officer, chair):
        with pytest.raises(Refused, match=r"^这次活动没有工会经费支出，不需要批准，可以直接结算。$"):
            services.approve_cost(HeldFactory(actual_cost=Decimal(0)), by=chair, on=TODAY)

    def test_outcome_stays_once_it_was_signed(self, sports_officer, chair):
        activity = services.approve_cost(spent(sports_officer), by=chair, on=TODAY)
        with pytest.raises(Refused, match=r"^只有已举办、还没有结算的活动可以登记结果。$"):
            tell(activity, sports_officer)


MOVES = {
    "submit": lambda one, by: services.submit_activity(one, by=by, on=TODAY),
    "approve": lambda one, by: services.approve_activity(one, by=by, on=TODAY),
    "return": lambda one, by: services.return_activity(one, by=by, reason="改时间"),
    "announce": lambda one, by: services.announce_activity(one, by=by, on=TODAY),
    "close": lambda one, by: services.close_sign_up(one, by=by),
    "reopen": lambda one, by: services.reopen_sign_up(one, until=TODAY, by=by, on=TODAY),
    "hold": lambda one, by: services.hold_activity(one, headcount=9, report="", by=by, on=TODAY),
    "cost": lambda one, by: services.approve_cost(one, by=by, on=TODAY),
    "pay": lambda one, by: services.pay_activity(one, account=bank(), by=by, on=TODAY),
    "settle": lambda one, by: services.settle_activity(one, by=by),
    "cancel": lambda one, by: services.cancel_activity(one, by=by, reason="天气不好"),
}
TABLE = {
    "submit": {"draft": "submitted"},
    "approve": {"submitted": "approved"},
    "return": {"submitted": "draft", "approved": "draft"},
    "announce": {"draft": "announced", "approved": "announced"},
    "close": {"announced": "closed"},
    "reopen": {"closed": "announced"},
    "hold": {"announced": "held", "closed": "held"},
    "cost": {"held": "payable"},
    "pay": {"payable": "settled"},
    "settle": {"held": "settled"},
    "cancel": dict.fromkeys(("draft", "submitted", "approved", "announced", "closed"), "cancelled"),
}
"""From which state each service moves an activity to which: written by hand, not read from the code's own table."""


def at_status(status, move):
    """An activity as it stands there, with whatever else the move asks for."""
    union = move in ("submit", "approve", "cost", "pay") or status == "payable"
    money = {"budget": Decimal(900), "actual_cost": Decimal(900), "payee": "商店"} if union else {}
    money.setdefault("actual_cost", Decimal(0))
    paid = status in ("payable", "settled") and union
    fields = {"plan": "方案", "starts_on": TODAY, "sign_up_until": TODAY, "told_by": AccountFactory(), **money}
    activity = (DraftFactory if status == "draft" else ActivityFactory)(
        **{**fields, "status": ActivityStatus.HELD if paid else status, "number": "2026-100"}
    )
    if paid:
        services.approve_cost(activity, by=make_actor(Role.CHAIR, "冯立"), on=TODAY)
    if paid and status == "settled":
        services.pay_activity(activity, account=bank(), by=make_actor(Role.CASHIER, "郑洁"), on=TODAY)
    return activity


@pytest.mark.django_db
@pytest.mark.parametrize("status", ActivityStatus.values)
@pytest.mark.parametrize("move", MOVES)
def test_every_move_from_every_state(move, status):
    activity, by = at_status(status, move), make_actor(Role.CHAIR, "周敏")
    if to := TABLE[move].get(status):
        assert MOVES[move](activity, by).status == stored(activity).status == to
    else:
        with pytest.raises(Refused):
            MOVES[move](activity, by)
        assert stored(activity).status == status


def test_code_allows_no_move_that_no_service_makes():
    made = {(status, to) for moves in TABLE.values() for status, to in moves.items()}
    assert made == {(status.value, to.value) for status, targets in ACTIVITY_MOVES.items() for to in targets}
