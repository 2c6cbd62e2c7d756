"""What schools told of their years, and how each fact of it is recorded and told again."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from members.models import Account
from tests.unionoffice.sheets.files import CASES
from unionoffice.periods import calendar_year

YEAR = calendar_year(2026)
"""The cases mask their years: here all of them are this one."""

OURS = frozenset({"affairs", "organisation"})


@dataclass(frozen=True)
class Fact:
    """One line of a year's case file."""

    year: str
    area: str
    what: str
    count: int | None
    unit: str | None
    others: Mapping[str, Any]
    records: int

    @property
    def is_ours(self) -> bool:
        """Whether democratic management has to hold it: its own, and every rule, whatever that is about."""
        return self.area in OURS or self.what.startswith("Rule:")


@cache
def facts() -> dict[tuple[str, str], Fact]:
    """Every fact of the three years, by year and words."""
    found = {}
    for year in "abc":
        for line in (CASES / f"year_{year}.jsonl").read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            fact = Fact(
                year, told["area"], told["what"], told["count"], told["unit"], told["other_values"], told["records"]
            )
            found[year, fact.what] = fact
    return found


@dataclass(frozen=True)
class Office:
    """Those who record."""

    secretary: Account
    publicity: Account
    chair: Account
    principal: Account
    teacher: Account


COUNT, RECORDS = "count", "records"
"""A figure shows what the case's line says under this name."""


@dataclass(frozen=True)
class Recorded:
    """How a fact is entered, and what comes out: figures that the summary prints, ones that it doesn't print of one
    fact alone, and words in which it names the records.
    """

    fact: Fact
    make: Callable[[Office, Fact], None]
    figures: Mapping[str, int]
    beside: Mapping[str, int] = field(default_factory=dict)
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.fact.year} {self.fact.what}"


RECORDED: list[Recorded] = []
"""Every fact that is recorded, in the order of the modules that say how."""


def recorded(
    year: str,
    what: str,
    figures: Mapping[str, int | str],
    *,
    beside: Mapping[str, int] | None = None,
    words: tuple[str, ...] = (),
) -> Callable[[Callable[[Office, Fact], None]], Callable[[Office, Fact], None]]:
    """Registers how the fact of these words is recorded; a KeyError where no line of the year says them."""
    fact = facts()[year, what]
    values = {key: getattr(fact, told) if isinstance(told, str) else told for key, told in figures.items()}

    def register(make: Callable[[Office, Fact], None]) -> Callable[[Office, Fact], None]:
        RECORDED.append(Recorded(fact, make, values, beside or {}, words))
        return make

    return register
