"""Departments and union groups themselves; who belongs to them is in test_organisation."""

import pytest

from members.enums import DepartmentKind, ServiceStatus, UnionStatus
from members.models import Department, UnionGroup
from members.services import save_department, save_group
from tests.members.factories import DepartmentFactory, MemberFactory, UnionGroupFactory
from tests.members.trails import last_changes, trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def keep_department(secretary):
    def keep(department=None, **changes):
        department = department or Department()
        kept = {"name": department.name or "信息中心", "kind": department.kind, "head": department.head}
        return save_department(department, **(kept | changes), by=secretary)

    return keep


@pytest.fixture
def keep_group(secretary):
    def keep(group=None, **changes):
        group = group or UnionGroup()
        kept = {"name": group.name or "第九工会小组", "parent": group.parent, "leader": group.leader}
        return save_group(group, **(kept | changes), by=secretary)

    return keep


# --- Departments -------------------------------------------------------------------------------------------


def test_new_department_has_a_name_a_kind_and_a_head(keep_department):
    head = MemberFactory()
    keep_department(name="信息中心", kind=DepartmentKind.OFFICE, head=head)
    department = Department.objects.get(name="信息中心")
    assert (department.kind, department.head) == ("office", head)
    assert trail(department) == [("", "陈静", "")]


def test_new_head_is_told_in_the_trail(keep_department):
    department = DepartmentFactory(name="语文组")
    head = MemberFactory(name="林芳")
    keep_department(department, head=head)
    assert last_changes(department) == {"head": ["None", str(head.pk)]}


def test_head_may_be_taken_away(keep_department):
    department = DepartmentFactory(head=MemberFactory())
    keep_department(department, head=None)
    assert Department.objects.get().head is None


@pytest.mark.parametrize("status", [status for status in ServiceStatus if status is not ServiceStatus.IN_SERVICE])
def test_head_who_does_not_serve_is_refused(status, keep_department):
    head = MemberFactory(name="安红梅", service_status=status)
    with pytest.raises(Refused, match="安红梅不在职，不能担任负责人"):
        keep_department(DepartmentFactory(), head=head)


def test_head_who_retired_stays_until_there_is_another(keep_department):
    department = DepartmentFactory(head=MemberFactory(service_status=ServiceStatus.RETIRED))
    keep_department(department, kind=DepartmentKind.SUBJECT_GROUP)
    assert Department.objects.get().head == department.head


def test_name_of_another_department_is_refused(keep_department):
    DepartmentFactory(name="语文组")
    with pytest.raises(Refused, match="已经有“语文组”"):
        keep_department(DepartmentFactory(), name="语文组")


def test_name_may_stay(keep_department):
    department = DepartmentFactory(name="语文组")
    assert keep_department(department).version == 2


# --- Union groups ------------------------------------------------------------------------------------------


def test_new_group_has_a_name_a_group_above_and_a_leader(keep_group):
    above, leader = UnionGroupFactory(name="初中部分工会"), MemberFactory()
    keep_group(name="第九工会小组", parent=above, leader=leader)
    group = UnionGroup.objects.get(name="第九工会小组")
    assert (group.parent, group.leader) == (above, leader)
    assert trail(group) == [("", "陈静", "")]


def test_leader_who_is_not_in_the_union_is_refused(keep_group):
    leader = MemberFactory(name="赵一", union_status=UnionStatus.NON_MEMBER)
    with pytest.raises(Refused, match="赵一不是会员，不能担任组长"):
        keep_group(UnionGroupFactory(), leader=leader)


def test_retired_leader_of_a_group_of_retired_people_is_welcome(keep_group):
    leader = MemberFactory(service_status=ServiceStatus.RETIRED, union_status=UnionStatus.RETAINED)
    assert keep_group(UnionGroupFactory(), leader=leader).leader == leader


def test_leader_who_left_the_union_stays_until_there_is_another(keep_group):
    group = UnionGroupFactory(leader=MemberFactory(union_status=UnionStatus.NON_MEMBER))
    assert keep_group(group, name="第十工会小组").leader == group.leader


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
