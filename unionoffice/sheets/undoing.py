"""Taking a bulk write back by its journal: who stands in the way, and the way back."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from auditlog.context import disable_auditlog
from django.db import models

from unionoffice import audit
from unionoffice.batches import BATCH, in_batches
from unionoffice.merging import Link, links_to
from unionoffice.sheets.journal import Journal, Step, image
from unionoffice.versions import Versioned

Model = type[models.Model]


def no_more(_row: models.Model) -> Iterable[str]:
    """Nothing follows from the fields of a row."""
    return ()


@dataclass(frozen=True)
class Undoing:
    """How a journal is taken back.

    Rows of `spare` models stay where somebody uses them by now, instead of standing in the way. Rows `along`, by
    model and key, came since and don't stand in the way: who takes back deletes them first. Rows of `told` models get
    an entry in the trail. `follow` sets what follows from a row's restored fields and names it.
    """

    journal: Journal
    spare: Collection[Model] = ()
    along: Mapping[Model, Collection[int]] = field(default_factory=dict)
    told: Collection[Model] = ()
    follow: Callable[[Any], Iterable[str]] = no_more

    def in_the_way(self) -> Iterator[tuple[Model, int]]:
        """Model and key of each row that was touched since, or at which something points that came since."""
        for step in self.journal.steps:
            if step.of in self.spare:
                continue
            for key in step.touched():
                yield step.of, key
            for key in self._pointed_at(step.of, step.made):
                yield step.of, key

    def carry_out(self, *, verb: str, by: Any) -> None:
        """Delete what was made, set back what was changed, bring back what was deleted; the caller's transaction."""
        with disable_auditlog():
            for step in reversed(self.journal.steps):
                self._delete(step, verb=verb, by=by)
                self._restore(step, verb=verb, by=by)
                self._bring_back(step, verb=verb, by=by)

    def _pointed_at(self, model: Model, keys: list[int]) -> set[int]:
        """Those of the rows at which something points that the journal didn't write itself."""
        found: set[int] = set()
        for link in links_to(model) if keys else ():
            own = {*self.journal.written(link.model), *self.along.get(link.model, ())}
            for batch in in_batches(keys):
                found |= {target for key, target in pointing_at(link, model, batch) if key not in own}
        return found

    def _delete(self, step: Step, *, verb: str, by: Any) -> None:
        keys = step.made
        if step.of in self.spare:
            kept = {*step.touched(), *self._pointed_at(step.of, keys)}
            keys = [key for key in keys if key not in kept]
        for batch in in_batches(keys):
            rows = step.of._default_manager.filter(pk__in=batch)
            if step.of in self.told:
                audit.record_many(rows, verb=verb, by=by, deleted=True)
            rows.delete()

    def _restore(self, step: Step, *, verb: str, by: Any) -> None:
        for batch in in_batches(step.changed):
            rows = list(step.of._default_manager.filter(pk__in=batch))
            changes, names = {}, set[str]()
            for row in rows:
                before = step.before[row.pk]
                changes[row.pk] = _told(row, before)
                for name, value in before.items():
                    setattr(row, name, value)
                names.update(before, self.follow(row))
                if isinstance(row, Versioned):
                    row.version += 1
                    names.add("version")
            step.of._default_manager.bulk_update(rows, sorted(names), batch_size=BATCH)
            if step.of in self.told:
                audit.record_many(rows, verb=verb, by=by, changes=changes)

    def _bring_back(self, step: Step, *, verb: str, by: Any) -> None:
        rows = [step.of(**step.before[key]) for key in step.deleted]
        step.of._default_manager.bulk_create(rows, batch_size=BATCH)
        if step.of in self.told:
            audit.record_many(rows, verb=verb, by=by)


def pointing_at(link: Link, model: Model, keys: Collection[int]) -> Iterable[tuple[int, int]]:
    """Key of each row that points through `link` at one of `keys`, and at which."""
    rows = link.model._default_manager.all()
    if link.field is None:
        return rows.filter(source_model=model._meta.label, source_key__in=keys).values_list("pk", "source_key")
    return rows.filter(**{f"{link.field.name}__in": keys}).values_list("pk", link.field.attname)


def _told(row: models.Model, before: dict[str, Any]) -> dict[str, list[str]]:
    """What the trail says of a row that is set back: sensitive fields without their values."""
    now, hidden = image(row), getattr(row, "SENSITIVE", ())
    audited = {row._meta.get_field(name).attname: name for name in (*getattr(row, "AUDITED", ()), *hidden)}  # type: ignore[union-attr]
    return {
        audited[key]: [audit.HIDDEN, audit.HIDDEN] if audited[key] in hidden else [str(now[key]), str(value)]
        for key, value in before.items()
        if key in audited
    }
