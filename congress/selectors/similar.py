"""Earlier proposals that are like what somebody is about to propose.

Chinese has no blanks between words: two titles are alike by the pairs of neighbouring characters that both have,
other writing by its words. What stands in every title, 关于…的提案, says nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from congress.models import Proposal

LOOKED_BACK = timedelta(days=5 * 366)
"""How far earlier proposals are looked for: what is older was asked of another school year's people."""

READ = 400
"""Titles that are compared at the most, the latest first: a page that is typed into mustn't wait."""

SHOWN = 5
ALIKE = 0.28
"""From which likeness on a proposal is shown: two titles of ten characters that share three pairs."""

TITLE_WEIGHS = 0.8
"""The rest is how much of the title the other one's reason speaks of."""

RUNS = re.compile(r"[㐀-鿿]+|[a-z0-9]+")
EMPTY_WORDS = re.compile(
    "关于|进一步|的?(?:提案|建议|议案|意见|问题|方案)|希望|请求|尽快|我校|学校|教职工"
    "|加强|改善|改进|优化|完善|增加|增设|解决"
)
"""What titles begin and end with whatever they are about."""


@dataclass(frozen=True)
class Similar:
    """An earlier proposal, and how alike it is, from 0 to 1."""

    proposal: Proposal
    likeness: float


def pairs_of(text: str) -> frozenset[str]:
    """`改善食堂早餐` → 食堂, 堂早, 早餐; a word of Latin letters or digits as it is, a lone character by itself."""
    plain = EMPTY_WORDS.sub(" ", unicodedata.normalize("NFKC", text).lower())
    return frozenset(_pairs(plain))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Of the pairs of both, what share both have (Dice's coefficient): 1 for the same, 0 where nothing is shared."""
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0


def similar_proposals(title: str, *, user: Any, on: date, but: int | None = None) -> list[Similar]:
    """Proposals of the last years that `user` may see and whose titles are like this one, the likest first.

    Two queries, however many proposals there are: those that share a pair of the title, then the reasons of the few
    that are most alike.
    """
    wanted = pairs_of(title)
    if not wanted:
        return []
    shared = reduce(or_, (Q(title__contains=pair) for pair in wanted))
    recent = Q(filed_on__isnull=True) | Q(filed_on__gte=on - LOOKED_BACK)
    rows = Proposal.objects.visible_to(user).filter(shared, recent)
    if but is not None:
        rows = rows.exclude(pk=but)
    titles = rows.order_by("-pk").values_list("pk", "title")[:READ]
    alike = {pk: likeness(wanted, pairs_of(text)) for pk, text in titles}
    nearest = sorted((pk for pk in alike if alike[pk] >= ALIKE), key=lambda pk: (-alike[pk], -pk))[: 2 * SHOWN]
    found = Proposal.objects.filter(pk__in=nearest).select_related("session__term")
    weighed = [Similar(one, _weighed(wanted, one, alike[one.pk])) for one in found]
    return sorted(weighed, key=lambda one: (-one.likeness, -one.proposal.pk))[:SHOWN]


def _weighed(wanted: frozenset[str], proposal: Proposal, by_title: float) -> float:
    spoken_of = len(wanted & pairs_of(proposal.reason)) / len(wanted)
    return TITLE_WEIGHS * by_title + (1 - TITLE_WEIGHS) * spoken_of


def _pairs(plain: str) -> Iterator[str]:
    for run in RUNS.findall(plain):
        if run.isascii() or len(run) == 1:
            yield run
        else:
            yield from (run[at : at + 2] for at in range(len(run) - 1))
