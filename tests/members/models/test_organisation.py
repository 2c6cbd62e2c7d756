from datetime import date

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError

from members.models import DepartmentPlace, GroupPlace
from tests.members.factories import (
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    UnionGroupFactory,
)
from unionoffice.dated import holds_on

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("factory", [DepartmentFactory, UnionGroupFactory])
def test_two_of_one_name_are_impossible(factory):
    factory(name="语文组")
    with pytest.raises(IntegrityError):
        factory(name="语文组")


def test_two_groups_at_a_time_are_impossible():
    member = MemberFactory()
    GroupPlaceFactory(member=member)
    with pytest.raises(IntegrityError):
        GroupPlaceFactory(member=member)


def test_one_group_after_another_is_possible():
    member = MemberFactory()
    GroupPlaceFactory(member=member, to_on=date(2020, 1, 1))
    GroupPlaceFactory(member=member, from_on=date(2020, 1, 2))
    assert GroupPlace.objects.filter(member=member).count() == 2


def test_two_main_departments_at_a_time_are_impossible():
    member = MemberFactory()
    DepartmentPlaceFactory(member=member)
    with pytest.raises(IntegrityError):
        DepartmentPlaceFactory(member=member)


def test_second_department_beside_the_main_one_is_possible():
    member = MemberFactory()
    DepartmentPlaceFactory(member=member)
    DepartmentPlaceFactory(member=member, is_main=False)
    assert DepartmentPlace.objects.current().count() == 2


def test_group_that_somebody_was_in_is_never_deleted():
    place = GroupPlaceFactory(to_on=date(2020, 1, 1))
    with pytest.raises(ProtectedError):
        place.group.delete()


@pytest.mark.parametrize(
    ("from_on", "to_on", "held"),
    [
        (None, None, True),
        (date(2026, 5, 1), None, True),
        (date(2026, 5, 2), None, False),
        (None, date(2026, 5, 1), True),
        (None, date(2026, 4, 30), False),
        (date(2026, 5, 1), date(2026, 5, 1), True),
    ],
)
def test_place_is_held_from_its_first_day_to_its_last(from_on, to_on, held):
    place = GroupPlaceFactory(from_on=from_on, to_on=to_on)
    assert GroupPlace.objects.held_on(date(2026, 5, 1)).exists() is held
    assert holds_on(place, date(2026, 5, 1)) is held


def test_place_without_a_last_day_is_current():
    place = GroupPlaceFactory()
    GroupPlaceFactory(to_on=date(2099, 1, 1))
    assert list(GroupPlace.objects.current()) == [place]
