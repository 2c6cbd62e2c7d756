"""Seats by numbers of people, and who is elected: as whole numbers, whatever the numbers are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.selectors import majority_of, quorum_of, shared_seats, tallied

SIZES = st.dictionaries(st.integers(0, 30), st.integers(0, 200), min_size=1, max_size=12)


class TestSharedSeats:
    @given(SIZES, st.integers(0, 150))
    def test_sum_to_the_total_and_nobody_goes_without(self, sizes, more):
        seats = shared_seats(sizes, len(sizes) + more)
        assert (set(seats), sum(seats.values())) == (set(sizes), len(sizes) + more)
        assert min(seats.values()) >= 1

    @given(SIZES, st.integers(0, 150))
    def test_larger_one_never_has_fewer(self, sizes, more):
        seats = shared_seats(sizes, len(sizes) + more)
        by_size = sorted(sizes, key=lambda key: sizes[key])
        for small, large in pairwise(by_size):
            assert seats[large] >= seats[small] or sizes[large] == sizes[small]

    @given(SIZES, st.integers(1, 9))
    def test_whole_shares_are_given_as_they_are(self, sizes, each):
        sizes = {key: size + 1 for key, size in sizes.items()}
        total = sum(sizes.values()) * each
        assert shared_seats(sizes, total) == {key: size * each for key, size in sizes.items()}

    @pytest.mark.parametrize(
        ("sizes", "total", "seats"),
        [
            ((41, 35, 24), 10, (4, 4, 2)),
            ((47, 16, 15, 12, 6, 4), 10, (4, 2, 1, 1, 1, 1)),
            ((100, 3, 2), 5, (3, 1, 1)),
            ((30, 30, 30), 10, (4, 3, 3)),
            ((0, 0), 3, (2, 1)),
            ((7,), 3, (3,)),
        ],
    )
    def test_by_largest_remainder_with_one_each(self, sizes, total, seats):
        assert shared_seats(dict(enumerate(sizes)), total) == dict(enumerate(seats))

    def test_fewer_seats_than_constituencies_is_no_question_for_it(self):
        with pytest.raises(ValueError, match="1"):
            shared_seats({"甲": 5, "乙": 5}, 1)


class TestTallied:
    @given(
        st.dictionaries(st.integers(), st.integers(0, 40), max_size=8),
        st.integers(1, 40),
        st.integers(1, 5),
    )
    def test_elected_have_more_than_half_of_those_due_and_nobody_left_out_has_more(self, votes, due, seats):
        tally = tallied(votes, due=due, seats=seats)
        assert len(tally.elected) + tally.open_seats == seats
        assert all(votes[key] * 2 > due for key in (*tally.elected, *tally.tied))
        rest = [key for key in votes if key not in tally.elected and votes[key] * 2 > due]
        most = [key for key in rest if votes[key] == max(votes[other] for other in rest)]
        assert set(tally.tied) == (set(most) if tally.open_seats else set())
        if tally.elected and rest:
            assert max(votes[key] for key in rest) < min(votes[key] for key in tally.elected)

    @pytest.mark.parametrize(
        ("votes", "seats", "elected", "tied", "vacant"),
        [
            ({"甲": 21, "乙": 20}, 1, ("甲",), (), 0),
            ({"甲": 20}, 1, (), (), 1),
            ({"甲": 30, "乙": 25, "丙": 22}, 2, ("甲", "乙"), (), 0),
            ({"甲": 30, "乙": 25, "丙": 25}, 2, ("甲",), ("乙", "丙"), 1),
            ({"甲": 25, "乙": 25}, 1, (), ("甲", "乙"), 1),
            ({"甲": 25, "乙": 25}, 2, ("甲", "乙"), (), 0),
            ({}, 2, (), (), 2),
        ],
    )
    def test_of_forty_due(self, votes, seats, elected, tied, vacant):
        tally = tallied(votes, due=40, seats=seats)
        assert (tally.elected, tally.tied, tally.open_seats) == (elected, tied, vacant)

    @given(st.integers(1, 5000))
    def test_thresholds_are_the_least_that_are_enough(self, due):
        assert majority_of(due) * 2 > due >= (majority_of(due) - 1) * 2
        assert quorum_of(due) * 3 >= due * 2 > (quorum_of(due) - 1) * 3
