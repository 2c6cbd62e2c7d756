"""People who seem to have two records."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Any

from django.db.models import Count, Q

from members.models import DistinctPair, Member
from unionoffice import names

Pair = tuple[Member, Member]


def duplicate_pairs() -> list[Pair]:
    """Records that have one ID number, or one name and birth date, and weren't found to be two people's.

    Each pair with the record first that suggests itself to stay. Four queries, however many people there are.
    """
    people = list(_suspects())
    found = {
        frozenset((one.pk, other.pk)): (one, other)
        for same in (_id_number, _name_and_birth)
        for group in _groups(people, same)
        for one, other in combinations(sorted(group, key=_staying, reverse=True), 2)
    }
    for pair in DistinctPair.objects.values_list("low", "high"):
        found.pop(frozenset(pair), None)
    return sorted(found.values(), key=lambda pair: (pair[0].pinyin, pair[0].pk, pair[1].pk))


def _suspects() -> Any:
    """All who may share an ID number, or a name's sound and a birth date, with somebody.

    The database groups; what it found is handed back to it by value, for which it has an index.
    """
    numbers = _shared("id_digest").exclude(id_digest="").values_list("id_digest", flat=True)
    births = _shared("pinyin", "birth_date").exclude(birth_date=None).values_list("pinyin", "birth_date")
    sounds, days = zip(*births, strict=True) if births else ((), ())
    alike = Q(id_digest__in=list(numbers)) | Q(pinyin__in=sounds, birth_date__in=days)
    return Member.objects.filter(alike).select_related("account")


def _shared(*fields: str) -> Any:
    return Member.objects.order_by().values(*fields).annotate(records=Count("pk")).filter(records__gt=1)


def _id_number(member: Member) -> Any:
    return member.id_digest or None


def _name_and_birth(member: Member) -> Any:
    return member.birth_date and (names.clean_name(member.name), member.birth_date)


def _groups(people: Iterable[Member], same: Callable[[Member], Any]) -> Iterator[list[Member]]:
    groups = defaultdict(list)
    for member in people:
        if (key := same(member)) is not None:
            groups[key].append(member)
    return (group for group in groups.values() if len(group) > 1)


def _staying(member: Member) -> tuple[bool, int, int]:
    """Who has an account, else of whom more is known, else who was entered first."""
    filled = sum(bool(getattr(member, name)) for name in (*Member.AUDITED, *Member.SENSITIVE))
    return hasattr(member, "account"), filled, -member.pk
