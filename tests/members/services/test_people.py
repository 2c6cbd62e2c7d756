from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from members.enums import ChangeKind, ServiceStatus, UnionStatus
from members.models import Member, StatusChange
from members.services import change_status, register_member, update_member
from tests.members.factories import AccountFactory, DepartmentFactory, MemberFactory, UnionGroupFactory
from tests.members.trails import last_changes, trail
from unionoffice.audit import HIDDEN, LogEntry
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def _newcomer(**fields) -> Member:
    standard = {
        "employee_no": "2026001",
        "name": "尉迟婉清",
        "gender": "female",
        "hired_on": date(2026, 8, 25),
        "joined_on": date(2026, 10, 9),
        "service_status": ServiceStatus.IN_SERVICE,
        "union_status": UnionStatus.MEMBER,
    }
    return Member(**(standard | fields))


def _history(member) -> list[tuple]:
    rows = member.status_changes.order_by("on", "pk")
    return list(rows.values_list("kind", "on", "service_status", "union_status"))


# --- Registering -------------------------------------------------------------------------------------------


def test_registered_person_is_kept_with_history_and_places(secretary, on):
    department, group = DepartmentFactory(), UnionGroupFactory()
    member = register_member(_newcomer(), by=secretary, on=on, department=department, group=group)
    assert Member.objects.get(employee_no="2026001") == member
    assert _history(member) == [
        ("registered", date(2026, 8, 25), "in_service", "non_member"),
        ("joined", date(2026, 10, 9), "in_service", "member"),
    ]
    place = member.department_places.get()
    assert (place.department, place.is_main, place.from_on, place.to_on) == (
        department,
        True,
        date(2026, 8, 25),
        None,
    )
    in_group = member.group_places.get()
    assert (in_group.group, in_group.from_on, in_group.to_on) == (group, date(2026, 10, 9), None)


def test_registering_is_in_the_trail(secretary, on):
    member = register_member(_newcomer(phone="13900001234"), by=secretary, on=on)
    assert trail(member) == [("登记", "陈静", "")]
    assert trail(member.status_changes.first()) == [("登记", "陈静", "")]
    assert last_changes(member)["name"] == ["None", "尉迟婉清"]
    assert last_changes(member)["phone"][1] == HIDDEN
    assert [entry.pk for entry in LogEntry.objects.all() if "13900001234" in str(entry.changes)] == []


def test_employee_no_that_is_taken_is_refused(secretary, on):
    MemberFactory(employee_no="2026001")
    before = LogEntry.objects.count()
    with pytest.raises(Refused, match="工号 2026001 已经有人使用"):
        register_member(_newcomer(), by=secretary, on=on)
    assert Member.objects.filter(employee_no="2026001").count() == 1
    assert LogEntry.objects.count() == before


@pytest.mark.parametrize(
    ("told", "history"),
    [
        (
            {"joined_on": date(2026, 8, 25)},
            [("registered", date(2026, 8, 25), "non_member"), ("joined", date(2026, 8, 25), "member")],
        ),
        (
            {"hired_on": None},
            [("registered", date(2026, 10, 9), "non_member"), ("joined", date(2026, 10, 9), "member")],
        ),
        ({"joined_on": date(2015, 1, 1)}, [("registered", date(2026, 8, 25), "member")]),
        ({"joined_on": None}, [("registered", date(2026, 8, 25), "member")]),
        ({"joined_on": None, "hired_on": None}, [("registered", TODAY, "member")]),
        ({"hired_on": date(2027, 2, 1), "joined_on": None}, [("registered", TODAY, "member")]),
        ({"joined_on": date(2026, 12, 1)}, [("registered", date(2026, 8, 25), "member")]),
        ({"union_status": "non_member", "joined_on": None}, [("registered", date(2026, 8, 25), "non_member")]),
        (
            {"service_status": "retired", "union_status": "retained", "joined_on": date(2026, 9, 1)},
            [("registered", date(2026, 8, 25), "retained")],
        ),
    ],
    ids=[
        "joined on the first day",
        "first day unknown",
        "joined elsewhere before",
        "day of joining unknown",
        "both unknown",
        "comes later than today",
        "joining later than today",
        "no member",
        "retired",
    ],
)
def test_history_begins_with_what_is_known(told, history, secretary, on):
    member = register_member(_newcomer(**told), by=secretary, on=on)
    assert [(kind, day, union) for kind, day, _service, union in _history(member)] == history


def test_person_who_comes_later_counts_as_told_today(secretary, on):
    register_member(_newcomer(hired_on=date(2027, 2, 1)), by=secretary, on=on)
    standing = Member.objects.as_of(on).get(employee_no="2026001")
    assert (standing.service_on, standing.union_on) == ("in_service", "member")


# --- Correcting --------------------------------------------------------------------------------------------


def test_correction_is_saved_and_named_in_the_trail(secretary):
    member = MemberFactory(title="一级教师", phone="13900001234")
    update_member(member, changes={"title": "高级教师", "phone": "13900005678"}, by=secretary, on=TODAY)
    member = Member.objects.get(pk=member.pk)
    assert (member.title, member.phone, member.version) == ("高级教师", "13900005678", 2)
    assert last_changes(member) == {"title": ["一级教师", "高级教师"], "phone": [HIDDEN, HIDDEN]}
    entry = LogEntry.objects.get_for_object(member).order_by("pk").last()
    assert (entry.actor, entry.actor_name, set(entry.changed_labels)) == (secretary, "陈静", {"职称", "手机号码"})


def test_employee_no_of_somebody_else_is_refused(secretary):
    member, other = MemberFactory(), MemberFactory()
    with pytest.raises(Refused, match=f"工号 {other.employee_no} 已经有人使用"):
        update_member(member, changes={"employee_no": other.employee_no}, by=secretary, on=TODAY)
    assert Member.objects.filter(employee_no=other.employee_no).get() == other


def test_employee_no_of_an_account_without_a_member_is_refused(secretary):
    member = MemberFactory()
    AccountFactory(member=None, employee_no="operator", name="网管")
    with pytest.raises(Refused, match="工号 operator 已经有人使用"):
        update_member(member, changes={"employee_no": "operator"}, by=secretary, on=TODAY)


def test_account_is_signed_in_with_the_corrected_employee_no(secretary):
    account = AccountFactory(member__employee_no="1001", member__name="韩梅")
    update_member(account.member, changes={"employee_no": "2001", "name": "韩玫"}, by=secretary, on=TODAY)
    account.refresh_from_db()
    assert (account.employee_no, account.name) == ("2001", "韩玫")


def test_update_takes_what_the_database_has_not_what_was_loaded_before(secretary):
    member = MemberFactory(title="一级教师", ethnicity="汉族")
    stale = Member.objects.get(pk=member.pk)
    update_member(member, changes={"title": "高级教师"}, by=secretary, on=TODAY)
    update_member(stale, changes={"ethnicity": "回族"}, by=secretary, on=TODAY)
    member = Member.objects.get(pk=member.pk)
    assert (member.title, member.ethnicity) == ("高级教师", "回族")


# --- Changes of status -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("service", "union", "kind", "after"),
    [
        ("in_service", "non_member", ChangeKind.JOINED, ("in_service", "member")),
        ("in_service", "retained", ChangeKind.JOINED, ("in_service", "member")),
        ("in_service", "member", ChangeKind.RESIGNED, ("in_service", "non_member")),
        ("in_service", "member", ChangeKind.RETIRED, ("retired", "retained")),
        ("in_service", "non_member", ChangeKind.RETIRED, ("retired", "non_member")),
        ("in_service", "member", ChangeKind.LEFT, ("left", "non_member")),
        ("in_service", "member", ChangeKind.TRANSFERRED_OUT, ("left", "non_member")),
        ("in_service", "member", ChangeKind.DIED, ("dead", "non_member")),
        ("retired", "retained", ChangeKind.RETURNED, ("in_service", "retained")),
        ("retired", "retained", ChangeKind.DIED, ("dead", "non_member")),
        ("retired_cadre", "retained", ChangeKind.DIED, ("dead", "non_member")),
        ("left", "non_member", ChangeKind.TRANSFERRED_IN, ("in_service", "member")),
        ("left", "non_member", ChangeKind.RETURNED, ("in_service", "non_member")),
        ("left", "non_member", ChangeKind.DIED, ("dead", "non_member")),
    ],
)
def test_change_moves_both_statuses(service, union, kind, after, secretary, on):
    member = MemberFactory(service_status=service, union_status=union)
    change = change_status(member, kind, on=on, today=on, by=secretary)
    member.refresh_from_db()
    assert (member.service_status, member.union_status) == after
    assert (change.kind, change.on, change.service_status, change.union_status) == (kind, on, *after)


@pytest.mark.parametrize(
    ("service", "union", "kind"),
    [
        ("in_service", "member", ChangeKind.JOINED),
        ("in_service", "non_member", ChangeKind.RESIGNED),
        ("in_service", "member", ChangeKind.TRANSFERRED_IN),
        ("in_service", "non_member", ChangeKind.TRANSFERRED_OUT),
        ("in_service", "member", ChangeKind.RETURNED),
        ("in_service", "member", ChangeKind.REGISTERED),
        ("retired", "retained", ChangeKind.RETIRED),
        ("retired", "retained", ChangeKind.JOINED),
        ("retired_cadre", "retained", ChangeKind.RETURNED),
        ("left", "non_member", ChangeKind.LEFT),
        *[("dead", "non_member", kind) for kind in ChangeKind],
    ],
)
def test_change_that_isnt_open_is_refused(service, union, kind, secretary, on):
    member = MemberFactory(name="林芳", service_status=service, union_status=union)
    with pytest.raises(Refused, match=f"林芳现在是“.+”，不能登记“{kind.label}”。"):
        change_status(member, kind, on=on, today=on, by=secretary)
    assert StatusChange.objects.filter(member=member).count() == 1


def test_refusal_names_how_the_person_stands(secretary, on):
    member = MemberFactory(name="林芳", service_status="retired", union_status="retained")
    with pytest.raises(Refused) as refusal:
        change_status(member, ChangeKind.JOINED, on=on, today=on, by=secretary)
    assert str(refusal.value) == "林芳现在是“退休、保留会籍”，不能登记“入会”。"


def test_change_on_a_day_to_come_is_refused(secretary, on):
    member = MemberFactory()
    with pytest.raises(Refused, match="变动日期不能晚于今天"):
        change_status(member, ChangeKind.RETIRED, on=on + timedelta(days=1), today=on, by=secretary)
    member.refresh_from_db()
    assert member.service_status == "in_service"


def test_change_before_the_record_begins_is_refused(secretary, on):
    member = MemberFactory(hired_on=date(2010, 9, 1))
    with pytest.raises(Refused, match="档案从2010年9月1日开始，变动不能比它早"):
        change_status(member, ChangeKind.RETIRED, on=date(2010, 8, 31), today=on, by=secretary)


def test_two_changes_on_one_day_stand_in_the_order_of_entry(secretary, on):
    member = MemberFactory()
    change_status(member, ChangeKind.RETIRED, on=on, today=on, by=secretary)
    change_status(member, ChangeKind.RETURNED, on=on, today=on, by=secretary)
    assert Member.objects.as_of(on).get(pk=member.pk).service_on == "in_service"


def test_joining_sets_the_day_of_joining(secretary, on):
    member = MemberFactory(union_status="non_member", joined_on=None)
    change_status(member, ChangeKind.JOINED, on=date(2026, 11, 1), today=on, by=secretary)
    member.refresh_from_db()
    assert member.joined_on == date(2026, 11, 1)


def test_change_is_in_the_trail_with_its_reason(secretary, on):
    member = MemberFactory()
    change = change_status(
        member, ChangeKind.RETIRED, on=on, today=on, by=secretary, reason="到龄退休", document_no="江教人〔2026〕8号"
    )
    assert (change.reason, change.document_no) == ("到龄退休", "江教人〔2026〕8号")
    assert trail(change) == [("退休", "陈静", "到龄退休")]
    assert trail(member)[-1] == ("退休", "陈静", "到龄退休")
    assert last_changes(member) == {
        "service_status": ["in_service", "retired"],
        "union_status": ["member", "retained"],
    }


def test_change_goes_by_what_the_database_has(secretary, on):
    member = MemberFactory()
    stale = Member.objects.get(pk=member.pk)
    change_status(member, ChangeKind.RETIRED, on=on, today=on, by=secretary)
    with pytest.raises(Refused):
        change_status(stale, ChangeKind.RETIRED, on=on, today=on, by=secretary)


class ReplayTest(TestCase):
    """Whatever is asked for in whatever order: what stands in the record is what the history ends with."""

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        told=st.fixed_dictionaries(
            {
                "hired_on": st.none() | st.dates(date(2020, 1, 1), date(2027, 12, 31)),
                "joined_on": st.none() | st.dates(date(2020, 1, 1), date(2027, 12, 31)),
                "service_status": st.sampled_from(ServiceStatus),
                "union_status": st.sampled_from(UnionStatus),
            }
        ),
        calls=st.lists(
            st.tuples(st.sampled_from(ChangeKind), st.dates(date(2026, 11, 1), date(2026, 11, 30))), max_size=8
        ),
    )
    def test_status_is_the_end_of_the_history(self, told, calls):
        member = register_member(_newcomer(**told), by=None, on=TODAY)
        for kind, day in calls:
            try:
                change_status(member, kind, on=day, today=TODAY, by=None)
            except Refused:
                continue
        standing = Member.objects.as_of(TODAY).get(pk=member.pk)
        assert (standing.service_status, standing.union_status) == (standing.service_on, standing.union_on)
        days = [day for _kind, day, _service, _union in _history(member)]
        assert days == sorted(days)
