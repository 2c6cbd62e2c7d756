"""How a number of seats is shared out among constituencies, and who of them was elected: pure arithmetic."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def shared_seats(sizes: Mapping[Key, int], total: int) -> dict[Key, int]:
    """`total` seats by the numbers of people (最大余数法), at least one each; their sum is `total`.

    Whose share is below one seat gets one, and the rest is shared out among the others: so a larger constituency
    never has fewer. Of equal remainders the larger constituency's counts more, then the one named first. ValueError
    for fewer seats than constituencies.
    """
    if total < len(sizes):
        raise ValueError(total)
    if not sum(sizes.values()):
        sizes = dict.fromkeys(sizes, 1)
    pool, left = dict(sizes), total
    while small := [key for key, size in pool.items() if size * left < sum(pool.values())]:
        for key in small:
            del pool[key]
        left = total - (len(sizes) - len(pool))
    return {key: 1 for key in sizes if key not in pool} | _by_largest_remainder(pool, left)


def _by_largest_remainder(sizes: Mapping[Key, int], total: int) -> dict[Key, int]:
    people = sum(sizes.values())
    seats = {key: size * total // people for key, size in sizes.items()}
    owed = sorted(sizes, key=lambda key: (sizes[key] * total % people, sizes[key]), reverse=True)
    for key in owed[: total - sum(seats.values())]:
        seats[key] += 1
    return seats


def majority_of(due: int) -> int:
    """The least number of votes that is more than half of those due."""
    return due // 2 + 1


def quorum_of(due: int) -> int:
    """The least number of people that is two thirds of those due (学校教职工代表大会规定: 三分之二以上)."""
    return -(-due * 2 // 3)


@dataclass(frozen=True)
class Tally:
    """Who is elected, who shares the last place with others, and how many seats stay open."""

    elected: tuple[Hashable, ...]
    tied: tuple[Hashable, ...]
    open_seats: int
    passed: int
    """How many have more than half of those due."""


def tallied(votes: Mapping[Key, int], *, due: int, seats: int) -> Tally:
    """Those with more than half of the votes of those due, up to the seats, the one with the most votes first.

    Where more have the same votes than seats are left, none of them is elected: their seats stay open for another
    ballot (得票相等不能确定当选人的，就票数相等的候选人再次投票).
    """
    passed = sorted((key for key in votes if votes[key] >= majority_of(due)), key=lambda key: -votes[key])
    if len(passed) <= seats:
        return Tally(tuple(passed), (), seats - len(passed), len(passed))
    last = votes[passed[seats - 1]]
    if votes[passed[seats]] < last:
        return Tally(tuple(passed[:seats]), (), 0, len(passed))
    elected = tuple(key for key in passed if votes[key] > last)
    tied = tuple(key for key in passed if votes[key] == last)
    return Tally(elected, tied, seats - len(elected), len(passed))
