"""The order by strokes: kept by every way in which somebody gets a name, and offered on the list."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members.models import Member
from members.services import RosterChange, RosterRow, apply_roster, reorder_names
from tests.members.factories import MemberFactory
from unionoffice import names
from unionoffice.strokes import StrokeOrder

pytestmark = pytest.mark.django_db

NAMES = ("王一鸣", "丁一", "王鑫")
FIELDS = {"gender": "female", "service_status": "in_service", "union_status": "non_member"}


def keys_of(name):
    return tuple(names.stroke_key(name, own={}, single_first=first) for first in (False, True))


def kept():
    return {member.name: (member.stroke_key, member.single_first_key) for member in Member.objects.all()}


def test_roster_gives_new_people_their_place_and_moves_the_renamed(secretary, on):
    known = MemberFactory(name="李旧")
    change = RosterChange(known, known.version, {"name": "丁一"}, "", "")
    rows = [RosterRow({**FIELDS, "employee_no": "R1", "name": "王鑫"}, "", "")]
    apply_roster(rows, [change], by=secretary, on=on)
    assert {name: keys for name, keys in kept().items() if name in NAMES} == {
        name: keys_of(name) for name in ("丁一", "王鑫")
    }


@pytest.mark.parametrize("number", [2, 9])
def test_roster_reads_the_own_strokes_twice_however_long_it_is(secretary, on, number):
    StrokeOrder.objects.create(character="㛃", strokes="531")
    changes = [
        RosterChange(member, member.version, {"name": "㛃三"}, "", "")
        for member in MemberFactory.create_batch(number)
    ]
    rows = [RosterRow({**FIELDS, "employee_no": f"R{n}", "name": "㛃二"}, "", "") for n in range(number)]
    with CaptureQueriesContext(connection) as asked:
        apply_roster(rows, changes, by=secretary, on=on)
    assert sum("unionoffice_strokeorder" in query["sql"] for query in asked.captured_queries) == 2


def test_migration_gives_everybody_who_is_there_a_place():
    for name in NAMES:
        MemberFactory(name=name)
    Member.objects.update(stroke_key="", single_first_key="")
    import_module("members.migrations.0004_orders").fill(apps, None)
    assert kept() == {name: keys_of(name) for name in NAMES}


def test_names_with_a_character_move_and_others_stay(on):
    for name in ("㛃三", "王㛃", "丁一"):
        MemberFactory(name=name)
    StrokeOrder.objects.create(character="㛃", strokes="1")
    reorder_names("㛃")
    assert [member.name for member in Member.objects.in_stroke_order(on)] == ["㛃三", "丁一", "王㛃"]


def test_list_goes_by_pinyin_or_by_strokes(secretary, signed_in, today):
    for name in NAMES:
        MemberFactory(name=name)
    client, url = signed_in(secretary), reverse("members:member-list")
    listed = [
        [row.cells[1].text for row in client.get(url, query).context["rows"]] for query in ({}, {"order": "strokes"})
    ]
    assert listed == [["陈静", "丁一", "王鑫", "王一鸣"], ["丁一", "王鑫", "王一鸣", "陈静"]]
