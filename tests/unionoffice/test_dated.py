from datetime import date

import pytest

from members.models import GroupPlace
from tests.members.factories import GroupPlaceFactory
from unionoffice.dated import end_before, is_new_on

DAY = date(2026, 5, 1)


@pytest.mark.parametrize(("from_on", "is_new"), [(None, False), (date(2026, 4, 30), False), (DAY, True)])
def test_row_is_new_where_it_held_on_no_day_before(from_on, is_new):
    assert is_new_on(GroupPlaceFactory.build(from_on=from_on, member=None, group=None), DAY) is is_new


@pytest.mark.django_db
@pytest.mark.parametrize("from_on", [None, date(2026, 4, 30)])
def test_row_ends_on_the_eve(from_on):
    end_before(GroupPlaceFactory(from_on=from_on), DAY)
    assert GroupPlace.objects.get().to_on == date(2026, 4, 30)


@pytest.mark.django_db
def test_row_that_would_have_held_on_no_day_goes():
    end_before(GroupPlaceFactory(from_on=DAY), DAY)
    assert not GroupPlace.objects.exists()
