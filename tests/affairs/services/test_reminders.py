"""Reminders of what is due by the catalogue: before the day, on it and after it, each once."""

from datetime import date, timedelta

import pytest

from affairs.services import remind_of_disclosures
from tests.affairs.catalogue import EditionFactory, drafted_for, matter, only, told_for
from tests.conftest import make_actor
from tests.members.factories import DepartmentFactory
from unionoffice.inbox import Notice
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

DUE = date(2026, 11, 10)
WHAT = "“食堂收支”（2026年10月）应于11月10日前公开"


@pytest.fixture
def head():
    return make_actor(Role.DEPARTMENT_HEAD, "曹喆")


@pytest.fixture
def keeper():
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


@pytest.fixture
def canteen(head, keeper):
    EditionFactory(from_on=date(2026, 10, 1))
    only()
    return matter("食堂收支", department=DepartmentFactory(head=head.member))


def told(account):
    return list(Notice.objects.filter(account=account).order_by("pk").values_list("sentence", flat=True))


def test_is_told_ahead_on_the_day_and_after_it(canteen, head, keeper):
    for days in range(-10, 6):
        remind_of_disclosures(on=DUE + timedelta(days=days))
    assert told(head) == [f"{WHAT}，请提前准备", f"{WHAT}，今天到期", f"{WHAT}，现在还没有公开"]
    assert told(keeper) == told(head)


def test_is_told_no_earlier_than_the_rule_says(canteen, head):
    remind_of_disclosures(on=DUE - timedelta(days=6))
    assert told(head) == []
    remind_of_disclosures(on=DUE - timedelta(days=5))
    assert told(head) == [f"{WHAT}，请提前准备"]


def test_again_on_the_same_day_tells_nobody_twice(canteen, head):
    assert [remind_of_disclosures(on=DUE), remind_of_disclosures(on=DUE)] == [1, 1]
    assert len(told(head)) == 1


def test_leads_to_what_is_due(canteen, head):
    remind_of_disclosures(on=DUE)
    assert Notice.objects.get(account=head).url == (
        f"/affairs/coverage/?status=waiting&item={canteen.pk}&period=2026"
    )


def test_what_is_disclosed_or_under_way_is_left_alone(canteen, head):
    told_for(canteen, "2026-10", on=date(2026, 11, 3))
    assert remind_of_disclosures(on=DUE) == 0
    drafted_for(canteen, "2026-11")
    assert remind_of_disclosures(on=date(2026, 12, 10)) == 0
    assert told(head) == []


def test_what_was_missed_long_ago_is_no_news(canteen, head):
    remind_of_disclosures(on=DUE + timedelta(days=32))
    assert not any("2026年10月" in sentence for sentence in told(head))


def test_without_an_edition_nothing_is_due(head):
    matter("食堂收支", department=DepartmentFactory(head=head.member))
    assert remind_of_disclosures(on=DUE) == 0


def test_queries_do_not_grow_with_what_is_told_already(canteen, django_assert_max_num_queries):
    for number in range(5):
        matter(f"事项{number}")
    remind_of_disclosures(on=DUE)
    with django_assert_max_num_queries(9 + 6 * 3):
        remind_of_disclosures(on=DUE)
