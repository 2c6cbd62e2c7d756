"""Which summary an address asks for, and what becomes of an address that can't be understood."""

from datetime import date

import pytest

from reports.forms import SummaryForm, periods_on
from tests.conftest import TODAY
from tests.members.factories import UnionGroupFactory
from unionoffice.areas import WHOLE_UNION, Scope

pytestmark = pytest.mark.django_db
UNREADABLE = ["x", "2026-13", "2025-2027", "2026-H3", "<b>", "\0", "9" * 40]


def asked(**query):
    return SummaryForm(query, on=TODAY)


def test_nothing_asked_is_this_calendar_year_of_the_whole_union():
    form = asked()
    assert (form.is_valid(), form.chosen_period.code, form.scope) == (True, "2026", WHOLE_UNION)


@pytest.mark.parametrize("code", ["2025", "2026-H1", "2025-2026-2", "2019", "2026-03", "2026-Q2", "2018-2019"])
def test_any_period_can_be_asked_for_offered_or_not(code):
    form = asked(period=code)
    assert (form.is_valid(), form.chosen_period.code) == (True, code)
    assert code in dict(form.fields["period"].choices)


@pytest.mark.parametrize("code", UNREADABLE)
def test_period_that_cannot_be_read_is_said_to_be_and_this_year_stands_in(code):
    form = asked(period=code)
    assert list(form.errors) == ["period"]
    assert form.chosen_period.code == "2026"


def test_group_is_a_scope_of_its_own():
    group = UnionGroupFactory(name="第一工会小组")
    assert asked(group=str(group.pk)).scope == Scope(group.pk, "第一工会小组")


@pytest.mark.parametrize("group", ["999999", "x", "-1", "9" * 30])
def test_group_that_is_not_there_is_said_to_be_and_the_whole_union_stands_in(group):
    form = asked(group=group)
    assert form.errors == {"group": ["请从列表中选择一项。"]}
    assert form.scope == WHOLE_UNION


def test_offered_periods_are_those_around_the_day_the_likeliest_first():
    assert [period.code for period in periods_on(date(2026, 3, 1))] == [
        *("2026", "2025", "2024"),
        *("2026-H1", "2026-H2"),
        "2025-2026",
        *("2025-2026-1", "2025-2026-2"),
    ]
