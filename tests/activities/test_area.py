"""What activities show on the desk, in the calendar, in the search and in the navigation."""

from datetime import date
from decimal import Decimal

import pytest

from activities.area import area
from activities.enums import ActivityStatus
from finance.enums import EntryStatus
from tests.activities.factories import ActivityFactory, DraftFactory, HeldFactory, SignUpFactory
from tests.conftest import TODAY
from tests.finance.factories import EntryFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def activities(sports_officer):
    """One at each step that somebody takes; sign-up for none is about to close."""
    free = {"sign_up_until": None}
    union = {"budget": Decimal(900), **free}
    entry = EntryFactory(status=EntryStatus.APPROVED)
    return {
        "draft": DraftFactory(title="新春游园会", planned_by=sports_officer, **union),
        "submitted": ActivityFactory(title="登山", status=ActivityStatus.SUBMITTED, **union),
        "approved": ActivityFactory(title="合唱", status=ActivityStatus.APPROVED, **union),
        "expired": ActivityFactory(title="八段锦", sign_up_until=date(2026, 11, 21)),
        "over": ActivityFactory(title="插花", starts_on=date(2026, 11, 21), **free),
        "held": HeldFactory(title="拔河"),
        "late": HeldFactory(title="往年", recorded_late=True),
        "cost": HeldFactory(title="羽毛球", actual_cost=Decimal(900)),
        "settle": HeldFactory(title="读书", actual_cost=Decimal(0)),
        "pay": HeldFactory(title="春游", status=ActivityStatus.PAYABLE, actual_cost=Decimal(9), entry=entry),
    }


ANNOUNCE = ("approved", "“合唱”可以发布了", "发布", "announce")
CLOSE = ("expired", "“八段锦”报名已到期，请截止报名", "截止报名", "close")
HOLD = ("over", "“插花”已经办完，请登记参加情况", "登记举办", "hold")
OUTCOME = ("held", "“拔河”还没有登记支出", "登记支出", "outcome")
SETTLE = ("settle", "“读书”可以结算了", "结算", "settle")
OWN = ("draft", "“新春游园会”的方案还没有送审", "送审", "submit")
APPROVE = ("submitted", "“登山”的方案待批准", "批准", "approve")
COST = ("cost", "“羽毛球”的支出待批准", "批准", "cost")
PAY = ("pay", "“春游”待付款", "付款", "pay")


class TestTasks:
    @pytest.mark.parametrize(
        ("viewer", "expected"),
        [
            ("sports_officer", [HOLD, CLOSE, ANNOUNCE, OWN, OUTCOME, SETTLE]),
            ("chair", [HOLD, CLOSE, ANNOUNCE, APPROVE, OUTCOME, COST, SETTLE]),
            ("cashier", [PAY]),
            ("treasurer", []),
            ("auditor", []),
            ("principal", []),
            ("group_leader", []),
            ("teacher", []),
        ],
    )
    def test_each_step_waits_for_whoever_takes_it(self, activities, viewer, expected, request):
        told = {(task.sentence, task.button, task.url) for task in area.tasks(request.getfixturevalue(viewer), TODAY)}
        assert told == {
            (sentence, button, f"/activities/{activities[name].pk}/{page}/")
            for name, sentence, button, page in expected
        }

    def test_who_is_in_charge_is_reminded_too(self, teacher):
        activity = ActivityFactory(starts_on=date(2026, 11, 20), sign_up_until=None, leader=teacher.member)
        assert [task.url for task in area.tasks(teacher, TODAY)] == [f"/activities/{activity.pk}/hold/"]

    def test_sign_up_that_closes_within_a_week_is_everybodys(self, teacher):
        soon = ActivityFactory(title="八段锦", sign_up_until=date(2026, 11, 29))
        ActivityFactory(sign_up_until=date(2026, 11, 30))
        SignUpFactory(activity=ActivityFactory(sign_up_until=TODAY), member=teacher.member)
        (task,) = area.tasks(teacher, TODAY)
        assert (task.sentence, task.button, task.due) == ("“八段锦”即将截止报名", "去报名", date(2026, 11, 29))
        assert task.url == f"/activities/{soon.pk}/sign-up/"

    def test_queries_do_not_grow_with_what_waits(self, chair, django_assert_num_queries):
        ActivityFactory.create_batch(20, status=ActivityStatus.SUBMITTED, budget=Decimal(900))
        list(area.tasks(chair, TODAY))
        with django_assert_num_queries(2):
            assert len(list(area.tasks(chair, TODAY))) == 20


class TestCalendar:
    def test_has_what_one_knows_of_on_its_first_day(self, teacher):
        shown = ActivityFactory(title="登山")
        ActivityFactory(status=ActivityStatus.CANCELLED)
        DraftFactory()
        ActivityFactory(starts_on=date(2027, 1, 1))
        HeldFactory(precision="year", recorded_late=True, starts_on=date(2026, 12, 1))
        entries = area.calendar(teacher, date(2026, 12, 1), date(2026, 12, 31))
        assert [(entry.day, entry.title, entry.url) for entry in entries] == [
            (date(2026, 12, 6), "登山", shown.get_absolute_url())
        ]


class TestSearch:
    @pytest.mark.parametrize("text", ["运动", "操场", "2026-077", " 运动会 "])
    def test_finds_by_title_place_or_number(self, teacher, text):
        activity = ActivityFactory(number="2026-077")
        hits = [(hit.title, hit.detail, hit.url) for hit in area.search(teacher, text)]
        assert hits == [("趣味运动会", "2026-12-06 · 已发布", activity.get_absolute_url())]

    def test_finds_no_draft_for_others(self, teacher):
        DraftFactory()
        assert list(area.search(teacher, "运动")) == []

    def test_stops_at_ten(self, teacher):
        ActivityFactory.create_batch(12)
        assert len(list(area.search(teacher, "运动"))) == 10


def test_door_is_open_to_all_staff(teacher, chair):
    (door,) = area.navigation
    assert [str(door.label), *(door.permission.test(user) for user in (teacher, chair))] == ["活动", True, True]
