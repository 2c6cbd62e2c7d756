"""The entrance to all that can be set up, and the doors that belong to no area."""

import pytest
from django.urls import reverse

from unionoffice.doors import OFFICE_DOORS, SETTINGS_ROOMS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def doors_of(client):
    navigation = client.get(reverse("help")).context["navigation"]
    return [str(door["label"]) for area in navigation if area["key"] == "office" for door in area["doors"]]


def test_doors_of_the_office_stand_after_all_areas(secretary, signed_in):
    navigation = signed_in(secretary).get(reverse("help")).context["navigation"]
    assert [area["key"] for area in navigation][-1] == "office"


def test_doors_are_for_those_who_may_open_them(secretary, chair, auditor, teacher, signed_in):
    assert [doors_of(signed_in(user)) for user in (secretary, chair, auditor, teacher)] == [
        ["设置", "操作记录"],
        ["设置", "操作记录"],
        ["操作记录"],
        [],
    ]


def test_entrance_lists_the_rooms_that_the_user_may_enter(secretary, chair, signed_in):
    for user in (secretary, chair):
        rooms = signed_in(user).get(reverse("settings:entrance")).context["rooms"]
        assert rooms == [room for room in SETTINGS_ROOMS if room.permission.test(user)]
        assert "规则与标准" in [str(room.label) for room in rooms]


def test_every_door_and_room_leads_somewhere_that_opens(secretary, signed_in):
    client = signed_in(secretary)
    names = [door.url_name for door in OFFICE_DOORS] + [room.url_name for room in SETTINGS_ROOMS]
    assert {name: client.get(reverse(name)).status_code for name in names} == dict.fromkeys(names, 200)
