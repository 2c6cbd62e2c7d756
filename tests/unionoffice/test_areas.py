"""The one way up: every area shows itself by names that lead somewhere."""

import pytest
import rules
from django.conf import settings
from django.urls import reverse

from unionoffice.areas import WHOLE_UNION, Area, Scope, areas
from unionoffice.figures import FigureSet
from unionoffice.periods import calendar_year

ICONS = settings.ICONS_DIR / "outline"


def named(area):
    return area.key


def test_areas_stand_in_the_order_of_the_settings_from_the_ground_up():
    assert [area.key for area in areas()] == [name.split(".")[0] for name in settings.AREAS]


def test_every_own_app_is_an_area():
    own = {app for app in settings.INSTALLED_APPS if (settings.BASE_DIR / app).is_dir()}
    assert {area.key for area in areas()} == own - {"unionoffice"}


def test_areas_are_made_once():
    assert areas() is areas()


@pytest.mark.parametrize("area", areas(), ids=named)
def test_doors_lead_to_pages_and_have_a_permission_and_a_drawing(area):
    for door in area.navigation:
        assert reverse(door.url_name).startswith("/")
        assert isinstance(door.permission, rules.Predicate)
        assert (ICONS / f"{door.icon}.svg").is_file()


@pytest.mark.parametrize("area", [area for area in areas() if area.figures], ids=named)
@pytest.mark.parametrize("scope", [WHOLE_UNION, Scope(1, "第一工会小组")], ids=["whole", "group"])
def test_area_counts_nothing_in_an_empty_office_without_failing(db, area, scope):
    told = area.figures(calendar_year(2026), scope)
    assert isinstance(told, FigureSet)
    assert [figure.key for figure in told.figures if not figure.is_nothing] == []
    assert (told.notables, told.tables) == ((), ())


def test_keys_of_figures_begin_with_their_area_and_are_told_once(db):
    keys = [
        (area.key, figure.key)
        for area in areas()
        if area.figures
        for figure in area.figures(calendar_year(2026), WHOLE_UNION).figures
    ]
    assert [key for area, key in keys if not key.startswith(f"{area}.")] == []
    assert len({key for _, key in keys}) == len(keys)


def test_area_that_has_nothing_to_show_is_only_a_name():
    bare = Area(key="bare", label="空")
    assert (bare.navigation, bare.member_panels) == ((), ())
    assert [bare.roles, bare.figures, bare.tasks, bare.search, bare.has_records, bare.demo] == [None] * 6


def test_whole_union_leaves_nobody_out_and_a_group_does():
    assert (WHOLE_UNION.is_whole, Scope(3, "第三工会小组").is_whole) == (True, False)
