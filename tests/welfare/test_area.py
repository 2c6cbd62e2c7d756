"""What welfare shows on the desk, in the search and in the navigation."""

from decimal import Decimal

import pytest

from finance.enums import EntryStatus, Fund
from tests.conftest import TODAY
from tests.finance.factories import EntryFactory
from tests.members.factories import MemberFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from welfare.area import area
from welfare.enums import Occasion, VisitStatus

pytestmark = pytest.mark.django_db

EVERYBODY = (
    "chair",
    "secretary",
    "welfare_officer",
    "group_leader",
    "auditor",
    "treasurer",
    "cashier",
    "principal",
    "teacher",
)


@pytest.fixture
def visits():
    """One at each step: 林芳's on the way, one to pay, one to close."""
    lin = MemberFactory(name="林芳")
    steps = (VisitStatus.REQUESTED, VisitStatus.CHECKED, VisitStatus.APPROVED)
    made = {status.value: VisitFactory(member=lin, status=status) for status in steps}
    made["to pay"] = MadeVisitFactory(
        number="2026-077",
        occasion=Occasion.BEREAVEMENT,
        cash=Decimal(1300),
        entry=EntryFactory(status=EntryStatus.APPROVED),
    )
    made["to close"] = MadeVisitFactory(member=lin, fund=Fund.DONATION)
    VisitFactory(status=VisitStatus.REFUSED)
    return made


CHECK = ("requested", "林芳的慰问（生病）待核对", "核对", "check")
APPROVE = ("checked", "林芳的慰问（生病）待批准", "批准", "approve")
RECORD = ("approved", "林芳的慰问（生病）待慰问", "登记", "record")
PAY = ("to pay", "慰问 2026-077，待付款1,300.00元", "付款", "pay")
CLOSE = ("to close", "林芳的慰问（生病）已慰问", "办结", "close")


class TestTasks:
    @pytest.mark.parametrize(
        ("viewer", "expected"),
        [
            ("secretary", [CHECK, RECORD, CLOSE]),
            ("welfare_officer", [CHECK, RECORD, CLOSE]),
            ("chair", [APPROVE, RECORD, CLOSE]),
            ("cashier", [PAY]),
            ("treasurer", []),
            ("auditor", []),
            ("group_leader", []),
            ("principal", []),
            ("teacher", []),
        ],
    )
    def test_each_step_waits_for_whoever_takes_it(self, visits, viewer, expected, request):
        told = [(task.sentence, task.button, task.url) for task in area.tasks(request.getfixturevalue(viewer), TODAY)]
        assert told == [
            (sentence, button, f"/welfare/visits/{visits[name].pk}/{page}/")
            for name, sentence, button, page in expected
        ]

    def test_queries_do_not_grow_with_what_waits(self, chair, django_assert_num_queries):
        VisitFactory.create_batch(30, status=VisitStatus.CHECKED)
        list(area.tasks(chair, TODAY))
        with django_assert_num_queries(3):
            assert len(list(area.tasks(chair, TODAY))) == 30


class TestSearch:
    @pytest.mark.parametrize("viewer", ["chair", "secretary", "welfare_officer"])
    def test_finds_by_number_for_those_who_organise(self, visits, viewer, request):
        visit = visits["to pay"]
        hits = [(hit.title, hit.detail, hit.url) for hit in area.search(request.getfixturevalue(viewer), "2026-077")]
        assert hits == [(f"慰问 2026-077 {visit.member}", "已慰问", visit.get_absolute_url())]

    @pytest.mark.parametrize("viewer", ["treasurer", "cashier", "group_leader", "principal", "teacher"])
    def test_finds_nothing_for_others(self, visits, viewer, request):
        assert list(area.search(request.getfixturevalue(viewer), "2026")) == []

    def test_stops_at_ten(self, chair):
        VisitFactory.create_batch(12)
        assert len(list(area.search(chair, "2026"))) == 10


def test_door_is_open_to_those_who_ask_for_organise_or_audit_visits(request):
    (door,) = area.navigation
    opens = [name for name in EVERYBODY if door.permission.test(request.getfixturevalue(name))]
    assert opens == ["chair", "secretary", "welfare_officer", "group_leader", "auditor"]
