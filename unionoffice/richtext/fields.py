"""Rich text in models and forms. Whatever way a text takes, it is cleaned before it is stored."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.widgets import Script
from django.utils.translation import ngettext

from unionoffice.richtext.writing import cleaned, plain


class RichTextInput(forms.Textarea):
    """A text area that a script turns into an editor."""

    template_name = "unionoffice/widgets/rich_text.html"

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["css/editor.css"]}
        js: ClassVar[list[Script]] = [Script("editor.js", defer=True)]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 12, **(attrs or {})})


class RichTextFormField(forms.CharField):
    """What an editor sends; its length is that of the words."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        self.longest = longest
        super().__init__(**{"widget": RichTextInput, **kwargs})

    def to_python(self, value: Any) -> str:
        """Cleaned: an editor that was left empty says nothing."""
        return cleaned(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        """Refused above its longest, with how much there is."""
        super().validate(value)
        length = len(plain(value))
        if length > self.longest:
            sentence = ngettext(
                "正文最多%(longest)d个字，现在有%(length)d个。请精简，或把细节放到附件里。",
                "正文最多%(longest)d个字，现在有%(length)d个。请精简，或把细节放到附件里。",
                self.longest,
            )
            raise ValidationError(sentence % {"longest": self.longest, "length": length})


class RichTextField(models.TextField):
    """A text that is stored clean. `max_length` counts its words, not its markup, and holds in forms."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 -- Django's signature
        """Clean what is about to be stored, and let the object say what is stored."""
        value = cleaned(super().pre_save(model_instance, add) or "")
        setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> Any:
        """The field with its editor, unless a form names another widget."""
        kwargs.pop("max_length", None)
        defaults = {"form_class": RichTextFormField, "longest": self.max_length or 100_000}
        return models.Field.formfield(self, **{**defaults, **kwargs})
