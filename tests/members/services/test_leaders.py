from datetime import date

import pytest
from django.db.models import F

from members.enums import ServiceStatus, UnionStatus
from members.services import end_leading, name_leader
from tests.members.factories import (
    DepartmentFactory,
    DepartmentHeadFactory,
    GroupLeaderFactory,
    MemberFactory,
    UnionGroupFactory,
)
from tests.members.trails import last_changes, trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)


@pytest.fixture
def name(secretary, on):
    """Names somebody, from today on unless the test says otherwise."""

    def named(unit, member, day=on, **more):
        return name_leader(unit, member, on=day, today=on, by=secretary, **more)

    return named


@pytest.fixture
def end(secretary, on):
    return lambda row, day=on: end_leading(row, on=day, today=on, by=secretary)


def _rows(unit) -> list[tuple]:
    rows = unit.leaders.order_by(F("from_on").asc(nulls_first=True), "pk").select_related("member")
    return [(row.member.name, row.is_deputy, row.from_on, row.to_on) for row in rows]


# --- Naming ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("factory", [DepartmentFactory, UnionGroupFactory])
def test_first_leader_leads_from_the_day_on(factory, name):
    unit, leader = factory(), MemberFactory(name="林芳")
    name(unit, leader, DAY)
    unit.refresh_from_db()
    assert unit.led_by == leader
    assert _rows(unit) == [("林芳", False, DAY, None)]


def test_new_head_ends_the_one_before_the_day_before(name):
    unit = DepartmentFactory(head=MemberFactory(name="林芳"))
    leader = MemberFactory(name="韩梅")
    row = name(unit, leader, DAY)
    unit.refresh_from_db()
    assert unit.head == leader
    assert _rows(unit) == [("林芳", False, date(2020, 9, 1), date(2026, 8, 31)), ("韩梅", False, DAY, None)]
    assert trail(row) == [("任命负责人", "陈静", "")]
    assert (trail(unit)[-1], list(last_changes(unit))) == (("任命负责人", "陈静", ""), ["head"])


def test_who_was_named_that_very_day_by_mistake_never_led(name):
    unit = UnionGroupFactory()
    name(unit, MemberFactory(), DAY)
    name(unit, MemberFactory(name="林芳"), DAY)
    assert _rows(unit) == [("林芳", False, DAY, None)]


def test_leader_since_nobody_knows_when_ends_too(name):
    unit = UnionGroupFactory()
    GroupLeaderFactory(unit=unit, from_on=None, member__name="卫东")
    name(unit, MemberFactory(name="林芳"), DAY)
    assert _rows(unit) == [("卫东", False, None, date(2026, 8, 31)), ("林芳", False, DAY, None)]


def test_deputy_leaves_the_leader_in_place(name):
    unit = UnionGroupFactory(leader=MemberFactory(name="林芳"))
    row = name(unit, MemberFactory(name="韩梅"), DAY, is_deputy=True)
    unit.refresh_from_db()
    assert (unit.leader.name, row.post) == ("林芳", "副组长")
    assert _rows(unit) == [("林芳", False, date(2020, 9, 1), None), ("韩梅", True, DAY, None)]


def test_deputy_who_becomes_the_leader_is_deputy_no_more(name):
    unit, deputy = UnionGroupFactory(leader=MemberFactory(name="林芳")), MemberFactory(name="韩梅")
    name(unit, deputy, date(2025, 9, 1), is_deputy=True)
    name(unit, deputy, DAY)
    assert _rows(unit) == [
        ("林芳", False, date(2020, 9, 1), date(2026, 8, 31)),
        ("韩梅", True, date(2025, 9, 1), date(2026, 8, 31)),
        ("韩梅", False, DAY, None),
    ]


def test_leader_who_becomes_a_deputy_leaves_the_unit_without_one(name):
    leader = MemberFactory(name="林芳")
    unit = UnionGroupFactory(leader=leader)
    name(unit, leader, DAY, is_deputy=True)
    unit.refresh_from_db()
    assert unit.leader is None


@pytest.mark.parametrize("status", [status for status in ServiceStatus if status is not ServiceStatus.IN_SERVICE])
def test_head_who_does_not_serve_is_refused(status, name):
    with pytest.raises(Refused, match="安红梅不在职，不能担任负责人"):
        name(DepartmentFactory(), MemberFactory(name="安红梅", service_status=status))


@pytest.mark.parametrize(
    "told",
    [{"union_status": UnionStatus.NON_MEMBER}, {"service_status": "left"}, {"service_status": "dead"}],
    ids=str,
)
def test_leader_outside_the_union_is_refused(told, name):
    with pytest.raises(Refused, match="赵一不是会员，不能担任组长"):
        name(UnionGroupFactory(), MemberFactory(name="赵一", **told))


def test_retired_leader_of_a_group_of_retired_people_is_welcome(name):
    leader = MemberFactory(service_status=ServiceStatus.RETIRED, union_status=UnionStatus.RETAINED)
    assert name(UnionGroupFactory(), leader).member == leader


def test_day_to_come_is_refused(name):
    with pytest.raises(Refused, match="日期不能晚于今天"):
        name(UnionGroupFactory(), MemberFactory(), date(2026, 11, 23))


def test_closed_unit_is_refused(name):
    with pytest.raises(Refused, match="“电教中心”已经撤销"):
        name(DepartmentFactory(name="电教中心", to_on=DAY), MemberFactory())


def test_who_leads_already_is_refused(name):
    leader = MemberFactory(name="林芳")
    with pytest.raises(Refused, match="林芳已经是第一工会小组的组长。"):
        name(UnionGroupFactory(name="第一工会小组", leader=leader), leader)


def test_day_before_the_present_leader_began_is_refused(name):
    unit = UnionGroupFactory(leader=MemberFactory(name="林芳"))
    with pytest.raises(Refused, match="林芳从2020年9月1日起任组长"):
        name(unit, MemberFactory(), date(2020, 8, 31))
    assert len(_rows(unit)) == 1


@pytest.mark.parametrize(("day", "refused"), [(date(2024, 8, 31), True), (date(2024, 9, 1), False)])
def test_two_never_lead_on_one_day(day, refused, name):
    row = DepartmentHeadFactory(member__name="林芳", to_on=date(2024, 8, 31))
    if refused:
        with pytest.raises(Refused, match="林芳任负责人到2024年8月31日为止"):
            name(row.unit, MemberFactory(), day)
    else:
        assert name(row.unit, MemberFactory(), day).from_on == day


# --- Ending ------------------------------------------------------------------------------------------------


def test_leader_who_goes_leaves_the_unit_without_one(end):
    unit = UnionGroupFactory(leader=MemberFactory(name="林芳"))
    assert end(unit.leaders.get(), DAY) == unit
    unit.refresh_from_db()
    assert unit.leader is None
    assert _rows(unit) == [("林芳", False, date(2020, 9, 1), date(2026, 8, 31))]
    assert trail(unit.leaders.get())[-1] == ("免去组长", "陈静", "")


def test_deputy_who_goes_leaves_the_leader(end):
    unit = UnionGroupFactory(leader=MemberFactory(name="林芳"))
    end(GroupLeaderFactory(unit=unit, is_deputy=True))
    unit.refresh_from_db()
    assert unit.leader.name == "林芳"


def test_naming_taken_back_that_very_day_never_was(name, end, on):
    unit = UnionGroupFactory()
    end(name(unit, MemberFactory()), on)
    unit.refresh_from_db()
    assert (unit.leader, _rows(unit)) == (None, [])


def test_who_ended_already_is_refused(end):
    with pytest.raises(Refused, match="已经离任"):
        end(GroupLeaderFactory(to_on=DAY))


@pytest.mark.parametrize(
    ("day", "sentence"), [(date(2026, 11, 23), "日期不能晚于今天"), (date(2020, 8, 31), "日期不能比这一天早")]
)
def test_end_on_an_impossible_day_is_refused(day, sentence, end):
    unit = UnionGroupFactory(leader=MemberFactory())
    with pytest.raises(Refused, match=sentence):
        end(unit.leaders.get(), day)
    assert unit.leaders.get().to_on is None


def test_two_named_at_once_do_not_both_lead(at_the_same_moment, name):
    unit = UnionGroupFactory()
    first, second = MemberFactory(), MemberFactory()
    at_the_same_moment(lambda: name(unit, first, DAY), lambda: name(unit, second, DAY))
    unit.refresh_from_db()
    assert unit.leaders.get().member == unit.leader
