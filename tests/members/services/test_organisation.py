from datetime import date

import pytest

from members.models import DepartmentPlace, GroupPlace
from members.services import place_in_department, place_in_group
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


def _spans(places) -> list[tuple]:
    return list(places.order_by("pk").values_list("from_on", "to_on"))


def test_first_group_begins_on_the_day(secretary, on):
    member, group = MemberFactory(), UnionGroupFactory()
    place = place_in_group(member, group, by=secretary, on=on)
    assert (place.member, place.group, place.from_on, place.to_on) == (member, group, on, None)
    assert trail(place) == [("调整工会小组", "陈静", "")]


def test_move_ends_the_old_group_the_day_before(secretary, on):
    old = GroupPlaceFactory(from_on=date(2011, 3, 1))
    new = place_in_group(old.member, UnionGroupFactory(), by=secretary, on=on)
    old.refresh_from_db()
    assert (old.to_on, new.from_on, new.to_on) == (date(2026, 11, 21), on, None)
    assert trail(old)[-1] == ("调整工会小组", "陈静", "")
    assert last_changes(old) == {"to_on": ["None", "2026-11-21"]}


def test_group_held_already_stays_as_it_is(secretary, on):
    old = GroupPlaceFactory(from_on=date(2011, 3, 1))
    assert place_in_group(old.member, old.group, by=secretary, on=on) == old
    assert _spans(GroupPlace.objects) == [(date(2011, 3, 1), None)]


def test_group_given_that_very_day_is_corrected(secretary, on):
    member, right = MemberFactory(), UnionGroupFactory()
    place_in_group(member, UnionGroupFactory(), by=secretary, on=on)
    place_in_group(member, right, by=secretary, on=on)
    assert _spans(GroupPlace.objects) == [(on, None)]
    assert GroupPlace.objects.get().group == right


def test_group_as_long_as_anyone_remembers_ends_too(secretary, on):
    old = GroupPlaceFactory(from_on=None)
    place_in_group(old.member, UnionGroupFactory(), by=secretary, on=on)
    assert _spans(GroupPlace.objects) == [(None, date(2026, 11, 21)), (on, None)]


def test_first_department_is_the_main_one(secretary, on):
    member, department = MemberFactory(), DepartmentFactory()
    place = place_in_department(member, department, by=secretary, on=on)
    assert (place.member, place.department, place.is_main, place.from_on, place.to_on) == (
        member,
        department,
        True,
        on,
        None,
    )
    assert trail(place) == [("调整部门", "陈静", "")]


def test_move_ends_the_main_department_alone(secretary, on):
    main = DepartmentPlaceFactory()
    second = DepartmentPlaceFactory(member=main.member, is_main=False)
    place_in_department(main.member, DepartmentFactory(), by=secretary, on=on)
    main.refresh_from_db()
    second.refresh_from_db()
    assert (main.to_on, second.to_on) == (date(2026, 11, 21), None)


def test_department_held_already_stays_as_it_is(secretary, on):
    old = DepartmentPlaceFactory()
    assert place_in_department(old.member, old.department, by=secretary, on=on) == old
    assert DepartmentPlace.objects.count() == 1


def test_department_given_that_very_day_is_corrected(secretary, on):
    member, right = MemberFactory(), DepartmentFactory()
    place_in_department(member, DepartmentFactory(), by=secretary, on=on)
    place_in_department(member, right, by=secretary, on=on)
    assert _spans(DepartmentPlace.objects) == [(on, None)]
    assert DepartmentPlace.objects.get().department == right


def test_further_department_that_becomes_the_main_one_ends_as_further(secretary, on):
    further = DepartmentPlaceFactory(is_main=False)
    place_in_department(further.member, further.department, by=secretary, on=on)
    assert list(DepartmentPlace.objects.order_by("pk").values_list("is_main", "to_on")) == [
        (False, date(2026, 11, 21)),
        (True, None),
    ]


def test_closed_department_and_closed_group_are_refused(secretary, on):
    member, closed = MemberFactory(), date(2026, 8, 31)
    with pytest.raises(Refused, match="“电教中心”已经撤销，请另选一个"):
        place_in_department(member, DepartmentFactory(name="电教中心", to_on=closed), by=secretary, on=on)
    with pytest.raises(Refused, match="“旧组”已经撤销，请另选一个"):
        place_in_group(member, UnionGroupFactory(name="旧组", to_on=closed), by=secretary, on=on)
