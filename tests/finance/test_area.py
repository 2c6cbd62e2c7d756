"""What finance shows on the desk, in the search and in the navigation."""

from decimal import Decimal

import pytest

from finance.area import area
from finance.enums import EntryStatus
from tests.conftest import TODAY
from tests.finance.factories import BookedEntryFactory, EntryFactory

pytestmark = pytest.mark.django_db

EVERYBODY = ("chair", "secretary", "treasurer", "cashier", "auditor", "welfare_officer", "principal", "teacher")


@pytest.fixture
def entries():
    """One at each step, and two that another area leads: one to pay, one to book."""
    made = {status: EntryFactory(status=status, amount=Decimal(1300)) for status in EntryStatus if status != "booked"}
    made["booked"] = BookedEntryFactory()
    posted = {"source_model": "welfare.Visit", "purpose": "慰问支出（慰问 2026-001）"}
    made["to pay elsewhere"] = EntryFactory(status=EntryStatus.APPROVED, source_key=1, **posted)
    made["to book, posted"] = EntryFactory(status=EntryStatus.PAID, source_key=2, **posted)
    return made


class TestTasks:
    def told(self, user):
        return [(task.sentence, task.button, task.url) for task in area.tasks(user, TODAY)]

    def line(self, entry, state, button, page):
        amount = "1,300.00" if entry.source is None else "300.00"
        return f"{entry.purpose}，{amount}元，{state}", button, f"/finance/entries/{entry.pk}/{page}/"

    @pytest.mark.parametrize(
        ("viewer", "expected"),
        [
            ("chair", [("submitted", "待批准", "批准", "approve")]),
            ("secretary", [("draft", "草稿", "修改", "mend")]),
            ("cashier", [("approved", "待收付", "收付款", "pay")]),
            (
                "treasurer",
                [
                    ("draft", "草稿", "修改", "mend"),
                    ("paid", "待记账", "记账", "book"),
                    ("to book, posted", "待记账", "记账", "book"),
                ],
            ),
            ("auditor", []),
            ("welfare_officer", []),
            ("principal", []),
            ("teacher", []),
        ],
    )
    def test_each_step_waits_for_whoever_takes_it(self, entries, viewer, expected, request):
        user = request.getfixturevalue(viewer)
        assert self.told(user) == [self.line(entries[name], *told) for name, *told in expected]


class TestSearch:
    @pytest.mark.parametrize("text", ["文具", "会议用品", "2026-0031"])
    def test_finds_purpose_other_party_and_number(self, chair, text):
        entry = BookedEntryFactory(number=31)
        hits = [(hit.title, hit.detail, hit.url) for hit in area.search(chair, text)]
        assert hits == [("购买会议用品", "300.00元", f"/finance/entries/{entry.pk}/")]

    @pytest.mark.parametrize("viewer", ["welfare_officer", "principal", "teacher"])
    def test_finds_nothing_for_those_who_do_not_see_the_ledger(self, viewer, request):
        BookedEntryFactory()
        assert list(area.search(request.getfixturevalue(viewer), "文具")) == []

    def test_stops_at_ten(self, chair):
        EntryFactory.create_batch(12)
        assert len(list(area.search(chair, "文具"))) == 10


def test_door_is_open_to_those_who_work_with_the_money(request):
    (door,) = area.navigation
    opens = [name for name in EVERYBODY if door.permission.test(request.getfixturevalue(name))]
    assert opens == ["chair", "secretary", "treasurer", "cashier", "auditor"]
