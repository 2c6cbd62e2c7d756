"""What 谁能做什么 says of each role, held against the tables of who may open what."""

import pytest
from django.urls import get_resolver

from tests.test_permissions import EXPECTED, OPENS, RECORDS, walk
from unionoffice.areas import areas
from unionoffice.pages import Page, beyond_staff
from unionoffice.pages.rights import rights
from unionoffice.roles import Role

NAMED = {
    name: view.view_class
    for name, view in walk(get_resolver().url_patterns)
    if issubclass(getattr(view, "view_class", object), Page) and view.view_class.title
}
WITHOUT_RECORD = sorted(NAMED.keys() - {name.split("/")[0] for name in RECORDS})
OF_A_RECORD = sorted(NAMED.keys() & RECORDS.keys())


def said_of(name):
    """The roles that the page is said to open to; None where nothing is said of it."""
    view = NAMED[name]
    area = {area.key: str(area.label) for area in areas()}.get(view.area, "办公室")
    return {(right.area, right.title): right.roles for right in rights()}.get((area, str(view.title)))


def opens_to(name):
    return {role for role in Role if EXPECTED[name][role] == OPENS}


@pytest.mark.parametrize("name", WITHOUT_RECORD)
def test_page_without_a_record_is_said_to_open_to_whom_the_table_opens_it(name):
    assert said_of(name) == opens_to(name)


@pytest.mark.parametrize("name", OF_A_RECORD)
def test_page_of_a_record_that_the_table_opens_to_somebody_is_not_denied_them(name):
    said = said_of(name)
    assert said is None or opens_to(name) <= said


def test_what_the_record_alone_decides_is_not_promised_to_all_of_the_staff():
    assert [said_of(name) for name in ("congress:proposal-withdraw", "affairs:disclosure-recall")] == [None, None]


def test_pages_of_one_name_are_told_once_and_to_all_who_open_one_of_them():
    told = [title for titles in beyond_staff(Role.SECRETARY).values() for title in titles if title == "办理交接"]
    assert (told, said_of("members:handover-role")) == (["办理交接"], {Role.CHAIR, Role.SECRETARY})


def told_of(role):
    return {(area, title) for area, titles in beyond_staff(role).items() for title in titles}


def test_what_all_of_the_staff_open_is_told_of_the_staff_alone():
    others = set().union(*(told_of(role) for role in Role if role is not Role.STAFF))
    assert told_of(Role.STAFF) & others == set()
    assert ("教代会", "提案") in told_of(Role.STAFF)
    assert told_of(Role.DELEGATE) == {
        ("教代会", title)
        for title in ("领衔提案", "婉拒领衔", "征集附议", "邀请附议", "附议提案", "不附议", "提交提案")
    }
