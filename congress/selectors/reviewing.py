"""What the review group is shown beside each proposal: others like it, and who answered those."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from congress.models import Proposal
from congress.selectors.similar import ALIKE, LOOKED_BACK, likeness, pairs_of
from members.models import Department

SHOWN = 3
"""Proposals like one that a row names."""


@dataclass(frozen=True)
class UnderReview:
    """A filed proposal, others that are like it, the likest first, and what those suggest."""

    proposal: Proposal
    alike: tuple[Proposal, ...]

    @property
    def lead(self) -> Department | None:
        """The department that was given the likest one that anybody was given."""
        return next((one.lead for one in self.alike if one.lead is not None), None)

    @property
    def category(self) -> str:
        """Another category, where the likest one stands in another; else nothing."""
        nearest = self.alike[0] if self.alike else self.proposal
        return "" if nearest.category == self.proposal.category else nearest.get_category_display()


def under_review(proposals: Sequence[Proposal], on: date, *, user: Any) -> list[UnderReview]:
    """Proposals with those of the last years that are like them and that `user` may see: one query for all."""
    if not proposals:
        return []
    recent = Proposal.objects.visible_to(user).filed().filter(filed_on__gte=on - LOOKED_BACK).select_related("lead")
    known = [(one, pairs_of(one.title)) for one in recent.only("number", "title", "category", "status", "lead")]
    return [UnderReview(one, _alike(one, known)) for one in proposals]


def suggested_lead(proposal: Proposal, on: date, *, user: Any) -> Department | None:
    """The department that was given the likest earlier proposal."""
    return under_review([proposal], on, user=user)[0].lead


def _alike(proposal: Proposal, known: Iterable[tuple[Proposal, frozenset[str]]]) -> tuple[Proposal, ...]:
    wanted = pairs_of(proposal.title)
    weighed = [(likeness(wanted, pairs), other) for other, pairs in known if other.pk != proposal.pk]
    near = sorted((one for one in weighed if one[0] >= ALIKE), key=lambda one: (-one[0], -one[1].pk))
    return tuple(other for _weight, other in near[:SHOWN])
