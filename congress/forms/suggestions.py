"""Input about suggestions and drives."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import TAKEN, Adoption, DriveStatus
from congress.forms.records import RecordForm
from congress.models import Suggestion, SuggestionDrive
from congress.selectors import drives_for, suggestion_due, suggestions_to_honour
from members.models import Department
from unionoffice.pages import BulkForm, DayInput, MoveForm, OfficeForm, OfficeModelForm

LONGEST_TEXT = 2000
TAKEN_CHOICES = [(value.value, value.label) for value in TAKEN]


class HandInSuggestionForm(OfficeModelForm):
    """All of it on one screen; the drive is asked for only while one runs."""

    text = forms.CharField(
        label=_("内容"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("写明现在的情况和您的建议，具体一些更容易办成。"),
    )

    class Meta:
        model = Suggestion
        fields = ["drive", "title", "text", "category", "show_name", "may_publish"]
        help_texts = {
            "show_name": _("不公开的，只有工会主席和秘书知道是您提出的。"),
            "may_publish": _("不勾选的，只有您、工会、校长和承办部门能看到。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        running = drives_for(self.user, self.on)
        if running.exists():
            self.fields["drive"].queryset = running
            self.fields["drive"].empty_label = _("不属于征集活动")
            self.fields["drive"].help_text = _("活动写明“结束后公布”的，所有已答复的建议到时向全体教职工公布。")
        else:
            del self.fields["drive"]

    def save(self, *, by: Any, on: date) -> Suggestion:
        """Hand it in."""
        return services.hand_in_suggestion(self.instance, by=by, on=on)


class WithdrawSuggestionForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Suggestion:
        """Take it back."""
        return services.withdraw_suggestion(self.record, by=by)


class ToDepartment(OfficeForm):
    """To whom, until when."""

    department = forms.ModelChoiceField(Department.objects.none(), label=_("承办部门"), empty_label=_("请选择"))
    due_on = forms.DateField(label=_("答复期限"), widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Department.objects.open()
        self.initial.setdefault("due_on", suggestion_due(self.on))


class AssignSuggestionForm(ToDepartment, MoveForm):
    """One suggestion to a department."""

    def save(self, *, by: Any, on: date) -> Suggestion:
        """Hand it over."""
        data = self.cleaned_data
        return services.assign_suggestion(self.record, data["department"], due_on=data["due_on"], by=by, on=on)


class AssignSuggestionsForm(ToDepartment, BulkForm):
    """Several suggestions to one department."""

    def save(self, *, by: Any, on: date) -> list[Suggestion]:
        """Hand all of them over, or none."""
        data = self.cleaned_data
        return services.assign_suggestions(self.records, data["department"], due_on=data["due_on"], by=by, on=on)


class SendBackSuggestionForm(MoveForm):
    """Why the department isn't the right one."""

    reason = forms.CharField(label=_("退回理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def save(self, *, by: Any, on: date) -> Suggestion:
        """Give it back."""
        return services.send_back_suggestion(self.record, reason=self.cleaned_data["reason"], by=by, on=on)


class AnswerSuggestionForm(MoveForm):
    """Whether it is adopted, and what is said to the author."""

    adoption = forms.ChoiceField(label=_("采纳情况"), choices=Adoption.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("答复内容"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("采纳的写明谁来做、什么时候完成；不采纳的说明原因。"),
    )

    def save(self, *, by: Any, on: date) -> Suggestion:
        """Answer the author."""
        data = self.cleaned_data
        return services.answer_suggestion(self.record, adoption=data["adoption"], text=data["text"], by=by, on=on)


class AdoptSuggestionForm(MoveForm):
    """Adopted after all, and why."""

    adoption = forms.ChoiceField(label=_("采纳情况"), choices=TAKEN_CHOICES, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def save(self, *, by: Any, on: date) -> Suggestion:
        """Adopt it."""
        data = self.cleaned_data
        return services.adopt_suggestion(self.record, adoption=data["adoption"], reason=data["reason"], by=by)


class FinishSuggestionForm(MoveForm):
    """What was done."""

    fulfilment = forms.CharField(label=_("落实情况"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}))

    def save(self, *, by: Any, on: date) -> Suggestion:
        """Bring it to its end."""
        return services.finish_suggestion(self.record, fulfilment=self.cleaned_data["fulfilment"], by=by, on=on)


class DriveForm(OfficeModelForm):
    """What is asked for, of whom, until when."""

    class Meta:
        model = SuggestionDrive
        fields = ["title", "theme", "from_on", "to_on", "audience", "publishes"]
        widgets = {"from_on": DayInput, "to_on": DayInput, "theme": forms.Textarea(attrs={"rows": 5})}
        help_texts = {
            "title": _("例如“我为学校发展献一策”合理化建议征集。"),
            "theme": _("征集哪些方面的建议，怎样评选和反馈。"),
            "audience": _("发布时通知这些人；他们在征集期内提出建议时可以选择本活动。"),
            "publishes": _("教职工提出建议前会看到这一条，发布后不能再改。"),
        }

    def save(self, *, by: Any, on: date) -> SuggestionDrive:
        """Begin it."""
        return services.plan_drive(self.instance, by=by)


class MendDriveForm(RecordForm):
    """The same once more; whom it asks and what is shown are fixed once it was announced."""

    class Meta(DriveForm.Meta):
        pass

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.status == DriveStatus.OPEN:
            for name in ("audience", "publishes"):
                del self.fields[name]

    def save(self, *, by: Any, on: date) -> SuggestionDrive:
        """Keep the changes."""
        changes = {name: self.cleaned_data[name] for name in self.fields if name in self.Meta.fields}
        return services.mend_drive(self.instance, changes, by=by)


class DiscardDriveForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> None:
        """Throw it away."""
        services.discard_drive(self.record, by=by)


class OpenDriveForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> SuggestionDrive:
        """Announce it."""
        return services.open_drive(self.record, by=by, on=on)


class OutstandingField(forms.ModelMultipleChoiceField):
    """The answered suggestions of a drive."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """2026-003 延长阅览室开放时间（采纳）."""
        return f"{obj}（{obj.get_adoption_display()}）"


class ConcludeDriveForm(MoveForm):
    """What came of it, and which suggestions were outstanding."""

    outcome = forms.CharField(label=_("活动总结"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6}))
    outstanding = OutstandingField(
        Suggestion.objects.none(),
        label=_("优秀建议"),
        required=False,
        help_text=_("已答复的建议可以评为优秀建议，提出人会收到通知。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outstanding"].queryset = suggestions_to_honour(self.record)

    def save(self, *, by: Any, on: date) -> SuggestionDrive:
        """End it."""
        data = self.cleaned_data
        return services.conclude_drive(
            self.record, outcome=data["outcome"], outstanding=data["outstanding"], by=by, on=on
        )
