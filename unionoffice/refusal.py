"""The one way in which the office says no."""


class Refused(Exception):
    """A request that a rule forbids.

    Carries a sentence in Chinese that tells the user what is wrong and what to do; pages and commands show
    it as it stands. Raised inside a transaction it takes back everything that was written there.
    """


def stated(text: str, demand: str) -> str:
    """The text without blanks around it; refuses an empty one with the sentence that asks for it."""
    if not text.strip():
        raise Refused(demand)
    return text.strip()
