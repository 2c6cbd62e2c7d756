"""Two records of one person become one."""

import json
from datetime import date

import pytest

from members.enums import ChangeKind, ServiceStatus, UnionStatus
from members.models import Account, Member, MergedMember, RoleGrant, StatusChange
from members.selectors import member_of_number
from members.services import find_distinct, merge_members, register_member, unblock_account
from tests.conftest import TODAY
from tests.finance.factories import BookedEntryFactory
from tests.members.factories import AccountFactory, MemberFactory, RoleGrantFactory, SignInFactory
from tests.members.merging import merge
from tests.members.trails import last_changes, trail
from tests.welfare.factories import VisitFactory
from unionoffice.audit import HIDDEN, trail_of
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.sources import SourceRef
from welfare.enums import VisitStatus

pytestmark = pytest.mark.django_db


def columns(model, key):
    """A row as the database has it, column by column."""
    return model.objects.filter(pk=key).values().get()


def change(member, kind, day, service, union):
    StatusChange.objects.create(member=member, kind=kind, on=day, service_status=service, union_status=union)


@pytest.fixture
def pair():
    """The record that stays, 1001, and the one that goes, 2002."""
    kept = MemberFactory(employee_no="1001", name="林芳", title="高级教师", phone="")
    dropped = MemberFactory(employee_no="2002", name="林芳芳", title="一级教师", phone="13900001111")
    return kept, dropped


class TestRecord:
    def test_dropped_one_is_gone_and_told_of(self, pair, secretary):
        kept, dropped = pair
        VisitFactory(member=dropped)
        merged = merge(kept, dropped, by=secretary)
        assert not Member.objects.filter(pk=dropped.pk).exists()
        told = (merged.former_key, merged.employee_no, merged.name, merged.given_up_no, merged.kept, merged.merged_on)
        assert told == (dropped.pk, "2002", "林芳芳", "2002", kept, TODAY)
        assert (merged.merged_by, merged.closed_account, merged.moved) == (secretary, None, {"welfare.Visit": 1})

    def test_its_values_are_kept_encrypted_and_not_in_the_trail(self, pair, secretary):
        merged = merge(*pair, by=secretary)
        values = json.loads(MergedMember.objects.get().former_values)
        assert (values["phone"], values["title"], values["employee_no"]) == ("13900001111", "一级教师", "2002")
        assert set(values) == {field.name for field in Member._meta.concrete_fields}
        assert last_changes(merged)["former_values"][1] == HIDDEN

    def test_kept_one_takes_the_values_that_were_chosen_and_no_others(self, pair, secretary):
        kept, dropped = pair
        merge(kept, dropped, by=secretary, phone=dropped.phone)
        kept.refresh_from_db()
        assert (kept.employee_no, kept.name, kept.title, kept.phone) == ("1001", "林芳", "高级教师", "13900001111")

    def test_number_of_the_dropped_one_can_be_taken(self, pair, secretary):
        kept, dropped = pair
        merged = merge(kept, dropped, by=secretary, employee_no="2002")
        kept.refresh_from_db()
        assert (kept.employee_no, merged.employee_no, merged.given_up_no) == ("2002", "2002", "1001")

    def test_its_trail_is_read_with_that_of_the_kept_one(self, pair, secretary):
        kept, dropped = pair
        merge(kept, dropped, by=secretary)
        told = [(entry.object_id, entry.what, entry.note) for entry in trail_of(kept)]
        assert told[0] == (kept.pk, "合并重复档案", "与 2002 林芳芳 的重复档案合并")
        assert [what for key, what, _note in told if key == dropped.pk] == ["合并重复档案", "新建"]

    def test_note_tells_what_came_with_it(self, pair, secretary):
        kept, dropped = pair
        VisitFactory.create_batch(2, member=dropped)
        merge(kept, dropped, by=secretary)
        assert trail(kept)[-1] == ("合并重复档案", "陈静", "与 2002 林芳芳 的重复档案合并：慰问2")

    def test_merged_in_turn_leads_to_the_last_one(self, pair, secretary):
        (kept, dropped), last = pair, MemberFactory()
        merge(kept, dropped, by=secretary)
        merge(last, kept, by=secretary)
        assert list(last.merges.order_by("former_key").values_list("former_key", flat=True)) == [kept.pk, dropped.pk]
        assert {entry.object_id for entry in trail_of(last)} == {kept.pk, dropped.pk, last.pk}


class TestNumber:
    def test_given_up_one_finds_the_kept_record(self, pair, secretary):
        kept, dropped = pair
        merge(kept, dropped, by=secretary)
        assert (member_of_number("2002"), member_of_number("1001"), member_of_number("2003")) == (kept, kept, None)
        assert list(Member.objects.matching("2002")) == [kept]

    def test_given_up_one_is_not_given_to_somebody_new(self, pair, secretary):
        merge(*pair, by=secretary)
        with pytest.raises(Refused, match="工号 2002 已并入 1001 林芳，不能再用"):
            register_member(MemberFactory.build(employee_no="2002"), by=secretary, on=TODAY)


class TestMovedRows:
    def test_trail_of_each_says_whose_it_was(self, pair, secretary):
        kept, dropped = pair
        visit = VisitFactory(member=dropped)
        merge(kept, dropped, by=secretary)
        assert trail(visit)[-1] == ("合并重复档案", "陈静", "")
        assert last_changes(visit) == {"member": [str(dropped.pk), str(kept.pk)]}

    def test_paid_visit_and_booked_entry_stay_as_they_are_but_for_whose_visit_it_is(self, pair, secretary):
        kept, dropped = pair
        entry = BookedEntryFactory()
        visit = VisitFactory(member=dropped, status=VisitStatus.PAID, entry=entry)
        entry.source = SourceRef.to(visit)
        entry.save()
        entry_before, visit_before = columns(type(entry), entry.pk), columns(type(visit), visit.pk)
        entries_of_trail = trail(entry)
        merge(kept, dropped, by=secretary)
        assert columns(type(entry), entry.pk) == entry_before
        assert columns(type(visit), visit.pk) == visit_before | {"member_id": kept.pk}
        assert trail(entry) == entries_of_trail

    def test_form_opened_over_a_moved_row_before_is_stale(self, pair, secretary):
        kept, dropped = pair
        correction = dropped.corrections.create(field="title", requested_on=TODAY)
        merge(kept, dropped, by=secretary)
        correction.refresh_from_db()
        assert (correction.member, correction.version) == (kept, 2)


class TestHistory:
    def test_what_only_the_dropped_record_knows_decides_how_the_person_stands(self, pair, secretary):
        kept, dropped = pair
        change(dropped, ChangeKind.RETIRED, date(2026, 8, 31), "retired", "retained")
        merge(kept, dropped, by=secretary)
        kept.refresh_from_db()
        assert (kept.service_status, kept.union_status) == (ServiceStatus.RETIRED, UnionStatus.RETAINED)
        assert list(kept.status_changes.values_list("kind", flat=True)) == ["retired", "registered"]
        assert Member.objects.staff_on(date(2026, 8, 30)).filter(pk=kept.pk).exists()
        assert not Member.objects.staff_on(date(2026, 8, 31)).filter(pk=kept.pk).exists()

    def test_day_of_joining_is_that_of_the_history(self, pair, secretary):
        kept, dropped = pair
        Member.objects.filter(pk=kept.pk).update(union_status="non_member", joined_on=None)
        kept.status_changes.update(union_status="non_member")
        dropped.status_changes.update(union_status="non_member")
        change(dropped, ChangeKind.JOINED, date(2012, 3, 1), "in_service", "member")
        merge(kept, dropped, by=secretary)
        kept.refresh_from_db()
        assert (kept.union_status, kept.joined_on) == (UnionStatus.MEMBER, date(2012, 3, 1))

    def test_histories_that_contradict_each_other_are_refused(self, pair, secretary):
        kept, dropped = pair
        dropped.status_changes.update(on=date(2009, 9, 1), service_status="left", union_status="non_member")
        with pytest.raises(Refused, match=r"变动记录接不起来：.*请先更正其中一份的变动记录，或改为保留另一份档案。"):
            merge(kept, dropped, by=secretary)
        assert Member.objects.filter(pk=dropped.pk).exists()

    def test_who_turns_out_to_have_left_loses_account_and_roles(self, pair, secretary):
        kept, dropped = pair
        grant = RoleGrantFactory(account=AccountFactory(member=kept), role=Role.AUDITOR)
        change(dropped, ChangeKind.LEFT, date(2026, 8, 31), "left", "non_member")
        merge(kept, dropped, by=secretary)
        assert not Account.objects.get(member=kept).is_active
        assert not RoleGrant.objects.held_on(TODAY).filter(pk=grant.pk).exists()


class TestAccount:
    def test_only_one_moves_with_its_roles_and_takes_number_and_name(self, pair, secretary):
        kept, dropped = pair
        account = AccountFactory(member=dropped)
        RoleGrantFactory(account=account, role=Role.AUDITOR)
        merge(kept, dropped, by=secretary)
        account.refresh_from_db()
        assert (account.member, account.employee_no, account.name, account.is_active) == (kept, "1001", "林芳", True)
        assert RoleGrant.objects.held_on(TODAY).filter(account=account).count() == 1

    def test_second_one_is_closed_and_still_says_who_it_was(self, pair, secretary):
        kept, dropped = pair
        mine, closed = AccountFactory(member=kept), AccountFactory(member=dropped)
        RoleGrantFactory(account=closed, role=Role.AUDITOR)
        SignInFactory(account=closed)
        visit = VisitFactory(requested_by=closed)
        merged = merge(kept, dropped, by=secretary)
        closed.refresh_from_db()
        assert (closed.member, closed.employee_no, closed.name, closed.is_active) == (None, "2002", "林芳芳", False)
        assert (merged.closed_account, Account.objects.get(member=kept)) == (closed, mine)
        assert (closed.sign_ins.count(), RoleGrant.objects.held_on(TODAY).filter(account=closed).count()) == (0, 0)
        visit.refresh_from_db()
        assert visit.requested_by == closed

    def test_second_one_gives_its_number_away_where_that_was_chosen(self, pair, secretary):
        kept, dropped = pair
        mine, closed = AccountFactory(member=kept), AccountFactory(member=dropped)
        merge(kept, dropped, by=secretary, employee_no="2002")
        numbers = dict(Account.objects.values_list("pk", "employee_no"))
        assert (numbers[mine.pk], numbers[closed.pk]) == ("2002", "1001")

    def test_closed_one_is_nobodys_even_where_its_number_is_entered_again(self, pair, secretary):
        kept, dropped = pair
        AccountFactory(member=kept)
        closed = AccountFactory(member=dropped)
        merge(kept, dropped, by=secretary)
        MergedMember.objects.update(given_up_no="")
        register_member(MemberFactory.build(employee_no="2002"), by=secretary, on=TODAY)
        closed.refresh_from_db()
        assert closed.member is None

    def test_closed_one_stays_closed(self, pair, secretary):
        for member in pair:
            AccountFactory(member=member)
        merged = merge(*pair, by=secretary)
        with pytest.raises(Refused, match="这个账号因档案合并停用，不能恢复"):
            unblock_account(merged.closed_account, by=secretary)

    def test_blocked_one_is_not_opened_by_it(self, pair, secretary):
        kept, dropped = pair
        AccountFactory(member=kept, is_active=False, blocked_on=TODAY)
        merge(kept, dropped, by=secretary)
        assert not Account.objects.get(member=kept).is_active

    def test_ones_own_is_not_closed_by_oneself(self, pair, secretary):
        kept, _dropped = pair
        AccountFactory(member=kept)
        with pytest.raises(Refused, match="您自己的账号会因此停用"):
            merge(kept, secretary.member, by=secretary)
        merge(secretary.member, kept, by=secretary)


class TestRefusal:
    def test_of_one_record_with_itself(self, pair, secretary):
        with pytest.raises(Refused, match="这是同一份档案"):
            merge(pair[0], pair[0], by=secretary)

    @pytest.mark.parametrize("changed", [0, 1])
    def test_of_records_that_changed_since_they_were_shown(self, pair, secretary, changed):
        seen = tuple(member.version for member in pair)
        pair[changed].save()
        with pytest.raises(Refused, match="有人刚刚修改过其中一份档案"):
            merge_members(*pair, values={}, seen=seen, by=secretary, on=TODAY)
        assert Member.objects.filter(pk__in=[member.pk for member in pair]).count() == 2

    def test_of_a_number_that_is_neithers(self, pair, secretary):
        with pytest.raises(Refused, match="工号只能在两份档案的工号里选一个"):
            merge(*pair, by=secretary, employee_no="3003")

    def test_of_a_pair_that_was_merged_already(self, pair, secretary):
        kept, dropped = pair
        merge(kept, dropped, by=secretary)
        with pytest.raises(Refused) as refusal:
            merge_members(kept, dropped, values={}, seen=(1, 1), by=secretary, on=TODAY)
        assert str(refusal.value) == "2002 林芳芳 的档案已由陈静并入 1001 林芳，不用再合并。"

    def test_of_a_record_that_never_was(self, pair, secretary):
        with pytest.raises(Refused, match="其中一份档案已经不在了"):
            merge_members(pair[0], Member(pk=0), values={}, seen=(1, 1), by=secretary, on=TODAY)

    @pytest.mark.django_db(transaction=True)
    def test_of_the_second_of_two_secretaries_at_the_same_moment(self, pair, at_the_same_moment):
        kept, dropped = pair

        def deed():
            return merge_members(kept, dropped, values={}, seen=(1, 1), by=None, on=TODAY)

        outcomes = sorted(at_the_same_moment(deed, deed), key=lambda one: isinstance(one, Refused))
        assert (outcomes[0], str(outcomes[1])) == (
            MergedMember.objects.get(),
            "2002 林芳芳 的档案已由系统并入 1001 林芳，不用再合并。",
        )


class TestDistinctPair:
    def test_is_noted_in_one_order_and_audited(self, pair, secretary):
        low, high = sorted(pair, key=lambda member: member.pk)
        found = find_distinct(high, low, by=secretary, on=TODAY)
        assert (found.low, found.high, found.found_on, found.found_by) == (low, high, TODAY, secretary)
        assert trail(found) == [("核对重复档案", "陈静", "")]

    def test_is_noted_once(self, pair, secretary):
        find_distinct(*pair, by=secretary, on=TODAY)
        with pytest.raises(Refused, match="这两份档案已经核对过，不是同一人。"):
            find_distinct(*reversed(pair), by=secretary, on=TODAY)
