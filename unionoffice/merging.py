"""One record takes the place of another: whatever pointed at the one points at the other afterwards.

What points at a record is found by introspection, so that no area that comes later can be forgotten: foreign keys and
one-to-one links of every model, those without a way back and those of many-to-many tables too, and the links by name
and key (`FromSource`: files, entries, rolls).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.sources import FromSource
from unionoffice.versions import Versioned


@dataclass(frozen=True)
class Link:
    """One way in which rows of `model` point at a record: through `field`, or by name and key where that is None."""

    model: type[models.Model]
    field: Any

    def rows(self, record: models.Model) -> models.QuerySet[Any]:
        """The rows that point at `record`; all of them, whoever asks."""
        return self.model._default_manager.filter(self.condition(record))

    def condition(self, record: models.Model) -> Q:
        """What such rows have in common."""
        if self.field is None:
            return Q(source_model=record._meta.label, source_key=record.pk)
        return Q(**{self.field.name: record.pk})

    @property
    def name(self) -> str:
        """The field that holds the key."""
        return "source_key" if self.field is None else self.field.name


def links_to(model: type[models.Model]) -> list[Link]:
    """Every way in which rows of any model can point at one of `model`, in an order that stays the same."""
    relations: list[Any] = model._meta.get_fields(include_hidden=True)
    found = [
        Link(relation.related_model, relation.field)
        for relation in relations
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one)
    ]
    found += [Link(one, None) for one in apps.get_models() if issubclass(one, FromSource)]
    return sorted(found, key=lambda link: (link.model._meta.label, link.name))


def hanging_on(record: models.Model) -> Iterator[tuple[type[models.Model], int]]:
    """How many rows of each model point at `record`, each row counted once. One query a model."""
    for model, links in groupby(links_to(type(record)), key=attrgetter("model")):
        condition = Q(pk__in=[])
        for link in links:
            condition |= link.condition(record)
        if count := model._default_manager.filter(condition).count():
            yield model, count


def twins(rows: models.QuerySet[Any], kept: models.Model, dropped: models.Model, *same: str) -> list[tuple[Any, Any]]:
    """Pairs of rows, one of each `member`, that agree in `same`: they can't both be one person's."""
    own = {tuple(getattr(row, name) for name in same): row for row in rows.filter(member=kept.pk)}
    others = [(tuple(getattr(row, name) for name in same), row) for row in rows.filter(member=dropped.pk)]
    return [(own[key], row) for key, row in others if key in own]


def repoint(old: models.Model, new: models.Model, *, by: Any, verb: str) -> Counter[str]:
    """Make every row that points at `old` point at `new`; returns how many of each model, by its label.

    Nothing else of the rows changes, but each audited one tells of it in its trail, and a form that was opened over
    it before is stale. Refuses rows that can't stand beside those of `new`: such clashes are settled before.
    """
    moved: Counter[str] = Counter()
    for link in links_to(type(old)):
        if count := _move(link, old, new, by=by, verb=verb):
            moved[link.model._meta.label] += count
    return moved


def absorb(row: models.Model, into: models.Model, *, by: Any, verb: str) -> None:
    """Delete `row`, which says the same as `into`; what hangs on it hangs on that one from now on."""
    repoint(row, into, by=by, verb=verb)
    with audit.deed(verb, by=by):
        row.delete()


def keep_better(pairs: Iterable[tuple[Any, Any]], *, worse: Callable[[Any], Any], by: Any, verb: str) -> None:
    """Of each pair of twins one stays: the first, unless `worse` says more of it than of the second."""
    for mine, other in pairs:
        loser, winner = (mine, other) if worse(mine) > worse(other) else (other, mine)
        absorb(loser, winner, by=by, verb=verb)


def _move(link: Link, old: models.Model, new: models.Model, *, by: Any, verb: str) -> int:
    along = [field.name for field in link.model._meta.fields if field.many_to_one and not field.null]
    rows = list(link.rows(old).select_related(*along))
    if not rows:
        return 0
    values: dict[str, Any] = {link.name: new.pk}
    if issubclass(link.model, Versioned):
        values["version"] = F("version") + 1
    try:
        with transaction.atomic():
            link.model._default_manager.filter(pk__in=[row.pk for row in rows]).update(**values)
    except IntegrityError:
        sentence = _("两份档案的“%(rows)s”互相冲突，不能自动合并。请先核对、改正其中一份，再合并。")
        raise Refused(sentence % {"rows": link.model._meta.verbose_name}) from None
    if link.name in getattr(link.model, "AUDITED", ()):
        change = {link.name: [str(old.pk), str(new.pk)]}
        audit.record_many(rows, verb=verb, by=by, changes={row.pk: change for row in rows})
    return len(rows)
