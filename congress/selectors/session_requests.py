"""How many delegates it takes to ask for an extraordinary session."""


def are_enough(count: int, voters: int) -> bool:
    """Whether at least a third of those with a vote ask (学校教职工代表大会规定, on extraordinary sessions)."""
    return count > 0 and 3 * count >= voters


def enough_of(voters: int) -> int:
    """The smallest number that is a third of `voters` or more."""
    return max(-(-voters // 3), 1)
