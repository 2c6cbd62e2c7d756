"""Input about what is kept of a person beside the record: photo and children."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from members import services
from members.models import Child, Member
from unionoffice import names
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm


class PortraitForm(MoveForm):
    """A photo; a phone offers its camera as well."""

    photo = forms.FileField(
        label=_("照片"),
        help_text=_("正面免冠照片最好。只保留中间的一小方块，拍摄地点等信息不保存。"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def save(self, *, by: Any, on: date) -> Member:
        """Show it with the name."""
        services.set_portrait(self.record, self.cleaned_data["photo"], by=by)
        return self.record


class RemovePortraitForm(MoveForm):
    """Nothing to fill in."""

    def save(self, *, by: Any, on: date) -> Member:
        """Show none."""
        services.remove_portrait(self.record, by=by)
        return self.record


class ChildForm(OfficeModelForm):
    """A child of the person to whom the unsaved child belongs."""

    class Meta:
        model = Child
        fields = ["name", "birth_date", "gender"]
        widgets = {"birth_date": DayInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True

    def clean_name(self) -> str:
        """Without the blanks between two characters."""
        return names.clean_name(self.cleaned_data["name"])

    def clean_birth_date(self) -> date:
        """A day that has been."""
        born: date = self.cleaned_data["birth_date"]
        if born > self.on:
            raise forms.ValidationError(_("出生日期不能晚于今天，请核对。"))
        return born

    def save(self, *, by: Any, on: date) -> Child:
        """Keep the child."""
        return services.save_child(self.instance, by=by)


class RemoveChildForm(MoveForm):
    """Nothing to fill in."""

    def save(self, *, by: Any, on: date) -> Member:
        """Forget the child and lead back to the parent."""
        services.remove_child(self.record, by=by)
        return self.record.member
