"""What other schools tell of democratic management can be recorded, and is told again in words that they use."""

import pytest

from tests.affairs.acceptance import beyond_heard, beyond_kept
from tests.affairs.acceptance.beyond import BEYOND

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

MAKERS = (beyond_heard, beyond_kept)
"""They register what they record, by being imported."""


@pytest.mark.parametrize("one", BEYOND, ids=str)
def test_fact_of_another_school_is_counted_and_told_in_its_words(one, office, told):
    one.make(office)
    figures, printed, words = told()
    assert {key: figures[key].value for key in one.figures} == one.figures
    assert one.says in words
    assert {printed[key] for key in printed.keys() & one.figures.keys()} == {
        figures[key].text for key in printed.keys() & one.figures.keys()
    }
