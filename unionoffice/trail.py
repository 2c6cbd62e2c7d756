"""The trail in words: what a field said before and after, as pages say it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from unionoffice.audit import HIDDEN, LogEntry
from unionoffice.money import MoneyField, format_money
from unionoffice.richtext import RichTextField, plain

NOTHING = frozenset({"", "None", "[]", "{}"})
"""How the trail keeps that a field was empty."""


@dataclass(frozen=True)
class Change:
    """A field's value before and after, in words."""

    label: str
    before: str
    after: str

    @property
    def is_hidden(self) -> bool:
        """Whether the trail says no more than that the field changed."""
        return HIDDEN in (self.before, self.after)


Key = tuple[type[models.Model], str]
Names = dict[Key, str]


def told(entries: Iterable[LogEntry], user: Any) -> list[LogEntry]:
    """The entries, each with its `told`: the changes in words, as far as `user` may know the records they name.

    What an entry of a new record says is told too, each field as having been empty. Records that are referred to are
    looked up together: one query for each kind of them, whatever the number of entries.
    """
    found = list(entries)
    names = _names(found, user)
    for entry in found:
        entry.told = tuple(_changes(entry, names))
    return found


def by_deed(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """The told entries, newest first, with what one deed did to several records in one line.

    One deed is of the same words, hand and minute; what it changed alike is told once. A record that changed twice
    keeps both lines.
    """
    lines: list[LogEntry] = []
    written: set[tuple[int, str]] = set()
    for entry in entries:
        record = (entry.content_type_id, entry.object_pk)
        if lines and entry.verb and _deed(entry) == _deed(lines[-1]) and record not in written:
            lines[-1].told = tuple(dict.fromkeys(lines[-1].told + entry.told))
        else:
            lines.append(entry)
            written.clear()
        written.add(record)
    return lines


def _deed(entry: LogEntry) -> tuple[object, ...]:
    minute = entry.timestamp.replace(second=0, microsecond=0)
    return entry.verb, entry.note, entry.actor_name, minute, entry.is_correction


def _changes(entry: LogEntry, names: Names) -> Iterable[Change]:
    model = entry.content_type.model_class()
    for name, values in _in_order(model, entry.changes or {}):
        field = _field(model, name)
        before, after = (_words(field, value, names) for value in values)
        if before != after or after == HIDDEN:
            yield Change(str(getattr(field, "verbose_name", name)), before, after)


def _in_order(model: type[models.Model] | None, changes: dict[str, list[Any]]) -> list[tuple[str, list[Any]]]:
    """The changes by the model's own order of fields: a database may keep another."""
    order = [field.name for field in model._meta.get_fields()] if model else []
    known = [(name, changes[name]) for name in order if name in changes]
    return known + sorted((name, values) for name, values in changes.items() if name not in order)


def _field(model: type[models.Model] | None, name: str) -> Any:
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def _names(entries: Iterable[LogEntry], user: Any) -> Names:
    """What the records are called to which the entries refer."""
    wanted: dict[type[models.Model], set[str]] = {}
    for entry in entries:
        model = entry.content_type.model_class()
        for name, values in (entry.changes or {}).items():
            if (target := _target(_field(model, name))) is not None:
                wanted.setdefault(target, set()).update(value for value in values if str(value).isdigit())
    return {
        (target, str(record.pk)): text
        for target, keys in wanted.items()
        if keys
        for record, text in _named(target, keys, user)
    }


def _target(field: Any) -> Any:
    """The model that a field refers to; None where it holds a value of its own."""
    return field.related_model if isinstance(field, models.ForeignKey) else None


def _named(target: Any, keys: set[str], user: Any) -> Iterable[tuple[models.Model, str]]:
    """Each record with its name, or, where it isn't `user`'s to see, with what is said of it to anyone."""
    along = [field.name for field in target._meta.fields if field.many_to_one and not field.null]
    records = target._default_manager.select_related(*along).filter(pk__in=keys)
    seen = getattr(target._default_manager, "visible_to", None)
    visible = set(seen(user).filter(pk__in=keys).values_list("pk", flat=True)) if seen else None
    for record in records:
        open_to_user = visible is None or record.pk in visible
        yield record, str(record) if open_to_user else getattr(record, "public_number", HIDDEN)


def _words(field: Any, value: Any, names: Names) -> str:
    """A kept value as a page says it."""
    if value is None or str(value) in NOTHING:
        return str(_("空"))
    text = str(value)
    if text == HIDDEN or field is None:
        return text
    if (target := _target(field)) is not None:
        return names.get((target, text), str(_("（已删除）")))
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, text))
    return _plain(field, text)


def _plain(field: models.Field[Any, Any], text: str) -> str:
    if isinstance(field, models.BooleanField):
        return str(_("是")) if text == "True" else str(_("否"))
    if isinstance(field, MoneyField):
        return _money(text)
    if isinstance(field, models.DateTimeField):
        return _moment(text)
    if isinstance(field, models.JSONField):
        return _json(text)
    return plain(text) if isinstance(field, RichTextField) else text


def _money(text: str) -> str:
    try:
        return f"{format_money(Decimal(text))}元"
    except InvalidOperation:
        return text


def _moment(text: str) -> str:
    """The trail keeps moments in UTC, without saying so."""
    moment = parse_datetime(text)
    return f"{timezone.localtime(moment.replace(tzinfo=UTC)):%Y-%m-%d %H:%M}" if moment else text


def _json(text: str) -> str:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    if isinstance(value, bool):
        return str(_("是")) if value else str(_("否"))
    if isinstance(value, list):
        return "、".join(str(one) for one in value)
    return text if isinstance(value, dict) else str(value)
