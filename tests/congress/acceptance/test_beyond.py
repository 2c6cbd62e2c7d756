"""What other schools tell of their congresses can be recorded, and is told again in words that they use."""

from datetime import date

import pytest

from reports.papers import summary
from reports.selectors import gather
from tests.congress.acceptance import beyond_delegates, beyond_sessions
from tests.congress.acceptance.beyond import BEYOND, Office
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import plain_text
from unionoffice.periods import calendar_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

MAKERS = (beyond_delegates, beyond_sessions)
"""They register what they record, by being imported."""


@pytest.mark.parametrize("one", BEYOND, ids=str)
def test_fact_of_another_congress_is_counted_and_told_in_its_words(one, secretary, principal):
    one.make(Office(secretary, principal))
    material = gather(calendar_year(2026), WHOLE_UNION, on=date(2027, 1, 5))
    assert {key: material.figures[key].value for key in one.figures} == one.figures
    words = plain_text(summary(material, draft=True))
    assert [phrase for phrase in one.says if phrase not in words] == []
