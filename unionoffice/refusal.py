"""The one way in which the office says no."""


class Refused(Exception):
    """A request that a rule forbids.

    Carries a sentence in Chinese that tells the user what is wrong and what to do; pages and commands show
    it as it stands. Raised inside a transaction it takes back everything that was written there.
    """
