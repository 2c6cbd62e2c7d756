"""Departments and union groups themselves; who belongs to them is in test_organisation, who leads in test_leaders."""

from datetime import date

import pytest

from members.enums import DepartmentKind
from members.models import Department, UnionGroup
from members.services import close_unit, reopen_unit, save_department, save_group
from tests.members.factories import (
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    UnionGroupFactory,
)
from tests.members.trails import last_changes, trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

LAST = date(2026, 8, 31)


@pytest.fixture
def keep_department(secretary, on):
    def keep(department=None, **changes):
        department = department or Department()
        kept = {"name": department.name or "信息中心", "kind": department.kind, "position": department.position}
        return save_department(department, **(kept | changes), by=secretary, on=on)

    return keep


@pytest.fixture
def keep_group(secretary, on):
    def keep(group=None, **changes):
        group = group or UnionGroup()
        kept = {"name": group.name or "第九工会小组", "parent": group.parent, "position": group.position}
        return save_group(group, **(kept | changes), by=secretary, on=on)

    return keep


@pytest.fixture
def close(secretary, on):
    return lambda unit, day=LAST: close_unit(unit, on=day, today=on, by=secretary)


# --- Departments -------------------------------------------------------------------------------------------


def test_new_department_has_a_name_a_kind_and_a_place(keep_department):
    keep_department(name="信息中心", kind=DepartmentKind.OFFICE, position=30, from_on=date(2026, 9, 1))
    department = Department.objects.get(name="信息中心")
    assert (department.kind, department.position, department.from_on) == ("office", 30, date(2026, 9, 1))
    assert trail(department) == [("", "陈静", "")]


def test_correction_is_told_in_the_trail(keep_department):
    department = DepartmentFactory(name="语文组")
    keep_department(department, name="语文教研组")
    assert last_changes(department) == {"name": ["语文组", "语文教研组"]}


def test_correction_leaves_the_head_in_place(keep_department):
    department = DepartmentFactory(head=MemberFactory())
    keep_department(department, kind=DepartmentKind.SUBJECT_GROUP)
    assert Department.objects.get().head == department.head


def test_first_day_to_come_is_refused(keep_department):
    with pytest.raises(Refused, match="设立日期不能晚于今天"):
        keep_department(from_on=date(2026, 11, 23))


def test_name_of_another_department_is_refused(keep_department):
    DepartmentFactory(name="语文组")
    with pytest.raises(Refused, match="已经有“语文组”"):
        keep_department(DepartmentFactory(), name="语文组")


def test_name_may_stay(keep_department):
    department = DepartmentFactory(name="语文组")
    assert keep_department(department).version == 2


# --- Union groups ------------------------------------------------------------------------------------------


def test_new_group_has_a_name_and_a_group_above(keep_group):
    above = UnionGroupFactory(name="初中部分工会")
    keep_group(name="第九工会小组", parent=above)
    group = UnionGroup.objects.get(name="第九工会小组")
    assert (group.parent, group.level) == (above, 1)
    assert trail(group) == [("", "陈静", "")]


def test_name_of_another_group_is_refused(keep_group):
    UnionGroupFactory(name="第一工会小组")
    with pytest.raises(Refused, match="已经有“第一工会小组”"):
        keep_group(name="第一工会小组")


@pytest.mark.parametrize("below", [0, 1, 2])
def test_group_can_stand_neither_under_itself_nor_under_one_below(below, keep_group):
    chain = [UnionGroupFactory()]
    chain.append(UnionGroupFactory(parent=chain[0]))
    chain.append(UnionGroupFactory(parent=chain[1]))
    with pytest.raises(Refused, match="上级不能是这个小组自己或它下面的小组"):
        keep_group(chain[0], parent=chain[below])
    assert UnionGroup.objects.get(pk=chain[0].pk).parent is None


def test_group_may_move_to_another_branch(keep_group):
    above, other = UnionGroupFactory(), UnionGroupFactory()
    assert keep_group(UnionGroupFactory(parent=above), parent=other).parent == other


def test_two_groups_moved_under_each_other_at_once_do_not_close_a_circle(at_the_same_moment, keep_group):
    first, second = UnionGroupFactory(), UnionGroupFactory()
    outcomes = at_the_same_moment(lambda: keep_group(first, parent=second), lambda: keep_group(second, parent=first))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "UnionGroup"]


def test_groups_stand_on_four_levels_at_the_most(keep_group):
    chain = [UnionGroupFactory()]
    for _ in range(3):
        chain.append(UnionGroupFactory(parent=chain[-1]))
    with pytest.raises(Refused, match="工会小组最多分4级"):
        keep_group(parent=chain[3])


def test_group_takes_those_below_along_to_where_they_may_stand(keep_group):
    top, middle = UnionGroupFactory(), UnionGroupFactory()
    second = UnionGroupFactory(parent=top)
    third, leaf = UnionGroupFactory(parent=second), UnionGroupFactory(parent=middle)
    with pytest.raises(Refused, match="最多分4级"):
        keep_group(middle, parent=third)
    keep_group(middle, parent=second)
    assert list(UnionGroup.objects.of_or_below([second.pk]).values_list("pk", "level")) == [
        (second.pk, 1),
        (middle.pk, 2),
        (leaf.pk, 3),
        (third.pk, 2),
    ]


def test_groups_below_follow_in_the_order_of_the_one_above(keep_group):
    first, second = UnionGroupFactory(name="第一分工会"), UnionGroupFactory(name="第二分工会")
    below = UnionGroupFactory(name="年级小组", parent=first)
    assert list(UnionGroup.objects.all()) == [first, below, second]
    keep_group(first, position=900)
    assert list(UnionGroup.objects.all()) == [second, first, below]


def test_group_can_not_be_put_under_a_closed_one(keep_group):
    with pytest.raises(Refused, match="“旧分工会”已经撤销，不能再设下级小组"):
        keep_group(parent=UnionGroupFactory(name="旧分工会", to_on=LAST))


# --- Closing -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("factory", [DepartmentFactory, UnionGroupFactory])
def test_closed_unit_is_led_until_its_last_day(factory, close):
    unit = factory(**{factory._meta.model.LEADER: MemberFactory()})
    close(unit)
    unit.refresh_from_db()
    assert (unit.to_on, unit.led_by, unit.leaders.get().to_on) == (LAST, None, LAST)
    assert trail(unit)[-1] == ("撤销", "陈静", "")


def test_department_with_people_is_not_closed(close):
    place = DepartmentPlaceFactory(department__name="电教中心")
    with pytest.raises(Refused, match="“电教中心”还有1人"):
        close(place.department)


def test_people_who_left_do_not_keep_a_department_open(close):
    place = DepartmentPlaceFactory(member__service_status="left")
    assert close(place.department).to_on == LAST


def test_group_over_others_is_not_closed_before_them(close):
    above = UnionGroupFactory(name="初中部分工会")
    below = UnionGroupFactory(parent=above)
    with pytest.raises(Refused, match="“初中部分工会”下面还有小组"):
        close(above)
    close(below)
    assert close(above).to_on == LAST


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 8, 30)])
def test_department_is_closed_neither_ahead_nor_before_it_began(day, close):
    with pytest.raises(Refused, match="撤销日期不能晚于今天，也不能早于设立日期"):
        close(DepartmentFactory(from_on=LAST), day)


def test_department_is_not_closed_before_the_last_person_went(close):
    place = GroupPlaceFactory(to_on=date(2026, 9, 30))
    with pytest.raises(Refused, match="到2026年9月30日还有人在这里"):
        close(place.group)


def test_department_is_not_closed_before_its_head_was_named(close):
    unit = DepartmentFactory(head=MemberFactory(name="林芳"))
    with pytest.raises(Refused, match="林芳从2020年9月1日起任负责人"):
        close(unit, date(2020, 8, 30))
    assert Department.objects.get().to_on is None


def test_closed_unit_is_not_closed_again(close):
    with pytest.raises(Refused, match="已经撤销"):
        close(DepartmentFactory(to_on=LAST))


def test_closing_is_taken_back(secretary):
    unit = reopen_unit(UnionGroupFactory(to_on=LAST), by=secretary)
    assert UnionGroup.objects.get().to_on is None
    assert trail(unit)[-1] == ("恢复", "陈静", "")


def test_open_unit_is_not_opened(secretary):
    with pytest.raises(Refused, match="没有撤销"):
        reopen_unit(DepartmentFactory(), by=secretary)


def test_group_is_not_opened_under_a_closed_one(secretary):
    above = UnionGroupFactory(name="初中部分工会", to_on=LAST)
    with pytest.raises(Refused, match="上级“初中部分工会”已经撤销"):
        reopen_unit(UnionGroupFactory(parent=above, to_on=LAST), by=secretary)
