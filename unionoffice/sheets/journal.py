"""What a bulk write did, row by row, so that all of it can be taken back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models

from unionoffice.batches import in_batches
from unionoffice.versions import Versioned

Values = dict[str, Any]
Rows = dict[int, Values]


@dataclass
class Step:
    """Rows of one model, by key, that were made, changed or deleted together.

    `before` are values as they were: of the changed fields, or all of them where rows were deleted. `left` are values
    as the step left them: what has others now was touched since. A version says it for the whole row.
    """

    model: str
    before: Rows = field(default_factory=dict)
    left: Rows = field(default_factory=dict)

    @property
    def of(self) -> type[models.Model]:
        """The model itself."""
        return apps.get_model(self.model)

    @property
    def made(self) -> list[int]:
        """Keys of rows that weren't there before."""
        return [key for key in self.left if key not in self.before]

    @property
    def changed(self) -> list[int]:
        """Keys of rows that were there and are there still."""
        return [key for key in self.left if key in self.before]

    @property
    def deleted(self) -> list[int]:
        """Keys of rows that are no more."""
        return [key for key in self.before if key not in self.left]

    def touched(self) -> Iterator[int]:
        """Keys of rows that no longer stand as the step left them."""
        for keys in in_batches(list(self.left)):
            rows = self.of._default_manager.in_bulk(keys)
            for key in keys:
                if key not in rows or not _stands(rows[key], self.left[key]):
                    yield key


@dataclass
class Journal:
    """The steps of a bulk write, in their order; taken back, they are gone through backwards."""

    steps: list[Step] = field(default_factory=list)

    def note_made(self, rows: Sequence[models.Model]) -> None:
        """These rows were added just now."""
        if rows:
            self.steps.append(Step(rows[0]._meta.label, {}, {row.pk: _mark(row) for row in rows}))

    def note_changed(self, rows: Sequence[models.Model], before: Mapping[int, Values]) -> None:
        """These rows were saved just now; `before` has for each key the fields that changed, as they were."""
        if rows:
            left = {row.pk: _mark(row, before[row.pk]) for row in rows}
            self.steps.append(Step(rows[0]._meta.label, {row.pk: dict(before[row.pk]) for row in rows}, left))

    @contextmanager
    def watching(self, model: type[models.Model], path: str, keys: Sequence[Any]) -> Iterator[None]:
        """Note what happens inside to the rows whose `path` is one of `keys`; for services that save one by one."""
        before = _images(model, path, keys)
        yield
        after = _images(model, path, keys)
        step = Step(model._meta.label)
        for key, values in before.items():
            if key not in after:
                step.before[key] = values
            elif changed := {name: value for name, value in values.items() if after[key][name] != value}:
                step.before[key] = changed
                step.left[key] = {name: after[key][name] for name in changed}
        step.left |= {key: values for key, values in after.items() if key not in before}
        if step.before or step.left:
            self.steps.append(step)

    def made(self, model: type[models.Model]) -> list[int]:
        """Keys of all rows of a model that the write added."""
        return [key for step in self.steps if step.of is model for key in step.made]

    def written(self, model: type[models.Model]) -> set[int]:
        """Keys of all rows of a model that the write added or changed."""
        return {key for step in self.steps if step.of is model for key in step.left}

    def as_text(self) -> str:
        """To be kept; `of` reads it."""
        return json.dumps([asdict(step) for step in self.steps], default=_plain, ensure_ascii=False)

    @classmethod
    def of(cls, text: str) -> "Journal":
        """As it was kept."""
        return cls([_read(**step) for step in json.loads(text)]) if text else cls()


def image(row: models.Model) -> Values:
    """Every field of a row as it is."""
    return {one.attname: one.value_from_object(row) for one in row._meta.concrete_fields}


def _images(model: type[models.Model], path: str, keys: Sequence[Any]) -> dict[int, Values]:
    return {
        row.pk: image(row)
        for batch in in_batches(keys)
        for row in model._default_manager.filter(**{f"{path}__in": batch})
    }


def _mark(row: models.Model, names: Iterable[str] = ()) -> Values:
    """By what it shows whether the row was touched since: its version, or else the fields of `names`, or all."""
    if isinstance(row, Versioned):
        return {"version": row.version}
    values = image(row)
    return {name: values[name] for name in names} or values


def _plain(value: Any) -> str:
    """Days and moments to the last digit, anything else as its field reads it again."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _stands(row: models.Model, left: Values) -> bool:
    values = image(row)
    return all(values[name] == value for name, value in left.items())


def _read(model: str, before: Mapping[str, Values], left: Mapping[str, Values]) -> Step:
    kept = {one.attname: one for one in apps.get_model(model)._meta.concrete_fields}

    def rows(texts: Mapping[str, Values]) -> Rows:
        return {
            int(key): {name: kept[name].to_python(value) for name, value in values.items() if name in kept}
            for key, values in texts.items()
        }

    return Step(model, rows(before), rows(left))
