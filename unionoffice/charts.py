"""Charts, described once: today a page draws them, and paper may later draw the same description."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["bars", "columns", "lines"]
"""Bars lie, for categories with long names; columns stand, for categories in an order; lines tell of a course."""


@dataclass(frozen=True)
class Series:
    """One number for each category. On the `second` axis stands what has another unit than the first."""

    name: str
    values: Sequence[int | float]
    second: bool = False


@dataclass(frozen=True)
class Chart:
    """What is shown, without how it looks. A table with the same numbers stands beside every chart.

    Series of several names are drawn on top of each other where they are `stacked`, else side by side.
    """

    kind: Kind
    title: str
    categories: Sequence[str]
    series: Sequence[Series]
    unit: str
    second_unit: str = ""
    stacked: bool = False

    def __post_init__(self) -> None:
        for series in self.series:
            if len(series.values) != len(self.categories):
                raise ValueError(f"{series.name}: {len(series.values)} values for {len(self.categories)} categories")

    @property
    def description(self) -> dict[str, Any]:
        """For the script that draws it."""
        return asdict(self)
