"""Days that are known only roughly, as spans."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionoffice.precision import Precision, span_of

VAGUE = [Precision.MONTH, Precision.TERM, Precision.YEAR]
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("precision", "code"),
    [(Precision.MONTH, "2026-01"), (Precision.TERM, "2025-2026-1"), (Precision.YEAR, "2026")],
)
def test_january_belongs_to_the_first_term_of_the_school_year_before(precision, code):
    assert span_of(date(2026, 1, 31), precision).code == code


@given(DAYS, st.sampled_from(VAGUE))
def test_day_lies_in_its_span_and_the_span_stays_when_it_is_told_again(day, precision):
    span = span_of(day, precision)
    assert day in span
    assert span_of(span.start, precision) == span_of(span.end, precision) == span
