"""Facts of the same kind from other schools' summaries, with the words that come out of them."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from tests.affairs.acceptance.facts import Office


@dataclass(frozen=True)
class Beyond:
    """What a summary says, how it came to be recorded, and the figures behind it."""

    says: str
    make: Callable[[Office], None]
    figures: dict[str, int | Decimal]

    def __str__(self) -> str:
        return self.make.__name__


BEYOND: list[Beyond] = []


def beyond(says: str, **figures: int | Decimal) -> Callable[[Callable[[Office], None]], Callable[[Office], None]]:
    """Registers a fact by what the summary says of it; of keys `__` is a dot, and all begin with `affairs.`"""

    def register(make: Callable[[Office], None]) -> Callable[[Office], None]:
        told = {f"affairs.{key.replace('__', '.')}": value for key, value in figures.items()}
        BEYOND.append(Beyond(says, make, told))
        return make

    return register
