"""Moving many people at once; one person's place that follows from another form is in test_organisation."""

from datetime import date

import pytest

from members.enums import GONE
from members.models import DepartmentPlace, GroupPlace, Member, TagPlace
from members.services import (
    add_tag,
    leave_department,
    move_everybody,
    move_to_department,
    move_to_group,
    remove_tag,
)
from tests.members.factories import (
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    TagFactory,
    TagPlaceFactory,
    UnionGroupFactory,
)
from tests.members.trails import last_changes, trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

DAY, EVE = date(2026, 9, 1), date(2026, 8, 31)
EVERYBODY = Member.objects.all()


@pytest.fixture
def do(secretary, on):
    """Does it with everybody, on the first of September unless the test says otherwise."""

    def done(service, target, people=EVERYBODY, day=DAY, **more):
        return service(people.exclude(pk=secretary.member_id), target, on=day, today=on, by=secretary, **more)

    return done


def _spans(model, of: str) -> list[tuple]:
    rows = model.objects.order_by("member__name", "from_on", "pk").select_related("member", of)
    return [(row.member.name, str(getattr(row, of)), row.from_on, row.to_on) for row in rows]


# --- Union groups ------------------------------------------------------------------------------------------


def test_all_are_moved_each_with_a_line_in_the_trail(do):
    MemberFactory(name="乙")
    old = GroupPlaceFactory(member__name="甲", group__name="第二工会小组").member
    assert do(move_to_group, UnionGroupFactory(name="第一工会小组")) == 2
    assert _spans(GroupPlace, "group") == [
        ("乙", "第一工会小组", DAY, None),
        ("甲", "第二工会小组", date(2011, 3, 1), EVE),
        ("甲", "第一工会小组", DAY, None),
    ]
    assert trail(old)[-1] == ("调整工会小组", "陈静", "")
    assert last_changes(old) == {"工会小组": ["第二工会小组", "第一工会小组"], "自何日起": ["", "2026-09-01"]}


def test_who_is_there_already_is_left_alone(do):
    place = GroupPlaceFactory()
    before = trail(place.member)
    assert do(move_to_group, place.group) == 0
    assert (GroupPlace.objects.count(), trail(place.member)) == (1, before)


def test_place_given_that_very_day_by_mistake_never_was(do):
    GroupPlaceFactory(member__name="甲", from_on=DAY)
    do(move_to_group, UnionGroupFactory(name="第一工会小组"))
    assert _spans(GroupPlace, "group") == [("甲", "第一工会小组", DAY, None)]


@pytest.mark.parametrize("status", GONE)
@pytest.mark.parametrize(
    ("service", "factory"),
    [(move_to_group, UnionGroupFactory), (move_to_department, DepartmentFactory), (add_tag, TagFactory)],
)
def test_who_left_or_died_is_refused_by_name_and_nobody_is_moved(status, service, factory, do):
    MemberFactory(name="甲")
    MemberFactory(name="安红梅", service_status=status)
    with pytest.raises(Refused, match=r"^安红梅已经调离或去世，不能办理"):
        do(service, factory())
    assert not GroupPlace.objects.exists()
    assert not DepartmentPlace.objects.exists()
    assert not TagPlace.objects.exists()


def test_refusal_names_five_and_counts_the_rest(do):
    for name in "甲乙丙丁戊己庚":
        MemberFactory(name=name, service_status="left")
    with pytest.raises(Refused, match=r"^甲、乙、丙、丁、戊等7人已经调离或去世"):
        do(move_to_group, UnionGroupFactory())


@pytest.mark.parametrize(
    ("service", "factory"),
    [
        (move_to_group, UnionGroupFactory),
        (move_to_department, DepartmentFactory),
        (leave_department, DepartmentFactory),
        (add_tag, TagFactory),
        (remove_tag, TagFactory),
    ],
)
def test_day_to_come_is_refused(service, factory, do):
    with pytest.raises(Refused, match="日期不能晚于今天"):
        do(service, factory(), day=date(2026, 11, 23))


@pytest.mark.parametrize("span", [(date(2026, 9, 2), None), (date(2020, 1, 1), DAY)])
def test_day_before_what_is_settled_already_is_refused(span, do):
    GroupPlaceFactory(member__name="甲", from_on=span[0], to_on=span[1])
    with pytest.raises(Refused, match=r"^甲在这一天之后已经登记过工会小组"):
        do(move_to_group, UnionGroupFactory())


def test_closed_group_or_department_is_refused(do):
    with pytest.raises(Refused, match="“旧组”已经撤销"):
        do(move_to_group, UnionGroupFactory(name="旧组", to_on=EVE))
    with pytest.raises(Refused, match="“旧部门”已经撤销"):
        do(move_to_department, DepartmentFactory(name="旧部门", to_on=EVE))


# --- Departments -------------------------------------------------------------------------------------------


def test_main_department_changes_and_the_further_ones_stay(do):
    main = DepartmentPlaceFactory(member__name="甲", department__name="语文组")
    DepartmentPlaceFactory(member=main.member, department__name="七年级组", is_main=False)
    assert do(move_to_department, DepartmentFactory(name="数学组")) == 1
    assert _spans(DepartmentPlace, "department") == [
        ("甲", "语文组", date(2010, 9, 1), EVE),
        ("甲", "七年级组", date(2010, 9, 1), None),
        ("甲", "数学组", DAY, None),
    ]
    assert last_changes(main.member)["主要部门"] == ["语文组", "数学组"]


def test_further_department_that_becomes_the_main_one_is_further_no_more(do):
    further = DepartmentPlaceFactory(member__name="甲", department__name="教务处", is_main=False)
    do(move_to_department, further.department)
    assert list(DepartmentPlace.objects.order_by("pk").values_list("is_main", "from_on", "to_on")) == [
        (False, date(2010, 9, 1), EVE),
        (True, DAY, None),
    ]


def test_further_department_is_added_beside_the_main_one(do):
    main = DepartmentPlaceFactory(member__name="甲", department__name="语文组")
    assert do(move_to_department, DepartmentFactory(name="七年级组"), is_main=False) == 1
    assert _spans(DepartmentPlace, "department") == [
        ("甲", "语文组", date(2010, 9, 1), None),
        ("甲", "七年级组", DAY, None),
    ]
    assert trail(main.member)[-1] == ("增加部门", "陈静", "")


def test_main_department_is_not_added_as_a_further_one(do):
    main = DepartmentPlaceFactory()
    assert do(move_to_department, main.department, is_main=False) == 0


def test_further_department_is_left_and_the_main_one_never(do):
    main = DepartmentPlaceFactory(member__name="甲", department__name="语文组")
    further = DepartmentPlaceFactory(member=main.member, department__name="七年级组", is_main=False)
    assert do(leave_department, main.department) == 0
    assert do(leave_department, further.department) == 1
    assert _spans(DepartmentPlace, "department")[1] == ("甲", "七年级组", date(2010, 9, 1), EVE)
    assert last_changes(main.member) == {"其他部门": ["七年级组", ""], "自何日起": ["", "2026-09-01"]}


# --- Tags --------------------------------------------------------------------------------------------------


def test_tag_is_given_to_those_who_do_not_bear_it(do):
    tag = TagFactory(name="值周干部")
    TagPlaceFactory(tag=tag, member__name="甲")
    new = MemberFactory(name="乙")
    assert do(add_tag, tag) == 1
    assert _spans(TagPlace, "tag") == [("乙", "值周干部", DAY, None), ("甲", "值周干部", date(2024, 9, 1), None)]
    assert (trail(new)[-1][0], last_changes(new)["标签"]) == ("加标签", ["", "值周干部"])


def test_tag_is_borne_again_after_it_was_taken_off(do):
    old = TagPlaceFactory(member__name="甲", tag__name="值周干部", to_on=EVE)
    do(add_tag, old.tag)
    assert _spans(TagPlace, "tag") == [("甲", "值周干部", date(2024, 9, 1), EVE), ("甲", "值周干部", DAY, None)]


def test_tag_is_taken_off_those_who_bear_it_also_when_they_left(do):
    place = TagPlaceFactory(member__name="甲", tag__name="值周干部", member__service_status="left")
    MemberFactory(name="乙")
    assert do(remove_tag, place.tag) == 1
    assert _spans(TagPlace, "tag") == [("甲", "值周干部", date(2024, 9, 1), EVE)]


def test_tag_given_by_mistake_is_taken_back_that_very_day(do):
    MemberFactory()
    tag = TagFactory()
    do(add_tag, tag)
    assert (do(remove_tag, tag), TagPlace.objects.count()) == (1, 0)


def test_tag_is_not_taken_off_before_it_was_given(do):
    place = TagPlaceFactory(member__name="甲", from_on=date(2026, 10, 1))
    with pytest.raises(Refused, match=r"^甲在这一天之后已经登记过标签"):
        do(remove_tag, place.tag)


# --- Everybody ---------------------------------------------------------------------------------------------


def test_everybody_of_a_department_goes_as_they_were_there(secretary, on):
    old, new = DepartmentFactory(name="电教中心"), DepartmentFactory(name="教务处")
    DepartmentPlaceFactory(department=old, member__name="甲")
    DepartmentPlaceFactory(department=old, member__name="乙", is_main=False)
    DepartmentPlaceFactory(department=old, member__name="丙", member__service_status="dead")
    DepartmentPlaceFactory(department=old, member__name="丁", to_on=date(2020, 1, 1))
    assert move_everybody(old, new, on=DAY, today=on, by=secretary) == 2
    moved = new.places.order_by("member__name").values_list("member__name", "is_main", "from_on")
    assert list(moved) == [("乙", False, DAY), ("甲", True, DAY)]
    assert not old.places.here().exists()


def test_everybody_of_a_group_goes_and_the_groups_below_stay(secretary, on):
    old, new = UnionGroupFactory(), UnionGroupFactory()
    GroupPlaceFactory(group=old)
    below = GroupPlaceFactory(group__parent=old)
    assert move_everybody(old, new, on=DAY, today=on, by=secretary) == 1
    assert list(below.group.places.here()) == [below]


def test_nobody_is_moved_to_where_they_are(secretary, on):
    group = UnionGroupFactory(name="第一工会小组")
    with pytest.raises(Refused, match="不能转入原来的第一工会小组"):
        move_everybody(group, group, on=DAY, today=on, by=secretary)


@pytest.mark.parametrize("people", [3, 30])
def test_statements_do_not_grow_with_the_people(people, do, django_assert_num_queries):
    group = UnionGroupFactory()
    old = UnionGroupFactory()
    for _ in range(people):
        GroupPlaceFactory(group=old)
    with django_assert_num_queries(7):
        assert do(move_to_group, group) == people
