"""Input of those who find a mistake in their record, and of the office that answers."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from members import services
from members.forms.people import MemberForm, UpdateMemberForm
from members.importers import PLACES
from members.models import OTHER, CorrectionRequest
from unionoffice.pages import MoveForm

LONGEST = 500
CORRECTABLE = (*(name for name in MemberForm.Meta.fields if name not in (*PLACES, "keeps_lunar_birthday")), OTHER)
"""What a request can be about; a box has no wrong value that could be told from an empty one."""


class OneFieldForm(UpdateMemberForm):
    """One field of somebody's record, checked as in the whole form and against the rest of the record."""

    def __init__(self, *args: Any, asked: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.edited, self.helper.layout = asked, None, None
        self.fields = {name: field for name, field in self.fields.items() if name in (asked, "explanation")}
        if asked in self.fields:
            self.fields[asked].required = True


class AskForCorrectionForm(OneFieldForm):
    """What should stand in the field, and how one knows; about other things than fields the words alone."""

    explanation = forms.CharField(
        label=_("说明"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.asked == OTHER:
            self.fields["explanation"].required = True
            self.fields["explanation"].help_text = _("写明哪里不对、应当是什么，例如部门、工会小组、子女。")
        else:
            self.fields[self.asked].help_text = _("请填写正确的内容。")
            self.fields["explanation"].help_text = _("可以写明依据，例如“以身份证为准”。")

    def clean(self) -> dict[str, Any]:
        """Something is to change."""
        data = super().clean()
        if self.asked in data and data[self.asked] == getattr(self.instance, self.asked, None):
            self.add_error(self.asked, _("与现在登记的内容相同，无需更正。"))
        return data

    def save(self, *, by: Any, on: date) -> CorrectionRequest:
        """Send the request, with the value as it was read: the office's form and pages read it again."""
        proposed = "" if self.asked == OTHER else str(self.cleaned_data[self.asked])
        correction = CorrectionRequest(
            member=self.instance,
            field=self.asked,
            proposed=proposed,
            explanation=self.cleaned_data["explanation"],
        )
        return services.ask_for_correction(correction, by=by, on=on)


class AcceptCorrectionForm(MoveForm):
    """Perhaps a word to go with it. What was proposed must still be right for the record as it is now."""

    answer = forms.CharField(label=_("答复"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """Read the proposed value as the field's own input reads it."""
        data = super().clean() or self.cleaned_data
        data["value"] = None
        if self.record.is_about_field:
            name = self.record.field
            reader = OneFieldForm(
                {name: self.record.proposed}, asked=name, instance=self.record.member, user=self.user, on=self.on
            )
            if reader.is_valid():
                data["value"] = reader.cleaned_data[name]
            for errors in reader.errors.values():
                self.add_error(None, errors)
        return data

    def save(self, *, by: Any, on: date) -> CorrectionRequest:
        """Correct the record."""
        data = self.cleaned_data
        return services.accept_correction(self.record, value=data["value"], by=by, on=on, answer=data["answer"])


class DeclineCorrectionForm(MoveForm):
    """Why the record stays as it is."""

    answer = forms.CharField(label=_("理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def save(self, *, by: Any, on: date) -> CorrectionRequest:
        """Tell them."""
        return services.decline_correction(self.record, answer=self.cleaned_data["answer"], by=by, on=on)
