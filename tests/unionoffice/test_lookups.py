"""Beginnings looked up in order: never another answer than comparing every row."""

import pytest

from members.models import Member
from tests.members.factories import MemberFactory
from unionoffice.lookups import beginning_with

pytestmark = pytest.mark.django_db

NUMBERS = (
    "0",
    "00",
    "009",
    "01",
    "09",
    "1",
    "19",
    "1-2",
    "2",
    "9",
    "99",
    "A",
    "AZ",
    "AZ9",
    "Aa",
    "B",
    "Z",
    "ZZ",
    "_1",
)
STARTS = (*NUMBERS, "Az", "Y", "-", "3", "Z9", "ZZZ", "%", "\\")


@pytest.fixture
def everybody():
    for number in NUMBERS:
        MemberFactory(employee_no=number)


@pytest.mark.usefixtures("everybody")
@pytest.mark.parametrize("start", STARTS)
def test_finds_what_begins_so_and_nothing_else(start):
    """SQLite compares without regard to case, PostgreSQL with it."""
    found = set(Member.objects.filter(beginning_with("employee_no", start)).values_list("employee_no", flat=True))
    assert {number for number in NUMBERS if number.startswith(start)} <= found
    assert found <= {number for number in NUMBERS if number.upper().startswith(start.upper())}


@pytest.mark.usefixtures("everybody")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("az", {"AZ", "AZ9"}),
        ("AZ", {"AZ", "AZ9"}),
        ("z", {"Z", "ZZ"}),
        ("0", {"0", "00", "009", "01", "09"}),
        ("-", set()),
    ],
)
def test_number_is_found_however_its_letters_are_typed(typed, found):
    assert set(Member.objects.matching(typed).values_list("employee_no", flat=True)) == found
