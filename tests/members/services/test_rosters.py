from datetime import date

import pytest

from members.enums import DepartmentKind
from members.models import Department, DepartmentPlace, GroupPlace, Member, StatusChange, UnionGroup
from members.services import RosterChange, RosterRow, apply_roster
from tests.members.factories import DepartmentPlaceFactory, GroupPlaceFactory, MemberFactory
from tests.members.trails import last_changes, trail
from unionoffice.audit import HIDDEN, LogEntry
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db
FIELDS = {
    "employee_no": "2026001",
    "name": "尉迟婉清",
    "gender": "female",
    "hired_on": date(2026, 8, 25),
    "joined_on": date(2026, 10, 9),
    "service_status": "in_service",
    "union_status": "member",
    "phone": "13900001234",
    "id_number": "43010419810126998X",
}


def _loaded(member) -> Member:
    return Member.objects.get(pk=member.pk)


def _changed(member, *, department="", group="", **fields) -> RosterChange:
    """A change of somebody as the roster was compared with them, which is now."""
    known = _loaded(member)
    return RosterChange(known, known.version, fields, department, group)


# --- New people --------------------------------------------------------------------------------------------


def test_new_person_is_written_with_keys_history_and_places(secretary, on):
    apply_roster([RosterRow(FIELDS, "英语组", "第三工会小组")], (), by=secretary, on=on)
    member = Member.objects.get(employee_no="2026001")
    assert {name: getattr(member, name) for name in FIELDS} == FIELDS
    assert (member.pinyin, member.initials, member.version) == ("yuchiwanqing", "ycwq", 1)
    assert len(member.id_digest) == 64
    history = member.status_changes.order_by("on", "pk").values_list("kind", "on", "union_status")
    assert list(history) == [
        ("registered", date(2026, 8, 25), "non_member"),
        ("joined", date(2026, 10, 9), "member"),
    ]
    department, group = member.department_places.get(), member.group_places.get()
    assert (department.department.name, department.from_on, department.to_on) == ("英语组", date(2026, 8, 25), None)
    assert (group.group.name, group.from_on, group.to_on) == ("第三工会小组", date(2026, 10, 9), None)


def test_new_person_is_in_the_trail(secretary, on):
    apply_roster([RosterRow(FIELDS, "英语组", "第三工会小组")], (), by=secretary, on=on)
    for record in (Member.objects.get(employee_no="2026001"), Department.objects.get(), UnionGroup.objects.get()):
        assert trail(record) == [("从花名册登记", "陈静", "")]


def test_department_and_group_known_by_name_are_used_again(secretary, on):
    DepartmentPlaceFactory(department__name="英语组")
    rows = [RosterRow(FIELDS | {"employee_no": str(number)}, "英语组", "第三工会小组") for number in range(3)]
    apply_roster(rows, (), by=secretary, on=on)
    assert list(Department.objects.values_list("name", flat=True)) == ["英语组"]
    assert list(UnionGroup.objects.values_list("name", flat=True)) == ["第三工会小组"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("高一年级组", DepartmentKind.GRADE_GROUP),
        ("英语组", DepartmentKind.SUBJECT_GROUP),
        ("教务处", DepartmentKind.OFFICE),
    ],
)
def test_kind_of_a_new_department_follows_its_name(name, kind, secretary, on):
    apply_roster([RosterRow(FIELDS, name)], (), by=secretary, on=on)
    assert Department.objects.get().kind == kind


def test_person_without_places_gets_none(secretary, on):
    apply_roster([RosterRow(FIELDS)], (), by=secretary, on=on)
    assert (DepartmentPlace.objects.count(), GroupPlace.objects.count()) == (0, 0)


def test_many_people_take_few_statements(secretary, on, django_assert_max_num_queries):
    rows = [RosterRow(FIELDS | {"employee_no": f"{number:04}"}, "英语组", "第三工会小组") for number in range(300)]
    with django_assert_max_num_queries(40):
        apply_roster(rows, (), by=secretary, on=on)
    assert Member.objects.filter(name="尉迟婉清").count() == 300
    assert LogEntry.objects.filter(verb="从花名册登记", object_repr="尉迟婉清").count() == 300


# --- Known people ------------------------------------------------------------------------------------------


def test_changed_fields_are_written_and_named_in_the_trail(secretary, on):
    member = MemberFactory(title="一级教师", phone="13900001234")
    apply_roster((), [_changed(member, title="高级教师", phone="13900005678")], by=secretary, on=on)
    after = _loaded(member)
    assert (after.title, after.phone, after.version) == ("高级教师", "13900005678", 2)
    assert trail(member)[-1] == ("按花名册更新", "陈静", "")
    assert last_changes(member) == {"title": ["一级教师", "高级教师"], "phone": [HIDDEN, HIDDEN]}


def test_search_keys_follow_a_changed_name_and_id_number(secretary, on):
    member = MemberFactory(name="林芳", id_number="")
    change = _changed(member, name="林方", id_number="43010419810126998X")
    apply_roster((), [change], by=secretary, on=on)
    after = _loaded(member)
    assert (after.pinyin, after.initials, len(after.id_digest)) == ("linfang", "lf", 64)


def test_field_changed_of_one_person_stays_for_the_others(secretary, on):
    one, other = MemberFactory(title="一级教师"), MemberFactory(title="二级教师", ethnicity="汉族")
    changes = [_changed(one, title="高级教师"), _changed(other, ethnicity="回族")]
    apply_roster((), changes, by=secretary, on=on)
    assert (_loaded(one).title, _loaded(other).title) == ("高级教师", "二级教师")
    assert last_changes(other) == {"ethnicity": ["汉族", "回族"]}


def test_move_to_another_group_is_a_dated_row(secretary, on):
    place = GroupPlaceFactory(from_on=date(2011, 3, 1))
    change = _changed(place.member, group="机关工会小组")
    apply_roster((), [change], by=secretary, on=on)
    spans = GroupPlace.objects.order_by("pk").values_list("group__name", "from_on", "to_on")
    assert list(spans) == [
        (place.group.name, date(2011, 3, 1), date(2026, 11, 21)),
        ("机关工会小组", on, None),
    ]
    assert _loaded(place.member).version == 2
    assert trail(place.member)[-1] == ("按花名册更新", "陈静", "")


def test_move_ends_the_main_department_alone(secretary, on):
    main = DepartmentPlaceFactory()
    second = DepartmentPlaceFactory(member=main.member, is_main=False)
    apply_roster((), [_changed(main.member, department="教务处")], by=secretary, on=on)
    main.refresh_from_db()
    second.refresh_from_db()
    assert (main.to_on, second.to_on) == (date(2026, 11, 21), None)
    assert DepartmentPlace.objects.get(department__name="教务处").is_main is True


def test_second_roster_of_a_day_corrects_the_places_of_the_first(secretary, on):
    fields = FIELDS | {"hired_on": None, "joined_on": None}
    apply_roster([RosterRow(fields, "英语组", "第三工会小组")], (), by=secretary, on=on)
    member = Member.objects.get(employee_no="2026001")
    apply_roster((), [_changed(member, department="语文组", group="第一工会小组")], by=secretary, on=on)
    department, group = DepartmentPlace.objects.get(), GroupPlace.objects.get()
    assert (department.department.name, department.from_on, department.to_on) == ("语文组", on, None)
    assert (group.group.name, group.from_on, group.to_on) == ("第一工会小组", on, None)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"service_status": "retired", "union_status": "retained"}, "retired"),
        ({"service_status": "left"}, "left"),
        ({"service_status": "dead", "union_status": "non_member"}, "died"),
        ({"union_status": "non_member"}, "resigned"),
    ],
)
def test_changed_status_is_a_dated_row_of_the_day_of_import(told, kind, secretary, on):
    member = MemberFactory()
    apply_roster((), [_changed(member, **told)], by=secretary, on=on)
    after = {"service_status": "in_service", "union_status": "member"} | told
    change = StatusChange.objects.filter(member=member).first()
    assert (change.kind, change.on, change.reason) == (kind, on, "花名册导入")
    assert {"service_status": change.service_status, "union_status": change.union_status} == after
    standing = Member.objects.as_of(on).get(pk=member.pk)
    assert (standing.service_status, standing.union_status) == (standing.service_on, standing.union_on)


@pytest.mark.parametrize(
    ("joined", "day"),
    [
        (date(2026, 10, 9), date(2026, 10, 9)),
        (date(2010, 9, 1), date(2010, 9, 1)),
        (date(2010, 8, 31), date(2026, 11, 22)),
        (date(2026, 11, 23), date(2026, 11, 22)),
        (None, date(2026, 11, 22)),
    ],
    ids=["within the time here", "on the first day", "before coming here", "to come", "not told"],
)
def test_joining_is_dated_as_the_roster_tells_where_that_can_be(joined, day, secretary, on):
    member = MemberFactory(union_status="non_member", joined_on=None, hired_on=date(2010, 9, 1))
    told = {"union_status": "member"} | ({"joined_on": joined} if joined else {})
    apply_roster((), [_changed(member, **told)], by=secretary, on=on)
    change = StatusChange.objects.filter(member=member).first()
    assert (change.kind, change.on, change.union_status) == ("joined", day, "member")


# --- Refusals ----------------------------------------------------------------------------------------------


def test_employee_no_entered_meanwhile_is_refused(secretary, on):
    MemberFactory(employee_no="2026001")
    with pytest.raises(Refused, match="检查之后，工号 2026001 已被登记"):
        apply_roster([RosterRow(FIELDS, "英语组")], (), by=secretary, on=on)
    assert not Department.objects.exists()


def test_person_changed_meanwhile_is_refused_and_nothing_is_written(secretary, on):
    member, other = MemberFactory(title="一级教师"), MemberFactory(title="一级教师")
    changes = [_changed(member, title="高级教师"), _changed(other, title="高级教师")]
    _loaded(other).save()
    with pytest.raises(Refused, match="检查之后，有人修改了其中的档案"):
        apply_roster([RosterRow(FIELDS, "英语组")], changes, by=secretary, on=on)
    assert set(Member.objects.filter(title="一级教师")) == {member, other}
    assert not Member.objects.filter(employee_no="2026001").exists()
    assert not Department.objects.exists()
    assert not LogEntry.objects.filter(verb="从花名册登记").exists()
