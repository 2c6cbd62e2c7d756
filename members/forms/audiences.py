"""Input about audiences."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members import services
from members.enums import ServiceStatus
from members.forms.fields import UnitsChoiceField
from members.models import Audience, AudienceRule, Department, Member, Tag, UnionGroup
from members.models.audiences import NUMBERS, RECORDS, WORDS
from members.selectors.audiences import PARTS
from unionoffice import names
from unionoffice.pages import MoveForm, OfficeModelForm

ONE_PERSON = re.compile(r"(?P<name>.*?)[（(]?(?P<number>[0-9A-Za-z-]*)[)）]?")
"""陈静, 1002, or 陈静（1002）."""


class MemberListField(forms.CharField):
    """People by name or employee number, as a list in a document has them; gives their keys in that order."""

    def __init__(self, **kwargs: Any) -> None:
        help_text = _("每行一人，写姓名或工号；有同名的写工号。")
        widget = forms.Textarea(attrs={"rows": 3})
        super().__init__(**({"required": False, "widget": widget, "help_text": help_text} | kwargs))

    def clean(self, value: Any) -> tuple[int, ...]:
        """Each line is one person; ValidationError names what can't be told."""
        parts = [part for part in re.split(r"[\s,，、;；]+", super().clean(value)) if part]
        return tuple(dict.fromkeys(_person_called(part).pk for part in parts))

    def prepare_value(self, value: Any) -> Any:
        """The people of a stored rule, one a line."""
        if not isinstance(value, (list, tuple)):
            return value
        people = Member.objects.filter(pk__in=value).only("name", "employee_no")
        return "\n".join(f"{member.name}（{member.employee_no}）" for member in people)


def _person_called(text: str) -> Member:
    said = ONE_PERSON.fullmatch(text)
    number = said["number"] if said else ""
    by = {"employee_no": number} if number else {"name": names.clean_name(text)}
    found = list(Member.objects.filter(**by).only("pk")[:2])
    if not found:
        raise ValidationError(gettext("没有找到“%(text)s”，请核对姓名或工号。") % {"text": text})
    if len(found) > 1:
        raise ValidationError(gettext("有不止一位“%(text)s”，请改写工号。") % {"text": text})
    return found[0]


class AudienceForm(OfficeModelForm):
    """A name, and whom it means: conditions, each with its values, and people by name."""

    class Meta:
        model = Audience
        fields = ["name"]
        help_texts = {"name": _("例如“35岁以下青年教师”。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = self.instance.asks if self.instance.pk else AudienceRule(service=(ServiceStatus.IN_SERVICE,))
        for name, words in WORDS.items():
            self._add(name, forms.MultipleChoiceField(choices=words.choices), asked)
        for name, model in (("departments", Department), ("groups", UnionGroup)):
            self._add(name, UnitsChoiceField(model.objects.all()), asked)
        self._add("tags", forms.ModelMultipleChoiceField(Tag.objects.all()), asked)
        self._add(
            "age_from", forms.IntegerField(min_value=0, max_value=120, help_text=_("周岁，包含这一岁。")), asked
        )
        self._add("age_to", forms.IntegerField(min_value=0, max_value=120, help_text=_("周岁，包含这一岁。")), asked)
        self._add(
            "hired_within",
            forms.IntegerField(min_value=1, max_value=600, help_text=_("来校不满多少个月；新教师一般填12。")),
            asked,
        )
        self._add("included", MemberListField(), asked)
        self._add("excluded", MemberListField(), asked)
        self.fields["name"].disabled = self.instance.is_seeded

    def _add(self, name: str, field: forms.Field, asked: AudienceRule) -> None:
        field.label, field.required = PARTS[name], False
        if isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
            field.widget = forms.CheckboxSelectMultiple(choices=field.choices)
        self.fields[name] = field
        self.initial.setdefault(name, getattr(asked, name))

    def clean(self) -> dict[str, Any]:
        """A rule that somebody can mean."""
        data = super().clean() or self.cleaned_data
        if not self.errors:
            self.rule = self._read(data)
            self.rule.check()
        return data

    def _read(self, data: dict[str, Any]) -> AudienceRule:
        records = {name: tuple(getattr(value, "pk", value) for value in data[name] or ()) for name in RECORDS}
        words = {name: tuple(data[name]) for name in WORDS}
        return AudienceRule(**words, **records, **{name: data[name] for name in NUMBERS})

    def _post_clean(self) -> None:
        """The service checks and writes: the instance is left as the database has it."""

    def save(self, *, by: Any, on: date) -> Audience:
        """Set up, or say anew."""
        return services.save_audience(self.instance, name=self.cleaned_data["name"], rule=self.rule, by=by)


class DeleteAudienceForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Audience:
        """Delete."""
        services.delete_audience(self.record, by=by)
        return self.record
