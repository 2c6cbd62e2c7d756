"""A form over a record that somebody else saved meanwhile: both texts are shown, and nothing is lost.

Such a form carries what its user saw in one hidden field. When it comes back after somebody else saved, what
the user didn't touch is brought up to date, what both touched is shown side by side, and the user saves again.
"""

import json
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.choices import flatten_choices
from django.utils.translation import gettext as _

from unionoffice import audit
from unionoffice.audit import LogEntry
from unionoffice.richtext import RichTextFormField, plain
from unionoffice.versions import Versioned

SEEN = "seen"
"""The hidden field: the record's version, and each field's value as a browser would send it back untouched."""


class Stale(Exception):
    """The record was saved by somebody else since the form was shown."""


@dataclass(frozen=True)
class Clash:
    """A field that both changed: what the record says now, and what this user typed."""

    label: str
    stored: str
    typed: str


@dataclass(frozen=True)
class Meanwhile:
    """What a user is told whose form came too late."""

    last: LogEntry | None
    clashes: tuple[Clash, ...]


class SeenField(forms.JSONField):
    """What the user saw. Only a page of ours makes it: anything else is asked to open the page anew."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> dict[str, Any]:
        """A version and the values by field."""
        try:
            seen = super().clean(value)
        except ValidationError:
            seen = None
        if not (isinstance(seen, dict) and isinstance(seen.get("values"), dict)):
            raise ValidationError(_("这一页已经过时，请先复制填写的文字，刷新后再提交。"))
        return seen


def watch(form: Any) -> None:
    """Let a form over a versioned record remember what its user sees."""
    if form.edited is not None:
        form.fields[SEEN] = SeenField(initial=lambda: _seen(form))


def ensure_current(form: Any) -> None:
    """Hold the record's row until the transaction ends; raises `Stale` when it isn't as the user saw it."""
    record = form.edited
    if record is None:
        return
    rows = type(record)._default_manager.select_for_update().filter(pk=record.pk)
    if rows.values_list("version", flat=True).get() != form.cleaned_data[SEEN].get("version"):
        raise Stale


def caught_up(form: Any, fresh: Any) -> tuple[QueryDict, Meanwhile]:
    """The data of `form` brought up to date by `fresh`, the same form over the record as it is now.

    Fields that the user left alone take the record's values; the others keep what was typed.
    """
    data, seen = form.data.copy(), form.cleaned_data[SEEN]["values"]
    clashes = []
    for name in _visible(fresh):
        typed, stored = _sent(form.data, name), as_sent(fresh[name])
        if typed == seen.get(name):
            data.setlist(name, stored)
        elif typed != stored and stored != seen.get(name):
            field = fresh.fields[name]
            clashes.append(Clash(str(field.label), _in_words(field, stored), _in_words(field, typed)))
    data[SEEN] = json.dumps(_seen(fresh))
    last = audit.trail_of(fresh.edited).first()
    return data, Meanwhile(last, tuple(clashes))


def as_sent(bound: forms.BoundField) -> list[str]:
    """A field's value as the browser sends it when nobody touches it."""
    value, widget = bound.value(), bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    if isinstance(value, (list, tuple)):
        return [str(one) for one in value]
    if isinstance(widget, (forms.TextInput, forms.Textarea)):
        value = widget.format_value(value)
    return ["" if value is None else _one_newline(str(value))]


def _seen(form: Any) -> dict[str, Any]:
    record: Versioned = form.edited
    return {"version": record.version, "values": {name: as_sent(form[name]) for name in _visible(form)}}


def _visible(form: Any) -> list[str]:
    """The fields that hold something of the record: neither hidden ones nor files."""
    return [
        name
        for name, field in form.fields.items()
        if not field.widget.is_hidden and not isinstance(field, forms.FileField)
    ]


def _sent(data: QueryDict, name: str) -> list[str]:
    return [_one_newline(value) for value in data.getlist(name)]


def _one_newline(text: str) -> str:
    """Browsers send line ends of their own."""
    return text.replace("\r\n", "\n")


def _in_words(field: forms.Field, sent: list[str]) -> str:
    """A value as its user reads it: choices and records by their names."""
    if isinstance(field, forms.ModelChoiceField):
        records: Any = field.queryset
        chosen = records.filter(pk__in=[key for key in sent if key])
        return "、".join(str(field.label_from_instance(record)) for record in chosen)
    if isinstance(field, forms.ChoiceField):
        choices: Any = flatten_choices(field.choices)  # type: ignore[arg-type]
        labels = {str(value): str(label) for value, label in choices}
        return "、".join(labels.get(value, value) for value in sent if value)
    if isinstance(field, forms.BooleanField):
        return "是" if sent else "否"
    if isinstance(field, RichTextFormField):
        return plain("".join(sent))
    return "".join(sent)
