"""Taking the last roster back: everything is as it was, or nobody is touched and those in the way are named."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import timezone
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from members.enums import ChangeKind, ServiceStatus
from members.models import Account, Department, Member, RosterImport
from members.services import change_status, open_account, place_in_department, take_back_import
from tests.conftest import TODAY
from tests.members.factories import (
    AccountFactory,
    AttendanceFactory,
    AudienceFactory,
    GatheringFactory,
    RoleGrantFactory,
    RosterImportFactory,
)
from tests.members.rosters import apply, case, lin, plan, roster
from tests.members.standing import standing
from tests.members.trails import last_changes, trail
from unionoffice.audit import HIDDEN, LogEntry
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db


def last_import() -> RosterImport:
    return RosterImport.objects.latest("pk")


def take_back(by=None) -> RosterImport:
    return take_back_import(last_import(), by=by)


# --- Everything is as it was ---------------------------------------------------------------------------------


def test_new_people_go_with_their_history_places_departments_and_groups(secretary):
    before = standing()
    apply(case("01_clean.xlsx"), by=secretary)
    assert Member.objects.filter(came_with=last_import()).count() == 40
    take_back(secretary)
    assert standing() == before


def test_changed_fields_places_and_keys_are_set_back(secretary):
    apply(case("01_clean.xlsx"), by=secretary)
    before = standing()
    apply(case("06_update.xlsx"), by=secretary)
    assert standing() != before
    take_back(secretary)
    assert standing() == before


HEAD = ("工号", "姓名", "性别", "职称", "部门", "工会小组", "在职状态", "会籍状态", "手机号码")
ROWS = st.dictionaries(
    st.sampled_from([f"8{number:03}" for number in range(6)]),
    st.tuples(
        st.sampled_from(["林芳", "单志强", "欧阳玥"]),
        st.sampled_from(["女", "男"]),
        st.sampled_from(["", "一级教师", "高级教师"]),
        st.sampled_from(["", "语文组", "数学组"]),
        st.sampled_from(["", "第一工会小组", "第二工会小组"]),
        st.sampled_from(["", "在职", "退休", "调离"]),
        st.sampled_from(["", "会员", "非会员"]),
        st.sampled_from(["", "13900001234", "13900005678"]),
    ),
    min_size=1,
)


def as_roster(rows) -> bytes:
    return roster(*((number, *cells) for number, cells in rows.items()), head=HEAD)


class TakingBack(TestCase):
    @given(first=ROWS, second=ROWS, days=st.sampled_from([0, 1, 400]), with_accounts=st.booleans())
    @settings(max_examples=25, deadline=None)
    def test_state_after_import_and_taking_it_back_is_that_before(self, first, second, days, with_accounts):
        apply(as_roster(first), on=date.fromordinal(TODAY.toordinal() - days))
        if with_accounts:
            for member in Member.objects.filter(service_status=ServiceStatus.IN_SERVICE):
                RoleGrantFactory(account=open_account(member, password="mingde-2026", by=None), role="auditor")
        assume(not plan(as_roster(second)).problems)
        before = standing()
        apply(as_roster(second))
        take_back()
        assert standing() == before


def test_accounts_and_roles_of_those_who_left_with_the_roster_are_theirs_again(secretary, on):
    apply(roster(lin()), by=secretary)
    member = Member.objects.get(employee_no="00201")
    account = open_account(member, password="mingde-2026", by=secretary)
    RoleGrantFactory(account=account, role="auditor", from_on=date(2020, 1, 1))
    RoleGrantFactory(account=account, role="publicity_officer", from_on=on)
    before = standing()
    apply(roster(("00201", "林芳", "女", "调离"), head=("工号", "姓名", "性别", "在职状态")), by=secretary)
    account.refresh_from_db()
    assert (account.is_active, list(account.grants.values_list("role", "to_on"))) == (
        False,
        [("auditor", date(2026, 11, 21))],
    )
    take_back(secretary)
    assert standing() == before


def test_account_that_had_waited_for_its_person_waits_again(secretary):
    waiting = AccountFactory(member=None, employee_no="00201", name="待登记")
    before = standing()
    apply(roster(lin()), by=secretary)
    waiting.refresh_from_db()
    assert (waiting.member.name, waiting.name) == ("林芳", "林芳")
    take_back(secretary)
    assert standing() == before


def test_account_opened_for_a_new_person_goes_along(secretary):
    before = standing()
    apply(roster(lin()), by=secretary)
    open_account(Member.objects.get(employee_no="00201"), password="mingde-2026", by=secretary)
    take_back(secretary)
    assert standing() == before


def test_department_in_which_somebody_else_is_by_now_stays(secretary, on):
    apply(roster(lin()), by=secretary)
    place_in_department(secretary.member, Department.objects.get(name="英语组"), by=secretary, on=on)
    take_back(secretary)
    assert (Department.objects.get().name, Member.objects.filter(employee_no="00201").exists()) == ("英语组", False)


# --- What stays on record --------------------------------------------------------------------------------------


def test_import_stays_on_record_without_what_it_did(secretary):
    apply(roster(lin()), by=secretary)
    record = take_back(secretary)
    record.refresh_from_db()
    assert (record.taken_back_by, record.is_taken_back, record.journal) == (secretary, True, "")
    assert [(verb, who) for verb, who, _note in trail(record)] == [("导入花名册", "陈静"), ("收回导入", "陈静")]


def test_people_taken_back_are_in_the_trail(secretary):
    apply(case("01_clean.xlsx"), by=secretary)
    apply(case("06_update.xlsx"), by=secretary)
    take_back(secretary)
    member = Member.objects.get(employee_no="00107")
    assert trail(member)[-1] == ("收回导入", "陈静", "")
    assert last_changes(member) == {"phone": [HIDDEN, HIDDEN]}
    assert last_changes(Member.objects.get(employee_no="00105")) == {"title": ["高级教师", "一级教师"]}
    gone = LogEntry.objects.filter(verb="收回导入", action=LogEntry.Action.DELETE)
    assert set(gone.values_list("object_repr", flat=True)) == {"金淏然", "尉迟婉清", "曹明", "音体美组"}


def test_versions_only_go_up(secretary):
    apply(case("01_clean.xlsx"), by=secretary)
    apply(case("06_update.xlsx"), by=secretary)
    take_back(secretary)
    assert Member.objects.get(employee_no="00105").version == 3


def test_old_values_wait_encrypted_and_only_for_the_last_import(secretary):
    apply(case("01_clean.xlsx"), by=secretary)
    apply(case("06_update.xlsx"), by=secretary)
    first, second = RosterImport.objects.order_by("pk")
    assert (first.can_be_taken_back, "15200005674" in second.journal) == (False, True)
    raw = RosterImport.objects.extra(select={"raw": "journal"}).values_list("raw", flat=True).get(pk=second.pk)
    assert "15200005674" not in raw


# --- Refusals ----------------------------------------------------------------------------------------------------


def refused(record: RosterImport, by) -> str:
    """The sentence; nothing was changed."""
    before = standing()
    with pytest.raises(Refused) as refusal:
        take_back_import(record, by=by)
    assert standing() == before
    assert RosterImport.objects.get(pk=record.pk).taken_back_at is None
    return str(refusal.value)


IN_THE_WAY = "导入之后，林芳（00201）的档案又有变动或登记了其他事项，不能整批收回。请直接修改有关人员的档案。"


@pytest.fixture
def imported(secretary) -> RosterImport:
    apply(roster(lin()), by=secretary)
    return last_import()


@pytest.fixture
def lin_fang(imported) -> Member:
    return Member.objects.get(employee_no="00201")


def test_earlier_import_is_refused(imported, secretary):
    apply(roster(lin(手机号码="13900005678")), by=secretary)
    apply(roster(("00202", "单志强", "男"), head=("工号", "姓名", "性别")), by=secretary)
    assert refused(imported, secretary) == "之后又导入过花名册，只能收回最近一次导入。请直接修改有关人员的档案。"


def test_import_before_one_that_was_taken_back_is_refused_too(imported, secretary):
    apply(roster(("00202", "单志强", "男"), head=("工号", "姓名", "性别")), by=secretary)
    take_back(secretary)
    assert refused(imported, secretary) == "之后又导入过花名册，只能收回最近一次导入。请直接修改有关人员的档案。"


def test_import_taken_back_already_is_refused(imported, secretary):
    take_back(secretary)
    with pytest.raises(Refused, match="这次导入已经收回，不用再收回。"):
        take_back(secretary)


def test_new_person_corrected_since_is_in_the_way(imported, lin_fang, secretary):
    lin_fang.title = "高级教师"
    lin_fang.save()
    assert refused(imported, secretary) == IN_THE_WAY


def test_new_person_with_a_change_since_is_in_the_way(imported, lin_fang, secretary, on):
    change_status(lin_fang, ChangeKind.RETIRED, on=on, today=on, by=secretary)
    assert refused(imported, secretary) == IN_THE_WAY


def test_new_person_who_came_to_something_is_in_the_way(imported, lin_fang, secretary):
    gathering = GatheringFactory(source=SourceRef.to(secretary.member))
    AttendanceFactory(gathering=gathering, member=lin_fang)
    assert refused(imported, secretary) == IN_THE_WAY


def test_new_person_of_whose_record_something_comes_is_in_the_way(imported, lin_fang, secretary):
    GatheringFactory(source=SourceRef.to(lin_fang))
    assert refused(imported, secretary) == IN_THE_WAY


def test_new_person_whom_an_audience_names_is_in_the_way(imported, lin_fang, secretary):
    AudienceFactory(rule={"included": [lin_fang.pk]})
    assert refused(imported, secretary) == IN_THE_WAY


def test_place_that_ended_since_is_in_the_way(imported, lin_fang, secretary, on):
    lin_fang.department_places.update(to_on=on)
    assert refused(imported, secretary) == IN_THE_WAY


def test_new_person_who_has_signed_in_is_in_the_way(imported, lin_fang, secretary):
    account = open_account(lin_fang, password="mingde-2026", by=secretary)
    Account.objects.filter(pk=account.pk).update(last_login=timezone.now())
    assert refused(imported, secretary) == IN_THE_WAY


def test_new_person_with_a_role_is_in_the_way(imported, lin_fang, secretary):
    RoleGrantFactory(account=open_account(lin_fang, password="mingde-2026", by=secretary), role="auditor")
    assert refused(imported, secretary) == IN_THE_WAY


def test_changed_person_corrected_since_is_in_the_way(imported, lin_fang, secretary):
    apply(roster(lin(手机号码="13900005678")), by=secretary)
    Member.objects.get(pk=lin_fang.pk).save()
    assert refused(last_import(), secretary) == IN_THE_WAY


def test_only_the_first_few_in_the_way_are_named(secretary):
    apply(case("01_clean.xlsx"), by=secretary)
    for member in Member.objects.filter(came_with=last_import())[:7]:
        member.save()
    sentence = refused(last_import(), secretary)
    assert (sentence.count("（"), "等7人的档案" in sentence) == (5, True)


def test_import_taken_back_keeps_no_journal_in_the_database_either(db):
    with pytest.raises(IntegrityError, match="taken_back_is_forgotten"):
        RosterImportFactory(taken_back_at=timezone.now())
