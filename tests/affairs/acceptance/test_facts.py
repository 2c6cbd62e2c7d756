"""Every fact of democratic management that three schools told is recorded, counted, and told again by the summary."""

from collections import Counter

import pytest

from tests.affairs.acceptance import disclosed, laid_down, met, watched
from tests.affairs.acceptance.facts import RECORDED, facts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

MAKERS = (disclosed, laid_down, met, watched)
"""They register how facts are recorded, by being imported."""


def values(figures, keys):
    return {key: figures[key].value for key in keys}


def test_no_fact_of_ours_is_left_out():
    assert [fact.what for fact in facts().values() if fact.is_ours] == [
        one.fact.what for fact in facts().values() for one in RECORDED if one.fact == fact and fact.is_ours
    ]


@pytest.mark.parametrize("one", RECORDED, ids=str)
def test_fact_is_counted_as_it_was_told_and_stands_in_the_summary(one, office, told):
    one.make(office, one.fact)
    figures, printed, words = told()
    expected = {**one.figures, **one.beside}
    assert values(figures, expected) == expected
    assert {key: printed.get(key) for key in one.figures} == {key: figures[key].text for key in one.figures}
    assert [wanted for wanted in one.words if wanted not in words] == []


@pytest.mark.parametrize("year", "abc")
def test_all_facts_of_a_year_add_up_in_one_summary(year, office, told):
    expected, wanted = Counter(), []
    for one in RECORDED:
        if one.fact.year == year:
            one.make(office, one.fact)
            expected += Counter(one.figures) + Counter(one.beside)
            wanted += one.words
    figures, printed, words = told()
    assert values(figures, expected) == expected
    assert {key: printed.get(key) for key in expected} == {key: figures[key].text for key in expected}
    assert [text for text in wanted if text not in words] == []


def test_year_without_records_has_no_such_section(told):
    figures, _printed, words = told()
    assert [key for key, figure in figures.items() if key.startswith("affairs.") and not figure.is_nothing] == []
    assert "民主管理" not in words
