"""Who seems to have two records."""

from datetime import date

import pytest

from members.models import Member
from members.selectors import duplicate_pairs
from members.services import find_distinct
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, MemberFactory

pytestmark = pytest.mark.django_db

BORN = date(1980, 5, 1)
NUMBER = "320102198005019986"


def numbers():
    return [(one.employee_no, other.employee_no) for one, other in duplicate_pairs()]


def enter(number, **fields):
    return MemberFactory(employee_no=number, **{"birth_date": None, "name": f"林{number}"} | fields)


def test_nobody_is_found_in_an_office_without_doubles():
    enter("1", name="林芳", birth_date=BORN)
    enter("2", name="林芳", birth_date=date(1980, 5, 2))
    enter("3", name="林方", birth_date=BORN)
    enter("4", name="林芳")
    enter("5", name="林芳")
    enter("6", id_number=NUMBER)
    assert numbers() == []


def test_one_id_number_is_one_person_whatever_the_name():
    enter("1", id_number=NUMBER)
    enter("2", id_number=NUMBER, birth_date=BORN)
    assert numbers() == [("2", "1")]


def test_small_letter_in_an_id_number_is_the_same():
    enter("1", id_number="32010219800501998X")
    enter("2", id_number="32010219800501998x")
    assert numbers() == [("1", "2")]


@pytest.mark.parametrize(("one", "other"), [("林芳", "林 芳"), ("古丽·艾尔肯", "古丽•艾尔肯"), ("林芳", "林芳")])
def test_one_name_and_birth_date_is_one_person_however_the_name_was_typed(one, other):
    enter("1", name=one, birth_date=BORN)
    enter("2", name=other, birth_date=BORN)
    assert numbers() == [("1", "2")]


def test_pair_alike_in_both_ways_is_shown_once():
    for number in "12":
        enter(number, name="林芳", birth_date=BORN, id_number=NUMBER)
    assert numbers() == [("1", "2")]


def test_three_records_are_three_pairs_until_one_is_found_distinct(secretary):
    people = [enter(number, name="林芳", birth_date=BORN) for number in "123"]
    assert numbers() == [("1", "2"), ("1", "3"), ("2", "3")]
    find_distinct(people[2], people[0], by=secretary, on=TODAY)
    assert numbers() == [("1", "2"), ("2", "3")]


def test_first_of_a_pair_has_an_account_else_more_is_known_else_came_first():
    enter("1", name="林芳", birth_date=BORN)
    enter("2", name="林芳", birth_date=BORN, title="高级教师")
    assert numbers() == [("2", "1")]
    AccountFactory(member=Member.objects.get(employee_no="1"))
    assert numbers() == [("1", "2")]


def test_takes_four_queries_however_many_people_there_are(django_assert_num_queries):
    for number in range(3):
        enter(f"a{number}", name=f"林{number}", birth_date=BORN)
        enter(f"b{number}", name=f"林{number}", birth_date=BORN)
    with django_assert_num_queries(4):
        assert len(duplicate_pairs()) == 3
