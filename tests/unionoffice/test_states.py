"""Moves: the table is asked of the row as it is now, and what is refused leaves nothing behind."""

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from finance.enums import EntryStatus
from finance.models import Entry
from tests.finance.factories import EntryFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.states import in_state, lock, may_move, moving


def submit(entry, by):
    with moving(entry, to=EntryStatus.SUBMITTED, by=by, verb="提交批准", note="尽快"):
        entry.purpose = "改过的事由"


@pytest.mark.django_db
class TestMoving:
    def test_saves_state_and_fields_and_tells_the_trail(self, secretary):
        entry = EntryFactory()
        submit(entry, secretary)
        stored = Entry.objects.get(pk=entry.pk)
        assert (stored.status, stored.purpose) == (EntryStatus.SUBMITTED, "改过的事由")
        told = trail_of(entry).first()
        assert (told.verb, told.actor, told.note) == ("提交批准", secretary, "尽快")
        assert told.changes == {"status": ["draft", "submitted"], "purpose": ["购买会议用品", "改过的事由"]}

    def test_move_that_the_table_lacks_is_refused_with_the_state(self, secretary):
        entry = EntryFactory(status=EntryStatus.CANCELLED)
        with pytest.raises(Refused, match=r"^现在是“已撤销”状态，不能提交批准。请刷新页面查看最新情况。$"):
            submit(entry, secretary)
        assert Entry.objects.get(pk=entry.pk).purpose == "购买会议用品"

    def test_state_of_the_row_counts_and_not_that_of_a_stale_page(self, secretary):
        entry = EntryFactory()
        Entry.objects.filter(pk=entry.pk).update(status=EntryStatus.CANCELLED)
        with pytest.raises(Refused, match="已撤销"):
            submit(entry, secretary)

    def test_unsaved_fields_of_the_caller_are_not_smuggled_in(self, secretary):
        entry = EntryFactory()
        entry.amount = 999999
        submit(entry, secretary)
        assert Entry.objects.get(pk=entry.pk).amount == 300

    def test_what_is_refused_inside_leaves_neither_state_nor_trail(self, secretary):
        entry = EntryFactory()
        with (
            pytest.raises(Refused, match="不行"),
            moving(entry, to=EntryStatus.SUBMITTED, by=secretary, verb="提交批准"),
        ):
            entry.purpose = "改过的事由"
            entry.save()
            raise Refused("不行")
        stored = Entry.objects.get(pk=entry.pk)
        assert (stored.status, stored.purpose) == (EntryStatus.DRAFT, "购买会议用品")
        assert trail_of(entry).count() == 1


@pytest.mark.parametrize("status", EntryStatus)
@pytest.mark.parametrize("to", EntryStatus)
def test_may_move_says_what_the_table_says(status, to):
    assert may_move(Entry(status=status), to) is (to in Entry.MOVES[status])


@pytest.mark.parametrize("status", EntryStatus)
def test_in_state_holds_in_the_states_that_it_names(status):
    paid_or_booked = in_state(EntryStatus.PAID, EntryStatus.BOOKED)
    assert paid_or_booked.test(None, Entry(status=status)) is (status in {"paid", "booked"})


@pytest.mark.django_db(transaction=True)
def test_lock_needs_a_transaction():
    entry = EntryFactory()
    if not connection.features.has_select_for_update:
        pytest.skip("SQLite locks the whole file when a transaction begins")
    with pytest.raises(TransactionManagementError):
        lock(entry)


def test_of_two_moves_at_the_same_moment_one_is_refused(at_the_same_moment):
    entry, by = EntryFactory(), EntryFactory().requested_by
    outcomes = at_the_same_moment(*[lambda: submit(Entry.objects.get(pk=entry.pk), by)] * 2)
    assert sorted(map(str, outcomes), key=len) == [
        "None",
        "现在是“待批准”状态，不能提交批准。请刷新页面查看最新情况。",
    ]
    assert trail_of(entry).count() == 2


@pytest.mark.django_db(transaction=True)
def test_locked_record_is_brought_up_to_date():
    entry = EntryFactory()
    Entry.objects.filter(pk=entry.pk).update(purpose="别人改的")
    with transaction.atomic():
        assert lock(entry).purpose == "别人改的"
