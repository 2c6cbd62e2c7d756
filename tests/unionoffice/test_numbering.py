"""Numbers in unbroken order, also when two people are at work at the same moment."""

import pytest
from django.db import IntegrityError, transaction

from unionoffice.numbering import NumberSeries, next_number

SERIES = "tests.paper"


def take_number(year: int = 2026) -> int:
    with transaction.atomic():
        return next_number(SERIES, year)


def take_number_in_vain() -> None:
    with transaction.atomic():
        next_number(SERIES, 2026)
        raise ZeroDivisionError


@pytest.mark.django_db
class TestNextNumber:
    def test_counts_from_one(self):
        assert [take_number() for _ in range(3)] == [1, 2, 3]

    def test_each_year_starts_again(self):
        assert [take_number(year) for year in (2026, 2026, 2027, 2026)] == [1, 2, 1, 3]

    def test_series_do_not_share_numbers(self):
        assert (take_number(), next_number("tests.other", 2026), take_number()) == (1, 1, 2)

    def test_number_of_work_that_was_taken_back_is_given_again(self):
        assert take_number() == 1
        with pytest.raises(ZeroDivisionError):
            take_number_in_vain()
        assert take_number() == 2

    def test_series_has_one_row_a_year(self):
        NumberSeries.objects.create(name=SERIES, year=2026)
        with pytest.raises(IntegrityError), transaction.atomic():
            NumberSeries.objects.create(name=SERIES, year=2026)


@pytest.mark.django_db(transaction=True)
def test_number_outside_a_transaction_is_an_error():
    with pytest.raises(transaction.TransactionManagementError):
        next_number(SERIES, 2026)
    assert not NumberSeries.objects.exists()


def test_first_numbers_taken_at_the_same_moment_are_all_different(at_the_same_moment):
    assert sorted(at_the_same_moment(*[take_number] * 6)) == [1, 2, 3, 4, 5, 6]


def test_failures_among_those_at_work_leave_no_gap(at_the_same_moment):
    outcomes = at_the_same_moment(take_number, take_number_in_vain, take_number, take_number_in_vain, take_number)
    assert sorted(number for number in outcomes if isinstance(number, int)) == [1, 2, 3]
    assert [type(failure) for failure in outcomes if not isinstance(failure, int)] == [ZeroDivisionError] * 2
