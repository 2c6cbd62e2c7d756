"""Inputs and parts that every area's forms and filters share."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.safestring import SafeString


class DayInput(forms.DateInput):
    """The browser's own date picker, which wants ISO dates whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """The browser's own clock, which wants 14:05 whatever the language."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class Folded(Fieldset):
    """Fields that most people leave alone: folded until opened, or until one of them is wrong."""

    template = "office/_folded.html"
    is_open = False

    def render(self, form: Any, context: Any, *args: Any, **kwargs: Any) -> SafeString:
        """Open where something is wrong in it, or stands there that isn't what everybody begins with."""
        self.is_open = any(
            form[name].errors or form[name].value() not in (None, "", 0, "0", form.fields[name].initial)
            for name in self.fields
        )
        return super().render(form, context, *args, **kwargs)
