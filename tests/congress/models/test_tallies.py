"""Votes and what they come to: more than a share of all who were due, by whole numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.models import Tally

HALF = Decimal(50)


def tally(due, in_favour, *, present=None, against=0, abstained=0, percent=HALF):
    present = due if present is None else present
    return Tally.of(
        due=due, present=present, in_favour=in_favour, against=against, abstained=abstained, percent=percent
    )


class TestCases:
    """Cases 4 to 6 of the situations with their outcomes."""

    @pytest.mark.parametrize(
        ("due", "in_favour", "passes"), [(5, 3, True), (5, 2, False), (6, 4, True), (6, 3, False)]
    )
    def test_4_more_than_half_of_all_due(self, due, in_favour, passes):
        assert tally(due, in_favour).is_passed == passes

    def test_5_most_of_those_present_are_not_enough(self):
        result = tally(80, 40, present=54, against=10, abstained=4)
        assert (result.is_passed, result.needed) == (False, 41)
        assert result.sentence == "应到80人，赞成40票，未超过半数（须41票），未通过。"
        assert result.words == "应到80人，实到54人，赞成40票，反对10票，弃权4票"

    @pytest.mark.parametrize("due", [0, 1, 2, 80])
    def test_6_no_ballots_or_only_abstentions_fail_without_error(self, due):
        assert not tally(due, 0).is_passed
        assert not tally(due, 0, abstained=due).is_passed


@given(due=st.integers(0, 3000), in_favour=st.integers(0, 3000))
def test_half_is_counted_without_rounding(due, in_favour):
    assert tally(due, in_favour).is_passed == (2 * in_favour > due)


@given(due=st.integers(0, 3000), in_favour=st.integers(0, 3000), tenths=st.integers(0, 1000))
def test_any_share_is_counted_without_rounding(due, in_favour, tenths):
    result = tally(due, in_favour, percent=Decimal(tenths) / 10)
    assert result.is_passed == (1000 * in_favour > due * tenths)


@given(due=st.integers(0, 300), more=st.integers(0, 50), in_favour=st.integers(0, 300))
def test_who_is_absent_never_helps(due, more, in_favour):
    assert tally(due + more, in_favour).is_passed <= tally(due, in_favour).is_passed


def test_sentence_of_what_passed():
    assert tally(80, 41).sentence == "应到80人，赞成41票，达到通过所需的41票，通过。"


def test_sentence_of_another_share_does_not_speak_of_half():
    result = tally(9, 6, percent=Decimal("66.7"))
    assert result.sentence == "应到9人，赞成6票，不足通过所需的7票，未通过。"


@pytest.mark.parametrize(
    ("counts", "possible"),
    [
        ({"present": 10, "in_favour": 6, "against": 3, "abstained": 1}, True),
        ({"present": 10, "in_favour": 6, "against": 3, "abstained": 2}, False),
        ({"present": 12, "in_favour": 6, "against": 3, "abstained": 2}, False),
        ({"present": 10, "in_favour": 0, "against": 0, "abstained": 0}, True),
    ],
)
def test_no_more_vote_than_came_and_no_more_came_than_were_due(counts, possible):
    assert tally(11, **counts).is_possible == possible
